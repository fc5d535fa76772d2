import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { beginMatchNow, endMatch } from '@/lib/volunteering/matches/actions'
import { listMatches, matchesOf, openMatch } from '@/lib/volunteering/matches/queries'
import { tellStarted } from '@/lib/volunteering/matching/asking/jobs'
import { takeStep } from '@/lib/volunteering/path/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { ask, begin, helper, matched, type Matched, personSays, volunteerSays, waits } from '../../support/pairs'
import { dayFields } from '../../support/volunteers'

let lead: Actor, unit = ''
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})
const wanted = async (data: object = {}) => {
  const [person, volunteerId] = [await waits(unit), await helper(data)]
  await ask(lead, person.requestId, volunteerId)
  await volunteerSays(lead, person.requestId, volunteerId)
  await personSays(person, volunteerId)
  return { ...person, volunteerId }
}
const matches = (requestId: string) => owner().volunteerMatch.count({ where: { requestId } })
const open = async (matchId: string) => (await owner().$queryRaw<[{ open: boolean; fields: string[] | null }]>`SELECT access.match_open(${matchId}::uuid) AS open, access.match_fields(${matchId}::uuid) AS fields`)[0]
const end = (who: Actor, matchId: string, more: Record<string, string> = {}) => as(who, () => submit(endMatch, { matchId, endedBy: 'both', cause: 'reached', met: 'yes', rating: '4', words: '', ...more }))
const withdraw = async ({ id, volunteerId, caseworker }: Matched) => {
  const { id: consentId } = await owner().consent.findFirstOrThrow({ where: { personId: id, recipientVolunteerId: volunteerId } })
  await owner().consentWithdrawal.create({ data: { consentId, personId: id, withdrawnOn: dayToDb(today()), how: 'spoken', recordedBy: caseworker.userId } })
}

