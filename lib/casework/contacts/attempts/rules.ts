import type { ClosingDay } from '@/lib/deadlines/holidays'
import { nextWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, type Day, latestDay } from '@/lib/platform/day'
import type { ContactChannel, Logged } from '../rules'

/** Before anybody writes that there is no contact any more: as many days, and as many ways, since somebody was last reached. Ours, from the persistence of the outreach (docs/adr/0027). */
export const ATTEMPT_DAYS = 3
export const ATTEMPT_WAYS = 3
/** An attempt from last year says nothing about whether somebody can be reached now. */
export const ATTEMPT_WINDOW = 90
/** From one attempt to the next. */
export const ATTEMPT_PAUSE = 7
/** What anybody can try alone, the least intrusive first: what has been agreed (a meeting, a walk) is proposed to nobody who does not answer. */
const ways = ['phone', 'sms', 'letter', 'email', 'home'] as const satisfies readonly ContactChannel[]

export type Attempted = {
  /** Attempts that count, on how many days and in which ways, the newest first. */
  count: number; days: number; ways: ContactChannel[]
  missingDays: number; missingWays: number
  /** Nothing is missing: that there is no contact may be concluded. */
  enough: boolean
  /** What to try next; null when enough has been tried. */
  next: { channel: (typeof ways)[number]; on: Day } | null
}

/**
 * What has been tried since somebody was last reached, within the window. `entries`: newest first. `closed`: the municipality's closing days. Two calls on
 * one day are one day, and three calls are one way: whoever does not take the telephone may open a letter.
 */
export function attemptsOf(entries: readonly Logged[], today: Day, closed: readonly ClosingDay[] = []): Attempted {
  const reached = entries.findIndex(({ outcome }) => outcome === 'reached')
  const since = addDays(today, -ATTEMPT_WINDOW)
  const tried = (reached === -1 ? entries : entries.slice(0, reached)).filter(({ outcome, on }) => outcome === 'tried' && on >= since)
  const [days, used] = [new Set(tried.map(({ on }) => on)).size, [...new Set(tried.map(({ channel }) => channel))]]
  const [missingDays, missingWays] = [Math.max(0, ATTEMPT_DAYS - days), Math.max(0, ATTEMPT_WAYS - used.length)]
  const enough = missingDays === 0 && missingWays === 0
  // Where every way has been tried and a day is missing, the way tried longest ago.
  const channel = ways.find((way) => !used.includes(way)) ?? ways.find((way) => way === used.at(-1)) ?? 'phone'
  const last = tried[0]?.on
  return { count: tried.length, days, ways: used, missingDays, missingWays, enough, next: enough ? null : { channel, on: nextWorkingDay(last ? latestDay(today, addDays(last, ATTEMPT_PAUSE)) : today, closed).day } }
}
