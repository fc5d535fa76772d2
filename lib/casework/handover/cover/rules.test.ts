import { expect, test } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { backOn, daysRefusal, endedNow, phaseOf } from './rules'

const day = (text: string) => toDay(text)
const absence = (from: string, to: string) => ({ from: day(from), to: day(to) })

test.each([
  // Over the night the clocks are changed, and over a leap day.
  [absence('2026-10-19', '2026-10-25'), '2026-10-18', 'coming'],
  [absence('2026-10-19', '2026-10-25'), '2026-10-19', 'running'],
  [absence('2026-10-19', '2026-10-25'), '2026-10-25', 'running'],
  [absence('2026-10-19', '2026-10-25'), '2026-10-26', 'over'],
  [absence('2028-02-28', '2028-02-29'), '2028-02-29', 'running'],
  [absence('2028-02-28', '2028-02-29'), '2028-03-01', 'over'],
  [absence('2026-10-19', '2026-10-18'), '2026-10-18', 'off'],
])('%j on %s is %s', (one, today, phase) => {
  expect(phaseOf(one, day(today))).toBe(phase)
})

test('the day after the last one they are back', () => {
  expect([backOn(absence('2028-02-01', '2028-02-28')), backOn(absence('2026-12-20', '2026-12-31'))]).toEqual(['2028-02-29', '2027-01-01'])
})

test('ended now means that nobody covers today', () => {
  expect([endedNow(absence('2026-11-01', '2026-12-01'), day('2026-11-21')), endedNow(absence('2026-11-21', '2026-12-01'), day('2026-11-21')), endedNow(absence('2026-12-24', '2027-01-03'), day('2026-11-21'))]).toEqual(['2026-11-20', '2026-11-20', '2026-12-23'])
})

test.each([
  [absence('2026-11-21', '2026-11-21'), null], [absence('2026-11-20', '2026-11-25'), 'past'], [absence('2026-11-25', '2026-11-24'), 'order'], [absence('2026-11-21', '2027-11-22'), null], [absence('2026-11-21', '2027-11-23'), 'long'],
])('%j: %s', (one, refusal) => {
  expect(daysRefusal(one, day('2026-11-21'))).toBe(refusal)
})