describe('a match', () => {
  it('begins when both have said yes, with a consent to this volunteer, and takes a place', async () => {
    const { id, requestId, volunteerId, matchId } = await matched(lead, unit)
    expect(await open(matchId)).toEqual({ open: true, fields: ['contact'] })
    expect(await owner().consent.findFirst({ where: { personId: id, recipientVolunteerId: volunteerId }, select: { purpose: true, fields: true, recipientName: true, how: true, wording: true } })).toMatchObject({ purpose: 'referral', fields: ['contact'], recipientName: 'Test', how: 'spoken' })
    expect(await owner().volunteerRequestState.findFirst({ where: { requestId }, orderBy: { number: 'desc' }, select: { state: true } })).toEqual({ state: 'met' })
    const next = await waits(unit)
    expect((await ask(lead, next.requestId, volunteerId)).state?.message).toContain('ikke plads')
    const list = await listMatches(lead, today(), { tab: 'running', page: 1 })
    const logged = await owner().auditEvent.count({ where: { action: 'volunteer.matches-listed', subjects: { some: { personId: id } } } })
    expect(logged).toBe(1)
    // Whoever is on another page or behind another tab was not shown.
    const away = await listMatches(lead, today(), { tab: 'running', page: 2 })
    expect([away.running, away.ended, away.counts]).toEqual([[], [], list.counts])
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.matches-listed', subjects: { some: { personId: id } } } })).toBe(logged)
    expect(list.running.find((one) => one.id === matchId)).toMatchObject({ told: true, open: true, end: null })
    expect((await listMatches(lead, today(), { tab: 'asked', page: 1 })).asked.some((one) => one.requestId === requestId)).toBe(false)
  })

  it('stands on the page of its volunteer, and of nobody else, by name as long as a consent lets it', async () => {
    const { id, requestId, volunteerId, matchId } = await matched(lead, unit)
    const logged = () => owner().auditEvent.count({ where: { action: 'volunteer.matches-listed', subjects: { some: { personId: id } } } })
    const before = await logged()
    expect(await matchesOf(lead, volunteerId, today())).toMatchObject({ asked: [], matches: [{ id: matchId, told: true, personId: id, end: null }] })
    expect(await logged()).toBe(before + 1)
    const consent = await owner().consent.findFirstOrThrow({ where: { personId: id, recipientUnitId: unit } })
    await owner().consentWithdrawal.create({ data: { consentId: consent.id, personId: id, withdrawnOn: dayToDb(today()), how: 'spoken', recordedBy: lead.userId } })
    expect((await matchesOf(lead, volunteerId, today())).matches).toMatchObject([{ id: matchId, told: false, personId: null, name: null }])
    expect(await logged()).toBe(before + 1)
    expect((await matchesOf(lead, await helper(), today())).matches).toEqual([])
    const half = { ...(await waits(unit)), volunteerId: await helper() }
    await ask(lead, half.requestId, half.volunteerId)
    expect(await matchesOf(lead, half.volunteerId, today())).toMatchObject({ asked: [{ requestId: half.requestId, state: 'open' }], matches: [] })
    expect((await matchesOf(lead, volunteerId, today())).asked.some((one) => one.requestId === requestId)).toBe(false)
  })

  it('that was asked about a moment ago may still be on its way by mail; a little later who was not written to is to be rung, by the number that stands there', async () => {
    const half = { ...(await waits(unit)), volunteerId: await helper({ phone: '+4522334455' }) }
    await ask(lead, half.requestId, half.volunteerId)
    const pair = async () => (await matchesOf(lead, half.volunteerId, today())).asked[0]
    expect(await pair()).toMatchObject({ fresh: true, volunteerMailed: false, volunteer: { phone: '+4522334455' } })
    await owner().$executeRaw`UPDATE volunteer_pair_step SET recorded_at = now() - interval '3 minutes' WHERE request_id = ${half.requestId}::uuid`
    expect((await pair())?.fresh).toBe(false)
    // Nobody hears of it who may not see the question.
    const lately = (actor: Actor) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw<{ id: string }[]>`SELECT request_id::text AS id FROM access.asked_lately()`)
    await owner().$executeRaw`UPDATE volunteer_pair_step SET recorded_at = now() WHERE request_id = ${half.requestId}::uuid`
    expect([(await lately(lead)).some(({ id }) => id === half.requestId), await lately(half.caseworker)]).toEqual([true, []])
  })

  it('does not begin before both have, nor where something stands in the way by then; and the lead is told what', async () => {
    const half = { ...(await waits(unit)), volunteerId: await helper() }
    await ask(lead, half.requestId, half.volunteerId)
    await volunteerSays(lead, half.requestId, half.volunteerId)
    expect(await begin(half.requestId, half.volunteerId)).toEqual({ refused: 1 })
    const [late, gone, ended, shielded] = [await wanted(), await wanted(), await wanted(), await wanted()]
    await owner().volunteerPaper.updateMany({ where: { volunteerId: late.volunteerId, kindCode: 'criminal-record' }, data: { onDay: dayToDb(addDays(today(), -9)), expiresOn: dayToDb(addDays(today(), -1)) } })
    const consent = await owner().consent.findFirstOrThrow({ where: { personId: gone.id } })
    await owner().consentWithdrawal.create({ data: { consentId: consent.id, personId: gone.id, withdrawnOn: dayToDb(today()), how: 'spoken', recordedBy: lead.userId } })
    await owner().volunteerStep.create({ data: { volunteerId: ended.volunteerId, number: 2, step: 'ended', reason: 'wish', onDay: dayToDb(today()), recordedBy: lead.userId } })
    await owner().person.update({ where: { id: shielded.id }, data: { protection: 'P3' } })
    for (const one of [late, gone, ended, shielded]) expect((await begin(one.requestId, one.volunteerId))?.started).toBeUndefined()
    expect(await Promise.all([half, late, gone, ended, shielded].map(({ requestId }) => matches(requestId)))).toEqual([0, 0, 0, 0, 0])
    const now = (one: typeof late) => as(lead, () => submit(beginMatchNow, { volunteerRequestId: one.requestId, volunteerId: one.volunteerId }))
    expect((await now(late)).state?.message).toContain('attest')
    expect((await now(gone)).state?.message).toContain('ikke længere')
    const refused = { ...(await waits(unit)), volunteerId: await helper() }
    await ask(lead, refused.requestId, refused.volunteerId)
    await volunteerSays(lead, refused.requestId, refused.volunteerId, 'no', 'times')
    expect((await now(refused)).state?.message).toContain('ikke længere')
    await owner().volunteerPaper.updateMany({ where: { volunteerId: late.volunteerId, kindCode: 'criminal-record' }, data: { expiresOn: dayToDb(addDays(today(), 30)) } })
    await owner().volunteer.update({ where: { id: late.volunteerId }, data: { email: 'begynder@hjem.invalid' } })
    expect((await now(late)).redirectedTo).toMatch(/^\/volunteers\/matches\//)
    // The volunteer is told as of any other that begins, once.
    const { id: matchId } = await owner().volunteerMatch.findFirstOrThrow({ where: { requestId: late.requestId } })
    expect(await owner().$queryRaw`SELECT 1 FROM pgboss.job WHERE name = 'volunteer.started' AND data->>'matchId' = ${matchId}`).toHaveLength(1)
    for (const _ of [1, 2]) await tellStarted({ matchId }, new AbortController().signal)
    expect(await owner().outboxMessage.findMany({ where: { recipient: 'begynder@hjem.invalid' }, select: { subject: true } })).toEqual([{ subject: 'I kan begynde' }])
  })

  it('of a volunteer with room for one begins once, also when both are begun at the same moment', async () => {
    const volunteerId = await helper({ capacity: 2 })
    const two = [await waits(unit), await waits(unit)]
    for (const one of two) {
      await ask(lead, one.requestId, volunteerId)
      await volunteerSays(lead, one.requestId, volunteerId)
      await personSays(one, volunteerId)
    }
    await owner().volunteer.update({ where: { id: volunteerId }, data: { capacity: 1 } })
    await Promise.all(two.flatMap((one) => [begin(one.requestId, volunteerId), begin(one.requestId, volunteerId)]))
    expect(await owner().volunteerMatch.count({ where: { volunteerId } })).toBe(1)
  })
})

