import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { listWaiting } from '@/lib/volunteering/matching/waiting/queries'
import { requestVolunteer, withdrawRequest } from '@/lib/volunteering/requests/actions'
import { personRequests } from '@/lib/volunteering/requests/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { planned } from '../../support/plans'
import { dayFields } from '../../support/volunteers'

const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
let lead: Actor, unit = ''
const form = (personId: string, more: Record<string, string | string[]> = {}) => ({ personId, role: 'mentor', ...dayFields('since', today()), times: '1-evening', languages: 'ar', 'level.ar': 'native', challenges: 'flight', words: 'Vil gerne ud at gå', ...more })
const wants = (by: Actor, personId: string, more = {}) => as(by, () => submit(requestVolunteer, form(personId, more)))
const opened = async (by: Actor, personId: string) => (await personRequests(by, personId, async () => null))?.content?.more ?? null
const waiting = async (personId: string, who = lead) => {
  const one = await owner().volunteerRequest.findFirstOrThrow({ where: { personId } })
  return (await listWaiting(who, today())).rows.find(({ id }) => id === one.id)
}
type Said = { fields?: string[]; purpose?: string; unitId?: string; givenOn?: Day; expiresOn?: Day }
const consents = (personId: string, by: Actor, { fields = ['needs'], purpose = 'referral', unitId = unit, givenOn = today(), expiresOn = addDays(today(), 30) }: Said = {}) => owner().consent.create({ data: { personId, purpose, fields, recipientUnitId: unitId, how: 'written', wording: 'Vi må fortælle det', givenOn: dayToDb(givenOn), expiresOn: dayToDb(expiresOn), recordedBy: by.userId } })

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

