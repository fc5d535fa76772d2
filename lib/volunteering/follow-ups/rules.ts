import { computeDeadline, type Deadline, ruleFor } from '@/lib/deadlines/rules'
import { addDays, addMonths, type Day } from '@/lib/platform/day'
import type { PathRules } from '../path/rules'

export const withWhom = ['person', 'volunteer', 'both', 'nobody'] as const
export type WithWhom = (typeof withWhom)[number]
export const outcomes = ['well', 'needs-help', 'stuck', 'not-reached'] as const
export type Outcome = (typeof outcomes)[number]
export const meetings = ['yes', 'partly', 'no'] as const
export type Meeting = (typeof meetings)[number]

export type FollowUp = { number: number; onDay: Day; withWhom: WithWhom; outcome: Outcome; words: string | null; by: string | null; recordedAt: Date }
export type CheckIn = { number: number; side: 'volunteer' | 'person'; sentOn: Day; meets: Meeting | null; safe: boolean | null; words: string | null; answeredAt: Date | null }

export const reachedSomebody = ({ outcome }: { outcome: Outcome }): boolean => outcome !== 'not-reached'

/** Where the municipality has no rule of its own: a week, a month, every third month (domain §7). */
const USUAL = { 'match-first': (day: Day) => addDays(day, 7), 'match-second': (day: Day) => addMonths(day, 1), 'match-again': (day: Day) => addMonths(day, 3) } as const

/**
 * When a match is to be followed up next, and how the day was counted. The first two count from the beginning, the others from the last time somebody was reached: a try that reached
 * nobody moves nothing. The second never lies before the first was done.
 */
export function nextFollowUp(startedOn: Day, done: readonly Pick<FollowUp, 'onDay' | 'outcome'>[], { rules, closingDays }: PathRules): Deadline & { number: number } {
  const reached = done.filter(reachedSomebody)
  const last = reached.at(-1)
  const counted = (code: keyof typeof USUAL, from: Day, roll: 'rolled' | 'as-it-is' = 'rolled'): Deadline => {
    const rule = ruleFor(rules, code, from)
    return rule ? computeDeadline(roll === 'rolled' ? rule : { ...rule, roll: 'none' }, from, closingDays) : { due: USUAL[code](from), ruleId: null, explanation: [] }
  }
  // Whoever asked on the very day, a Saturday, has asked: the Monday it was moved to asks for nothing more.
  const early = last && reached.length === 1 && last.onDay < counted('match-second', startedOn, 'as-it-is').due
  return { ...(!last ? counted('match-first', startedOn) : early ? counted('match-second', startedOn) : counted('match-again', last.onDay)), number: done.length + 1 }
}

/** What has to be looked at the same day: somebody felt unsafe, or two meetings in a row came to nothing, and nobody has followed it up since. */
export type Alarm = 'unsafe' | 'not-met'
type Held = { onDay: Day; met: boolean }
/** The last two by day, where both came to nothing; else none. They may be written in any order. */
export function cameToNothing<T extends Held>(meetings: readonly T[]): readonly T[] {
  const two = [...meetings].sort((a, b) => b.onDay.localeCompare(a.onDay)).slice(0, 2)
  return two.length === 2 && two.every(({ met }) => !met) ? two : []
}
type Told = { kind: Alarm; at: Date }
/** What has to be looked at, and since when. `followedUpAt`: when a follow-up that reached somebody was last written. */
function toldOf(checkIns: readonly CheckIn[], meetings: readonly (Held & { recordedAt: Date })[], followedUpAt: Date | null): Told[] {
  const since = (at: Date | null): at is Date => at !== null && (followedUpAt === null || at > followedUpAt)
  return [
    ...checkIns.flatMap(({ safe, answeredAt }) => (safe === false && since(answeredAt) ? [{ kind: 'unsafe' as const, at: answeredAt }] : [])),
    // It is an alarm from the second of the two on, in the order they were written.
    ...[cameToNothing(meetings).map(({ recordedAt }) => recordedAt).sort((a, b) => Number(b) - Number(a))[0] ?? null].flatMap((at) => (since(at) ? [{ kind: 'not-met' as const, at }] : [])),
  ]
}
export const alarms = (...about: Parameters<typeof toldOf>): Alarm[] => [...new Set(toldOf(...about).map(({ kind }) => kind))]
/** When the oldest of them was told; null where there is none. */
export const alarmedAt = (...about: Parameters<typeof toldOf>): Date | null => toldOf(...about).map(({ at }) => at).sort((a, b) => Number(a) - Number(b))[0] ?? null
