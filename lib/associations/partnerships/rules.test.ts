import { expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { blocksMatches, dueOf, holdsNow, partnered, type Period } from './rules'

const TODAY = toDay('2026-11-22')
const period = (from: string, to: string, review: string | null = null): Period => ({ fromDay: toDay(from), toDay: toDay(to), reviewOn: review === null ? null : toDay(review) })

it.each([
  [[], 'none'],
  [[period('2026-01-01', '2026-12-31')], 'live'],
  [[period('2026-01-01', '2026-11-22')], 'live'],
  [[period('2026-01-01', '2026-11-21')], 'lapsed'],
  [[period('2027-01-01', '2027-12-31')], 'coming'],
  // A gap is a gap, also when the next one is agreed.
  [[period('2025-01-01', '2025-12-31'), period('2027-01-01', '2027-12-31')], 'lapsed'],
  [[period('2025-01-01', '2025-12-31'), period('2026-11-22', '2027-12-31')], 'live'],
] as const)('%j is %s', (periods, state) => {
  expect(partnered(periods, TODAY)).toBe(state)
  expect(blocksMatches(periods, TODAY)).toBe(state === 'lapsed')
})

it.each([
  [[], null],
  [[period('2026-01-01', '2026-11-21')], { code: 'lapsed', day: '2026-11-21' }],
  [[period('2026-01-01', '2028-12-31', '2026-11-01')], { code: 'review', day: '2026-11-01' }],
  [[period('2026-01-01', '2026-12-31')], { code: 'ends', day: '2026-12-31' }],
  [[period('2026-01-01', '2026-12-31'), period('2027-01-01', '2027-12-31')], null],
  [[period('2026-01-01', '2026-12-31'), period('2027-01-02', '2027-12-31')], { code: 'ends', day: '2026-12-31' }],
  [[period('2026-01-01', '2027-12-31')], null],
] as const)('next with %j is %j', (periods, due) => expect(dueOf(periods, TODAY)).toEqual(due))

it('of two that hold the longest is the one', () => expect(holdsNow([period('2026-01-01', '2026-12-31'), period('2026-06-01', '2027-12-31')], TODAY)?.toDay).toBe('2027-12-31'))
