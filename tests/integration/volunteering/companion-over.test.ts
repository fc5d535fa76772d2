import { beforeAll, describe, expect, it } from 'vitest'
import { readPart } from '@/lib/access/parts'
import type { Actor } from '@/lib/access/permissions'
import { now, today } from '@/lib/platform/clock'
import { addDays, dayFromDb, dayToDb, momentAt } from '@/lib/platform/day'
import { Prisma, transaction } from '@/lib/platform/db'
import { companionPart } from '@/lib/volunteering/companions/day/queries'
import { closeCompanions } from '@/lib/volunteering/companions/jobs'
import { personCompanion } from '@/lib/volunteering/companions/queries'
import { COMPANION_DAYS } from '@/lib/volunteering/companions/rules'
import { followUpCompanion, holdCompanionMeeting } from '@/lib/volunteering/companions/steps/actions'
import { askVolunteer } from '@/lib/volunteering/matching/candidates/actions'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { listWaiting } from '@/lib/volunteering/matching/waiting/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { agreesTo, wantsCompanion } from '../../support/companions'
import { owner } from '../../support/db'
import { planned } from '../../support/plans'
import { dayFields, volunteer } from '../../support/volunteers'
import { wholePlan } from '../../support/whole-plan'

let lead: Actor, unit = ''
async function wants() {
  const made = await planned()
  await agreesTo(made.id, made.caseworker, unit)
  await wantsCompanion(made.caseworker, made.id)
  const { id: companionId, requestId } = await owner().companionMeeting.findFirstOrThrow({ where: { personId: made.id } })
  return { ...made, companionId, requestId: requestId ?? '' }
}
type Wants = Awaited<ReturnType<typeof wants>>
/** Half an hour that ends at half past eleven at night in Denmark, so many days ago; with a day each side where it is neither one day in UTC nor the other. */
const moved = (one: Wants, days: number) => owner().companionMeeting.update({ where: { id: one.companionId }, data: { startsAt: momentAt(addDays(today(), -days), 23), endsAt: momentAt(addDays(today(), -days), 23, 30) } })
const begun = (one: Wants, seconds: number) => owner().companionMeeting.update({ where: { id: one.companionId }, data: { startsAt: new Date(+now() - seconds * 1000), endsAt: new Date(+now() + 3_600_000) } })
const helper = async () => {
  const id = await volunteer({ roles: ['companion'], step: 'active', papers: [['confidentiality', null], ['criminal-record', addDays(today(), 300)]] })
  await owner().volunteerTraining.create({ data: { volunteerId: id, kind: 'course', title: 'Kursus for bisiddere', onDay: dayToDb(today()), recordedBy: lead.userId } })
  await owner().volunteer.update({ where: { id }, data: { capacity: 1 } })
  return id
}
/** Both said yes a month ago. */
async function agreed(one: Wants, volunteerId: string) {
  const { id: matchId } = await owner().volunteerMatch.create({ data: { requestId: one.requestId, volunteerId, personId: one.id, roleCode: 'companion', startedOn: dayToDb(addDays(today(), -30)), startedBy: lead.userId } })
  await owner().volunteerRequestState.create({ data: { requestId: one.requestId, personId: one.id, number: 2, state: 'met', recordedBy: lead.userId } })
  const { expiresOn } = await owner().consent.create({ data: { personId: one.id, purpose: 'referral', fields: ['contact'], recipientName: 'Test', recipientVolunteerId: volunteerId, how: 'spoken', evidence: 'Sagt til den, der har borgeren', wording: 'Vi må fortælle det', givenOn: dayToDb(addDays(today(), -30)), expiresOn: dayToDb(addDays(today(), 334)), recordedBy: one.caseworker.userId } })
  return { matchId, volunteerId, until: dayFromDb(expiresOn) }
}
const night = () => closeCompanions(null, new AbortController().signal)
const lines = (one: Wants, who = one.caseworker, at = now()) => readPart(who, Prisma.sql`/* keep:test */`, companionPart(who, at))
const state = async (one: Wants) => (await personCompanion(one.caseworker, one.id, one.companionId, async () => null))?.content?.more?.meeting.state
const reads = async ({ matchId }: { matchId: string }) => (await owner().$queryRaw<[{ fields: string[] | null }]>`SELECT access.match_fields(${matchId}::uuid) AS fields`)[0].fields
const load = async (volunteerId: string) => (await transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw<{ running: number; asked: number }[]>`SELECT running, asked FROM access.volunteer_loads() WHERE volunteer_id = ${volunteerId}::uuid`))[0] ?? { running: 0, asked: 0 }
const ended = ({ matchId }: { matchId: string }) => owner().volunteerMatchEnd.findFirst({ where: { matchId }, select: { endedOn: true, endedBy: true, cause: true, met: true, recordedBy: true } })

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

