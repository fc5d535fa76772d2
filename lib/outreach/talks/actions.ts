'use server'

import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dropFeed, newFeed } from '@/lib/messaging/calendar/writes'
import { dayFromDb, dayOf } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { endsTooLate, mondayOf, planSlots } from './rules'
import { bookInput, cancelInput, newSlotsInput, nothing, slotInput, talkInput } from './schema'
import { bookFor, openTalk, recordOutcome, tellByMail } from './writes'

/** One time or a series. Times that would lie on top of one's own others are refused as a whole: half a series helps nobody. */
export const makeSlots = staffAction({
  name: 'makeSlots',
  may: 'talk.manage',
  schema: newSlotsInput,
  async run({ actor, tx, today, audit }, { place, ...plan }) {
    if (plan.from < today) throw new Refused('talks.error.past', {}, 'from')
    if (endsTooLate(plan)) throw new Refused('talks.error.late', {}, 'perDay')
    const closing = await tx.closingDay.findMany()
    const { slots, skipped } = planSlots(plan, closing.map((row) => ({ day: dayFromDb(row.day), nameDa: row.nameDa, nameEn: row.nameEn })))
    if (slots.length === 0) throw new Refused('talks.error.allClosed', {}, 'from')
    const starts = slots.map((slot) => slot.startsAt)
    const ends = slots.map((slot) => slot.endsAt)
    const [clash] = await tx.$queryRaw<{ found: boolean }[]>`SELECT EXISTS (SELECT 1 FROM talk_slot s, unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) AS n (starts_at, ends_at)
      WHERE s.user_id = ${actor.userId}::uuid AND s.closed_at IS NULL AND s.starts_at < n.ends_at AND s.ends_at > n.starts_at) AS found`
    if (clash?.found) throw new Refused('talks.error.overlap', {}, 'start')
    const seriesId = slots.length > 1 ? randomUUID() : null
    await tx.talkSlot.createMany({ data: slots.map((slot) => ({ ...slot, userId: actor.userId, place, seriesId })) })
    await audit({ action: 'slot.made', details: { slots: slots.length, skipped: skipped.length } })
    const t = await getTranslations('talks.done')
    await flash(skipped.length > 0 ? t('madeSkipped', { count: slots.length, skipped: skipped.length }) : t('made', { count: slots.length }))
    return { redirectTo: `/outreach/talks?week=${mondayOf(plan.from)}` }
  },
})

/** Takes a free time back. One that somebody has booked must be cancelled or moved first, so that the person is told. */
export const closeSlot = staffAction({
  name: 'closeSlot',
  may: 'talk.manage',
  schema: slotInput,
  async run({ actor, tx, audit }, input) {
    await tx.$queryRaw`SELECT id FROM talk_slot WHERE id = ${input.slotId}::uuid FOR UPDATE`
    const closed = await tx.$executeRaw`UPDATE talk_slot SET closed_at = now() WHERE id = ${input.slotId}::uuid AND user_id = ${actor.userId}::uuid AND closed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM talk t WHERE t.slot_id = talk_slot.id AND t.cancelled_at IS NULL)`
    if (closed === 0) throw new Refused('talks.error.cannotClose')
    await audit({ action: 'slot.closed', details: { slot: input.slotId } })
    return { message: (await getTranslations('talks.done'))('closed') }
  },
})

export const bookTalk = staffAction({
  name: 'bookTalk',
  may: 'outreach.record',
  schema: bookInput,
  async run({ actor, tx, today, audit }, input) {
    const talkId = await bookFor(tx, actor, input.personId, input.slotId)
    await tellByMail(tx, talkId, 'booked', today)
    await audit({ action: 'talk.booked', personId: input.personId, details: { talk: talkId } })
    const slot = await tx.talkSlot.findUniqueOrThrow({ where: { id: input.slotId }, select: { startsAt: true } })
    await flash((await getTranslations('talks.done'))('booked'))
    return { redirectTo: `/outreach/talks?week=${mondayOf(dayOf(slot.startsAt))}` }
  },
})

export const cancelTalkByStaff = staffAction({
  name: 'cancelTalkByStaff',
  may: 'outreach.record',
  schema: cancelInput,
  async run({ actor, tx, today, audit }, input) {
    const { personId } = await openTalk(tx, input.talkId)
    await tellByMail(tx, input.talkId, 'cancelled', today)
    const { count } = await tx.talk.updateMany({ where: { id: input.talkId, cancelledAt: null, heldAt: null, noShowAt: null }, data: { cancelledAt: new Date(), cancelledBy: actor.userId, cancelReason: input.reason } })
    if (count !== 1) throw new Refused('talks.error.gone')
    await audit({ action: 'talk.cancelled', personId, details: { reason: input.reason } })
    return { message: (await getTranslations('talks.done'))('cancelled') }
  },
})

/** Held is a contact: it resets the contact clock. */
export const talkHeld = staffAction({ name: 'talkHeld', may: 'outreach.record', schema: talkInput, run: async (context, input) => {
  await recordOutcome(context, input.talkId, 'heldAt')
  return { message: (await getTranslations('talks.done'))('held') }
} })

/** Did not come: an attempt, not a contact. */
export const talkNoShow = staffAction({ name: 'talkNoShow', may: 'outreach.record', schema: talkInput, run: async (context, input) => {
  await recordOutcome(context, input.talkId, 'noShowAt')
  return { message: (await getTranslations('talks.done'))('noShow') }
} })

/** Makes a new secret address for one's calendar; the former stops working at once. Shown this once: the form has no submission id, so the answer is not kept. */
export const startFeed = staffAction({
  name: 'startFeed',
  may: 'talk.manage',
  schema: nothing,
  async run({ actor, tx, audit }) {
    const address = await newFeed(tx, actor.userId)
    await audit({ action: 'feed.started' })
    return { message: address }
  },
})

export const endFeed = staffAction({
  name: 'endFeed',
  may: 'talk.manage',
  schema: nothing,
  async run({ actor, tx, audit }) {
    await dropFeed(tx, actor.userId)
    await audit({ action: 'feed.ended' })
    return { message: (await getTranslations('talks.done'))('feedEnded') }
  },
})
