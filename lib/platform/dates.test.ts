import { expect, it } from 'vitest'
import { type DayLook, formatClock, formatDay, formatMoment, formatMonth, formatRelativeDay, formatTimeSpan } from './dates'
import { addDays, momentAt, toDay } from './day'

const flagDay = toDay('2026-09-05')

it.each<[DayLook, string, string]>([
  ['short', '05.09.2026', '5 Sept 2026'],
  ['long', '5. september 2026', '5 September 2026'],
  ['weekday', 'lørdag den 5. september 2026', 'Saturday, 5 September 2026'],
  ['dayMonth', '5. september', '5 September'],
  ['month', 'september 2026', 'September 2026'],
  ['shortMonth', 'sep. 2026', 'Sept 2026'],
])('%s reads %s and %s', (look, danish, english) => {
  expect(formatDay(flagDay, 'da', look)).toBe(danish)
  expect(formatDay(flagDay, 'en', look)).toBe(english)
})

it('keeps the day whatever the zone of the server', () => {
  expect(formatDay(toDay('2024-02-29'), 'da')).toBe('29. februar 2024')
  expect(formatMonth(toDay('2026-03-01'), 'da')).toBe('marts 2026')
})

it.each([
  ['2026-07-01T21:30:00Z', '1. juli 2026 kl. 23.30', '1 July 2026 at 23:30'],
  ['2026-10-25T00:30:00Z', '25. oktober 2026 kl. 02.30', '25 October 2026 at 02:30'],
  ['2026-10-25T01:30:00Z', '25. oktober 2026 kl. 02.30', '25 October 2026 at 02:30'],
  ['2026-12-31T23:00:00Z', '1. januar 2027 kl. 00.00', '1 January 2027 at 00:00'],
])('a moment is told in Danish time: %s', (moment, danish, english) => {
  expect(formatMoment(new Date(moment), 'da')).toBe(danish)
  expect(formatMoment(new Date(moment), 'en')).toBe(english)
})

it('writes a span of time', () => {
  expect(formatTimeSpan(momentAt(flagDay, 10, 30), momentAt(flagDay, 11, 15), 'da')).toBe('10.30–11.15')
  expect([formatClock('17:00', 'da'), formatClock('17:00', 'en')]).toEqual(['17.00', '17:00'])
})

it.each([
  [0, 'i dag', 'today'],
  [1, 'i morgen', 'tomorrow'],
  [-1, 'i går', 'yesterday'],
  [3, 'om 3 dage', 'in 3 days'],
  [-21, 'for 21 dage siden', '21 days ago'],
  [92, 'om 3 måneder', 'in 3 months'],
  [-365, 'for 12 måneder siden', '12 months ago'],
  [1100, 'om 3 år', 'in 3 years'],
])('%i days away is %s', (days, danish, english) => {
  const today = toDay('2026-02-28')
  expect(formatRelativeDay(addDays(today, days), today, 'da')).toBe(danish)
  expect(formatRelativeDay(addDays(today, days), today, 'en')).toBe(english)
})