describe('a match for a meeting nobody follows up', () => {
  it('lets the companion read for 14 days more, whatever the consent said, and then ends by itself', async () => {
    const at = async (days: number) => { const one = await wants(); await moved(one, days); return { one, ...(await agreed(one, await helper())) } }
    const [last, over, held] = [await at(14), await at(15), await at(15)]
    await as(held.one.caseworker, () => submit(holdCompanionMeeting, { personId: held.one.id, companionId: held.one.companionId, held: 'yes' }))
    expect(await owner().$queryRaw`SELECT access.companion_days() AS days`).toEqual([{ days: COMPANION_DAYS }])
    expect([last.until, over.until]).toEqual([today(), addDays(today(), -1)])
    expect([await reads(last), await reads(over)]).toEqual([['contact'], null])
    expect(await night()).toEqual({ ended: 2, unmet: 0 })
    expect(await night()).toEqual({ ended: 0, unmet: 0 })
    const by = { endedOn: dayToDb(today()), endedBy: 'municipality', recordedBy: null }
    expect([await ended(last), await ended(over), await ended(held)]).toEqual([null, { ...by, cause: 'other', met: null }, { ...by, cause: 'reached', met: true }])
    // The place is free, and the meeting is no less to be followed up.
    expect([await load(last.volunteerId), await load(over.volunteerId)]).toMatchObject([{ running: 1 }, { running: 0 }])
    expect([await state(over.one), await state(held.one)]).toEqual(['agreed', 'held'])
    expect(await lines(over.one)).toMatchObject([{ kind: 'follow-up', day: addDays(today(), -8) }])
    expect(await owner().auditEvent.count({ where: { action: 'companion.closed', personId: { in: [last.one.id, over.one.id, held.one.id] } } })).toBe(2)
    const follow = () => as(held.one.caseworker, () => submit(followUpCompanion, { personId: held.one.id, companionId: held.one.companionId, ...dayFields('on', today()), supported: '5', balanced: '5', understood: '5', note: '' }))
    expect((await follow()).redirectedTo).toBeTruthy()
    expect([await state(held.one), await lines(held.one)]).toEqual(['followed-up', []])
  })

  it('has its follow-up on the first page of whoever asked, from the end of the meeting, and of nobody else', async () => {
    const one = await wants()
    await agreed(one, await helper())
    expect(await lines(one)).toEqual([])
    await moved(one, 1)
    expect(await lines(one)).toEqual([{ id: one.companionId, personId: one.id, name: expect.any(String), what: 'Opfølgning i jobcentret', kind: 'follow-up', day: addDays(today(), 6) }])
    expect(await lines(one, one.stranger)).toEqual([])
    await owner().assignment.create({ data: { personId: one.id, userId: one.stranger.userId, reason: 'test', fromDay: dayToDb(today()) } })
    expect(await lines(one, one.stranger)).toMatchObject([{ kind: 'follow-up' }])
    expect(await owner().auditEvent.count({ where: { action: 'companion.day-listed', actorUserId: one.stranger.userId, subjects: { some: { personId: one.id } } } })).toBe(1)
  })
})

describe('a meeting that began with nobody', () => {
  it('waits no more, is proposed to nobody, and nobody is asked for it or kept for it', async () => {
    const [one, volunteerId] = [await wants(), await helper()]
    const ask = (id: string) => as(lead, () => submit(askVolunteer, { volunteerRequestId: one.requestId, volunteerId: id }))
    expect((await ask(volunteerId)).redirectedTo).toBeTruthy()
    await begun(one, -60)
    expect([(await listWaiting(lead, today())).rows.some(({ id }) => id === one.requestId), await state(one), (await load(volunteerId)).asked]).toEqual([true, 'asked', 1])
    await begun(one, 1)
    expect((await listWaiting(lead, today())).rows.some(({ id }) => id === one.requestId)).toBe(false)
    expect((await wholePlan(lead)).rows.some(({ request }) => request.id === one.requestId)).toBe(false)
    expect(await openRequest(lead, one.requestId, today())).toBeNull()
    expect((await ask(await helper())).redirectedTo).toBeNull()
    expect(await transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT said FROM access.step_pair(${one.requestId}::uuid, ${volunteerId}::uuid, 'turned-down', 'wish', '')`)).toEqual([{ said: 'gone' }])
    expect([await state(one), (await load(volunteerId)).asked]).toEqual(['unmet', 0])
    expect(await owner().$queryRaw`SELECT 1 FROM access.companion_bookings() WHERE request_id = ${one.requestId}::uuid`).toEqual([])
    expect(await lines(one)).toMatchObject([{ kind: 'unmet', day: today() }])
    // The night writes it down once; the figures count it no more.
    expect(await night()).toEqual({ ended: 0, unmet: 1 })
    expect(await night()).toEqual({ ended: 0, unmet: 0 })
    expect([await state(one), (await lines(one)).length, await lines(one, one.caseworker, momentAt(addDays(today(), 15), 0, 30))]).toEqual(['unmet', 1, []])
  })

  it('cannot be asked for: not at half past eleven for eleven the same night', async () => {
    const { id, caseworker } = await planned()
    await agreesTo(id, caseworker, unit)
    const past = { starts: '00:00', ends: '00:01' }
    expect(Object.keys((await wantsCompanion(caseworker, id, past, today())).state?.fields ?? {})).toEqual(['starts'])
    expect((await wantsCompanion(caseworker, id, { ...past, whose: 'friend' }, today())).redirectedTo).toBeTruthy()
  })
})
