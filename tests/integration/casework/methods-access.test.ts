import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { openCase } from '@/lib/casework/cases/actions'
import { personCases } from '@/lib/casework/cases/queries'
import { followMethod, tickCriterion } from '@/lib/casework/methods/actions'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { following, methodOf, shipped, unitOf } from '../../support/methods'

let me: Actor, stranger: Actor, coordinator: Actor, unitId: string
type Ref = { personId: string; caseId: string }
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const tick = (ref: Ref, by: Actor) => as(by, () => submit(tickCriterion, { ...ref, step: 'kontakt', item: 'moeder' }))
const move = async ({ personId, caseId }: Ref, more: Record<string, string | number | null> = {}) => {
  const row = { case_id: caseId, person_id: personId, number: 2, kind: 'met', version_id: await shipped('mit-liv'), step: 'kontakt', item: 'moeder', of_number: null, recorded_by: me.userId, ...more }
  const value = (one: string | number | null) => (typeof one === 'string' ? `'${one}'` : String(one))
  return `INSERT INTO case_move (on_day, ${Object.keys(row).join(', ')}) VALUES (current_date, ${Object.values(row).map(value).join(', ')})`
}

beforeAll(async () => {
  unitId = await unitOf('Jobcentret')
  ;[me, stranger, coordinator] = [await staff('CASEWORKER', { unitId }), await staff('CASEWORKER', { unitId }), await staff('VETERAN_COORDINATOR', { unitId })]
})

