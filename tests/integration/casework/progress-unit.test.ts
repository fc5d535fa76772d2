import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '@/prisma/reference'
import type { Actor } from '@/lib/access/permissions'
import { unitProgress } from '@/lib/casework/progress/unit/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { following } from '../../support/methods'

const unit = async () => (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Enheden', nameEn: 'Unit' } })).id
type Course = { ratings: (number | null)[]; by?: string[]; scale?: string; dimension?: string }

/** Somebody the caseworker is responsible for, rated every ten days up to today. */
async function rated(caseworker: Actor, { ratings, by = [], scale = 'challenge', dimension = 'challenge-social' }: Course, toDay: Date | null = null) {
  const who = await person('JOBCENTRE_CLIENT')
  await owner().assignment.create({ data: { personId: who.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2024-01-01'), toDay } })
  for (const [at, rating] of ratings.entries()) {
    const { id } = await owner().progressMeasurement.create({ data: { personId: who.id, scaleCode: scale, measuredOn: dayToDb(addDays(today(), 10 * (at - ratings.length))), ratedBy: by[at] ?? 'together', recordedBy: caseworker.userId } })
    await owner().progressValue.createMany({ data: [{ measurementId: id, personId: who.id, dimensionCode: dimension, rating }] })
  }
  return who.id
}
const many = async (count: number, make: () => Promise<unknown>) => { for (let at = 0; at < count; at++) await make() }
async function oneUnit() {
  const unitId = await unit()
  return { unitId, manager: await staff('MANAGER', { unitId }), caseworker: await staff('CASEWORKER', { unitId }) }
}
const social = async (manager: Actor, code = 'challenge-social') => { const { people, scales } = await unitProgress(manager); const found = scales.flatMap(({ dimensions }) => dimensions).find((one) => one.code === code); return { people, ...found } }

beforeAll(() => loadReference(owner() as never))

describe('the unit’s figures', () => {
  it('count by the first and the last rating of one rater, beyond the noise, with what they cover', async () => {
    const { manager, caseworker } = await oneUnit()
    await many(5, () => rated(caseworker, { ratings: [9, 10, 3] }))
    // Somebody else rated once, and last.
    await rated(caseworker, { ratings: [9, 3, 8], by: ['together', 'together', 'citizen'] })
    await many(5, () => rated(caseworker, { ratings: [6, 5] }))
    await many(5, () => rated(caseworker, { ratings: [2, null, 8] }))
    // One rating; two by two; nothing rated; taken back: nothing to compare.
    for (const course of [{ ratings: [9] }, { ratings: [9, 2], by: ['citizen', 'mentor'] }, { ratings: [null, null] }, { ratings: [] }]) await rated(caseworker, course)
    const back = await rated(caseworker, { ratings: [9, 2] })
    await owner().progressMeasurement.updateMany({ where: { personId: back }, data: { takenBackAt: new Date(), takenBackBy: caseworker.userId, takenBackWhy: 'mistake' } })
    expect(await social(manager)).toMatchObject({ people: 21, asked: null, improved: 6, unchanged: 5, worse: 5, compared: 16 })
    expect(await social(manager, 'challenge-mental')).toMatchObject({ improved: 0, unchanged: 0, worse: 0, compared: 0 })
    expect((await unitProgress(manager)).scales.map(({ code }) => code)).toEqual(['challenge'])
  })

  it('compare with the start where the scale counts from it', async () => {
    const { manager, caseworker } = await oneUnit()
    const change = (ratings: number[]) => rated(caseworker, { ratings, scale: 'change', dimension: 'change-work' })
    await many(5, () => change([4, 1])); await many(5, () => change([0])); await many(5, () => change([-1])); await many(5, () => rated(caseworker, { ratings: [] }))
    expect(await social(manager, 'change-work')).toMatchObject({ people: 20, asked: 15, improved: 5, unchanged: 5, worse: 5, compared: 15 })
  })

  it('cover those whose method asks for the scale, measured or not, and not everybody of the unit', async () => {
    const { manager, caseworker } = await oneUnit()
    const [code] = await owner().$queryRaw<{ code: string }[]>`SELECT m.code FROM method m JOIN method_version v ON v.method_id = m.id WHERE v.scale_code = 'challenge' LIMIT 1`
    await many(6, () => rated(caseworker, { ratings: [9, 3] })); await many(5, () => following(caseworker, code?.code ?? '')); await many(7, () => rated(caseworker, { ratings: [] }))
    expect(await social(manager)).toMatchObject({ people: 18, asked: 11, improved: 6, compared: 6 })
    // Four who are left out of the comparison point at nobody’s outcome: the outcomes stand, and of how many does not.
    const few = await oneUnit()
    await many(6, () => rated(few.caseworker, { ratings: [9, 3] })); await many(4, () => following(few.caseworker, code?.code ?? ''))
    expect(await social(few.manager)).toMatchObject({ people: 10, asked: null, improved: 6, compared: 6 })
  })

  it('keep back what is under five, and what it could be worked out from', async () => {
    const { manager, caseworker } = await oneUnit()
    await many(8, () => rated(caseworker, { ratings: [9, 3] })); await many(2, () => rated(caseworker, { ratings: [3, 9] })); await many(7, () => rated(caseworker, { ratings: [9] }))
    // 8 better, 2 worse, none unchanged of the 10 of 17 that can be compared: the 2 is all there is besides the 8.
    expect(await social(manager)).toMatchObject({ people: 17, asked: 17, improved: null, unchanged: null, worse: null, compared: 10 })
    await many(4, () => rated(caseworker, { ratings: [5, 5] }))
    expect(await social(manager)).toMatchObject({ people: 21, improved: 8, unchanged: null, worse: null, compared: 14 })
    await many(1, () => rated(caseworker, { ratings: [5, 5] })); await many(3, () => rated(caseworker, { ratings: [3, 9] }))
    expect(await social(manager)).toMatchObject({ people: 25, improved: 8, unchanged: 5, worse: 5, compared: 18 })
    const few = await oneUnit()
    await many(4, () => rated(few.caseworker, { ratings: [9, 3] }))
    expect(await social(few.manager)).toMatchObject({ people: null, improved: null, unchanged: null, worse: null, compared: null })
  })

  it('are of those the unit is responsible for today, and of no other unit', async () => {
    const [one, two] = [await oneUnit(), await oneUnit()]
    await many(6, () => rated(one.caseworker, { ratings: [9, 3] })); await many(6, () => rated(one.caseworker, { ratings: [] }, dayToDb(addDays(today(), 9))))
    await many(5, () => rated(one.caseworker, { ratings: [9, 3] }, new Date('2026-01-02')))
    // Merged away: counted at the record that lives on. A line of one's own under a dimension is not the dimension.
    const [gone, own] = [await rated(one.caseworker, { ratings: [9, 3] }), (await owner().assignment.findFirstOrThrow({ where: { userId: one.caseworker.userId, toDay: { gt: new Date() } } })).personId]
    await owner().person.update({ where: { id: gone }, data: { mergedIntoId: own } })
    const aim = await owner().progressAim.create({ data: { personId: own, dimensionCode: 'challenge-social', text: 'x', addedBy: one.caseworker.userId } })
    for (const [at, rating] of [9, 3].entries()) {
      const { id } = await owner().progressMeasurement.create({ data: { personId: own, scaleCode: 'challenge', measuredOn: dayToDb(addDays(today(), at - 2)), ratedBy: 'mentor', recordedBy: one.caseworker.userId } })
      await owner().progressValue.createMany({ data: [{ measurementId: id, personId: own, dimensionCode: 'challenge-social', aimId: aim.id, rating }] })
    }
    expect(await social(one.manager)).toMatchObject({ people: 12, improved: 6, compared: 6 })
    expect(await unitProgress(two.manager)).toEqual({ people: null, scales: [] })
    await expect(unitProgress(one.caseworker)).rejects.toThrow('progress.overview')
    for (const who of [one.caseworker, await staff('MANAGER')]) expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT * FROM access.unit_progress()`)).toEqual([])
    await expect(transaction({ role: 'app', token: one.manager.token }, (tx) => tx.$queryRaw`SELECT access.kept_back(1, 2, 3, 4)`)).rejects.toThrow(/permission denied/)
    expect(await transaction({ role: 'app', token: one.manager.token }, (tx) => tx.$queryRaw`SELECT 1 FROM progress_value`)).toEqual([])
    expect(await owner().auditEvent.count({ where: { actorUserId: one.manager.userId, action: 'progress.unit-counted' } })).toBe(1)
  })
})

it('whatever the parts: none under five is shown, and none can be told from those that are and the whole', async () => {
  const rows = await owner().$queryRawUnsafe<{ parts: number[]; shown: (number | null)[] }[]>('SELECT ARRAY[a, b, c, d] AS parts, access.kept_back(a, b, c, d) AS shown FROM generate_series(0, 9) a, generate_series(0, 9) b, generate_series(0, 9) c, generate_series(0, 11) d')
  const sum = (list: readonly (number | null)[]) => list.reduce<number>((all, one) => all + (one ?? 0), 0)
  const alike = new Map<string, number[][]>()
  for (const { parts, shown } of rows) { const key = `${sum(parts)} ${shown.join()}`; alike.set(key, [...(alike.get(key) ?? []), parts]) }
  const told: string[] = []
  for (const { parts, shown } of rows) {
    // A whole under five is not shown either; of large ones not every way to make them up is among the rows.
    if (sum(parts) < 5 || sum(parts) > 20) continue
    const others = alike.get(`${sum(parts)} ${shown.join()}`) ?? []
    parts.forEach((part, at) => { if (part >= 1 && part <= 4 && (shown[at] !== null || others.every((other) => other[at] === part))) told.push(`${parts.join()} → ${shown.join()}`) })
  }
  expect(rows).toHaveLength(12_000)
  expect(told.slice(0, 5)).toEqual([])
})
