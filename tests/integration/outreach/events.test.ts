import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { answerEvent, createEvent, editEvent, invite, recordAnswer, sendInvitations } from '@/lib/outreach/events/actions'
import { openEventPage } from '@/lib/outreach/events/event-page'
import { remindEvents } from '@/lib/outreach/events/jobs'
import { guestsOf } from '@/lib/outreach/events/queries'
import { seatingOf } from '@/lib/outreach/events/rules'
import { openReplyPage } from '@/lib/outreach/replies/reply-page'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'
import { replyCode } from '../../support/reply-code'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})
const hours = (n: number) => new Date(Date.now() + n * 3_600_000)
const event = (extra: object = {}) => owner().yearEvent.create({ data: { kind: 'flag-day', titleDa: 'Flagdag', titleEn: 'Flag day', textDa: 'Kom', textEn: 'Come', place: 'Rådhuset', startsAt: hours(24 * 40), endsAt: hours(24 * 40 + 2), ...extra } })
async function guest(eventId: string, email?: { allowed: boolean }) {
  const who = await veteran()
  await owner().invitation.create({ data: { eventId, personId: who.id } })
  if (email) await owner().contactPoint.create({ data: { personId: who.id, kind: 'EMAIL', value: `${who.id}@test.invalid`, source: 'test', ...email } })
  return { id: who.id, code: await replyCode(who.id, { eventId }) }
}
const answer = (code: string, values: Record<string, string>) => submit(answerEvent, { code, submission: randomUUID(), ...values })
const typed = { kind: 'flag-day', titleDa: 'Flagdag', titleEn: 'Flag day', textDa: 'Kom og vær med', textEn: 'Come', place: 'Rådhuset', 'on.day': '5', 'on.month': '9', 'on.year': '2029', 'until.day': '26', 'until.month': '8', 'until.year': '2029', start: '14.00', end: '16:30', capacity: '220', remindDays: '3' }

describe('an event', () => {
  it('is made and changed, and a change on top of another’s is refused with the text kept', async () => {
    const made = await as(coordinator, () => submit(createEvent, typed))
    const eventId = made.redirectedTo?.split('/').at(-1) ?? ''
    expect(await owner().yearEvent.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ startsAt: new Date('2029-09-05T12:00:00Z'), signUpUntil: day('2029-08-26'), capacity: 220 })
    const change = (version: string) => as(coordinator, () => submit(editEvent, { ...typed, eventId, version, place: 'Kasernen' }))
    expect((await change('1')).redirectedTo).not.toBeNull()
    expect((await change('1')).state).toMatchObject({ message: expect.stringContaining('En anden'), values: { place: 'Kasernen' } })
    expect((await as(coordinator, () => submit(createEvent, { ...typed, end: '13.00', 'until.month': '10' }))).state?.fields).toMatchObject({ end: [expect.any(String)], until: [expect.any(String)] })
  })

  it('invites veterans and relatives once, and nobody who is gone or has said no', async () => {
    const { id } = await event()
    const [yes, relative, dead, moved, never, later] = [await veteran(), await person('RELATIVE'), await veteran({ diedOn: day('2026-01-01') }), await veteran({ movedAwayOn: day('2026-01-01') }), await veteran(), await veteran()]
    await owner().wish.create({ data: { personId: never.id, kind: 'NEVER', givenOn: day('2020-01-01'), source: 'test' } })
    await owner().wish.create({ data: { personId: later.id, kind: 'NEVER', givenOn: day('2020-01-01'), endedOn: day('2021-01-01'), source: 'test' } })
    await Promise.all([1, 2].map(() => as(coordinator, () => submit(invite, { eventId: id }))))
    const invited = await owner().invitation.findMany({ where: { eventId: id } })
    const of = (personId: string) => invited.filter((one) => one.personId === personId).map((one) => one.reason)
    expect([yes, relative, dead, moved, never, later].map((one) => of(one.id))).toEqual([['veteran'], ['relative'], [], [], [], ['veteran']])
  })
})