describe('the method of a case', () => {
  it('is read and moved by those who have the person, and an answer to anybody else does not tell that it is there', async () => {
    const ref = await following(me, 'mit-liv')
    for (const who of [stranger, coordinator]) {
      expect(await methodOf(who, ref)).toBeNull()
      expect((await tick(ref, who)).state?.message).toBe((await tick({ personId: randomUUID(), caseId: randomUUID() }, who)).state?.message)
      await expect(asked(who, await move(ref, { recorded_by: who.userId }))).rejects.toThrow(/row-level security/)
    }
    expect(await owner().caseMove.count({ where: ref })).toBe(1)
    await owner().assignment.updateMany({ where: { personId: ref.personId }, data: { toDay: new Date('2026-01-02') } })
    expect(await methodOf(me, ref)).toBeNull()
    expect(await transaction({ role: 'app', token: me.token }, (tx) => tx.caseMove.count({ where: ref }))).toBe(0)
  })

  it('of another person is not reached through one’s own', async () => {
    const [one, two] = [await following(me, 'mit-liv'), await following(me, 'mit-liv')]
    expect((await tick({ personId: two.personId, caseId: one.caseId }, me)).state?.message).toContain('findes ikke')
    expect(await methodOf(me, { personId: two.personId, caseId: one.caseId })).toBeNull()
    await expect(asked(me, await move({ personId: two.personId, caseId: one.caseId }))).rejects.toThrow(/row-level security/)
  })

  it('is never changed by hand, skips no number, names what the method has, and is written in nobody else’s name or tomorrow', async () => {
    const ref = await following(me, 'mit-liv')
    for (const sql of [`UPDATE case_move SET words = 'x' WHERE case_id = '${ref.caseId}'`, `DELETE FROM case_move WHERE case_id = '${ref.caseId}'`]) await expect(asked(me, sql), sql).rejects.toThrow(/permission denied/)
    for (const sql of [await move(ref, { recorded_by: stranger.userId }), (await move(ref)).replace('current_date', 'current_date + 2')]) await expect(asked(me, sql), sql).rejects.toThrow(/row-level security/)
    await expect(asked(me, await move(ref, { number: 3 }))).rejects.toThrow(/counted/)
    await expect(asked(me, await move(ref, { number: 0 }))).rejects.toThrow(/counted/)
    await expect(asked(me, await move(ref, { item: 'x' }))).rejects.toThrow(/no such part/)
    await expect(asked(me, await move(ref, { step: 'x' }))).rejects.toThrow(/no such part/)
    await expect(asked(me, await move(ref, { version_id: await shipped('gps'), step: 'plan', item: 'plan' }))).rejects.toThrow(/does not follow/)
    await expect(asked(me, await move(ref, { kind: 'undo', step: null, item: null, of_number: 1 }))).rejects.toThrow(/nothing to take back/)
    await owner().caseState.create({ data: { ...ref, number: 2, state: 'closed', fromDay: new Date(), outcome: 'goal', recordedBy: me.userId } })
    await expect(asked(me, await move(ref))).rejects.toThrow(/closed case/)
  })

  it('of a protected person is that of whoever has them; of one’s own family and of somebody shielded it is closed', async () => {
    const ref = await following(me, 'mit-liv', { protection: 'P1' })
    expect((await tick(ref, me)).redirectedTo).toContain('/method')
    await owner().staffRelation.create({ data: { userId: me.userId, personId: ref.personId, kind: 'brother', fromDay: new Date('2026-01-01') } })
    expect(await methodOf(me, ref)).toBeNull()
    const shielded = await following(me, 'mit-liv')
    await owner().person.update({ where: { id: shielded.personId }, data: { protection: 'P3' } })
    expect([await methodOf(me, shielded), (await tick(shielded, me)).redirectedTo]).toEqual([null, null])
  })

  it('behind emergency access is read, and not moved', async () => {
    const ref = await following(me, 'mit-liv')
    await owner().breakGlass.create({ data: { userId: stranger.userId, personId: ref.personId, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await methodOf(stranger, ref))?.followed.place?.at?.nth).toBe(1)
    expect((await tick(ref, stranger)).state?.message).toContain('nødadgang')
    await expect(asked(stranger, await move(ref, { recorded_by: stranger.userId }))).rejects.toThrow(/row-level security/)
  })

  it('goes with its case into a merge and out of it again', async () => {
    const [kept, merged] = [await veteran({ lastName: 'Samlesen' }), await veteran({ lastName: 'Samlesen' })]
    for (const [who, kind] of [[kept, 'veteran'], [merged, 'other']] as const) await as(coordinator, () => submit(openCase, { personId: who.id, kind }))
    const { id: caseId } = await owner().caseFile.findFirstOrThrow({ where: { personId: merged.id } })
    await as(coordinator, async () => submit(followMethod, { personId: merged.id, caseId, turn: '0', methodVersionId: await shipped('mit-liv') }))
    const db = (run: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRawUnsafe<{ answer: { id?: string; refused?: string } }[]>(run))
    const [made] = await db(`SELECT access.merge_people('${kept.id}', '${merged.id}', '{}', false, false) AS answer`)
    expect((await tick({ personId: kept.id, caseId }, coordinator)).redirectedTo).toContain(kept.id)
    expect((await db(`SELECT access.undo_merge('${made?.answer.id}') AS answer`))[0]?.answer).not.toHaveProperty('refused')
    const moves = async (id: string) => (await personCases(coordinator, id, async () => null))?.content?.more.followed.get(caseId)?.moves.length
    expect([await moves(kept.id), await moves(merged.id)]).toEqual([undefined, 2])
  })
})

describe('methods', () => {
  const version = async (by: Actor, createdBy = by.userId) => `INSERT INTO method_version (method_id, number, name_da, name_en, lead_da, lead_en, steps, created_by) SELECT id, 2, 'x', 'x', '', '', '[{}]', '${createdBy}' FROM method WHERE code = 'gps'`

  it('are read by everybody who is signed in, described by those who may, in their own name, and a version is never changed', async () => {
    await shipped('gps')
    const administrator = await staff('ADMINISTRATOR')
    const [rows] = await transaction({ role: 'app', token: (await staff('MANAGER')).token }, (tx) => tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM method_version`)
    expect(rows?.count).toBeGreaterThan(7)
    await expect(asked(me, await version(me))).rejects.toThrow(/row-level security/)
    await expect(asked(me, "INSERT INTO method (code) VALUES ('x-y')")).rejects.toThrow(/row-level security/)
    expect(await asked(me, 'UPDATE method SET retired_on = current_date')).toBe(0)
    await expect(asked(administrator, await version(administrator, me.userId))).rejects.toThrow(/row-level security/)
    await expect(asked(administrator, "UPDATE method_version SET name_da = 'x'")).rejects.toThrow(/permission denied/)
    expect(await asked(administrator, await version(administrator))).toBe(1)
    await owner().methodVersion.deleteMany({ where: { number: 2 } })
  })
})
