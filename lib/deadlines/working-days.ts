import { addDays, type Day } from '@/lib/platform/day'
import { type ClosedReason, closedReason, type ClosingDay } from './holidays'

export type SkippedDay = { day: Day; reason: ClosedReason }

/** A year of closed days in a row means wrong data, not a long holiday; without a limit it would be an endless loop in a request. */
const MOST_CLOSED_IN_A_ROW = 366

export function isWorkingDay(day: Day, closingDays: readonly ClosingDay[]): boolean {
  return closedReason(day, closingDays) === null
}

/** The day itself when it is a working day, else the first one after it; with every day passed over and why. */
export function nextWorkingDay(day: Day, closingDays: readonly ClosingDay[]): { day: Day; skipped: SkippedDay[] } {
  const skipped: SkippedDay[] = []
  let at = day
  for (let reason = closedReason(at, closingDays); reason; reason = closedReason(at, closingDays)) {
    skipped.push({ day: at, reason })
    if (skipped.length > MOST_CLOSED_IN_A_ROW) throw new RangeError('More than a year without a working day: look at the closing days')
    at = addDays(at, 1)
  }
  return { day: at, skipped }
}

/** The last working day before this one: what "yesterday" means on a Monday. */
export function workingDayBefore(day: Day, closingDays: readonly ClosingDay[] = []): Day {
  const before = addDays(day, -1)
  return isWorkingDay(before, closingDays) ? before : workingDayBefore(before, closingDays)
}

/**
 * The `count`-th working day after `day`; the day itself is never counted. `count` 0 gives the day unchanged. `count` is a whole number
 * from 0 up.
 */
export function addWorkingDays(day: Day, count: number, closingDays: readonly ClosingDay[]): { day: Day; skipped: SkippedDay[] } {
  const skipped: SkippedDay[] = []
  let at = day
  for (let left = count; left > 0; left--) {
    const next = nextWorkingDay(addDays(at, 1), closingDays)
    skipped.push(...next.skipped)
    at = next.day
  }
  return { day: at, skipped }
}

/**
 * Working days after `from` up to and with `to`: from a Friday to the Monday after it is 1. Negative when `to` is earlier, so that
 * "late by" counts the same way as "left". Inverse of addWorkingDays for working days.
 */
export function workingDaysBetween(from: Day, to: Day, closingDays: readonly ClosingDay[]): number {
  if (to < from) return 0 - countAfter(to, from, closingDays)
  return countAfter(from, to, closingDays)
}

function countAfter(from: Day, to: Day, closingDays: readonly ClosingDay[]): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, closingDays)) count++
  return count
}
