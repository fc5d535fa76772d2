import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb, momentAt } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { personCompanions } from '@/lib/volunteering/companions/queries'
import { askVolunteer, turnDownPair } from '@/lib/volunteering/matching/candidates/actions'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { ownPage } from '@/lib/volunteering/own/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { agreesTo, wantsCompanion } from '../../support/companions'
import { owner } from '../../support/db'
import { planned } from '../../support/plans'
import { volunteer, volunteerActor } from '../../support/volunteers'
import { wholePlan } from '../../support/whole-plan'

let lead: Actor, other: Actor, unit = ''
/** Somebody who wants a companion next week at these hours, and may be known. */
async function wants(starts: string, ends: string, more: Record<string, string | string[]> = {}, fields?: string[]) {
  const made = await planned({ firstName: 'Amal', lastName: 'Bisidsen' })
  await agreesTo(made.id, made.caseworker, unit, fields)
  expect((await wantsCompanion(made.caseworker, made.id, { starts, ends, ...more })).redirectedTo).toBeTruthy()
  const { id: meetingId, requestId } = await owner().companionMeeting.findFirstOrThrow({ where: { personId: made.id } })
  return { ...made, meetingId, requestId: requestId ?? '' }
}
const helper = async (data: object = {}) => {
  const id = await volunteer({ roles: ['companion'], step: 'active', papers: [['confidentiality', null], ['criminal-record', addDays(today(), 300)]] })
  await owner().volunteerTraining.create({ data: { volunteerId: id, kind: 'course', title: 'Kursus for bisiddere', onDay: dayToDb(today()), recordedBy: lead.userId } })
  await owner().volunteer.update({ where: { id }, data: { capacity: 5, ...data } })
  return id
}
const ask = (who: Actor, requestId: string, volunteerId: string) => as(who, () => submit(askVolunteer, { volunteerRequestId: requestId, volunteerId }))
const found = async (requestId: string, id: string) => {
  const all = await openRequest(lead, requestId, today())
  const one = all?.candidates.find((candidate) => candidate.id === id)
  return one ? (one.unchecked ? 'unchecked' : 'free') : (all?.hidden.find(({ names }) => names.some((name) => name.id === id))?.rule ?? null)
}
/** Both said yes. */
async function matched(w: { id: string; requestId: string; caseworker: Actor }, volunteerId: string, fields: string[] = ['contact']) {
  const { id } = await owner().volunteerMatch.create({ data: { requestId: w.requestId, volunteerId, personId: w.id, roleCode: 'companion', startedOn: dayToDb(today()), startedBy: lead.userId } })
  await owner().volunteerRequestState.create({ data: { requestId: w.requestId, personId: w.id, number: 2, state: 'met', recordedBy: lead.userId } })
  const consent = await owner().consent.create({ data: { personId: w.id, purpose: 'referral', fields, recipientName: 'Test Frivillig', recipientVolunteerId: volunteerId, how: 'spoken', evidence: 'Sagt til den, der har borgeren', wording: 'Vi må fortælle det', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: w.caseworker.userId } })
  return { matchId: id, consentId: consent.id }
}
type Facts = { areas: { nameDa: string }[]; starts_at: Date; person_language: string | null; agreed_role: string; told: boolean; name: string | null; what: string | null; place: string | null; meeting_point: string | null; may_know: string[] | null }
const facts = async (requestId: string, volunteerId: string) => (await owner().$queryRawUnsafe<Facts[]>(`SELECT * FROM access.companion_facts('${requestId}', '${volunteerId}')`))[0] ?? null
const state = async (w: { id: string; caseworker: Actor }) => (await personCompanions(w.caseworker, w.id, async () => null))?.content?.more.meetings[0]?.state

beforeAll(async () => {
  await loadReference(owner())
  await owner().localArea.create({ data: { code: 'midtby', nameDa: 'Midtbyen', nameEn: 'Town centre', postcodes: ['8900'] } })
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  ;[lead, other] = [await staff('VOLUNTEER_LEAD', { unitId: unit }), await staff('VOLUNTEER_LEAD', { unitId: unit })]
})

