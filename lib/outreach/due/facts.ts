import type { ClosingDay } from '@/lib/deadlines/holidays'
import { computeDeadline, type Deadline, type DeadlineRule, ruleFor } from '@/lib/deadlines/rules'
import type { Day } from '@/lib/platform/day'

/** The codes of the rules outreach asks for. The rules themselves are rows of the installation. */
export type OutreachRuleCode =
  | 'first-letter'
  | 'yearly-letter'
  | 'pause-no-thanks'
  | 'letter-after-pause'
  | 'reconsider-never'
  | 'silence-phone'
  | 'silence-other-channel'
  | 'silence-home-visit'
  | 'returned-address'
  | 'reply-call'

/** The person's own wish about letters; only the one in force is passed on. `untilMonth`: first day of the month asked for. */
export type Wish =
  | { kind: 'LATER'; givenOn: Day; untilMonth: Day }
  | { kind: 'NOT_THIS_YEAR'; givenOn: Day }
  | { kind: 'NEVER'; givenOn: Day; reconsideredOn: Day | null }

export type Protection = 'P0' | 'P1' | 'P2' | 'P3'

/** What decides who is owed a letter. Days that have not happened are null. */
export type OutreachFacts = {
  registeredOn: Day
  movedInOn: Day | null
  movedAwayOn: Day | null
  diedOn: Day | null
  /** Day the last letter left that has not come back: a returned letter has told nobody anything, so the old clock goes on. */
  lastLetterSentOn: Day | null
  wish: Wish | null
  protection: Protection
  hasAddress: boolean
  digitalPost: 'YES' | 'EXEMPT' | 'UNKNOWN'
  vulnerable: boolean
  lastReplyOn: Day | null
  /** Somebody spoke with the person: an attempt that reached nobody is no contact. */
  lastContactOn: Day | null
  /** Day the last letter came back, while nobody has found the address. */
  returnedOn: Day | null
  /** An answer asking for a talk or a call that nobody has taken up. */
  wantsTalk: boolean
}

export type OutreachRules = {
  rules: readonly DeadlineRule[]
  closingDays: readonly ClosingDay[]
  /** How long before its day a letter counts as due soon (60 in the demo municipality). */
  dueSoonDays: number
}

/** The deadline a rule gives from its start day. A missing rule is a fault of the installation, not of the person: RangeError. */
export function outreachDeadline(set: OutreachRules, code: OutreachRuleCode, startedOn: Day): Deadline {
  const rule = ruleFor(set.rules, code, startedOn)
  if (!rule) throw new RangeError(`No deadline rule '${code}' in force on ${startedOn}`)
  return computeDeadline(rule, startedOn, set.closingDays)
}

export type Ended = { reason: 'DEAD' | 'MOVED_AWAY'; on: Day }

/**
 * Dead, or living in another municipality, on that day. Who moved away and later in again lives here; a move registered ahead of time ends
 * nothing before its day.
 */
export function endedOn(facts: Pick<OutreachFacts, 'diedOn' | 'movedAwayOn' | 'movedInOn'>, day: Day): Ended | null {
  if (facts.diedOn && facts.diedOn <= day) return { reason: 'DEAD', on: facts.diedOn }
  const left = facts.movedAwayOn
  if (!left || left > day) return null
  const back = facts.movedInOn !== null && facts.movedInOn > left && facts.movedInOn <= day
  return back ? null : { reason: 'MOVED_AWAY', on: left }
}

/** A letter can reach the person without anybody finding an address first. */
export function reachable(facts: Pick<OutreachFacts, 'hasAddress' | 'digitalPost'>): boolean {
  return facts.hasAddress || facts.digitalPost === 'YES'
}

/** Protected and shielded people get their letters by hand: no address of theirs may stand in a print file (P1–P3). */
export function byHand(facts: Pick<OutreachFacts, 'protection'>): boolean {
  return facts.protection !== 'P0'
}