describe('a request', () => {
  it('is written, read and withdrawn by those who have the person, and once for a role', async () => {
    const { id, caseworker } = await planned()
    expect((await wants(caseworker, id)).redirectedTo).toBe(`/people/${id}/waiting`)
    expect((await wants(caseworker, id)).state?.fields?.role?.[0]).toContain('venter allerede')
    const [one] = (await opened(caseworker, id))?.requests ?? []
    expect(one).toMatchObject({ role: 'mentor', state: 'waiting', times: ['1-evening'], languages: ['ar-native'], challenges: ['flight'], ageFrom: null, words: 'Vil gerne ud at gå' })
    await as(caseworker, () => submit(withdrawRequest, { personId: id, volunteerRequestId: one?.id ?? '' }))
    expect((await as(caseworker, () => submit(withdrawRequest, { personId: id, volunteerRequestId: one?.id ?? '' }))).state?.message).toContain('venter ikke længere')
    expect((await wants(caseworker, id)).redirectedTo).toBeTruthy()
    expect((await opened(caseworker, id))?.requests.map(({ state }) => state)).toEqual(['waiting', 'withdrawn'])
    expect(await owner().auditEvent.count({ where: { personId: id, action: { in: ['volunteer.requested', 'volunteer.request-withdrawn'] } } })).toBe(3)
  })

  it('of two at the same moment is one', async () => {
    const { id, caseworker } = await planned()
    const sql = `INSERT INTO volunteer_request (person_id, role_code, since, created_by) VALUES ('${id}', 'mentor', current_date, '${caseworker.userId}')`
    const [written, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = transaction({ role: 'app', token: caseworker.token }, async (tx) => { await tx.$executeRawUnsafe(sql); written.resolve(); await over.promise })
    await written.promise
    const second = asked(caseworker, sql).then(() => 'written', (error: Error) => String(error))
    await new Promise((done) => setTimeout(done, 300))
    over.resolve()
    await first
    expect(await second).toMatch(/volunteer_request_one_live|waits for a role once/)
    expect((await wants(caseworker, id)).state?.fields?.role?.[0]).toContain('venter allerede')
    expect(await owner().volunteerRequest.count({ where: { personId: id } })).toBe(1)
  })

  it('is reached like everything else about the person, and written in nobody else’s name', async () => {
    const [{ id, caseworker, stranger }, other] = [await planned(), await planned()]
    await wants(caseworker, id)
    const { id: requestId } = await owner().volunteerRequest.findFirstOrThrow({ where: { personId: id } })
    const others: Partial<Record<RoleName, Actor>> = {}
    for (const role of roles) others[role] = await staff(role)
    for (const who of [stranger, other.caseworker, ...Object.values(others)]) {
      expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT 1 FROM volunteer_request UNION ALL SELECT 1 FROM volunteer_request_state`)).toEqual([])
      expect(await opened(who, id).catch(() => null)).toBeNull()
      expect((await wants(who, id, { role: 'visitor' })).redirectedTo).toBeNull()
      await expect(asked(who, `INSERT INTO volunteer_request (person_id, role_code, since, created_by) VALUES ('${id}', 'visitor', current_date, '${who.userId}')`)).rejects.toThrow(/row-level security/)
      await expect(asked(who, `INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) VALUES ('${requestId}', '${id}', 2, 'withdrawn', '${who.userId}')`)).rejects.toThrow(/row-level security/)
    }
    const own = (by: string, about = id) => `INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) VALUES ('${requestId}', '${about}', 2, 'withdrawn', '${by}')`
    for (const sql of [own(stranger.userId), own(caseworker.userId, other.id), `INSERT INTO volunteer_request (person_id, role_code, since, created_by) VALUES ('${id}', 'visitor', current_date, '${stranger.userId}')`]) await expect(asked(caseworker, sql), sql).rejects.toThrow(/row-level security/)
    for (const sql of ['UPDATE volunteer_request SET words = NULL', 'DELETE FROM volunteer_request', "UPDATE volunteer_request_state SET state = 'met'", 'DELETE FROM volunteer_request_state']) await expect(asked(caseworker, sql), sql).rejects.toThrow('permission denied')
    await expect(asked(caseworker, own(caseworker.userId).replace(', 2,', ', 3,'))).rejects.toThrow(/counted/)
    await expect(asked(caseworker, own(caseworker.userId).replace('withdrawn', 'waiting'))).rejects.toThrow(/does not go/)
  })

  it('behind emergency access is read, and not written', async () => {
    const { id, caseworker, stranger: s } = await planned()
    await wants(caseworker, id)
    await owner().breakGlass.create({ data: { userId: s.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await opened(s, id))?.requests).toHaveLength(1)
    expect((await wants(s, id, { role: 'visitor' })).redirectedTo).toBeNull()
    await expect(asked(s, `INSERT INTO volunteer_request (person_id, role_code, since, created_by) VALUES ('${id}', 'visitor', current_date, '${s.userId}')`)).rejects.toThrow(/row-level security/)
  })
})

describe('whoever leads volunteers', () => {
  it('knows by a live consent to their own unit who it is, and without one a number, a role and since when', async () => {
    const { id, caseworker } = await planned({ firstName: 'Aisha', lastName: 'Navnkendt' })
    await wants(caseworker, id)
    const bare = { role: 'mentor', since: today(), told: false, name: null, areas: [], languages: [] }
    expect(await waiting(id)).toMatchObject(bare)
    for (const not of [{ purpose: 'meeting' }, { expiresOn: addDays(today(), -1), givenOn: addDays(today(), -9) }, { unitId: caseworker.unitId ?? '' }]) { await consents(id, caseworker, not); expect(await waiting(id)).toMatchObject(bare) }
    await consents(id, caseworker, { fields: ['contact'] })
    expect(await waiting(id)).toMatchObject({ told: true, name: 'Aisha Navnkendt', languages: [] })
    const { id: consentId } = await consents(id, caseworker)
    expect(await waiting(id)).toMatchObject({ told: true, name: 'Aisha Navnkendt', languages: ['ar-native'] })
    expect(await waiting(id, await staff('VOLUNTEER_LEAD'))).toMatchObject(bare)
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.waiting-listed', actorUserId: lead.userId } })).toBeGreaterThan(0)
    const raw = () => transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw<{ words: string | null; challenges: string[] | null }[]>`SELECT w.words, w.challenges FROM access.waiting_requests() w WHERE w.person_id = ${id}::uuid`)
    expect(await raw()).toEqual([{ words: 'Vil gerne ud at gå', challenges: ['flight'] }])
    await owner().consentWithdrawal.create({ data: { consentId, personId: id, how: 'spoken', withdrawnOn: dayToDb(today()), recordedBy: caseworker.userId } })
    expect(await raw()).toEqual([{ words: null, challenges: null }])
  })

  it('never knows who is shielded or protected, whatever was agreed, cleared or not; and nothing of those who died or withdrew', async () => {
    for (const protection of ['P1', 'P2', 'P3'] as const) {
      const { id, caseworker } = await planned()
      await wants(caseworker, id)
      await consents(id, caseworker)
      await owner().person.update({ where: { id }, data: { protection } })
      // Nor does their page say that anybody may.
      const cleared = await staff('CASEWORKER', { unitId: caseworker.unitId ?? '', clearances: ['SHIELDED', 'PROTECTED_ADDRESS'] })
      await owner().assignment.create({ data: { personId: id, userId: cleared.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
      expect([protection, await opened(cleared, id)]).toMatchObject([protection, { told: false, needs: false }])
      for (const who of [lead, await staff('VOLUNTEER_LEAD', { unitId: unit, clearances: ['SHIELDED', 'PROTECTED_ADDRESS'] })]) expect([protection, await waiting(id, who)]).toMatchObject([protection, { told: false, name: null, languages: [] }])
    }
    const [dead, gone] = [await planned(), await planned()]
    for (const { id, caseworker } of [dead, gone]) await wants(caseworker, id)
    await owner().person.update({ where: { id: dead.id }, data: { diedOn: dayToDb(today()) } })
    const { id: requestId } = await owner().volunteerRequest.findFirstOrThrow({ where: { personId: gone.id } })
    await as(gone.caseworker, () => submit(withdrawRequest, { personId: gone.id, volunteerRequestId: requestId }))
    expect([await waiting(dead.id), await waiting(gone.id)]).toEqual([undefined, undefined])
  })

  it('alone reads the list, in the database as well', async () => {
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      const who = await staff(role, { unitId: unit })
      await expect(listWaiting(who, today()), role).rejects.toThrow('volunteer.match')
      expect([role, await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.waiting_requests()`)]).toEqual([role, []])
    }
  })
})
