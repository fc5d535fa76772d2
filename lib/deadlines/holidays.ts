import { addDays, type Day, isoWeekday, partsOf, toDay } from '@/lib/platform/day'

/** Codes of Danish public holidays; the view turns them into names. */
export type HolidayCode =
  | 'new-year'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'great-prayer-day'
  | 'ascension-day'
  | 'whit-sunday'
  | 'whit-monday'
  | 'christmas-day'
  | 'second-christmas-day'

/** A day the municipality itself keeps closed (24 December, 5 June, 1 May, the Friday after Ascension …): data of the installation. */
export type ClosingDay = { day: Day; nameDa: string; nameEn: string }

export type ClosedReason =
  | { kind: 'weekend'; weekday: 6 | 7 }
  | { kind: 'holiday'; code: HolidayCode }
  | { kind: 'closing-day'; nameDa: string; nameEn: string }

/** Store bededag was abolished from 2024 (lov nr. 214 of 6 March 2023). */
const LAST_GREAT_PRAYER_DAY = 2023

const EASTER_OFFSETS: ReadonlyArray<readonly [HolidayCode, number]> = [
  ['maundy-thursday', -3],
  ['good-friday', -2],
  ['easter-sunday', 0],
  ['easter-monday', 1],
  ['ascension-day', 39],
  ['whit-sunday', 49],
  ['whit-monday', 50],
]

/** Easter Sunday of a Gregorian year (the anonymous algorithm printed in Nature, 1876; known as Meeus/Jones/Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = b >> 2
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * (c >> 2) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return toDay(`${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`)
}

const years = new Map<number, ReadonlyMap<Day, HolidayCode>>()

/** The public holidays of a year. 24 December, 5 June and 1 May are not among them: those are closing days, by local practice. */
export function holidaysOf(year: number): ReadonlyMap<Day, HolidayCode> {
  const known = years.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const found = new Map<Day, HolidayCode>([[toDay(`${year}-01-01`), 'new-year']])
  for (const [code, offset] of EASTER_OFFSETS) found.set(addDays(easter, offset), code)
  if (year <= LAST_GREAT_PRAYER_DAY) found.set(addDays(easter, 26), 'great-prayer-day')
  found.set(toDay(`${year}-12-25`), 'christmas-day')
  found.set(toDay(`${year}-12-26`), 'second-christmas-day')
  years.set(year, found)
  return found
}

export function holidayOn(day: Day): HolidayCode | null {
  return holidaysOf(partsOf(day).year).get(day) ?? null
}

/** Why nobody is at work that day, or null for a working day. A holiday is named before the weekend it falls on. */
export function closedReason(day: Day, closingDays: readonly ClosingDay[]): ClosedReason | null {
  const code = holidayOn(day)
  if (code) return { kind: 'holiday', code }
  const weekday = isoWeekday(day)
  if (weekday === 6 || weekday === 7) return { kind: 'weekend', weekday }
  const closing = closingDays.find((entry) => entry.day === day)
  return closing ? { kind: 'closing-day', nameDa: closing.nameDa, nameEn: closing.nameEn } : null
}
