import { addDays, type Day, diffDays } from '@/lib/platform/day'
import type { ClosingDay } from './holidays'
import { workingDaysBetween } from './working-days'

export type LatenessState = 'overdue' | 'due-soon' | 'later' | 'met'

/** `days` and `workingDays` from today to the due day: negative when it has passed, 0 on the day itself, which is still on time. */
export type Lateness = { state: LatenessState; days: number; workingDays: number }

/**
 * The one answer to "are we late?", for lists, counts, dashboards and reminders alike. Due today is not late; it is `dueSoonDays` and fewer
 * that is soon. `metOn` ends it, whether it was met in time or not (see metInTime).
 */
export function lateness(
  due: Day,
  today: Day,
  dueSoonDays: number,
  metOn: Day | null = null,
  closingDays: readonly ClosingDay[] = [],
): Lateness {
  const days = diffDays(today, due)
  return { state: stateOf(days, dueSoonDays, metOn), days, workingDays: workingDaysBetween(today, due, closingDays) }
}

/** Lateness of a deadline that may have a first day: before it nothing is due, however near the last day is. */
export function latenessOf(
  deadline: { due: Day; earliest?: Day },
  today: Day,
  dueSoonDays: number,
  closingDays: readonly ClosingDay[] = [],
): Lateness {
  const plain = lateness(deadline.due, today, dueSoonDays, null, closingDays)
  return deadline.earliest && today < deadline.earliest ? { ...plain, state: 'later' } : plain
}

export function metInTime(due: Day, metOn: Day): boolean {
  return metOn <= due
}

/**
 * The same answer as bounds for a query, so that a count over 100,000 people is one comparison per row and still agrees with lateness:
 * overdue is due < `overdueBefore`; due soon is `overdueBefore` ≤ due ≤ `dueSoonUntil`.
 */
export function latenessBounds(today: Day, dueSoonDays: number): { overdueBefore: Day; dueSoonUntil: Day } {
  return { overdueBefore: today, dueSoonUntil: addDays(today, dueSoonDays) }
}

function stateOf(days: number, dueSoonDays: number, metOn: Day | null): LatenessState {
  if (metOn !== null) return 'met'
  if (days < 0) return 'overdue'
  return days <= dueSoonDays ? 'due-soon' : 'later'
}