describe('somebody who is asked to come along', () => {
  it('is not asked for another meeting that lies across it with the way there and back, and is for one that does not', async () => {
    const [first, across, after] = [await wants('10:00', '11:00'), await wants('11:59', '13:00'), await wants('12:00', '13:00')]
    const id = await helper()
    expect([await found(first.requestId, id), await found(across.requestId, id)]).toEqual(['free', 'free'])
    expect((await ask(lead, first.requestId, id)).redirectedTo).toBeTruthy()
    expect([await found(across.requestId, id), await found(after.requestId, id)]).toEqual(['booked', 'free'])
    expect((await ask(lead, across.requestId, id)).state?.message).toContain('optaget')
    const step = (requestId: string) => transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT said FROM access.step_pair(${requestId}::uuid, ${id}::uuid, 'asked', NULL, NULL)`)
    await expect(step(across.requestId)).rejects.toThrow(/companion_booked_twice|two places/)
    expect((await wholePlan(lead)).rows.find(({ request }) => request.id === across.requestId)?.given?.id).not.toBe(id)
    expect(await step(after.requestId)).toEqual([{ said: 'done' }])
    await as(lead, () => submit(turnDownPair, { volunteerRequestId: first.requestId, volunteerId: id, cause: 'wish' }))
    expect(await found(across.requestId, id)).toBe('booked')
    await as(lead, () => submit(turnDownPair, { volunteerRequestId: after.requestId, volunteerId: id, cause: 'wish' }))
    expect(await found(across.requestId, id)).toBe('free')
  })

  it('is not known to be free where they go along with somebody and no meeting is written down', async () => {
    const [meeting, { id: personId, caseworker }, id] = [await wants('10:00', '11:00'), await planned(), await helper()]
    const { id: requestId } = await owner().volunteerRequest.create({ data: { personId, roleCode: 'companion', since: dayToDb(today()), createdBy: caseworker.userId } })
    await owner().volunteerPairStep.create({ data: { requestId, volunteerId: id, personId, number: 1, step: 'asked', onDay: dayToDb(today()), recordedBy: lead.userId } })
    expect(await found(meeting.requestId, id)).toBe('unchecked')
    expect((await ask(lead, meeting.requestId, id)).redirectedTo).toBeTruthy()
  })

  it('by two at once for meetings that lie across each other is asked by one of them', async () => {
    const [one, two, id] = [await wants('14:00', '15:00'), await wants('14:30', '15:30'), await helper()]
    const answers = await Promise.all([ask(lead, one.requestId, id), ask(other, two.requestId, id)])
    expect(answers.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    const step = (requestId: string) => (tx: Parameters<Parameters<typeof transaction>[1]>[0]) => tx.$queryRaw<{ said: string }[]>`SELECT said FROM access.step_pair(${requestId}::uuid, ${third}::uuid, 'asked', NULL, NULL)`
    const [three, four, third] = [await wants('16:00', '17:00'), await wants('16:30', '17:30'), await helper()]
    const [written, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = transaction({ role: 'app', token: lead.token }, async (tx) => { await step(three.requestId)(tx); written.resolve(); await over.promise })
    await written.promise
    const second = transaction({ role: 'app', token: other.token }, step(four.requestId)).then(() => 'asked', (error: Error) => String(error))
    await new Promise((done) => setTimeout(done, 300))
    over.resolve()
    await first
    expect(await second).toMatch(/companion_booked_twice|two places/)
  })

  it('is away for a match too, until it has ended', async () => {
    const [one, two, id] = [await wants('08:00', '09:00'), await wants('09:30', '10:30'), await helper()]
    const { matchId } = await matched(one, id)
    expect(await found(two.requestId, id)).toBe('booked')
    await expect(owner().volunteerMatch.create({ data: { requestId: two.requestId, volunteerId: id, personId: two.id, roleCode: 'companion', startedOn: dayToDb(today()), startedBy: lead.userId } })).rejects.toThrow(/two places|booked_twice/)
    await owner().volunteerMatchEnd.create({ data: { matchId, personId: one.id, endedOn: dayToDb(today()), endedBy: 'volunteer', cause: 'time', recordedBy: lead.userId } })
    expect([await found(two.requestId, id), await state(one)]).toEqual(['free', 'fell-out'])
    // Somebody else can be looked for at the same time.
    expect((await wantsCompanion(one.caseworker, one.id, { starts: '08:00', ends: '09:00' })).redirectedTo).toBeTruthy()
  })
})

describe('what a companion reads of a meeting', () => {
  it('is district, time, role and language while they are asked; the rest when both have said yes; and nothing from the moment a consent is gone', async () => {
    const [w, id, stranger] = [await wants('10:00', '11:00', { mayKnow: ['contact', 'needs'] }), await helper(), await helper()]
    expect(await facts(w.requestId, id)).toBeNull()
    await ask(lead, w.requestId, id)
    const before = { starts_at: momentAt(addDays(today(), 7), 10), person_language: 'ar', agreed_role: 'listener', told: false, name: null, what: null, place: null, meeting_point: null, postcode: null, may_know: null }
    expect(await facts(w.requestId, id)).toMatchObject({ ...before, areas: [{ nameDa: 'Midtbyen' }] })
    expect(await state(w)).toBe('asked')
    const { consentId } = await matched(w, id)
    expect(await facts(w.requestId, id)).toMatchObject({ told: true, name: 'Amal', what: 'Opfølgning i jobcentret', place: 'Rådhusgården 3', meeting_point: 'Ved indgangen', person_language: null, may_know: ['contact'] })
    expect([await facts(w.requestId, stranger), await state(w)]).toEqual([null, 'agreed'])
    await owner().consentWithdrawal.create({ data: { consentId, personId: w.id, how: 'spoken', withdrawnOn: dayToDb(today()), recordedBy: w.caseworker.userId } })
    expect(await facts(w.requestId, id)).toBeNull()
  })

  it('stands on the volunteer’s own page once both have said yes, and on nobody else’s', async () => {
    const w = await wants('10:00', '11:00')
    const [me, other] = [await volunteerActor(), await volunteerActor()]
    const { consentId } = await matched(w, me.id)
    const mine = async (who: Actor) => (await ownPage(who, 'da'))?.matches.map(({ companion }) => companion) ?? null
    expect(await mine(me.actor)).toMatchObject([{ what: 'Opfølgning i jobcentret', place: 'Rådhusgården 3', meeting_point: 'Ved indgangen', agreed_role: 'listener' }])
    expect(await mine(other.actor)).toEqual([])
    // Once in the log for a page, and also where nothing but the meetings is asked for.
    const shown = () => owner().auditEvent.count({ where: { personId: w.id, action: 'consent.card-viewed', actorUserId: me.actor.userId } })
    expect(await shown()).toBe(1)
    for (const who of [me.actor, other.actor]) await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT * FROM access.my_companion_meetings()`)
    expect(await shown()).toBe(2)
    await owner().consentWithdrawal.create({ data: { consentId, personId: w.id, how: 'spoken', withdrawnOn: dayToDb(today()), recordedBy: w.caseworker.userId } })
    expect(await mine(me.actor)).toEqual([])
  })

  it('is nothing of somebody who is protected since, and no language where needs are not shared', async () => {
    const [w, id] = [await wants('10:00', '11:00', {}, ['contact']), await helper()]
    await ask(lead, w.requestId, id)
    expect(await facts(w.requestId, id)).toMatchObject({ person_language: null })
    await owner().person.update({ where: { id: w.id }, data: { protection: 'P2' } })
    expect(await facts(w.requestId, id)).toBeNull()
  })

  it('stands behind the link of the volunteer, and behind no other', async () => {
    const [w, id] = [await wants('10:00', '11:00'), await helper()]
    await ask(lead, w.requestId, id)
    const [{ number } = { number: 0 }] = await owner().volunteerPairStep.findMany({ where: { requestId: w.requestId, volunteerId: id }, orderBy: { number: 'desc' } })
    await owner().volunteerQuestion.deleteMany({ where: { requestId: w.requestId } })
    for (const side of ['volunteer', 'person']) await owner().volunteerQuestion.create({ data: { requestId: w.requestId, volunteerId: id, personId: w.id, number, side, codeHash: new Uint8Array(createHash('sha256').update(`kode-${side}`).digest()), expiresOn: dayToDb(addDays(today(), 7)) } })
    const read = (code: string) => owner().$transaction(async (tx) => { await tx.$executeRawUnsafe(`SET LOCAL app.code = '${code}'`); return tx.$queryRawUnsafe<Record<string, unknown>[]>('SELECT * FROM access.question_meeting()') })
    const [one] = await read('kode-volunteer')
    expect(Object.keys(one ?? {})).toEqual(['areas', 'starts_at', 'ends_at', 'travel_minutes', 'person_language', 'meeting_language', 'agreed_role'])
    expect([await read('kode-person'), await read('kode-ukendt')]).toEqual([[], []])
  })

  it('is read by nobody by themselves: only by functions that know who asks', async () => {
    const w = await wants('10:00', '11:00')
    for (const who of [lead, w.caseworker]) for (const sql of [`SELECT * FROM access.companion_facts('${w.requestId}', '${w.requestId}')`, 'SELECT * FROM access.companion_bookings()', `SELECT access.companion_consent('${w.id}')`, 'SELECT * FROM access.question_meeting()']) {
      await expect(transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRawUnsafe(sql)), sql).rejects.toThrow('permission denied')
    }
    expect(await transaction({ role: 'app', token: w.caseworker.token }, (tx) => tx.$queryRawUnsafe('SELECT * FROM access.booked_pairs()'))).toEqual([])
  })
})
