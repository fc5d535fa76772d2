import { describe, expect, it } from 'vitest'
import { helping, TODAY, wanting } from '@/tests/support/matching'
import { randomFrom } from '@/tests/support/random'
import { addDays } from '@/lib/platform/day'
import type { Helping, Wanting } from '../rules'
import { MOST, MOST_TOTAL, type PartName, reasons, score } from './rules'

const random = randomFrom(2)
const waits: Wanting = { ...wanting(random, 'w'), since: TODAY, languages: [{ language: 'ar', level: 'native' }, { language: 'da', level: 'some' }], times: ['1-evening', '2-evening'], areas: ['nord'], challenges: ['flight', 'divorce'], ages: { from: 40, to: 60 } }
const helps: Helping = { ...helping(random, 'h'), languages: [{ language: 'da', level: 'native' }, { language: 'ar', level: 'good' }], times: ['1-evening', '2-evening', '6-morning'], areas: ['nord', 'syd'], experience: ['flight', 'divorce'], age: 45, running: 0, asked: 0, capacity: 2, lastAskedOn: null }
const line = (name: PartName, w: Partial<Wanting> = {}, h: Partial<Helping> = {}) => score({ ...waits, ...w }, { ...helps, ...h }, TODAY).parts.find((one) => one.name === name)

describe('a line of the comparison', () => {
  it.each<[PartName, Partial<Wanting>, Partial<Helping>, string]>([
    ['languages', {}, {}, 'equal'], ['languages', { languages: [{ language: 'da', level: 'some' }] }, {}, 'partly'], ['languages', { languages: [{ language: 'ti', level: 'native' }] }, {}, 'not'], ['languages', { languages: null }, {}, 'unknown'], ['languages', {}, { languages: null }, 'unknown'],
    ['times', {}, {}, 'equal'], ['times', {}, { times: ['1-evening'] }, 'partly'], ['times', { times: ['1-evening'] }, {}, 'equal'], ['times', {}, { times: ['3-morning'] }, 'not'], ['times', {}, { times: [] }, 'unknown'], ['times', { times: null }, {}, 'unknown'],
    ['experience', {}, {}, 'equal'], ['experience', {}, { experience: ['flight'] }, 'partly'], ['experience', {}, { experience: ['deployment'] }, 'not'], ['experience', { challenges: null }, {}, 'unknown'],
    ['areas', {}, {}, 'equal'], ['areas', {}, { areas: ['vest'] }, 'not'], ['areas', {}, { areas: null }, 'unknown'],
    ['ages', {}, {}, 'equal'], ['ages', {}, { age: 60 }, 'equal'], ['ages', {}, { age: 65 }, 'partly'], ['ages', {}, { age: 35 }, 'partly'], ['ages', {}, { age: 66 }, 'not'], ['ages', {}, { age: null }, 'unknown'],
  ])('%s', (name, w, h, fit) => {
    const found = line(name, w, h)
    expect(found?.fit).toBe(fit)
    expect(found?.points).toBe({ equal: 1, partly: 0.5, not: 0, unknown: 0 }[fit]! * MOST[name])
  })

  it('is not drawn for a wish nobody made', () => expect(line('ages', { ages: null })).toBeUndefined())

  it('counts each week somebody has waited, up to twenty', () => {
    const points = (days: number) => line('waiting', { since: addDays(TODAY, -days) })?.points
    expect([0, 6, 7, 70, 140, 900].map(points)).toEqual([0, 0, 1, 10, 20, 20])
  })

  it('gives whoever has least, and was asked longest ago, the most', () => {
    const points = (h: Partial<Helping>) => line('load', {}, h)?.points
    expect([points({}), points({ running: 1 }), points({ asked: 1 }), points({ running: 2, asked: 1 }), points({ lastAskedOn: TODAY }), points({ lastAskedOn: addDays(TODAY, -45) }), points({ capacity: 0 })]).toEqual([10, 7.5, 7.5, 5, 5, 7.5, 5])
  })
})

it('the whole is the sum of its lines, between nothing and the most', () => {
  for (let seed = 0; seed < 500; seed++) {
    const draw = randomFrom(seed)
    const { total, parts } = score(wanting(draw, 'w'), helping(draw, 'h'), TODAY)
    expect(total).toBeCloseTo(parts.reduce((sum, { points }) => sum + points, 0), 6)
    for (const { points, most } of parts) expect(points >= 0 && points <= most).toBe(true)
    expect(total).toBeLessThanOrEqual(MOST_TOTAL)
  }
})

it('three reasons for, by what they weigh; one against; and what is unknown', () => {
  const said = reasons(score({ ...waits, since: addDays(TODAY, -140), ages: null }, { ...helps, times: ['3-morning'], areas: ['vest'], experience: null }, TODAY))
  expect(said.for.map(({ name }) => name)).toEqual(['languages', 'load', 'waiting'])
  expect(said.against?.name).toBe('times')
  expect(said.unknown).toEqual(['experience'])
  // What tells one volunteer from another comes before what is the same for all.
  expect(reasons(score({ ...waits, since: addDays(TODAY, -140) }, helps, TODAY)).for.map(({ name }) => name)).not.toContain('waiting')
  // That somebody has only just begun to wait is no reason against anybody.
  expect(reasons(score(waits, helps, TODAY)).against).toBeNull()
})
