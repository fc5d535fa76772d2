import { describe, expect, test } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { dateParser } from './dates'

const birth = dateParser({ yearsAhead: -15, future: false })
const deployment = dateParser({ yearsAhead: 2, future: true })
const on = (today: string) => ({ today: toDay(today) })
const read = (text: string, parse = birth, today = '2026-11-20') => {
  const { value, problem } = parse(text, on(today))
  return problem ? (value ? `${value} ${problem.code}` : problem.code) : value
}

describe('a date of birth', () => {
  test.each([
    ['31-12-1975', '1975-12-31'],
    ['31.12.1975', '1975-12-31'],
    ['1/2 1975', '1975-02-01'],
    ['1/2-75', '1975-02-01'],
    ['5.6.75', '1975-06-05'],
    ['05061975', '1975-06-05'],
    ['1975-06-05', '1975-06-05'],
    ['1975-06-05T00:00:00.000Z', '1975-06-05'],
    ['05-06-1975 00:00:00', '1975-06-05'],
    ['5. juni 1975', '1975-06-05'],
    ['tirsdag d. 5. juni 1975', '1975-06-05'],
    ['29-02-1976', '1976-02-29'],
    ['29-02-1975', 'date-impossible'],
    ['31-04-1975', 'date-impossible'],
    ['12/31/1975', 'date-month-first'],
    ['00-00-1975', 'date-impossible'],
    ['01-01-1850', 'date-too-early'],
    ['21-11-2026', 'date-in-future'],
    ['20-11-2026', '2026-11-20'],
    ['27550', '1975-06-05 date-from-number'],
    ['ukendt år', 'date-not-understood'],
    ['1975', 'date-not-understood'],
    ['5-6-7-8', 'date-not-understood'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected))

  test('of two digits is at least 15 years back, so a recruit of 2011 is possible and one of 2012 was born in 1912', () => {
    expect(read('20-11-11')).toBe('2011-11-20')
    expect(read('21-11-11')).toBe('1911-11-21')
    expect(read('01-01-12')).toBe('1912-01-01')
  })

  test('on 29 February in a leap year, and with today a leap day', () => {
    expect(read('29-02-00', birth, '2028-02-29')).toBe('2000-02-29')
    expect(read('28-02-13', birth, '2028-02-29')).toBe('2013-02-28')
    expect(read('29-02-12', birth, '2028-02-29')).toBe('2012-02-29')
  })
})

test('a deployment may begin in the future, and 31-12-9999 means that no end is known', () => {
  expect(read('01-02-2027', deployment)).toBe('2027-02-01')
  expect(read('01-02-28', deployment)).toBe('2028-02-01')
  expect(read('01-02-92', deployment)).toBe('1992-02-01')
  expect(read('31-12-9999', deployment)).toBe(null)
})
