import type { ClosingDay } from '@/lib/deadlines/holidays'
import { nextWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, addMonths, type Day, diffDays, firstOfMonth, isoWeekday, latestDay, partsOf } from '@/lib/platform/day'

export const repeats = ['none', 'fortnight', 'month'] as const
export type Repeats = (typeof repeats)[number]

/** Why a meeting does not take place: codes, because words would tell of somebody. */
export const cancelReasons = ['few', 'prevented', 'nothing', 'replaced'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** Which one of its weekday in the month, 1–5: the 10th of November 2026 is the second Tuesday. */
export const nthInMonth = (day: Day): number => Math.ceil(partsOf(day).dayOfMonth / 7)

/** The same weekday of another month, as `nth` counts; a fifth that is not there is the last. */
function inMonth(month: Day, nth: number, weekday: number): Day {
  const first = addDays(firstOfMonth(month), (weekday - isoWeekday(firstOfMonth(month)) + 7) % 7)
  const found = addDays(first, (nth - 1) * 7)
  return firstOfMonth(found) === firstOfMonth(month) ? found : addDays(found, -7)
}

/**
 * The next day of the series after the one that was held: every second week from the day the series says, or the same weekday of the month. `planned` is that
 * day; `day` the first one after it that is worked. What was moved once does not move the series. Null where the meeting does not repeat.
 */
export function nextMeeting({ repeats: how, seriesOn, onDay }: { repeats: Repeats; seriesOn: Day; onDay: Day }, today: Day, closingDays: readonly ClosingDay[]): { planned: Day; day: Day } | null {
  if (how === 'none') return null
  const after = latestDay(onDay, today)
  let planned = seriesOn
  for (let n = 1; planned <= after; n++) planned = how === 'fortnight' ? addDays(seriesOn, n * 14) : inMonth(addMonths(firstOfMonth(seriesOn), n), nthInMonth(seriesOn), isoWeekday(seriesOn))
  return { planned, day: nextWorkingDay(planned, closingDays).day }
}

type Placed = { onDay: Day; starts: string; heldAt: Date | null; cancelledAt: Date | null }

/** Coming ones the soonest first, those that are over the latest first: held, or cancelled and their day has passed. */
export function split<M extends Placed>(meetings: readonly M[], today: Day): { coming: M[]; over: M[] } {
  const at = (one: M) => `${one.onDay} ${one.starts}`
  const sorted = [...meetings].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
  const isOver = ({ heldAt, cancelledAt, onDay }: M) => heldAt !== null || (cancelledAt !== null && onDay < today)
  return { coming: sorted.filter((one) => !isOver(one)), over: sorted.filter(isOver).reverse() }
}

/** Past its day and neither said to be held nor cancelled: somebody has forgotten to. */
export const isForgotten = ({ onDay, heldAt, cancelledAt }: Omit<Placed, 'starts'>, today: Day): boolean => heldAt === null && cancelledAt === null && diffDays(onDay, today) > 0

/** Until its day is over. Whether somebody has built on the next is asked in the database. */
export const mayCallAgain = ({ onDay, cancelledAt }: Pick<Placed, 'onDay' | 'cancelledAt'>, today: Day): boolean => cancelledAt !== null && onDay >= today
