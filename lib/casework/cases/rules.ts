import { addDays, addMonths, type Day, latestDay } from '@/lib/platform/day'

export const caseKinds = ['veteran', 'integration', 'employment', 'other'] as const
export type CaseKind = (typeof caseKinds)[number]
/** How it ended: the goal is reached · others help from here · the person's own wish · moved away · nobody can be reached any more. */
export const outcomes = ['goal', 'others', 'wish', 'moved', 'contact'] as const
export type CaseOutcome = (typeof outcomes)[number]
/** Characters a reason must have at least where a case is closed for lack of contact before three ways have been tried on three days. */
export const EARLY_WORDS = 20
export type CaseStateName = 'open' | 'hold' | 'closed'

/** Months of aftercare that can be chosen when a case is closed, and weeks between the times somebody asks how it goes. None is a choice as well. */
export const AFTERCARE_MONTHS = [0, 3, 6, 12] as const
export const CHECK_IN_WEEKS = [2, 4, 8, 12] as const

/** One row of what became of a case. `until`: on hold the day it is taken up again, closed the last day of aftercare. */
export type CaseStep = { number: number; state: CaseStateName; from: Day; until: Day | null; everyWeeks: number | null; outcome: CaseOutcome | null; words: string | null }

export const standings = ['open', 'hold', 'aftercare', 'closed'] as const
export type Standing = (typeof standings)[number]

/** Where the case stands today. Aftercare is not written down: it is a closed case whose last day of it has not passed. */
export function standingOf({ state, until }: Pick<CaseStep, 'state' | 'until'>, today: Day): Standing {
  return state !== 'closed' ? state : until !== null && until >= today ? 'aftercare' : 'closed'
}

/** What may follow. A case on hold can be put on hold anew, until another day. */
export const follows: Record<CaseStateName, readonly CaseStateName[]> = { open: ['hold', 'closed'], hold: ['open', 'hold', 'closed'], closed: ['open'] }

/** The last day of aftercare, counted in calendar months from the day it is closed; null when there is none. */
export const aftercareEnd = (closedOn: Day, months: number): Day | null => (months === 0 ? null : addMonths(closedOn, months))

/**
 * When somebody is next to ask how it goes: so many weeks after the case was closed, or after the person was last reached since. A check-in is a contact
 * like any other. Null outside aftercare, and when the next one would come after its last day. `lastReached`: from the contact log.
 */
export function checkInOn({ state, from, until, everyWeeks }: Pick<CaseStep, 'state' | 'from' | 'until' | 'everyWeeks'>, lastReached: Day | null, today: Day): Day | null {
  if (standingOf({ state, until }, today) !== 'aftercare' || everyWeeks === null || until === null) return null
  const next = addDays(lastReached === null ? from : latestDay(from, lastReached), everyWeeks * 7)
  return next > until ? null : next
}

/** What is to be done comes first: open, then on hold by the day it is taken up, then aftercare, then what is over, the newest first. */
export function inOrder<C extends { openedOn: Day; step: CaseStep }>(cases: readonly C[], today: Day): C[] {
  const place = ({ step }: C) => standings.indexOf(standingOf(step, today))
  return [...cases].sort((a, b) => place(a) - place(b) || (a.step.state === 'hold' ? String(a.step.until).localeCompare(String(b.step.until)) : b.openedOn.localeCompare(a.openedOn)))
}
