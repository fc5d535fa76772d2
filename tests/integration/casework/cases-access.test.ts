import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { closeCase, giveCase, openCase, openCaseAgain } from '@/lib/casework/cases/actions'
import { personCases } from '@/lib/casework/cases/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

let unit: string, caseworker: Actor, stranger: Actor, coordinator: Actor
const read = async (actor: Actor, personId: string) => (await personCases(actor, personId, async () => null))?.content?.more.cases ?? null
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const open = (personId: string, by: Actor, more: Record<string, string> = {}) => as(by, () => submit(openCase, { personId, kind: 'other', ...more }))
const opened = async (data: Parameters<typeof person>[1] = {}) => {
  const who = await person('JOBCENTRE_CLIENT', data)
  await owner().assignment.create({ data: { personId: who.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  await open(who.id, caseworker)
  return { id: who.id, caseId: (await owner().caseFile.findFirstOrThrow({ where: { personId: who.id } })).id }
}

beforeAll(async () => {
  unit = (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Jobcentret', nameEn: 'Jobcentre' } })).id
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter', unitId: unit })
  stranger = await staff('CASEWORKER', { name: 'Ida Igen', unitId: unit })
  coordinator = await staff('VETERAN_COORDINATOR', { unitId: unit })
})

describe('a case', () => {
  it('is read and changed by those who have the person and nobody else, and an answer does not tell that it is there', async () => {
    const { id, caseId } = await opened()
    for (const who of [stranger, coordinator]) {
      expect(await read(who, id)).toBeNull()
      const form = { caseId, number: '1', outcome: 'goal', months: '0', weeks: '4' }
      const [there, nowhere] = [await as(who, () => submit(closeCase, { ...form, personId: id })), await as(who, () => submit(closeCase, { ...form, personId: randomUUID(), caseId: randomUUID() }))]
      expect(there.state?.message).toBe(nowhere.state?.message)
      expect((await open(id, who)).state?.message).toBe((await open(randomUUID(), who)).state?.message)
    }
    expect(await owner().caseState.count({ where: { caseId } })).toBe(1)
    await owner().assignment.updateMany({ where: { personId: id }, data: { toDay: new Date('2026-01-02') } })
    expect(await read(caseworker, id)).toBeNull()
  })

  it('of another person is not reached through one’s own', async () => {
    const [one, two] = [await opened(), await opened()]
    expect((await as(caseworker, () => submit(openCaseAgain, { personId: two.id, caseId: one.caseId, number: '1' }))).state?.message).toContain('findes ikke')
    await expect(asked(caseworker, `INSERT INTO case_state (case_id, person_id, number, state, from_day, outcome, recorded_by) VALUES ('${one.caseId}', '${two.id}', 2, 'closed', current_date, 'goal', '${caseworker.userId}')`)).rejects.toThrow(/row-level security/)
    await expect(asked(caseworker, `INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) VALUES ('${two.id}', '${caseworker.userId}', 'case', current_date, '${one.caseId}', 'professional')`)).rejects.toThrow(/row-level security/)
  })

  it('is never changed by hand, skips no state, and is written in nobody else’s name', async () => {
    const { id, caseId } = await opened()
    const state = (number: number, name: string, by = caseworker.userId) => `INSERT INTO case_state (case_id, person_id, number, state, from_day, recorded_by) VALUES ('${caseId}', '${id}', ${number}, '${name}', current_date, '${by}')`
    for (const sql of [`UPDATE case_file SET about = 'x' WHERE id = '${caseId}'`, `DELETE FROM case_file WHERE id = '${caseId}'`, `UPDATE case_state SET words = 'x' WHERE case_id = '${caseId}'`, state(2, 'hold', stranger.userId), `INSERT INTO case_file (person_id, kind, unit_id, opened_on, opened_by) VALUES ('${id}', 'other', '${unit}', current_date, '${stranger.userId}')`])
      await expect(asked(caseworker, sql), sql).rejects.toThrow(/permission denied|row-level security/)
    await expect(asked(caseworker, state(3, 'open'))).rejects.toThrow(/counted/)
    await expect(asked(caseworker, state(2, 'open'))).rejects.toThrow(/does not go/)
  })

  it('gives nobody a right they could not give: a colleague, without the right to say who is responsible', async () => {
    const { id, caseId } = await opened()
    const take = (userId: string) => `INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) VALUES ('${id}', '${userId}', 'case', current_date, '${caseId}', 'professional')`
    await expect(asked(caseworker, take(stranger.userId))).rejects.toThrow(/row-level security/)
    await expect(asked(stranger, take(stranger.userId))).rejects.toThrow(/row-level security/)
    await expect(asked(caseworker, take(caseworker.userId).replace(`'${caseId}', 'professional'`, 'NULL, NULL'))).rejects.toThrow(/row-level security/)
    expect((await open(id, caseworker, { kind: 'employment', userId: stranger.userId })).state?.fields).toHaveProperty('userId')
  })

  it('of a protected person is that of whoever has them; of one’s own family it is closed', async () => {
    const { id } = await opened({ protection: 'P1' })
    expect(await read(caseworker, id)).toHaveLength(1)
    await owner().staffRelation.create({ data: { userId: caseworker.userId, personId: id, kind: 'brother', fromDay: new Date('2026-01-01') } })
    expect(await read(caseworker, id)).toBeNull()
    const shielded = await opened()
    await owner().person.update({ where: { id: shielded.id }, data: { protection: 'P3' } })
    expect(await read(caseworker, shielded.id)).toBeNull()
  })

  it('behind emergency access is read, and neither opened nor changed', async () => {
    const { id, caseId } = await opened()
    await owner().breakGlass.create({ data: { userId: stranger.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect(await read(stranger, id)).toHaveLength(1)
    expect((await open(id, stranger, { kind: 'employment' })).state?.message).toContain('nødadgang')
    expect((await as(stranger, () => submit(closeCase, { personId: id, caseId, number: '1', outcome: 'goal', months: '0', weeks: '4' }))).state?.message).toContain('nødadgang')
    // Nor does it say who is to have it.
    await owner().breakGlass.create({ data: { userId: coordinator.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await as(coordinator, () => submit(giveCase, { personId: id, caseId, userId: stranger.userId }))).state?.message).toContain('nødadgang')
    await expect(asked(stranger, `INSERT INTO case_file (person_id, kind, unit_id, opened_on, opened_by) VALUES ('${id}', 'other', '${unit}', current_date, '${stranger.userId}')`)).rejects.toThrow(/row-level security/)
    await expect(asked(stranger, `INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) VALUES ('${id}', '${stranger.userId}', 'case', current_date, '${caseId}', 'professional')`)).rejects.toThrow(/row-level security/)
  })

  it('names who has it for whoever reads it, and tells nobody else', async () => {
    const { id } = await opened()
    const people = (actor: Actor) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw<{ name: string }[]>`SELECT name FROM access.case_people(${id}::uuid)`)
    await owner().assignment.create({ data: { personId: id, userId: stranger.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    expect(await people(stranger)).toEqual([{ name: 'Jonas Jobcenter' }])
    expect(await people(coordinator)).toEqual([])
    expect(await people(await staff('MANAGER', { unitId: unit }))).toEqual([])
  })

  it('is not kept open by its own end: what was ended the day before opens nothing', async () => {
    const who = await veteran()
    await open(who.id, coordinator)
    await owner().assignment.updateMany({ where: { personId: who.id }, data: { toDay: dayToDb(addDays(today(), -1)) } })
    await owner().personRole.updateMany({ where: { personId: who.id }, data: { toDay: new Date('2026-01-02') } })
    expect(await read(coordinator, who.id)).toBeNull()
  })
})
