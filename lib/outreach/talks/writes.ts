import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type ActionContext, Refused } from '@/lib/access/action'
import { allowedEmail, queueMail } from '@/lib/messaging/outbox/writes'
import { type Day, dayToDb } from '@/lib/platform/day'
import { callAccess, type Tx } from '@/lib/platform/db'
import type { CalendarTalk } from './calendar'
import { talkMail } from './mail'

/** A talk through its person: one out of reach does not exist. */
export async function openTalk(tx: Tx, talkId: string): Promise<{ personId: string; slotId: string; startsAt: Date }> {
  const talk = await tx.talk.findUnique({ where: { id: talkId }, select: { personId: true, slotId: true, cancelledAt: true, heldAt: true, noShowAt: true, slot: { select: { startsAt: true } } } })
  if (!talk || talk.cancelledAt) throw new Refused('talks.error.gone')
  return { personId: talk.personId, slotId: talk.slotId, startsAt: talk.slot.startsAt }
}

/** Books or moves for the person, by a member of staff. */
export async function bookFor(tx: Tx, actor: Actor, personId: string, slotId: string): Promise<string> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { diedOn: true } })
  if (!person || person.diedOn) throw new Refused('talks.error.person')
  // The reply page takes the same lock: a booking by telephone and one by code at once end as one talk.
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`citizen ${personId}`}, 0))) locked`
  const [taken] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.take_slot(s.id, ${personId}::uuid) AS id FROM talk_slot s WHERE s.id = ${slotId}::uuid AND s.starts_at > now()`
  if (!taken?.id) throw new Refused('talks.error.taken', {}, 'slotId')
  await tx.talk.updateMany({ where: { id: taken.id }, data: { bookedBy: actor.userId } })
  return taken.id
}

/** Tells the person by mail, where they have allowed it. */
export async function tellByMail(tx: Tx, talkId: string, about: 'booked' | 'cancelled', today: Day): Promise<void> {
  const talk = await tx.talk.findUniqueOrThrow({ where: { id: talkId }, select: { id: true, personId: true, sequence: true, changedAt: true, slot: { select: { startsAt: true, endsAt: true, place: true } } } })
  const recipient = await allowedEmail(tx, talk.personId, dayToDb(today))
  if (!recipient) return
  const entry: CalendarTalk = { id: talk.id, sequence: talk.sequence, changedAt: talk.changedAt, ...talk.slot }
  await queueMail(tx, { recipient, personId: talk.personId, ...(await talkMail(tx, entry, about)) })
}

/** How it went, once. The answer that asked for the talk is then taken up too. */
export async function recordOutcome({ actor, tx, audit }: ActionContext, talkId: string, outcome: 'heldAt' | 'noShowAt'): Promise<void> {
  const { personId, startsAt } = await openTalk(tx, talkId)
  const at = new Date()
  if (startsAt > at) throw new Refused('talks.error.notYet')
  const { count } = await tx.talk.updateMany({ where: { id: talkId, cancelledAt: null, heldAt: null, noShowAt: null }, data: { [outcome]: at, recordedBy: actor.userId } })
  if (count !== 1) throw new Refused('talks.error.recorded')
  await tx.reply.updateMany({ where: { personId, talkId, handledAt: null }, data: { handledAt: at, handledBy: actor.userId } })
  await audit({ action: outcome === 'heldAt' ? 'talk.held' : 'talk.no-show', personId, details: { talk: talkId } })
}

export type FeedEvent = CalendarTalk & { cancelled: boolean }

/** The talks of whoever owns the feed address, or nothing for one that does not hold. Notes that a calendar has read it. */
export async function feedEvents(token: string): Promise<FeedEvent[]> {
  return callAccess<FeedEvent>('SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", place, sequence, changed_at AS "changedAt", cancelled FROM access.feed_events($1)', [token])
}
