'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { conflictOf } from '@/lib/access/stale'
import { publicAction } from '@/lib/access/public-action'
import { now } from '@/lib/platform/clock'
import { dayFromDb, dayOf, dayToDb } from '@/lib/platform/day'
import { formatTime } from '@/lib/platform/dates'
import { flash } from '@/lib/platform/flash'
import { sendLimit } from '../replies/code'
import { lockCitizen } from '../replies/writes'
import { takesAnswers } from './rules'
import { answerInput, editEventInput, eventInput, newEventInput, staffAnswerInput } from './schema'
import { freezeInvitations, mailInvitations } from './writes'

const path = (id: string) => `/outreach/year-wheel/${id}`

export const createEvent = staffAction({
  name: 'createEvent',
  may: 'event.manage',
  schema: newEventInput,
  async run({ actor, tx, audit }, { signUpUntil, ...event }) {
    const id = crypto.randomUUID()
    await tx.yearEvent.createMany({ data: [{ id, ...event, signUpUntil: signUpUntil ? dayToDb(signUpUntil) : null, createdBy: actor.userId }] })
    await audit({ action: 'event.created', details: { event: id, kind: event.kind } })
    await flash((await getTranslations('events.done'))('created'))
    return { redirectTo: path(id) }
  },
})

export const editEvent = staffAction({
  name: 'editEvent',
  may: 'event.manage',
  schema: editEventInput,
  async run({ tx, audit }, { eventId, version, event: { signUpUntil, ...event } }) {
    const { count } = await tx.yearEvent.updateMany({ where: { id: eventId, version, cancelledAt: null }, data: { ...event, signUpUntil: signUpUntil ? dayToDb(signUpUntil) : null, version: { increment: 1 } } })
    if (count !== 1) {
      const now = await tx.yearEvent.findFirst({ where: { id: eventId, cancelledAt: null } })
      if (!now) throw new Refused('events.error.gone')
      const kind = await getTranslations('events.kind')
      throw conflictOf({ ...eventShown(now, kind), version: now.version }, eventShown({ ...event, signUpUntil: signUpUntil && dayToDb(signUpUntil) }, kind))
    }
    await audit({ action: 'event.changed', details: { event: eventId } })
    await flash((await getTranslations('events.done'))('changed'))
    return { redirectTo: path(eventId) }
  },
})

type Shown = { kind: string; startsAt: Date; endsAt: Date; signUpUntil: Date | null }
/** An event in the names of its form: a day and two times, and the word for its kind. */
function eventShown<E extends Shown>({ startsAt, endsAt, signUpUntil, ...event }: E, kind: (code: string) => string) {
  return { ...event, kind: kind(event.kind), on: dayToDb(dayOf(startsAt)), start: formatTime(startsAt, 'da'), end: formatTime(endsAt, 'da'), until: signUpUntil }
}

export const cancelEvent = staffAction({
  name: 'cancelEvent',
  may: 'event.manage',
  schema: eventInput,
  async run({ tx, audit }, { eventId }) {
    const { count } = await tx.yearEvent.updateMany({ where: { id: eventId, cancelledAt: null }, data: { cancelledAt: new Date(), version: { increment: 1 } } })
    if (count !== 1) throw new Refused('events.error.gone')
    await audit({ action: 'event.cancelled', details: { event: eventId } })
    return { message: (await getTranslations('events.done'))('cancelled') }
  },
})

/** Settles who is invited, with the reason for each. Pressed again it adds those who have come since; nobody is taken off. */
export const invite = staffAction({
  name: 'invite',
  may: 'event.manage',
  schema: eventInput,
  async run({ tx, today, audit }, { eventId }) {
    const added = await freezeInvitations(tx, eventId, today)
    await audit({ kind: 'LIST', action: 'event.invited', people: added, details: { event: eventId, added: added.length } })
    return { message: (await getTranslations('events.done'))('invited', { count: added.length }) }
  },
})

export const sendInvitations = staffAction({
  name: 'sendInvitations',
  may: 'event.manage',
  schema: eventInput,
  async run({ tx, today, audit }, { eventId }) {
    const people = await mailInvitations(tx, eventId, today)
    await audit({ kind: 'DISCLOSURE', action: 'event.invitations-mailed', people, details: { event: eventId, mails: people.length } })
    return { message: (await getTranslations('events.done'))('mailed', { count: people.length }) }
  },
})

/** An answer that came by telephone or across the counter. */
export const recordAnswer = staffAction({
  name: 'recordAnswer',
  may: 'event.manage',
  schema: staffAnswerInput,
  async run({ tx, audit }, input) {
    const invitation = await tx.invitation.findUnique({ where: { id: input.invitationId }, select: { personId: true } })
    if (!invitation) throw new Refused('events.error.gone')
    await tx.invitation.updateMany({ where: { id: input.invitationId }, data: { answer: input.answer === 'yes', seats: input.seats, answeredAt: new Date(), source: 'staff' } })
    await audit({ action: 'event.answer-recorded', personId: invitation.personId, details: { answer: input.answer } })
    return { message: (await getTranslations('events.done'))('answered') }
  },
})

/** By the code of the invitation. Fewer seats than before keeps the place in the line; more takes a new one. */
export const answerEvent = publicAction({
  name: 'answerEvent',
  limit: sendLimit('answerEvent'),
  schema: answerInput,
  codeField: 'code',
  async run({ tx, today, audit }, input) {
    const citizen = await lockCitizen(tx)
    if (!citizen.eventId) throw new Refused('reply.error.code')
    const event = await tx.yearEvent.findUnique({ where: { id: citizen.eventId }, select: { startsAt: true, signUpUntil: true, cancelledAt: true } })
    if (!event || !takesAnswers({ ...event, signUpUntil: event.signUpUntil ? dayFromDb(event.signUpUntil) : null }, today, now())) throw new Refused('reply.error.past')
    const coming = input.answer === 'yes'
    const changed = await tx.$executeRaw`UPDATE invitation SET answered_at = CASE WHEN ${coming} AND answer AND seats >= ${input.seats}::int THEN answered_at ELSE clock_timestamp() END, answer = ${coming}, seats = ${input.seats}::int
      WHERE event_id = ${citizen.eventId}::uuid AND person_id = ${citizen.personId}::uuid AND withdrawn_at IS NULL`
    if (changed !== 1) throw new Refused('reply.error.code')
    await audit({ action: 'event.answered', personId: citizen.personId, details: { event: citizen.eventId, answer: input.answer } })
    return { redirectTo: '/svar/[code]' }
  },
})