describe('sign-up by code', () => {
  it('counts seats in the order the answers came and tells who waits', async () => {
    const { id } = await event({ capacity: 5 })
    const [first, second, third] = [await guest(id), await guest(id), await guest(id)]
    expect((await openReplyPage(first.code))?.eventId).toBe(id)
    await answer(first.code, { answer: 'yes', seats: '3' })
    await answer(second.code, { answer: 'yes', seats: '3' })
    expect(await openEventPage(second.code)).toMatchObject({ answer: true, seats: 3, seatsBefore: 3 })
    const waiting = async () => seatingOf(await guestsOf(coordinator, id), 5)
    expect(await waiting()).toMatchObject({ seats: 3, waitingSeats: 3 })
    await answer(first.code, { answer: 'no' })
    expect(await openEventPage(second.code)).toMatchObject({ seatsBefore: 0 })
    await answer(first.code, { answer: 'yes', seats: '2' })
    await answer(third.code, { answer: 'yes', seats: '1' })
    expect(await waiting()).toMatchObject({ seats: 5, waitingSeats: 1 })
    expect(await openEventPage(third.code)).toMatchObject({ seatsBefore: 5 })
    // Fewer seats keep the place in the line.
    await answer(second.code, { answer: 'yes', seats: '1' })
    expect(await openEventPage(second.code)).toMatchObject({ seatsBefore: 0 })
  })

  it('refuses a wrong number, a missing answer, a code of no event, and an answer too late', async () => {
    const open = await guest((await event()).id)
    expect((await answer(open.code, { answer: 'yes', seats: '11' })).state?.fields?.seats).toHaveLength(1)
    expect((await answer(open.code, {})).state?.fields?.answer).toHaveLength(1)
    expect((await answer(await replyCode((await veteran()).id), { answer: 'no' })).state?.message).toContain('kan ikke åbnes')
    const late = await guest((await event({ signUpUntil: day('2026-01-01') })).id)
    expect((await answer(late.code, { answer: 'no' })).state?.message).toContain('Fristen')
    expect(await owner().invitation.count({ where: { personId: { in: [open.id, late.id] }, answer: { not: null } } })).toBe(0)
  })

  it('an answer by telephone is written down by the coordinator', async () => {
    const one = await guest((await event()).id)
    const { id } = await owner().invitation.findFirstOrThrow({ where: { personId: one.id } })
    await as(coordinator, () => submit(recordAnswer, { invitationId: id, answer: 'yes', seats: '2' }))
    expect(await owner().invitation.findUniqueOrThrow({ where: { id } })).toMatchObject({ answer: true, seats: 2, source: 'staff' })
  })
})

describe('mail about an event', () => {
  it('invites each once, with a code of their own, only where e-mail is allowed', async () => {
    const { id } = await event()
    const people = await Promise.all([{ allowed: true }, { allowed: false }, undefined].map((email) => guest(id, email)))
    await owner().replyCode.deleteMany({ where: { eventId: id } })
    await as(coordinator, () => submit(sendInvitations, { eventId: id }))
    await as(coordinator, () => submit(sendInvitations, { eventId: id }))
    const mails = await owner().outboxMessage.findMany({ where: { personId: { in: people.map((one) => one.id) } } })
    expect(mails.map((mail) => mail.personId)).toEqual([people[0]?.id])
    expect(mails[0]?.subject).not.toMatch(/lagdag|eteran/)
    const code = /svar\/([A-Z0-9]{16})/.exec(mails[0]?.body ?? '')?.[1] ?? ''
    expect((await openReplyPage(code))?.eventId).toBe(id)
  })

  it('reminds those who said yes once, however often the job runs', async () => {
    const { id } = await event({ startsAt: hours(30), endsAt: hours(32), remindDays: 3 })
    const [coming, silent, noMail] = [await guest(id, { allowed: true }), await guest(id, { allowed: true }), await guest(id, { allowed: false })]
    for (const one of [coming, noMail]) await answer(one.code, { answer: 'yes', seats: '1' })
    const signal = new AbortController().signal
    await Promise.all([remindEvents(null, signal), remindEvents(null, signal)])
    await remindEvents(null, signal)
    const mails = await owner().outboxMessage.findMany({ where: { personId: { in: [coming.id, silent.id, noMail.id] } } })
    expect(mails.map((mail) => mail.personId)).toEqual([coming.id])
    expect(await owner().auditEvent.count({ where: { action: 'event.reminded', personId: coming.id } })).toBe(1)
  })
})