describe('what the volunteer may know', () => {
  it('ends at once with the consent, the match, the person’s protection or death, and the volunteer', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => matched(lead, unit)))
    for (const one of all) expect((await open(one.matchId)).open).toBe(true)
    const [withdrawn, expired, over, secret, dead, left] = all as [Matched, Matched, Matched, Matched, Matched, Matched]
    await withdraw(withdrawn)
    await owner().consent.updateMany({ where: { personId: expired.id, recipientVolunteerId: expired.volunteerId }, data: { givenOn: dayToDb(addDays(today(), -9)), expiresOn: dayToDb(addDays(today(), -1)) } })
    await end(lead, over.matchId)
    await owner().person.update({ where: { id: secret.id }, data: { protection: 'P2' } })
    await owner().person.update({ where: { id: dead.id }, data: { diedOn: dayToDb(today()) } })
    await owner().volunteerStep.create({ data: { volunteerId: left.volunteerId, number: 2, step: 'ended', reason: 'wish', onDay: dayToDb(today()), recordedBy: lead.userId } })
    for (const one of all) expect(await open(one.matchId)).toEqual({ open: false, fields: null })
    // Whoever comes back begins with nobody, and nobody opens it again by hand.
    await owner().volunteerStep.createMany({ data: (['interested', 'active'] as const).map((step, at) => ({ volunteerId: left.volunteerId, number: 3 + at, step, onDay: dayToDb(today()), recordedBy: lead.userId })) })
    expect((await open(left.matchId)).open).toBe(false)
    const byHand = { personId: withdrawn.id, purpose: 'referral', fields: ['contact'], recipientName: 'Test', recipientVolunteerId: withdrawn.volunteerId, how: 'spoken', wording: 'Sætningen, de hørte', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: withdrawn.caseworker.userId }
    await expect(transaction({ role: 'app', token: withdrawn.caseworker.token }, (tx) => tx.consent.createMany({ data: [byHand] }))).rejects.toThrow()
    expect((await open(withdrawn.matchId)).open).toBe(false)
  })
})

