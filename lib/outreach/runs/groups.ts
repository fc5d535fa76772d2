import type { Day } from '@/lib/platform/day'
import { byHand, endedOn, type OutreachFacts, type OutreachRules, reachable } from '../due/facts'
import { letterWithoutWish, wishHolds } from '../due/rules'

/**
 * Where a person stands in a run. Everyone the run looked at has exactly one. OUT is everyone who was not owed a letter by this run; the
 * other nine add up to the people who were. TO_SEND is the remainder: nobody may be left there when the run is closed.
 */
export const GROUPS = ['TO_SEND', 'SENT', 'RETURNED', 'OPTED_OUT', 'LATER', 'DEAD', 'MOVED_AWAY', 'BY_HAND', 'NO_ADDRESS', 'OUT'] as const
export type RunGroup = (typeof GROUPS)[number]

export type GroupReason =
  | 'first-letter-due'
  | 'yearly-letter-due'
  | 'invited'
  | 'letter-sent'
  | 'letter-returned'
  | 'wish-never'
  | 'wish-not-this-year'
  | 'wish-later'
  | 'dead'
  | 'moved-away'
  | 'protected'
  | 'no-address'
  | 'not-due'
  | 'left-before'
  | 'excluded'

export type Placement = { group: RunGroup; reason: GroupReason }

/** What a run was made with; none of it changes after the population is frozen. */
export type RunFrame = {
  frozenOn: Day
  /** Everyone whose letter is due on or before this day. */
  dueThrough: Day
  letterDate: Day
  /** When the run before this one was frozen; null for the first. */
  previousFrozenOn: Day | null
}

/** What has become of the letter in this run. A return implies that it was sent, whichever of the two is recorded first. */
export type LetterFacts = { sentOn: Day | null; returnedOn: Day | null }

/** A person as the run knows them. `facts` are the facts as they are now, `scope` is frozen with the population. */
export type RunMember = {
  scope: Scope
  facts: OutreachFacts
  letter: LetterFacts
  /** The reviewer took the person out and said why; only before a letter has been sent. */
  excluded: { note: string } | null
}

export type Scope = { in: true; reason: 'first-letter-due' | 'yearly-letter-due' | 'invited' } | { in: false; reason: 'not-due' | 'left-before' }

/**
 * Decides at the freeze whether the run owes the person an account. In: whoever would be owed a letter by `dueThrough` had they lived,
 * stayed and wished for nothing, so that the dead, the moved and the opted-out are counted and not merely missing. Out: nothing due
 * yet; or already gone when the run before was frozen, where they have been accounted for once.
 */
export function scopeOf(facts: OutreachFacts, frame: RunFrame, set: OutreachRules): Scope {
  const ended = endedOn(facts, frame.frozenOn)
  if (ended && frame.previousFrozenOn !== null && ended.on <= frame.previousFrozenOn) return { in: false, reason: 'left-before' }
  const letter = letterWithoutWish(facts, set)
  if (letter.deadline.due > frame.dueThrough && !promisedNow(facts, frame)) return { in: false, reason: 'not-due' }
  return { in: true, reason: letter.kind === 'first' ? 'first-letter-due' : 'yearly-letter-due' }
}

/** "In March, please" is a promise of its own: it is kept in March even when the yearly letter is not due until summer. */
function promisedNow({ wish, lastLetterSentOn }: OutreachFacts, { letterDate }: RunFrame): boolean {
  if (wish?.kind !== 'LATER' || letterDate < wish.untilMonth) return false
  return lastLetterSentOn === null || lastLetterSentOn < wish.untilMonth
}

/**
 * The one group a person is in today. What has happened goes before what may happen: a letter that was sent and did not come back stays
 * SENT whatever follows it (a death or a wish after it changes next year, not this). Otherwise the strongest reason why no letter reaches
 * the person: no longer here, does not want it, wants it later, may only be written to by hand, cannot be found. A wish is read on the
 * letter date, so that a month that begins while the run is open moves nobody back into it; the next run keeps that promise.
 */
export function placementOf(member: RunMember, frame: RunFrame, set: OutreachRules, today: Day): Placement {
  const { facts, letter, scope } = member
  if (letter.sentOn && !letter.returnedOn) return { group: 'SENT', reason: 'letter-sent' }
  if (!scope.in) return { group: 'OUT', reason: scope.reason }
  if (member.excluded && !letter.returnedOn) return { group: 'OUT', reason: 'excluded' }
  const ended = endedOn(facts, today)
  if (ended) return ended.reason === 'DEAD' ? { group: 'DEAD', reason: 'dead' } : { group: 'MOVED_AWAY', reason: 'moved-away' }
  const wish = wishHolds(facts, set, frame.letterDate)
  if (wish) return WISHED[wish]
  if (byHand(facts)) return { group: 'BY_HAND', reason: 'protected' }
  if (letter.returnedOn) return { group: 'RETURNED', reason: 'letter-returned' }
  // While the letter of an earlier run lies here as undeliverable, the address on file is known to be wrong.
  if (facts.returnedOn || !reachable(facts)) return { group: 'NO_ADDRESS', reason: 'no-address' }
  return { group: 'TO_SEND', reason: scope.reason }
}

const WISHED: Record<'NEVER' | 'NOT_THIS_YEAR' | 'LATER', Placement> = {
  NEVER: { group: 'OPTED_OUT', reason: 'wish-never' },
  NOT_THIS_YEAR: { group: 'OPTED_OUT', reason: 'wish-not-this-year' },
  LATER: { group: 'LATER', reason: 'wish-later' },
}

/** Asked again for each letter in the moment it leaves: dead, opted out or protected since the review means it does not. */
export function maySend(member: RunMember, frame: RunFrame, set: OutreachRules, today: Day): boolean {
  return placementOf(member, frame, set, today).group === 'TO_SEND'
}
