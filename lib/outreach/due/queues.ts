import type { Day } from '@/lib/platform/day'
import { type Attempt, nextStep } from '../persistence/rules'
import { byHand, type OutreachFacts, type OutreachRules, reachable } from './facts'
import { type Due, dueOf, wishHolds } from './rules'

/** In the order they are shown. A person may stand in several queues; each is one kind of work. */
export const QUEUES = [
  'OVERDUE',
  'DUE_SOON',
  'FIRST_LETTER',
  'RETURNED',
  'NO_REPLY',
  'WANTS_TALK',
  'LATER',
  'NEVER',
  'MISSING_ADDRESS',
  'PROTECTED',
] as const

export type QueueCode = (typeof QUEUES)[number]

/** The queues a person stands in today. Dead and moved-away people stand in none. */
export function queuesOf(facts: OutreachFacts, attempts: readonly Attempt[], set: OutreachRules, today: Day): QueueCode[] {
  const due = dueOf(facts, set, today)
  if (due.state === 'ended') return []
  return QUEUES.filter((queue) => BELONGS[queue]({ facts, attempts, set, today, due }))
}

type Situation = {
  facts: OutreachFacts
  attempts: readonly Attempt[]
  set: OutreachRules
  today: Day
  due: Exclude<Due, { state: 'ended' }>
}

const BELONGS: Record<QueueCode, (situation: Situation) => boolean> = {
  OVERDUE: ({ due }) => due.state === 'owed' && due.lateness.state === 'overdue',
  DUE_SOON: ({ due }) => due.state === 'owed' && due.lateness.state === 'due-soon',
  FIRST_LETTER: ({ due, facts, set, today }) => due.state === 'owed' && due.kind === 'first' && !wishHolds(facts, set, today),
  RETURNED: ({ facts }) => facts.returnedOn !== null,
  NO_REPLY: ({ facts, attempts, set, today }) => {
    const step = nextStep(facts, attempts, set, today)
    return step.kind !== null && step.deadline.due <= today
  },
  WANTS_TALK: ({ facts }) => facts.wantsTalk,
  LATER: ({ facts, set, today }) => wishHolds(facts, set, today) === 'LATER',
  // All of them, not only those whose reminder is near: this is also where the coordinator looks them up.
  NEVER: ({ due }) => due.state === 'never',
  // A letter that came back has its own queue; the same person in both would be counted as two pieces of work.
  MISSING_ADDRESS: ({ due, facts }) => due.state === 'owed' && !reachable(facts) && facts.returnedOn === null,
  PROTECTED: ({ due, facts }) => due.state === 'owed' && byHand(facts) && due.lateness.state !== 'later',
}
