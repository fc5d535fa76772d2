import { addDays, type Day } from '@/lib/platform/day'

/** Days after an absence in which the first page still tells what happened meanwhile. */
export const TOLD_FOR = 14
/** Longest absence, in days. */
export const LONGEST = 366

export type Absence = { from: Day; to: Day }
export const phases = ['coming', 'running', 'over', 'off'] as const
export type Phase = (typeof phases)[number]

/** Both days count: through the last one the cover has the people, and the day after whoever was away has them alone again. Called off: it ended before it began. */
export function phaseOf({ from, to }: Absence, today: Day): Phase {
  return to < from ? 'off' : today < from ? 'coming' : today <= to ? 'running' : 'over'
}

/** The first day without a cover. */
export const backOn = ({ to }: Pick<Absence, 'to'>): Day => addDays(to, 1)

/** Ended now: the last day is yesterday, or the day before the first for one that has not begun. */
export const endedNow = ({ from }: Pick<Absence, 'from'>, today: Day): Day => (from > today ? addDays(from, -1) : addDays(today, -1))

export type DaysRefusal = 'past' | 'order' | 'long'
/** Why these days cannot be an absence; null when they can. */
export function daysRefusal({ from, to }: Absence, today: Day): DaysRefusal | null {
  return from < today ? 'past' : to < from ? 'order' : to > addDays(from, LONGEST) ? 'long' : null
}
