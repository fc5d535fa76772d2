import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { outreachMonths } from '@/lib/outreach/figures/queries'
import { compareDay, type Day, toDay } from '@/lib/platform/day'
import { staff } from '@/tests/support/as'
import { figuresAgain } from '@/tests/support/outreach-again'
import { insertLives, life } from '@/tests/support/outreach-population'

const SEED = Number(process.env.SEED ?? 20261121)
const lives = fc.sample(life, { numRuns: 800, seed: SEED })
const firstLetter = lives.flatMap(({ letters }) => letters.map(({ sentOn }) => sentOn)).sort(compareDay)[0] as Day
let coordinator: Actor

beforeAll(async () => {
  await insertLives(lives)
  coordinator = await staff('VETERAN_COORDINATOR')
})

// Leap day, the month a clock changes, the middle and the last day of a month, and long after everything.
describe.each(['2025-02-28', '2026-03-29', '2026-10-25', '2026-11-20', '2026-12-31', '2028-02-29'].map(toDay))('figures on %s', (today) => {
  it.each([1, 24, 60])('over %i months are those of every life counted by itself', async (months) => {
    const counted = await outreachMonths(coordinator, today, months)
    const again = figuresAgain(lives, today, months)
    expect(counted.map(({ month, population, covered, overdue, letters }) => ({ month, population, covered, overdue, ...letters }))).toEqual(
      again.map((month, at) => {
        if ((counted[at]?.day ?? today) < firstLetter) return { month: month.month, population: null, covered: null, overdue: null, first: null, yearly: null }
        return month.population === 0 ? { ...month, population: null, covered: null, overdue: null } : month
      }),
    )
  })
})

it('are counted over lives in which everything happens', () => {
  expect(lives.filter(({ letters }) => letters.length > 1 && letters.some(({ returnedOn }) => returnedOn)).length).toBeGreaterThan(50)
  expect(lives.filter(({ movedAwayOn, movedInOn }) => movedAwayOn && movedInOn && movedInOn > movedAwayOn).length).toBeGreaterThan(20)
  expect(lives.filter(({ wishes }) => wishes.length > 1).length).toBeGreaterThan(50)
})
