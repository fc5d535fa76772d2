import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, toDay } from '@/lib/platform/day'
import { closedReason, type ClosingDay, easterSunday, holidaysOf } from './holidays'
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days'

const closed: ClosingDay[] = [{ day: toDay('2026-12-24'), nameDa: 'Juleaftensdag', nameEn: 'Christmas Eve' }]

it('agrees with an independent calendar on every public holiday of 2000–2040', () => {
  const oracle = new Holidays('DK')
  for (let year = 2000; year <= 2040; year++) {
    const theirs = oracle.getHolidays(year).filter((holiday) => holiday.type === 'public').map((holiday) => holiday.date.slice(0, 10))
    expect([year, ...[...holidaysOf(year).keys()].sort()]).toEqual([year, ...[...new Set(theirs)].sort()])
  }
})

it.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter %i', (year, day) => {
  expect(easterSunday(year)).toBe(day)
})

it.each([
  ['2023-05-05', { kind: 'holiday', code: 'great-prayer-day' }],
  ['2024-04-26', null], // abolished
  ['2026-05-14', { kind: 'holiday', code: 'ascension-day' }],
  ['2026-05-15', null],
  ['2026-12-24', { kind: 'closing-day', nameDa: 'Juleaftensdag', nameEn: 'Christmas Eve' }],
  ['2026-12-26', { kind: 'holiday', code: 'second-christmas-day' }], // a Saturday
  ['2026-11-21', { kind: 'weekend', weekday: 6 }],
  ['2026-11-20', null],
])('%s is closed because %j', (day, reason) => {
  expect(closedReason(toDay(day), closed)).toEqual(reason)
})

describe('working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'], // Friday to Monday
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-04-01', 1, '2026-04-07'], // over Easter
    ['2026-12-23', 1, '2026-12-28'], // over Christmas with the closing day
    ['2023-05-04', 1, '2023-05-08'],
    ['2024-04-25', 1, '2024-04-26'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2024-02-28', 1, '2024-02-29'],
  ])('%s + %i is %s', (day, count, expected) => {
    expect(addWorkingDays(toDay(day), count, closed).day).toBe(expected)
  })

  it('lists each day passed over and why', () => {
    expect(addWorkingDays(toDay('2026-12-23'), 1, closed).skipped).toEqual([
      { day: '2026-12-24', reason: { kind: 'closing-day', nameDa: 'Juleaftensdag', nameEn: 'Christmas Eve' } },
      { day: '2026-12-25', reason: { kind: 'holiday', code: 'christmas-day' } },
      { day: '2026-12-26', reason: { kind: 'holiday', code: 'second-christmas-day' } },
      { day: '2026-12-27', reason: { kind: 'weekend', weekday: 7 } },
    ])
    expect(nextWorkingDay(toDay('2026-11-20'), closed)).toEqual({ day: '2026-11-20', skipped: [] })
  })

  it('counts back what it counted forth', () => {
    const start = fc.integer({ min: 0, max: 9000 }).map((n) => addDays(toDay('2015-01-01'), n))
    const both = fc.property(start, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const end = addWorkingDays(day, count, closed)
      expect(isWorkingDay(end.day, closed)).toBe(true)
      expect(workingDaysBetween(day, end.day, closed)).toBe(count)
      expect(workingDaysBetween(end.day, day, closed)).toBe(-count)
    })
    fc.assert(both)
  })

  it('refuses data without any working day', () => {
    const always = Array.from({ length: 800 }, (_, i) => ({ day: addDays(toDay('2026-01-01'), i) as Day, nameDa: 'lukket', nameEn: 'closed' }))
    expect(() => nextWorkingDay(toDay('2026-01-05'), always)).toThrow(RangeError)
  })
})
