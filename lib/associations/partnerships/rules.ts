import { addDays, type Day } from '@/lib/platform/day'

export type Period = { fromDay: Day; /** The last day it holds. */ toDay: Day; reviewOn: Day | null }
/** live: holds today · coming: agreed, and not begun · lapsed: there was one, and none holds · none: there never was. */
export type Partnered = 'live' | 'coming' | 'lapsed' | 'none'

type Span = Pick<Period, 'fromDay' | 'toDay'>
export function partnered(periods: readonly Span[], today: Day): Partnered {
  if (periods.some(({ fromDay, toDay }) => fromDay <= today && today <= toDay)) return 'live'
  if (periods.some(({ fromDay }) => fromDay > today)) return periods.some(({ toDay }) => toDay < today) ? 'lapsed' : 'coming'
  return periods.length > 0 ? 'lapsed' : 'none'
}

/** No new match of a volunteer who comes by an association whose agreement has lapsed; one that never had an agreement never promised anything. Running ones go on. */
export const blocksMatches = (periods: readonly Span[], today: Day): boolean => partnered(periods, today) === 'lapsed'

/** The one that holds today: of several the one that holds longest. */
export function holdsNow<P extends Period>(periods: readonly P[], today: Day): P | null {
  return periods.filter(({ fromDay, toDay }) => fromDay <= today && today <= toDay).sort((a, b) => (a.toDay < b.toDay ? 1 : -1))[0] ?? null
}

/** Days ahead that an end and a review are told of. */
export const AHEAD_DAYS = 90
export type Due = { code: 'lapsed' | 'review' | 'ends'; day: Day }
/** What is next with the agreement: that it has lapsed, that it is to be gone through, or that it ends; null where nothing is. A period that follows on is no end. */
export function dueOf(periods: readonly Period[], today: Day): Due | null {
  const now = holdsNow(periods, today)
  if (!now) return blocksMatches(periods, today) ? { code: 'lapsed', day: periods.map(({ toDay }) => toDay).filter((day) => day < today).sort().at(-1) ?? today } : null
  const soon = addDays(today, AHEAD_DAYS)
  if (now.reviewOn && now.reviewOn <= soon) return { code: 'review', day: now.reviewOn }
  return now.toDay <= soon && !periods.some(({ fromDay }) => fromDay > today && fromDay <= addDays(now.toDay, 1)) ? { code: 'ends', day: now.toDay } : null
}
