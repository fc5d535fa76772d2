import { TZDate } from '@date-fns/tz'

/**
 * A legal day: 'YYYY-MM-DD', never a moment. Deadlines, births and deaths are days; a Date would drag a clock and a zone into them,
 * and a letter due on the 1st would be due on the 31st for a server standing west of Denmark.
 */
export type Day = string & { readonly __day: unique symbol }

/** Every legal day in the product is counted in Danish time, wherever the server stands. */
export const ZONE = 'Europe/Copenhagen'

const MS_PER_DAY = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const moments = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day with this year (1000–9999), month (1–12) and day of month, or null when the calendar has no such day (29 February 2026). */
export function parseDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  const kept = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
  return kept ? fromUtc(date) : null
}

/** True for an existing calendar day written 'YYYY-MM-DD'. */
export function isDay(text: string): text is Day {
  const match = SHAPE.exec(text)
  return match !== null && parseDay(Number(match[1]), Number(match[2]), Number(match[3])) !== null
}

/** For text that must already be a day (code, reference data, own columns). Throws RangeError; typed input goes through parseDay. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError('Not a calendar day of the form YYYY-MM-DD')
  return text
}

/** The day it is in Denmark at this moment: 22:30 UTC in July is already tomorrow. */
export function dayOf(moment: Date): Day {
  return toDay(moments.format(moment))
}

export function addDays(day: Day, days: number): Day {
  return fromUtc(new Date(utcMs(day) + days * MS_PER_DAY))
}

/**
 * Same day of the month, `months` later (or earlier when negative). Where the month is too short the last day of it is taken:
 * 31 January + 1 month = 28 February (29 in a leap year). This is how a period of months is counted in Danish law. Not reversible.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = index - targetYear * 12 + 1
  const last = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate()
  return fromUtc(new Date(Date.UTC(targetYear, targetMonth - 1, Math.min(dayOfMonth, last))))
}

/** 29 February + 1 year = 28 February. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Calendar days, so a night of 23 or 25 hours is one day. */
export function diffDays(from: Day, to: Day): number {
  return Math.round((utcMs(to) - utcMs(from)) / MS_PER_DAY)
}

/** For sort(): negative when a is earlier. */
export function compareDay(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function earliestDay(first: Day, ...rest: Day[]): Day {
  return rest.reduce((low, day) => (day < low ? day : low), first)
}

export function latestDay(first: Day, ...rest: Day[]): Day {
  return rest.reduce((high, day) => (day > high ? day : high), first)
}

/** 1 Monday … 7 Sunday, as in ISO 8601. */
export function isoWeekday(day: Day): number {
  return new Date(utcMs(day)).getUTCDay() || 7
}

export function isWeekend(day: Day): boolean {
  return isoWeekday(day) > 5
}

export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) }
}

export function firstOfMonth(day: Day): Day {
  return toDay(`${day.slice(0, 7)}-01`)
}

export function lastOfMonth(day: Day): Day {
  return addDays(addMonths(firstOfMonth(day), 1), -1)
}

/** The moment the day begins in Denmark. The clocks change at 2 and 3 in the night, so local midnight exists exactly once every day. */
export function startOfDay(day: Day): Date {
  return momentAt(day, 0, 0)
}

/** The moment the clock in Denmark shows hour:minute on that day. An hour the spring change skips is read as the hour after it. */
export function momentAt(day: Day, hour: number, minute = 0): Date {
  const { year, month, dayOfMonth } = partsOf(day)
  return new Date(new TZDate(year, month - 1, dayOfMonth, hour, minute, ZONE).getTime())
}

/** Prisma hands a `date` column over as a Date at UTC midnight; these two are the only way in and out of it. */
export function dayFromDb(date: Date): Day {
  return fromUtc(date)
}

export function dayToDb(day: Day): Date {
  return new Date(utcMs(day))
}

function utcMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function fromUtc(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day
}
