import { lateness } from '@/lib/deadlines/lateness'
import type { ClosingDay } from '@/lib/deadlines/holidays'
import type { Deadline, ExplanationStep } from '@/lib/deadlines/rules'
import { addWorkingDays, nextWorkingDay, type SkippedDay } from '@/lib/deadlines/working-days'
import { addDays, addMonths, type Day, latestDay } from '@/lib/platform/day'

export const groups = ['overdue', 'today', 'week', 'later'] as const
export type TaskGroup = (typeof groups)[number]
/** Days ahead that stand under "the next days". */
const WEEK = 7

/** Where a task stands in every list and count: late, today, within seven days, later. Due today is not late. */
export function groupOf(due: Day, today: Day): TaskGroup {
  const { state, days } = lateness(due, today, WEEK)
  if (state === 'overdue') return 'overdue'
  return days === 0 ? 'today' : state === 'due-soon' ? 'week' : 'later'
}

/** How many stand where. Counted from the rows that are shown, so that a number and its list cannot differ. */
export function tally(tasks: readonly { dueOn: Day }[], today: Day): Record<TaskGroup, number> {
  const found = { overdue: 0, today: 0, week: 0, later: 0 }
  for (const { dueOn } of tasks) found[groupOf(dueOn, today)]++
  return found
}

export const repeatUnits = ['WEEK', 'MONTH'] as const
/** Every so many weeks or months, counted from one day: a series of the 31st comes back to the 31st after February. */
export type Repeat = { every: number; unit: (typeof repeatUnits)[number]; from: Day }
/** Working days from today a due day may be set to without reading the calendar. */
export const spans = ['1', '2', '3', '5', '10', '15', '20'] as const

const skippedSteps = (skipped: readonly SkippedDay[]): ExplanationStep[] => skipped.map((one) => ({ step: 'skipped', ...one }))

/** So many working days after the day of an event, with how it was counted. `count` from 1. */
export function dueIn(count: number, event: string, from: Day, closingDays: readonly ClosingDay[]): Deadline {
  const { day, skipped } = addWorkingDays(from, count, closingDays)
  return { due: day, ruleId: null, explanation: [{ step: 'start', event, day: from }, ...skippedSteps(skipped), { step: 'count', length: count, unit: 'WORKING_DAY', reached: day }] }
}

/**
 * The day of the series after the one that was due, and after today: what is done late covers the times that were missed. A day nobody works moves to the
 * next one that is worked.
 */
export function nextInSeries(repeat: Repeat, due: Day, today: Day, closingDays: readonly ClosingDay[]): Deadline {
  const after = latestDay(due, today)
  const nth = (n: number) => (repeat.unit === 'WEEK' ? addDays(repeat.from, n * repeat.every * 7) : addMonths(repeat.from, n * repeat.every))
  let n = 1
  while (nth(n) <= after) n++
  const planned = nth(n)
  const { day, skipped } = nextWorkingDay(planned, closingDays)
  const rolled: ExplanationStep[] = day === planned ? [] : [{ step: 'rolled', from: planned, to: day }]
  return { due: day, ruleId: null, explanation: [{ step: 'repeat', every: repeat.every, unit: repeat.unit, from: repeat.from, reached: planned }, ...skippedSteps(skipped), ...rolled] }
}

export const sources = ['hand', 'contact', 'task', 'repeat', 'protection', 'plan', 'meeting'] as const
export type TaskSource = (typeof sources)[number]

/** Where what made the task is found; null for one somebody just wrote. */
export function sourceHref({ source, sourceId, personId }: { source: TaskSource; sourceId: string | null; personId: string | null }): string | null {
  if (!sourceId) return null
  if (source === 'contact') return `/people/${personId}/contacts#contact-${sourceId}`
  if (source === 'protection') return `/people/${personId}/data`
  if (source === 'plan') return `/people/${personId}/plan?open=${sourceId}#plan-${sourceId}`
  if (source === 'meeting') return `/people/${personId}/cases#minute-${sourceId}`
  return `${listHref(personId)}?open=${sourceId}#task-${sourceId}`
}

export function listHref(personId: string | null): string {
  return personId === null ? '/tasks' : `/people/${personId}/tasks`
}

/** A lapsed protection is settled by deciding on it, and in no other way: ticking it off would leave nobody who decides. */
export const settledElsewhere = (source: TaskSource): boolean => source === 'protection'
