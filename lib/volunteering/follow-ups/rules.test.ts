import { expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { alarmedAt, alarms, type CheckIn, nextFollowUp, type Outcome } from './rules'

const none = { rules: [], closingDays: [] }
const due = (started: string, ...done: [string, Outcome?][]) => nextFollowUp(toDay(started), done.map(([onDay, outcome = 'well']) => ({ onDay: toDay(onDay), outcome })), none).due

it('a match is followed up after a week, a month, and then every third month from the last time somebody was reached', () => {
  expect(due('2026-03-02')).toBe('2026-03-09')
  expect(due('2026-03-02', ['2026-03-08'])).toBe('2026-04-02')
  expect(due('2026-03-02', ['2026-03-08'], ['2026-04-05'])).toBe('2026-07-05')
  // The first one came so late that the second had passed already.
  expect(due('2026-03-02', ['2026-05-01'])).toBe('2026-08-01')
  expect(due('2028-01-31', ['2028-02-05'])).toBe('2028-02-29')
})

it('a try that reached nobody moves nothing', () => {
  expect(due('2026-03-02', ['2026-03-09', 'not-reached'])).toBe('2026-03-09')
  expect(due('2026-03-02', ['2026-03-08'], ['2026-04-02', 'not-reached'], ['2026-04-03', 'not-reached'])).toBe('2026-04-02')
})

it('the days are the municipality’s own, rolled to a working day and explained', () => {
  const rule = { id: 'r', code: 'match-first', ruleSet: 's', source: 'Kilde', trigger: 'match-started', length: 5, unit: 'DAY' as const, roll: 'next-working-day' as const, population: 'volunteer', validFrom: toDay('2020-01-01'), validTo: null }
  const next = nextFollowUp(toDay('2026-03-02'), [], { rules: [rule], closingDays: [] })
  expect(next).toMatchObject({ due: '2026-03-09', number: 1, ruleId: 'r' })
  expect(next.explanation.map(({ step }) => step)).toContain('rolled')
})

it('a period the municipality changes counts from its day: matches that began before keep theirs, and the continuing one goes by what held when somebody last asked', () => {
  const rule = (code: string, length: number, unit: 'DAY' | 'MONTH', validFrom: string, validTo: string | null) => ({ id: `${code} ${length}`, code, ruleSet: 's', source: 'Kilde', trigger: 't', length, unit, roll: 'none' as const, population: 'volunteer', validFrom: toDay(validFrom), validTo: validTo === null ? null : toDay(validTo) })
  const change = (code: string, before: [number, 'DAY' | 'MONTH'], after: [number, 'DAY' | 'MONTH']) => [rule(code, ...before, '2020-01-01', '2026-03-31'), rule(code, ...after, '2026-04-01', null)]
  const rules = [...change('match-first', [7, 'DAY'], [3, 'DAY']), ...change('match-second', [1, 'MONTH'], [42, 'DAY']), ...change('match-again', [3, 'MONTH'], [2, 'MONTH'])]
  const by = (started: string, ...done: string[]) => nextFollowUp(toDay(started), done.map((onDay) => ({ onDay: toDay(onDay), outcome: 'well' as const })), { rules, closingDays: [] }).due
  expect([by('2026-03-31'), by('2026-04-01')]).toEqual(['2026-04-07', '2026-04-04'])
  // A second period longer than a month is waited for, and a shorter one has passed.
  expect([by('2026-03-02', '2026-04-05'), by('2026-04-01', '2026-05-05'), by('2026-04-01', '2026-05-13')]).toEqual(['2026-06-05', '2026-05-13', '2026-07-13'])
  expect(by('2026-03-02', '2026-03-09', '2026-03-31')).toBe('2026-06-30')
})

it('feeling unsafe, or two meetings in a row that came to nothing, is told of until somebody has followed it up', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 2, day, 22, 30))
  const said = (safe: boolean | null, day: number | null): CheckIn => ({ number: 1, side: 'person', sentOn: toDay('2026-03-01'), meets: 'yes', safe, words: null, answeredAt: day === null ? null : at(day) })
  const met = (...days: [number, boolean, number?][]) => days.map(([day, one, written = day]) => ({ onDay: toDay(`2026-03-0${day}`), met: one, recordedAt: at(written) }))
  expect(alarms([said(false, 5)], [], null)).toEqual(['unsafe'])
  expect(alarms([said(false, 5)], [], at(6))).toEqual([])
  expect(alarms([said(false, 7)], [], at(6))).toEqual(['unsafe'])
  expect(alarms([said(true, 5), said(null, null)], [], null)).toEqual([])
  expect([alarmedAt([said(false, 7), said(false, 5)], [], null), alarmedAt([said(false, 7), said(false, 5)], [], at(6)), alarmedAt([said(false, 5)], [], at(6))]).toEqual([at(5), at(7), null])
  expect(alarms([], met([3, true], [4, false], [5, false]), null)).toEqual(['not-met'])
  expect(alarms([], met([4, false], [5, true], [6, false]), null)).toEqual([])
  expect(alarms([], met([4, false]), null)).toEqual([])
  expect(alarms([], met([4, false], [5, false]), at(6))).toEqual([])
  // By their day, in whatever order they were written; what was written after the follow-up is not followed up.
  expect(alarms([], met([6, true, 6], [4, false, 7], [5, false, 8]), null)).toEqual([])
  expect(alarms([], met([5, false, 6], [4, false, 7], [3, true, 8]), null)).toEqual(['not-met'])
  expect(alarms([], met([5, false, 5], [4, false, 7]), at(6))).toEqual(['not-met'])
})
