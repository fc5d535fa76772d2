import { addDays, type Day, earliestDay, isoWeekday } from '@/lib/platform/day'

/** Monday first, as the calendar on the wall. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]
/** Something in a week. Times as "09:30". */
export type Slot = { id: string; weekday: Weekday; starts: string; ends: string | null; activity: string; place: string | null; company: string | null; by: string; at: Date; /** Taken out again, by whom and when. */ removed: { by: string; at: Date } | null }
export type Schedule = { id: string; from: Day; /** The last day somebody gave it; null until further notice. */ to: Day | null; by: string; at: Date; slots: Slot[] }
/** With the last day it really holds: its own, or the day before the next one begins. */
export type Validity = { from: Day; until: Day | null }

/** Until when each holds: a week lasts until its own last day or until a later one begins, whichever comes first. Of two that begin on one day the later written holds. */
export function validityOf(schedule: Pick<Schedule, 'id' | 'from' | 'to' | 'at'>, all: readonly Pick<Schedule, 'id' | 'from' | 'at'>[]): Validity | null {
  const others = all.filter(({ id }) => id !== schedule.id)
  if (others.some(({ from, at }) => from === schedule.from && at > schedule.at)) return null
  const next = others.filter(({ from }) => from > schedule.from).map(({ from }) => addDays(from, -1))
  const ends = [...next, ...(schedule.to ? [schedule.to] : [])]
  const [first, ...rest] = ends
  return { from: schedule.from, until: first ? earliestDay(first, ...rest) : null }
}

export type Standing = 'now' | 'coming' | 'past'
export type Weeks<S> = { now: (S & Validity) | null; coming: (S & Validity)[]; past: (S & Validity)[] }

/** The week that holds today, those that are to come (the next first) and those that were (the newest first). */
export function weeksOf<S extends Pick<Schedule, 'id' | 'from' | 'to' | 'at'>>(all: readonly S[], today: Day): Weeks<S> {
  const found = all.flatMap((one) => {
    const holds = validityOf(one, all)
    return holds ? [{ ...one, ...holds }] : []
  }).sort((a, b) => a.from.localeCompare(b.from))
  const over = (one: Validity) => one.until !== null && one.until < today
  return { now: found.find((one) => one.from <= today && !over(one)) ?? null, coming: found.filter(({ from }) => from > today), past: found.filter(over).reverse() }
}

/** The seven days with what is on each in the order of the clock. A day with nothing is there too: it is said so. */
export function daysOf<S extends Pick<Slot, 'weekday' | 'starts' | 'removed'>>(slots: readonly S[]): { weekday: Weekday; slots: S[] }[] {
  return weekdays.map((weekday) => ({ weekday, slots: slots.filter((slot) => slot.weekday === weekday && slot.removed === null).sort((a, b) => a.starts.localeCompare(b.starts)) }))
}

/** Two at one time: said, not refused. Somebody can be late from one to the next, and the citizen decides what goes first. */
export function overlaps<S extends Pick<Slot, 'weekday' | 'starts' | 'ends' | 'removed'>>(slots: readonly S[]): S[] {
  return daysOf(slots).flatMap(({ slots: day }) => day.filter((slot, at) => {
    const before = day[at - 1]
    return before !== undefined && (before.ends ?? before.starts) > slot.starts
  }))
}

/** Monday of the week after: where a new schedule usually begins. */
export const nextMonday = (today: Day): Day => addDays(today, 8 - isoWeekday(today))
