import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, toDay } from '@/lib/platform/day'
import { lateness, latenessBounds, latenessOf, metInTime } from './lateness'
import { computeDeadline, type DeadlineRule, firstDue, recompute, ruleConflicts, ruleFor } from './rules'

const rule: DeadlineRule = {
  id: 'r1',
  code: 'first-letter',
  ruleSet: 'Outreach 2025',
  validFrom: toDay('2025-01-01'),
  validTo: null,
  source: 'Veteran strategy, measure 1',
  trigger: 'registered', length: 30, unit: 'DAY', roll: 'none', population: 'veteran',
}
const closed = [{ day: toDay('2026-06-05'), nameDa: 'Grundlovsdag', nameEn: 'Constitution Day' }]

describe('a date and its explanation', () => {
  it.each([
    ['2026-01-31', 1, 'MONTH', 'none', '2026-02-28'],
    ['2024-02-29', 1, 'YEAR', 'none', '2025-02-28'],
    ['2024-01-30', 30, 'DAY', 'none', '2024-02-29'],
    ['2026-03-05', 1, 'MONTH', 'next-working-day', '2026-04-07'], // 5 April 2026 is Easter Sunday
    ['2026-05-06', 30, 'DAY', 'next-working-day', '2026-06-08'], // closing day, then a weekend
    ['2026-04-01', 2, 'WORKING_DAY', 'none', '2026-04-08'],
    ['2026-10-24', 2, 'DAY', 'none', '2026-10-26'],
  ] as const)('%s + %i %s (%s) is %s', (start, length, unit, roll, due) => {
    expect(computeDeadline({ ...rule, length, unit, roll }, toDay(start), closed).due).toBe(due)
  })

  it('says rule, source, version, start, length and every day skipped, in order', () => {
    const { explanation } = computeDeadline({ ...rule, roll: 'next-working-day' }, toDay('2026-05-06'), closed)
    expect(explanation).toEqual([
      { step: 'rule', code: rule.code, ruleSet: rule.ruleSet, source: rule.source, validFrom: '2025-01-01', validTo: null },
      { step: 'start', event: 'registered', day: '2026-05-06' },
      { step: 'count', length: 30, unit: 'DAY', reached: '2026-06-05' },
      { step: 'skipped', day: '2026-06-05', reason: { kind: 'closing-day', nameDa: 'Grundlovsdag', nameEn: 'Constitution Day' } },
      { step: 'skipped', day: '2026-06-06', reason: { kind: 'weekend', weekday: 6 } },
      { step: 'skipped', day: '2026-06-07', reason: { kind: 'weekend', weekday: 7 } },
      { step: 'rolled', from: '2026-06-05', to: '2026-06-08' },
    ])
  })

  it('knows a window', () => {
    const window = computeDeadline({ ...rule, length: 4, unit: 'MONTH', windowEarliest: { length: 3, unit: 'MONTH' } }, toDay('2026-01-31'), [])
    expect(window).toMatchObject({ earliest: '2026-04-30', due: '2026-05-31' })
    expect(window.explanation.at(-1)).toEqual({ step: 'window', earliest: '2026-04-30' })
  })
})

describe('the rule in force', () => {
  const old = { ...rule, id: 'old', validFrom: toDay('2015-01-01'), validTo: toDay('2024-12-31'), length: 90 }
  it.each([
    ['2014-12-31', null],
    ['2015-01-01', 'old'],
    ['2024-12-31', 'old'],
    ['2025-01-01', 'r1'],
    ['2030-01-01', 'r1'],
  ])('on %s is %s', (day, id) => {
    expect(ruleFor([rule, old], 'first-letter', toDay(day))?.id ?? null).toBe(id)
  })

  it('is of the code asked for', () => expect(ruleFor([rule], 'other', toDay('2026-01-01'))).toBeNull())

  it('may not clash with another', () => {
    expect(ruleConflicts([rule, old])).toEqual([])
    expect(ruleConflicts([rule, { ...old, validTo: toDay('2025-06-30') }])).toEqual([{ kind: 'overlap', ids: ['old', 'r1'], onDay: '2025-01-01' }])
    expect(ruleConflicts([{ ...old, validTo: toDay('2014-01-01') }])).toMatchObject([{ kind: 'ends-before-start' }])
  })

  it('never moves a date already met', () => {
    const before = computeDeadline(old, toDay('2024-12-01'), [])
    const after = computeDeadline(rule, toDay('2024-12-01'), [])
    expect(recompute({ metOn: toDay('2025-01-15'), deadline: before }, after)).toBe(before)
    expect(recompute(null, after)).toBe(after)
    expect(firstDue([before, after])).toBe(after)
    expect(firstDue([])).toBeNull()
  })
})

describe('lateness', () => {
  const today = toDay('2026-11-20')
  it.each([
    [-1, 'overdue', -1, -1], [0, 'due-soon', 0, 0], [3, 'due-soon', 3, 1], [60, 'due-soon', 60, 40], [61, 'later', 61, 41],
  ])('%i days from now is %s', (offset, state, days, workingDays) => {
    expect(lateness(addDays(today, offset), today, 60)).toEqual({ state, days, workingDays })
  })

  it('is not late at 23:30 on the day, and is half an hour later', () => {
    const due = toDay('2026-07-01')
    expect(lateness(due, dayOf(new Date('2026-07-01T21:30:00Z')), 0).state).toBe('due-soon')
    expect(lateness(due, dayOf(new Date('2026-07-01T22:00:00Z')), 0).state).toBe('overdue')
  })

  it('is later as long as the window is not open', () => {
    const march = { earliest: toDay('2026-03-01'), due: toDay('2026-03-31') }
    expect(['2026-02-28', '2026-03-01', '2026-04-01'].map((day) => latenessOf(march, toDay(day), 60).state)).toEqual(['later', 'due-soon', 'overdue'])
  })

  it('ends when it is met, late or not', () => {
    expect(lateness(toDay('2026-01-01'), today, 60, toDay('2026-01-02')).state).toBe('met')
    expect([metInTime(toDay('2026-01-01'), toDay('2026-01-01')), metInTime(toDay('2026-01-01'), toDay('2026-01-02'))]).toEqual([true, false])
  })

  it('is the same asked of one row or of the database', () => {
    const same = fc.property(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 0, max: 90 }), (offset, soon) => {
      const due = addDays(today, offset)
      const { overdueBefore, dueSoonUntil } = latenessBounds(today, soon)
      expect(lateness(due, today, soon).state).toBe(due < overdueBefore ? 'overdue' : due <= dueSoonUntil ? 'due-soon' : 'later')
    })
    fc.assert(same)
  })
})
