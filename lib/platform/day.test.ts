import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDay,
  dayFromDb,
  dayOf,
  dayToDb,
  diffDays,
  earliestDay,
  firstOfMonth,
  isDay,
  isWeekend,
  isoWeekday,
  lastOfMonth,
  latestDay,
  momentAt,
  parseDay,
  startOfDay,
  toDay,
} from './day'

const anyDay = fc.integer({ min: -40_000, max: 40_000 }).map((n) => addDays(toDay('2026-01-01'), n))

it('runs in a zone that is not the Danish one', () => {
  expect(new Date('2026-07-01T12:00:00Z').getTimezoneOffset()).not.toBe(-120)
})

describe('a typed day', () => {
  it.each([
    [2026, 2, 29, null],
    [2024, 2, 29, '2024-02-29'],
    [1900, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [2026, 4, 31, null],
    [2026, 1.5, 1, null],
    [26, 1, 1, null],
    [Number.NaN, 1, 1, null],
    [2026, 9, 5, '2026-09-05'],
  ])('%s-%s-%s is %s', (year, month, day, expected) => {
    expect(parseDay(year, month, day)).toBe(expected)
  })

  it.each(['2026-02-29', '2026-1-01', '01-01-2026', '2026-01-01T00:00:00Z', '', ' 2026-01-01'])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => toDay(text)).toThrow(RangeError)
  })

  it('does not repeat what was typed in the error', () => {
    expect(() => toDay('070780-4321')).toThrow(/^Not a calendar day of the form YYYY-MM-DD$/)
  })
})

describe('the day of a moment is the Danish day', () => {
  it.each([
    ['2026-07-01T21:30:00Z', '2026-07-01'], // 23:30 in summer
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-01-31T22:30:00Z', '2026-01-31'], // 23:30 in winter
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-03-28T23:00:00Z', '2026-03-29'], // the night the clocks go forward
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-10-24T22:00:00Z', '2026-10-25'], // the night they go back
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2024-02-29T22:30:00Z', '2024-02-29'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('%s is %s', (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day)
  })

  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['2024-02-29', '2024-02-28T23:00:00.000Z', 24],
  ])('%s begins %s and lasts %i hours', (text, start, hours) => {
    const day = toDay(text)
    expect(startOfDay(day).toISOString()).toBe(start)
    expect((startOfDay(addDays(day, 1)).getTime() - startOfDay(day).getTime()) / 3_600_000).toBe(hours)
  })

  it('is inverse to the start of the day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(startOfDay(day))).toBe(day)
        expect(dayOf(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1))
      }),
    )
  })

  it('reads a clock time in Danish time', () => {
    expect(momentAt(toDay('2026-09-05'), 10, 30).toISOString()).toBe('2026-09-05T08:30:00.000Z')
    expect(momentAt(toDay('2026-03-29'), 2, 30).toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })
})

describe('adding', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s + %i months is %s', (day, months, expected) => {
    expect(addMonths(toDay(day), months)).toBe(expected)
  })

  it('takes 28 February a year after 29 February', () => {
    expect(addYears(toDay('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addYears(toDay('2024-02-29'), 4)).toBe('2028-02-29')
  })

  it('crosses clock changes and leap days without losing one', () => {
    expect(addDays(toDay('2026-03-28'), 2)).toBe('2026-03-30')
    expect(addDays(toDay('2024-02-28'), 1)).toBe('2024-02-29')
    expect(diffDays(toDay('2026-10-24'), toDay('2026-10-26'))).toBe(2)
  })

  it('agrees with diffDays, compareDay and the database form', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const other = addDays(day, n)
        expect(diffDays(day, other)).toBe(n)
        expect(Math.sign(compareDay(other, day))).toBe(Math.sign(n))
        expect(dayFromDb(dayToDb(other))).toBe(other)
        expect([earliestDay(day, other), latestDay(day, other)]).toEqual(n < 0 ? [other, day] : [day, other])
      }),
    )
  })
})

it('knows weekdays and months', () => {
  expect(isoWeekday(toDay('2026-09-05'))).toBe(6)
  expect(isoWeekday(toDay('2026-09-06'))).toBe(7)
  expect(['2026-09-04', '2026-09-05', '2026-09-06', '2026-09-07'].map((day) => isWeekend(toDay(day)))).toEqual([false, true, true, false])
  expect(firstOfMonth(toDay('2024-02-29'))).toBe('2024-02-01')
  expect(lastOfMonth(toDay('2024-02-01'))).toBe('2024-02-29')
})
