import { expect, test } from 'vitest'
import { against, caseloadWeight, type Load, noLoad, withCase } from './rules'

const load = (light: number, ordinary: number, heavy: number): Load => ({ ...noLoad, light, ordinary, heavy })

test.each([
  [load(0, 0, 0), { open: 0, weight: 0 }],
  [load(3, 0, 0), { open: 3, weight: 1.5 }],
  [load(2, 10, 4), { open: 16, weight: 19 }],
])('%j weighs %j', (one, weighs) => {
  expect(caseloadWeight(one)).toEqual(weighs)
})

test('what rests and what is looked after afterwards weighs nothing', () => {
  const resting: Load = { ...load(0, 1, 0), held: 9, aftercare: 9 }
  expect(caseloadWeight(resting)).toEqual({ open: 1, weight: 1 })
})

test.each([
  [load(0, 30, 0), 30, 'within'],
  [load(0, 31, 0), 30, 'cases'],
  [load(0, 28, 1), 30, 'within'],
  [load(0, 28, 2), 30, 'weight'],
  // Sixty light ones weigh thirty, and are sixty people all the same.
  [load(60, 0, 0), 30, 'cases'],
  [load(0, 99, 0), null, null],
])('%j against %s: %s', (one, limit, said) => {
  expect(against(one, limit)).toBe(said)
})

test('one more and one less', () => {
  expect([withCase(load(1, 1, 1), 'heavy'), withCase(load(1, 1, 1), 'light', -1)]).toEqual([load(1, 1, 2), load(0, 1, 1)])
})
