import { expect, it } from 'vitest'
import { coverage, figureOf, partOf } from './rules'

it.each([
  [560, 560, 100],
  [559, 560, 99.8],
  [5599, 5600, 99.9],
  [0, 560, 0],
  [0, 0, null],
  [null, 560, null],
  ['hidden', 560, 'hidden'],
  [535, 'hidden', 'hidden'],
] as const)('%s of %s is %s per cent', (covered, population, share) => {
  expect(coverage(covered, population)).toBe(share)
})

it('keeps no data, nothing and a number held back apart', () => {
  expect([figureOf(null), figureOf(0), figureOf(-1), figureOf(7)]).toEqual([null, 0, 'hidden', 7])
  expect([partOf(null, 'CALL'), partOf({}, 'CALL'), partOf({ CALL: -1 }, 'CALL')]).toEqual([null, 0, 'hidden'])
})