describe('a volunteer', () => {
  it('ends no sooner than their matches', async () => {
    const { volunteerId, matchId } = await matched(lead, unit)
    const leave = () => as(lead, () => submit(takeStep, { volunteerId, number: '1', step: 'ended', reason: 'wish', words: '', ...dayFields('on', today()) }))
    expect((await leave()).state?.message).toContain('i gang (1)')
    await end(lead, matchId)
    expect((await leave()).redirectedTo).toBe(`/volunteers/${volunteerId}`)
  })
})

describe('an end', () => {
  it('is written once, withdraws the consent, and lets the person wait for somebody else where it is wished', async () => {
    const { id, requestId, volunteerId, matchId } = await matched(lead, unit)
    expect((await end(lead, matchId, { cause: 'stuck', again: 'on' })).redirectedTo).toMatch(/^\/volunteers\/requests\//)
    expect((await end(lead, matchId)).state?.message).toContain('allerede')
    expect(await owner().consentWithdrawal.count({ where: { personId: id, consent: { recipientVolunteerId: volunteerId } } })).toBe(1)
    const anew = await owner().volunteerRequest.findFirstOrThrow({ where: { personId: id, id: { not: requestId } } })
    expect(anew).toMatchObject({ roleCode: 'visitor', times: ['1-evening'], since: dayToDb(today()) })
    const other = await matched(lead, unit)
    await owner().volunteerRequest.create({ data: { personId: other.id, roleCode: 'visitor', since: dayToDb(today()), times: [], areas: [], languages: [], challenges: [], createdBy: other.caseworker.userId } })
    expect((await end(lead, other.matchId, { again: 'on' })).redirectedTo).toBe(`/volunteers/matches/${other.matchId}`)
    // Withdrawn by whoever has the citizen, it does not come back.
    const once = await matched(lead, unit)
    const again = () => transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw<[{ id: string | null }]>`SELECT access.ask_anew(${once.matchId}::uuid)::text AS id`)
    await end(lead, once.matchId)
    const [{ id: anewId }] = await again()
    await owner().volunteerRequestState.create({ data: { requestId: anewId ?? '', personId: once.id, number: 2, state: 'withdrawn', recordedBy: once.caseworker.userId } })
    expect(await again()).toEqual([{ id: null }])
    // The two got no further together: not proposed again.
    expect((await ask(lead, anew.id, volunteerId)).state?.message).toContain('ikke foreslås')
    expect((await openMatch(lead, matchId, today()))?.match.end).toMatchObject({ cause: 'stuck', met: true, rating: 4 })
  })

  it('is the lead’s; matches are read by leads, and by name only with a live consent to the unit', async () => {
    const one = await matched(lead, unit)
    const elsewhere = await staff('VOLUNTEER_LEAD')
    expect((await end(one.caseworker, one.matchId)).redirectedTo).toBeNull()
    expect((await openMatch(elsewhere, one.matchId, today()))?.match).toMatchObject({ told: false, name: null, personId: null })
    await owner().person.update({ where: { id: one.id }, data: { protection: 'P1' } })
    expect((await openMatch(lead, one.matchId, today()))?.match).toMatchObject({ told: false, name: null, open: false })
    const rows = (who: Actor, sql: string) => transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql))
    for (const table of ['volunteer_match', 'volunteer_answer']) {
      expect(await rows(one.caseworker, `SELECT 1 FROM ${table} WHERE person_id = '${one.id}'`)).not.toEqual([])
      expect(await rows(one.stranger, `SELECT 1 FROM ${table} WHERE person_id = '${one.id}'`)).toEqual([])
      expect(await rows(lead, `SELECT 1 FROM ${table} WHERE person_id = '${one.id}'`)).toEqual([])
    }
    await expect(rows(one.caseworker, 'SELECT 1 FROM volunteer_question')).rejects.toThrow()
    await expect(rows(lead, `INSERT INTO volunteer_match (request_id, volunteer_id, person_id, role_code, started_on, started_by) VALUES ('${one.requestId}', '${one.volunteerId}', '${one.id}', 'visitor', current_date, '${lead.userId}')`)).rejects.toThrow()
  })
})
