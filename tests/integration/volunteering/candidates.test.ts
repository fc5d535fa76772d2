import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { askVolunteer, takeBackPair, turnDownPair } from '@/lib/volunteering/matching/candidates/actions'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { planned } from '../../support/plans'
import { volunteer } from '../../support/volunteers'

let lead: Actor, other: Actor, unit = ''
const helper = async (data: object = {}) => {
  const id = await volunteer({ roles: ['visitor'], step: 'active', papers: [['confidentiality', null], ['criminal-record', addDays(today(), 300)]] })
  await owner().volunteer.update({ where: { id }, data })
  return id
}
const waits = async (told = true) => {
  const made = await planned()
  const { id } = await owner().volunteerRequest.create({ data: { personId: made.id, roleCode: 'visitor', since: dayToDb(today()), times: ['1-evening'], areas: [], languages: ['da-native'], challenges: [], createdBy: made.caseworker.userId } })
  await owner().volunteerRequestState.create({ data: { requestId: id, personId: made.id, number: 1, state: 'waiting', recordedBy: made.caseworker.userId } })
  if (told) await owner().consent.create({ data: { personId: made.id, purpose: 'referral', fields: ['needs'], recipientUnitId: unit, how: 'written', wording: 'Vi må fortælle det', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: made.caseworker.userId } })
  return { ...made, requestId: id }
}
const sends = (volunteerRequestId: string, volunteerId: string, more = {}) => ({ volunteerRequestId, volunteerId, ...more })
const ask = (who: Actor, requestId: string, volunteerId: string) => as(who, () => submit(askVolunteer, sends(requestId, volunteerId)))
const turnDown = (who: Actor, requestId: string, volunteerId: string, cause = 'times') => as(who, () => submit(turnDownPair, sends(requestId, volunteerId, { cause })))
const takeBack = (who: Actor, requestId: string, volunteerId: string) => as(who, () => submit(takeBackPair, sends(requestId, volunteerId)))
const why = async (requestId: string, id: string) => (await openRequest(lead, requestId, today()))?.hidden.find(({ names }) => names.some((one) => one.id === id))?.rule ?? null
const proposed = async (requestId: string, id: string) => (await openRequest(lead, requestId, today()))?.candidates.some((one) => one.id === id) ?? false
const agrees = (associationId: string, number: number, days: number) => owner().partnership.create({ data: { associationId, number, fromDay: dayToDb(addDays(today(), -200)), toDay: dayToDb(addDays(today(), days)), responsibilities: 'Kommunen finder, foreningen følger', recordedBy: lead.userId } })
const closeTo = async (volunteerId: string, personId: string) => owner().volunteerTie.create({ data: { volunteerId, personId, tiedBy: lead.userId } })

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
  other = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

