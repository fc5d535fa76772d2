import { addMonths, type Day, firstOfMonth } from '@/lib/platform/day'

export const replyKinds = ['TALK', 'CALL', 'LATER', 'NOT_THIS_YEAR', 'NEVER', 'MOVED'] as const
export type ReplyKind = (typeof replyKinds)[number]

export const callTimes = ['ANY', 'MORNING', 'AFTERNOON', 'EVENING'] as const
export type CallTime = (typeof callTimes)[number]

/** How far ahead a letter can be asked for: the next one is owed within a year. */
const MONTHS_AHEAD = 12

/** First days of the months that can be asked for: the next twelve, not the present one. */
export function monthsToChoose(today: Day): Day[] {
  return Array.from({ length: MONTHS_AHEAD }, (_, index) => addMonths(firstOfMonth(today), index + 1))
}

/**
 * What a new answer takes the place of. That somebody has moved says nothing about whether they want a talk, so the two live side by
 * side; every other answer is about the same question and the last one counts.
 */
export function supersedes(kind: ReplyKind): ReplyKind[] {
  return kind === 'MOVED' ? ['MOVED'] : replyKinds.filter((other) => other !== 'MOVED')
}

/** The wish about letters an answer is, or null. `LATER` carries its month. */
export function wishOf(kind: ReplyKind): 'LATER' | 'NOT_THIS_YEAR' | 'NEVER' | null {
  return kind === 'LATER' || kind === 'NOT_THIS_YEAR' || kind === 'NEVER' ? kind : null
}

/** What the coordinator must do about an answer. A talk with a time needs nothing; one without needs a call to find it. */
export function taskOf(kind: ReplyKind, hasTime: boolean): { kind: 'CALL_BACK' | 'ADDRESS'; rule: 'reply-call' | 'returned-address' } | null {
  if (kind === 'MOVED') return { kind: 'ADDRESS', rule: 'returned-address' }
  if (kind === 'CALL' || (kind === 'TALK' && !hasTime)) return { kind: 'CALL_BACK', rule: 'reply-call' }
  return null
}

/** A booked talk goes when the person answers something else to the same question. */
export function releasesTalk(kind: ReplyKind, hasTime: boolean): boolean {
  return kind !== 'MOVED' && !(kind === 'TALK' && hasTime)
}
