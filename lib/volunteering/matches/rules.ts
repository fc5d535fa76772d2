import type { ClosingDay } from '@/lib/deadlines/holidays'
import { addWorkingDays } from '@/lib/deadlines/working-days'
import { diffDays, type Day } from '@/lib/platform/day'
import { LONG_UNANSWERED } from '../matching/asking/rules'

/** Asked and not resolved; running; ended: every pair that got so far is in one of them. */
export const matchTabs = ['asked', 'running', 'ended'] as const
/** Those of a list whom the first page counts apart, and the list each is of: to be looked at today, follow-up late, a first appointment to help with, both have said yes, long without an answer. */
export const onlyOf = { alarm: 'running', late: 'running', arrange: 'running', both: 'asked', long: 'asked' } as const satisfies Record<string, (typeof matchTabs)[number]>
export type Only = keyof typeof onlyOf

/** Who ended it, and why. */
export const endedBy = ['person', 'volunteer', 'both', 'municipality'] as const
export type EndedBy = (typeof endedBy)[number]
export const endCauses = ['reached', 'time', 'distance', 'chemistry', 'stuck', 'unsafe', 'moved', 'other'] as const
export type EndCause = (typeof endCauses)[number]

/** How far a question has come: both have said yes and it has not begun, one has, or nobody for so long that somebody should ring. */
export type AskedState = 'both' | 'one' | 'long' | 'open'
export function askedState(pair: { volunteerYes: boolean | null; personYes: boolean | null; askedOn: Day }, today: Day): AskedState {
  const yes = Number(pair.volunteerYes === true) + Number(pair.personYes === true)
  if (yes === 2) return 'both'
  if (diffDays(pair.askedOn, today) >= LONG_UNANSWERED) return 'long'
  return yes === 1 ? 'one' : 'open'
}

/** Whether a match that runs is one of those that are counted apart. `inDays`: until it is followed up next, negative when that has passed. */
export const isOnly = (only: Only, { alarms, inDays, arrange }: { alarms: readonly unknown[]; inDays: number | null; arrange: boolean }): boolean => (only === 'alarm' ? alarms.length > 0 : only === 'arrange' ? arrange : only === 'late' && inDays !== null && inDays < 0)

/** Working days within which whoever was promised help with the first appointment has it. Ours; before anybody follows up. */
const ARRANGE_DAYS = 3
export const arrangeBy = (startedOn: Day, closingDays: readonly ClosingDay[]): Day => addWorkingDays(startedOn, ARRANGE_DAYS, closingDays).day