describe('candidates', () => {
  it('are those no rule forbids, with reasons; the others are counted by the first rule and can be opened', async () => {
    const { requestId } = await waits()
    const [fits, wrong, late, full] = [await helper({ times: ['1-evening'] }), await helper({ roles: ['host'] }), await helper(), await helper({ capacity: 0 })]
    await owner().volunteerPaper.updateMany({ where: { volunteerId: late, kindCode: 'criminal-record' }, data: { onDay: dayToDb(addDays(today(), -9)), expiresOn: dayToDb(addDays(today(), -1)) } })
    const found = await openRequest(lead, requestId, today())
    expect(found?.candidates.find(({ id }) => id === fits)?.reasons).toMatchObject({ for: [{ name: 'times' }, { name: 'load' }], unknown: ['languages', 'experience', 'areas'] })
    expect([await why(requestId, wrong), await why(requestId, late), await why(requestId, full), await why(requestId, fits)]).toEqual(['role', 'clearance', 'capacity', null])
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.request-viewed', actorUserId: lead.userId } })).toBeGreaterThan(0)
  })

  it('do not come by an association whose agreement has lapsed, until it is renewed; one that runs, or never was, is in nobody’s way', async () => {
    const { requestId } = await waits()
    const by = async (...ends: number[]) => {
      const { id: associationId } = await owner().association.create({ data: { name: 'Foreningen', kind: 'social', createdBy: lead.userId } })
      for (const [at, end] of ends.entries()) await agrees(associationId, at + 1, end)
      return { associationId, id: await helper({ associationId }) }
    }
    const [lapsed, live, never] = [await by(-1), await by(0), await by()]
    expect(await why(requestId, lapsed.id)).toBe('agreement')
    expect((await ask(lead, requestId, lapsed.id)).state?.ok).not.toBe(true)
    expect(await owner().volunteerPairStep.count({ where: { volunteerId: lapsed.id } })).toBe(0)
    expect([await why(requestId, live.id), await why(requestId, never.id)]).toEqual([null, null])
    await agrees(lapsed.associationId, 2, 300)
    expect(await why(requestId, lapsed.id)).toBeNull()
  })

  it('are nobody where no consent lets the name be known, and nobody can be asked then', async () => {
    const [{ requestId }, id] = [await waits(false), await helper()]
    expect(await openRequest(lead, requestId, today())).toMatchObject({ request: { name: null, personId: null }, candidates: [], asked: [], hidden: [] })
    for (const tried of [ask, turnDown]) expect((await tried(lead, requestId, id)).state?.message).toContain('venter ikke længere')
    expect(await owner().volunteerPairStep.count({ where: { volunteerId: id } })).toBe(0)
  })

  it('who are close to the person or their caseworker are counted and never named, and are not asked', async () => {
    const { id: personId, requestId, caseworker } = await waits()
    const [kin, themselves, staffKin] = [await helper(), await helper(), await helper()]
    const [brother, sister] = [await person('RELATIVE'), await person('RELATIVE')]
    await owner().relation.create({ data: { personId, relatedPersonId: brother.id, kind: 'SIBLING' } })
    await owner().staffRelation.create({ data: { userId: caseworker.userId, personId: sister.id, kind: 'sister', fromDay: new Date('2026-01-01') } })
    await closeTo(kin, brother.id); await closeTo(themselves, personId); await closeTo(staffKin, sister.id)
    const found = await openRequest(lead, requestId, today())
    expect(found?.hidden.find(({ rule }) => rule === 'staff')).toEqual({ rule: 'staff', count: 3, names: [] })
    for (const id of [kin, themselves, staffKin]) {
      expect((await ask(lead, requestId, id)).redirectedTo).toBeNull()
      expect(await transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT said FROM access.step_pair(${requestId}::uuid, ${id}::uuid, 'asked', NULL, NULL)`)).toEqual([{ said: 'forbidden' }])
    }
  })
})

describe('a pair', () => {
  it('that is asked takes a place, and of two leads at once exactly one has asked', async () => {
    const [one, two, id] = [await waits(), await waits(), await helper({ capacity: 1 })]
    const answers = await Promise.all([ask(lead, one.requestId, id), ask(other, two.requestId, id)])
    expect(answers.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    expect(await owner().volunteerPairStep.count({ where: { volunteerId: id, step: 'asked' } })).toBe(1)
  })

  it('is counted by the database itself: the second waits for the first, and finds no room or no question left', async () => {
    for (const [data, said] of [[{ capacity: 1 }, 'full'], [{ capacity: 3, monthlyLimit: 1 }, 'limit']] as const) {
      const [one, two, id] = [await waits(), await waits(), await helper(data)]
      const step = (requestId: string) => (tx: Parameters<Parameters<typeof transaction>[1]>[0]) => tx.$queryRaw<{ said: string }[]>`SELECT said FROM access.step_pair(${requestId}::uuid, ${id}::uuid, 'asked', NULL, NULL)`
      const [written, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const first = transaction({ role: 'app', token: lead.token }, async (tx) => { const done = await step(one.requestId)(tx); written.resolve(); await over.promise; return done })
      await written.promise
      const second = transaction({ role: 'app', token: other.token }, step(two.requestId))
      await new Promise((done) => setTimeout(done, 300))
      over.resolve()
      expect([await first, await second]).toEqual([[{ said: 'done' }], [{ said }]])
    }
  })

  it('that was turned down is not proposed again until what it was for is another, and is taken back within a day', async () => {
    const [{ requestId }, id] = [await waits(), await helper({ times: ['2-morning'] })]
    expect(await proposed(requestId, id)).toBe(true)
    expect((await turnDown(lead, requestId, id)).redirectedTo).toBeTruthy()
    expect([await why(requestId, id), (await ask(lead, requestId, id)).redirectedTo]).toEqual(['turned-down', null])
    await owner().volunteer.update({ where: { id }, data: { times: ['1-evening'] } })
    expect(await proposed(requestId, id)).toBe(true)
    await owner().volunteer.update({ where: { id }, data: { times: ['2-morning'] } })
    expect((await takeBack(lead, requestId, id)).redirectedTo).toBeTruthy()
    expect(await proposed(requestId, id)).toBe(true)
    await turnDown(lead, requestId, id)
    await owner().volunteerPairStep.updateMany({ where: { volunteerId: id, number: 3 }, data: { recordedAt: new Date(Date.now() - 90_000_000) } })
    expect((await takeBack(lead, requestId, id)).state?.message).toContain('mere end et døgn')
  })

  it('is asked by those who lead volunteers alone, and its steps are written by no statement', async () => {
    const [{ id: personId, requestId, caseworker }, id] = [await waits(), await helper()]
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      const who = await staff(role, { unitId: unit })
      expect((await ask(who, requestId, id)).redirectedTo).toBeNull()
      expect([role, await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT said FROM access.step_pair(${requestId}::uuid, ${id}::uuid, 'asked', NULL, NULL)`)]).toEqual([role, [{ said: 'gone' }]])
      expect([role, await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.request_pairs(${requestId}::uuid)`)]).toEqual([role, []])
    }
    await ask(lead, requestId, id)
    const seen = (who: Actor) => transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM volunteer_pair_step WHERE person_id = ${personId}::uuid`)
    expect([(await seen(caseworker)).length, (await seen(lead)).length]).toEqual([1, 0])
    for (const sql of ["UPDATE volunteer_pair_step SET step = 'taken-back'", 'DELETE FROM volunteer_pair_step', `INSERT INTO volunteer_pair_step (request_id, volunteer_id, person_id, number, step, on_day, recorded_by) VALUES ('${requestId}', '${id}', '${personId}', 2, 'taken-back', current_date, '${lead.userId}')`])
      for (const who of [lead, caseworker]) await expect(transaction({ role: 'app', token: who.token }, (tx) => tx.$executeRawUnsafe(sql)), sql).rejects.toThrow('permission denied')
  })
})
