import { QUEUES } from '../queues'

/** The queues of due/queues.ts, and those that are a plain fact and need no rule. */
export const LIST_QUEUES = [...QUEUES, 'WANTS_CALL', 'SAYS_MOVED', 'REPLIES', 'UNCERTAIN', 'NOT_COVERED', 'COVERED', 'EVERYONE'] as const
export type ListQueue = (typeof LIST_QUEUES)[number]

/** In the order and groups they are shown. */
export const QUEUE_GROUPS = [
  { key: 'letters', queues: ['OVERDUE', 'DUE_SOON', 'FIRST_LETTER'] },
  { key: 'answers', queues: ['REPLIES', 'WANTS_TALK', 'WANTS_CALL', 'SAYS_MOVED'] },
  { key: 'persistence', queues: ['NO_REPLY'] },
  { key: 'addresses', queues: ['RETURNED', 'MISSING_ADDRESS', 'UNCERTAIN', 'PROTECTED'] },
  { key: 'wishes', queues: ['LATER', 'NEVER'] },
  { key: 'coverage', queues: ['NOT_COVERED', 'COVERED', 'EVERYONE'] },
] as const satisfies ReadonlyArray<{ key: string; queues: readonly ListQueue[] }>

/** Work that is late or waits for somebody stands out; the rest is only counted. */
export const URGENT: readonly ListQueue[] = ['OVERDUE', 'NO_REPLY', 'RETURNED', 'REPLIES', 'UNCERTAIN']

/** Queues that are about another day than the letter's, and are sorted by it first: the oldest wait, the next step, the month asked for. */
export const OWN_DATE: readonly ListQueue[] = ['NO_REPLY', 'RETURNED', 'WANTS_TALK', 'WANTS_CALL', 'SAYS_MOVED', 'REPLIES', 'LATER', 'NEVER']

export function isQueue(text: string | undefined): text is ListQueue {
  return LIST_QUEUES.some((queue) => queue === text)
}
