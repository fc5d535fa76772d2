import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '@/prisma/reference'
import type { Actor } from '@/lib/access/permissions'
import { addProgressAim, measureProgress, takeBackMeasurement } from '@/lib/casework/progress/actions'
import { personProgress } from '@/lib/casework/progress/queries'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

let caseworker: Actor, stranger: Actor, coordinator: Actor
const on = today()
const form = { scale: 'challenge', ratedBy: 'together', 'rating.challenge-social': '7', 'words.challenge-social': 'Hemmeligt', 'measuredOn.day': String(Number(on.slice(8))), 'measuredOn.month': String(Number(on.slice(5, 7))), 'measuredOn.year': on.slice(0, 4) }
const measure = (by: Actor, personId: string) => as(by, () => submit(measureProgress, { personId, ...form }))
const read = async (actor: Actor, personId: string) => (await personProgress(actor, personId, async () => null))?.content?.more ?? null
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const rows = (actor: Actor, table: string, personId: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} WHERE person_id = '${personId}'`)).then((found) => found.length)
const measured = async (data: Parameters<typeof person>[1] = {}) => {
  const who = await person('JOBCENTRE_CLIENT', data)
  await owner().assignment.create({ data: { personId: who.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  await as(caseworker, () => submit(addProgressAim, { personId: who.id, dimension: 'challenge-social', text: 'Hemmeligt mål' }))
  await measure(caseworker, who.id)
  return { id: who.id, measurementId: (await owner().progressMeasurement.findFirstOrThrow({ where: { personId: who.id } })).id }
}

beforeAll(async () => {
  await loadReference(owner() as never)
  caseworker = await staff('CASEWORKER')
  stranger = await staff('CASEWORKER')
  coordinator = await staff('VETERAN_COORDINATOR')
})

describe('progress', () => {
  it('is read and written by those who have the person; what one may not see answers as what is not there', async () => {
    const { id, measurementId } = await measured()
    for (const who of [stranger, coordinator]) {
      expect(await read(who, id)).toBeNull()
      for (const table of ['progress_measurement', 'progress_value', 'progress_aim']) expect(await rows(who, table, id)).toBe(0)
      expect((await measure(who, id)).state?.message).toBe((await measure(who, randomUUID())).state?.message)
      const take = (personId: string, one: string) => as(who, () => submit(takeBackMeasurement, { personId, measurementId: one, reason: 'mistake' }))
      expect((await take(id, measurementId)).state?.message).toBe((await take(randomUUID(), randomUUID())).state?.message)
      expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRawUnsafe(`SELECT access.take_back_measurement('${measurementId}', 'mistake') AS ok`))).toEqual([{ ok: false }])
    }
    await owner().assignment.updateMany({ where: { personId: id }, data: { toDay: new Date('2026-01-02') } })
    expect(await read(caseworker, id)).toBeNull()
    expect(await owner().progressValue.count({ where: { measurementId } })).toBe(4)
  })

  it('is never changed by hand, nor written in another’s name, for a day to come, or later than its measurement', async () => {
    const { id, measurementId } = await measured()
    const insert = (by: string, day: string, more = '') => `INSERT INTO progress_measurement (person_id, scale_code, measured_on, rated_by, recorded_by${more && ', taken_back_at, taken_back_by, taken_back_why'}) VALUES ('${id}', 'challenge', '${day}', 'mentor', '${by}'${more})`
    const value = `INSERT INTO progress_value (measurement_id, person_id, dimension_code, rating) VALUES ('${measurementId}', '${id}', 'challenge-social', 3)`
    for (const sql of [`UPDATE progress_measurement SET rated_by = 'mentor' WHERE id = '${measurementId}'`, `DELETE FROM progress_measurement WHERE id = '${measurementId}'`, `UPDATE progress_value SET rating = 1 WHERE measurement_id = '${measurementId}'`, `UPDATE progress_aim SET text = 'x' WHERE person_id = '${id}'`,
      `DELETE FROM progress_aim WHERE person_id = '${id}'`, "UPDATE progress_scale SET noise = 1", insert(stranger.userId, on), insert(caseworker.userId, addDays(on, 1)), insert(caseworker.userId, on, `, now(), '${caseworker.userId}', 'mistake'`), value,
      `INSERT INTO progress_aim (person_id, dimension_code, text, added_by) VALUES ('${id}', 'challenge-social', 'x', '${stranger.userId}')`]) await expect(asked(caseworker, sql), sql).rejects.toThrow(/permission denied|row-level security/)
  })

  it('holds only values of its scale and lines of its person, whoever writes them', async () => {
    const [{ id, measurementId }, other] = [await measured(), await measured()]
    const aim = await owner().progressAim.findFirstOrThrow({ where: { personId: other.id } })
    const value = (dimension: string, rating: number, aimId?: string) => owner().$executeRawUnsafe(`INSERT INTO progress_value (measurement_id, person_id, dimension_code, rating, aim_id) VALUES ('${measurementId}', '${id}', '${dimension}', ${rating}, ${aimId ? `'${aimId}'` : 'NULL'})`)
    await owner().progressValue.deleteMany({ where: { measurementId } })
    await expect(value('challenge-social', 11)).rejects.toThrow(/not on the scale/)
    await expect(value('challenge-social', 0)).rejects.toThrow(/not on the scale/)
    await expect(value('change-social', 1)).rejects.toThrow(/not on the scale/)
    await expect(value('challenge-social', 3, aim.id)).rejects.toThrow(/not theirs/)
    await value('challenge-social', 3)
    await expect(value('challenge-social', 3)).rejects.toThrow(/progress_value_once|Unique/)
  })

  it('of a protected person is that of whoever has them; of one’s own family, and of a shielded one, it is closed', async () => {
    const { id } = await measured({ protection: 'P1' })
    expect((await read(caseworker, id))?.measured).toHaveLength(1)
    await owner().staffRelation.create({ data: { userId: caseworker.userId, personId: id, kind: 'brother', fromDay: new Date('2026-01-01') } })
    expect(await read(caseworker, id)).toBeNull()
    const shielded = await measured()
    await owner().person.update({ where: { id: shielded.id }, data: { protection: 'P3' } })
    expect(await read(caseworker, shielded.id)).toBeNull()
  })

  it('behind emergency access is read, and neither measured, added to nor taken back', async () => {
    const { id, measurementId } = await measured()
    await owner().progressMeasurement.updateMany({ where: { id: measurementId }, data: { recordedBy: stranger.userId } })
    await owner().breakGlass.create({ data: { userId: stranger.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await read(stranger, id))?.measured).toHaveLength(1)
    expect((await measure(stranger, id)).state?.message).toContain('nødadgang')
    expect((await as(stranger, () => submit(addProgressAim, { personId: id, dimension: 'challenge-social', text: 'x' }))).state?.message).toContain('nødadgang')
    expect((await as(stranger, () => submit(takeBackMeasurement, { personId: id, measurementId, reason: 'mistake' }))).state?.message).toContain('nødadgang')
    await expect(asked(stranger, `INSERT INTO progress_measurement (person_id, scale_code, measured_on, rated_by, recorded_by) VALUES ('${id}', 'challenge', '${on}', 'mentor', '${stranger.userId}')`)).rejects.toThrow(/row-level security/)
    await expect(asked(stranger, `INSERT INTO progress_aim (person_id, dimension_code, text, added_by) VALUES ('${id}', 'challenge-social', 'x', '${stranger.userId}')`)).rejects.toThrow(/row-level security/)
    expect(await asked(stranger, `UPDATE progress_aim SET ended_on = '${on}' WHERE person_id = '${id}'`)).toBe(0)
  })

  it('taken back by somebody else than its writer asks for that right', async () => {
    const who = await veteran()
    await measure(coordinator, who.id)
    const other = await staff('VETERAN_COORDINATOR')
    const { id } = await owner().progressMeasurement.findFirstOrThrow({ where: { personId: who.id } })
    expect((await as(other, () => submit(takeBackMeasurement, { personId: who.id, measurementId: id, reason: 'twice' }))).redirectedTo).toContain('/progress')
  })
})

it('a merge moves lines, measurements and values, and its undoing moves them back', async () => {
  const [kept, merged] = [await veteran({ lastName: 'Målesen' }), await veteran({ lastName: 'Målesen' })]
  for (const who of [kept, merged]) { await as(coordinator, () => submit(addProgressAim, { personId: who.id, dimension: 'challenge-social', text: 'x' })); await measure(coordinator, who.id) }
  const db = (run: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRawUnsafe<{ answer: { id?: string; refused?: string } }[]>(run))
  const [made] = await db(`SELECT access.merge_people('${kept.id}', '${merged.id}', '{}', false, false) AS answer`)
  const counts = async (id: string) => { const found = await read(coordinator, id); return [found?.aims.length, found?.measured.length, found?.measured.flatMap(({ values }) => values).length] }
  expect(await counts(kept.id)).toEqual([2, 2, 8])
  expect((await db(`SELECT access.undo_merge('${made?.answer.id}') AS answer`))[0]?.answer).not.toHaveProperty('refused')
  expect([await counts(kept.id), await counts(merged.id)]).toEqual([[1, 1, 4], [1, 1, 4]])
})
