import type { Deadline } from '@/lib/deadlines/rules'
import { compareDay, type Day } from '@/lib/platform/day'
import { endedOn, outreachDeadline, type OutreachFacts, type OutreachRules } from '../due/facts'
import { wishHolds } from '../due/rules'

/** One try at reaching the person. REACHED is a contact and ends the ladder; NOT_REACHED moves it one rung up. */
export type Attempt = {
  channel: 'LETTER' | 'PHONE' | 'SMS' | 'EMAIL' | 'HOME_VISIT' | 'OTHER'
  outcome: 'REACHED' | 'NOT_REACHED'
  happenedOn: Day
}

export type LadderKind = 'PHONE' | 'OTHER_CHANNEL' | 'HOME_VISIT'

/** Why nothing more is asked. `climbed`: all rungs are used; what now is the coordinator's judgement, and nothing is concluded for them. */
export type LadderEnd = 'not-vulnerable' | 'no-letter' | 'letter-returned' | 'replied' | 'contact' | 'wish' | 'ended' | 'climbed'

export type NextStep = { kind: LadderKind; deadline: Deadline; attempts: number } | { kind: null; reason: LadderEnd; attempts: number }

/** The rungs in order, each with the rule that says when it comes and the channels that count as having stood on it. */
const RUNGS = [
  { kind: 'PHONE', rule: 'silence-phone', channels: ['PHONE'] },
  { kind: 'OTHER_CHANNEL', rule: 'silence-other-channel', channels: ['SMS', 'EMAIL', 'LETTER', 'OTHER'] },
  { kind: 'HOME_VISIT', rule: 'silence-home-visit', channels: ['HOME_VISIT'] },
] as const satisfies ReadonlyArray<{ kind: LadderKind; rule: string; channels: ReadonlyArray<Attempt['channel']> }>

/**
 * The next step towards a vulnerable veteran who does not answer. The clock starts with the last letter; each rung after the first is
 * counted from the attempt before it, so a step taken late does not pile the next one on top of it. A second call is an attempt but no new
 * rung: the ladder wants another channel, not the same one again. Only the person ends it: by a reply, a contact, or a wish. `attempts`
 * counts every try since the letter.
 */
export function nextStep(facts: OutreachFacts, attempts: readonly Attempt[], set: OutreachRules, today: Day): NextStep {
  const letter = facts.lastLetterSentOn
  const since = attempts
    .filter((attempt) => letter !== null && attempt.happenedOn >= letter)
    .sort((a, b) => compareDay(a.happenedOn, b.happenedOn))
  const stop = (reason: LadderEnd): NextStep => ({ kind: null, reason, attempts: since.length })
  const end = ladderEnd(facts, since, set, today)
  if (end) return stop(end)
  let startedOn = letter
  for (const rung of RUNGS) {
    const taken = since.find((attempt) => rung.channels.some((channel) => channel === attempt.channel))
    if (!taken && startedOn) return { kind: rung.kind, deadline: outreachDeadline(set, rung.rule, startedOn), attempts: since.length }
    // Rungs may be taken out of order (a visit before the call); the next one is counted from the latest try so far.
    if (taken && startedOn && taken.happenedOn > startedOn) startedOn = taken.happenedOn
  }
  return stop('climbed')
}

/** Returned letter → somebody looks for the address by the next working day. Null while no letter has come back. */
export function addressTask(facts: OutreachFacts, set: OutreachRules, today: Day): Deadline | null {
  if (!facts.returnedOn || endedOn(facts, today)) return null
  return outreachDeadline(set, 'returned-address', facts.returnedOn)
}

function ladderEnd(facts: OutreachFacts, since: readonly Attempt[], set: OutreachRules, today: Day): LadderEnd | null {
  const { lastLetterSentOn: letter, lastReplyOn, lastContactOn } = facts
  if (endedOn(facts, today)) return 'ended'
  if (wishHolds(facts, set, today)) return 'wish'
  if (!facts.vulnerable) return 'not-vulnerable'
  if (!letter) return 'no-letter'
  // A wish given in answer to this letter is an answer, even once its month or year is over.
  if (facts.wish && facts.wish.givenOn >= letter) return 'wish'
  if (facts.returnedOn) return 'letter-returned'
  if (lastReplyOn && lastReplyOn >= letter) return 'replied'
  const reached = since.some((attempt) => attempt.outcome === 'REACHED')
  return reached || (lastContactOn && lastContactOn >= letter) ? 'contact' : null
}
