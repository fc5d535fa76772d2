import { type Lateness, latenessOf } from '@/lib/deadlines/lateness'
import type { Deadline } from '@/lib/deadlines/rules'
import { addMonths, type Day, diffDays, lastOfMonth, latestDay } from '@/lib/platform/day'
import { type Ended, endedOn, outreachDeadline, type OutreachFacts, type OutreachRules } from './facts'

export type LetterKind = 'first' | 'yearly'

/**
 * What the municipality owes a person. `owed`: a letter, by `deadline.due` and not before `deadline.earliest` where the person asked to
 * wait. `never`: no letter, ever; the deadline is the coordinator's yearly reminder to think it over. `ended`: nothing, with the reason.
 */
export type Due =
  | { state: 'owed'; kind: LetterKind; deadline: Deadline; lateness: Lateness }
  | { state: 'never'; kind: 'reconsider'; deadline: Deadline; lateness: Lateness }
  | { state: 'ended'; ended: Ended }

export function dueOf(facts: OutreachFacts, set: OutreachRules, today: Day): Due {
  const ended = endedOn(facts, today)
  if (ended) return { state: 'ended', ended }
  if (facts.wish?.kind === 'NEVER') {
    const deadline = outreachDeadline(set, 'reconsider-never', facts.wish.reconsideredOn ?? facts.wish.givenOn)
    return { state: 'never', kind: 'reconsider', deadline, lateness: latenessOf(deadline, today, set.dueSoonDays, set.closingDays) }
  }
  const base = letterWithoutWish(facts, set)
  const deadline = withWish(facts, base.deadline, set)
  return { state: 'owed', kind: base.kind, deadline, lateness: latenessOf(deadline, today, set.dueSoonDays, set.closingDays) }
}

/**
 * First letter: counted from registration, or from moving in when that is later. Yearly letter: counted from the last letter SENT, not from
 * the day it was due, so a late letter does not make the next one early. Who moved away and in again begins anew: what
 * the municipality offered them years ago is not what it offers now.
 */
export function letterWithoutWish(facts: OutreachFacts, set: OutreachRules): { kind: LetterKind; deadline: Deadline } {
  const { lastLetterSentOn, movedInOn, movedAwayOn } = facts
  const cameBack = movedAwayOn !== null && movedInOn !== null && movedInOn > movedAwayOn
  const counts = lastLetterSentOn !== null && !(cameBack && lastLetterSentOn < movedInOn)
  if (counts) return { kind: 'yearly', deadline: outreachDeadline(set, 'yearly-letter', lastLetterSentOn) }
  const start = movedInOn ? latestDay(facts.registeredOn, movedInOn) : facts.registeredOn
  return { kind: 'first', deadline: outreachDeadline(set, 'first-letter', start) }
}

/**
 * A wish goes before the year. LATER: the letter belongs in the month asked for, not before and not after. NOT_THIS_YEAR: nothing for
 * 12 months from the wish (from the letter it would be eleven, and they said a year), then a letter within a month, as for a newcomer. A
 * wish that a letter has since been sent under is spent.
 */
function withWish(facts: OutreachFacts, base: Deadline, set: OutreachRules): Deadline {
  const { wish, lastLetterSentOn } = facts
  if (!wish || wish.kind === 'NEVER') return base
  const opens = wish.kind === 'LATER' ? wish.untilMonth : outreachDeadline(set, 'pause-no-thanks', wish.givenOn).due
  if (lastLetterSentOn !== null && lastLetterSentOn >= opens) return base
  const step = { step: 'wish' as const, wish: wish.kind, givenOn: wish.givenOn, until: opens }
  if (wish.kind === 'LATER') return { due: lastOfMonth(opens), earliest: opens, ruleId: null, explanation: [step] }
  const after = outreachDeadline(set, 'letter-after-pause', opens)
  // A letter sent against the wish still counts: the year after it may end later than the pause.
  if (base.due > after.due) return { ...base, explanation: [step, ...base.explanation] }
  return { ...after, earliest: opens, explanation: [step, ...after.explanation] }
}

/** The wish keeps letters away on that day (a wish of an earlier year does not). */
export function wishHolds(facts: OutreachFacts, set: OutreachRules, day: Day): 'NEVER' | 'NOT_THIS_YEAR' | 'LATER' | null {
  const { wish } = facts
  if (!wish) return null
  if (wish.kind === 'NEVER') return 'NEVER'
  const opens = wish.kind === 'LATER' ? wish.untilMonth : outreachDeadline(set, 'pause-no-thanks', wish.givenOn).due
  return day < opens ? wish.kind : null
}

/** Part of the coverage figure: a letter was sent in the 12 months up to today. */
export function isCovered(lastLetterSentOn: Day | null, today: Day): boolean {
  return lastLetterSentOn !== null && lastLetterSentOn <= today && addMonths(lastLetterSentOn, 12) >= today
}

/** Days a person went without the letter they were owed; 0 while it is not overdue. */
export function daysOverdue(due: Due, today: Day): number {
  return due.state === 'owed' && due.lateness.state === 'overdue' ? diffDays(due.deadline.due, today) : 0
}
