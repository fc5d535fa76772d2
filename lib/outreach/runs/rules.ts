import { addWorkingDays } from '@/lib/deadlines/working-days'
import { addDays, type Day } from '@/lib/platform/day'
import type { OutreachRules } from '../due/facts'
import { GROUPS, type RunGroup } from './groups'

export type RunState = 'DRAFT' | 'REVIEWED' | 'RELEASED' | 'SENDING' | 'SENT' | 'CLOSED' | 'STOPPED' | 'CANCELLED'

/** Minutes between release and the first letter, in which one button stops it all. */
export const RELEASE_DELAY_MINUTES = 10

/** Everything a run has to account for, in the order it is shown. */
export const OWED_GROUPS = GROUPS.filter((group) => group !== 'OUT')
const SETTLED_GROUPS = OWED_GROUPS.filter((group) => group !== 'TO_SEND')

export type Tally = {
  population: number
  groups: Record<RunGroup, number>
  /** Population less those the run owed nothing: what the groups must add up to. */
  owed: number
  settled: number
  /** owed − settled. Above 0: people without an outcome. Below 0: somebody counted twice. */
  remainder: number
}

/**
 * `population` is counted by itself (the frozen members), the groups by their own count: two counts that must meet, so that a row that is
 * lost or doubled between them shows up in the remainder instead of vanishing from both.
 */
export function tally(population: number, groups: Iterable<RunGroup | null>): Tally {
  const counts: Partial<Record<RunGroup, number>> = {}
  for (const group of groups) if (group) counts[group] = (counts[group] ?? 0) + 1
  return tallyOf(population, counts)
}

/** The same from counts per group, as a query with GROUP BY gives them. */
export function tallyOf(population: number, counts: Partial<Record<RunGroup, number>>): Tally {
  const groups = Object.fromEntries(GROUPS.map((group) => [group, counts[group] ?? 0])) as Record<RunGroup, number>
  const settled = SETTLED_GROUPS.reduce((sum, group) => sum + groups[group], 0)
  const owed = population - groups.OUT
  return { population, groups, owed, settled, remainder: owed - settled }
}

export type CloseRefusal = 'remainder' | 'counted-twice' | 'letters-in-doubt'

/** `lettersInDoubt`: letters the channel neither confirmed nor refused; somebody has to find out before the year is put away. */
export function mayClose(sums: Tally, lettersInDoubt: number): Verdict<CloseRefusal> {
  if (sums.remainder > 0 || sums.groups.TO_SEND > 0) return refuse('remainder')
  if (sums.remainder < 0) return refuse('counted-twice')
  return lettersInDoubt > 0 ? refuse('letters-in-doubt') : ALLOWED
}

export type RunFacts = { state: RunState; createdBy: string; sendAfter: Date | null }

export type TransitionContext = {
  actorId: string
  now: Date
  sums: Tally
  /** Letters not yet handed over, and letters whose handing over is in doubt. */
  lettersOpen: number
  lettersInDoubt: number
}

export type TransitionRefusal =
  | CloseRefusal
  | 'no-such-step'
  | 'nothing-to-send'
  | 'releaser-is-maker'
  | 'still-waiting'
  | 'letters-open'
  | 'letters-sent'

export type Verdict<Code> = { ok: true } | { ok: false; code: Code }

/** Stopping keeps what was sent and waits for a person; a stopped run is reviewed and released anew, or cancelled if nothing had left. */
const STEPS: Record<RunState, readonly RunState[]> = {
  DRAFT: ['REVIEWED', 'CANCELLED'],
  REVIEWED: ['DRAFT', 'RELEASED', 'CANCELLED'],
  RELEASED: ['SENDING', 'STOPPED'],
  SENDING: ['SENT', 'STOPPED'],
  SENT: ['CLOSED'],
  STOPPED: ['REVIEWED', 'CANCELLED'],
  CLOSED: [],
  CANCELLED: [],
}

const CONDITIONS: Partial<Record<RunState, (run: RunFacts, context: TransitionContext) => Verdict<TransitionRefusal>>> = {
  RELEASED: (run, { actorId, sums }) => {
    if (sums.groups.TO_SEND === 0) return refuse('nothing-to-send')
    return actorId === run.createdBy ? refuse('releaser-is-maker') : ALLOWED
  },
  SENDING: (run, { now }) => (run.sendAfter !== null && now >= run.sendAfter ? ALLOWED : refuse('still-waiting')),
  SENT: (_, { lettersOpen }) => (lettersOpen > 0 ? refuse('letters-open') : ALLOWED),
  CLOSED: (_, { sums, lettersInDoubt }) => mayClose(sums, lettersInDoubt),
  CANCELLED: (_, { sums }) => (sums.groups.SENT + sums.groups.RETURNED > 0 ? refuse('letters-sent') : ALLOWED),
}

/** Whether the run may go to this state now, by this person; else the code of the sentence that says why not. */
export function mayTransition(run: RunFacts, to: RunState, context: TransitionContext): Verdict<TransitionRefusal> {
  if (!STEPS[run.state].includes(to)) return refuse('no-such-step')
  return CONDITIONS[to]?.(run, context) ?? ALLOWED
}

/** The moment sending may begin for a run released now. */
export function sendAfter(releasedAt: Date): Date {
  return new Date(releasedAt.getTime() + RELEASE_DELAY_MINUTES * 60_000)
}

/** The population can still be changed by hand (a person taken out, with a reason). */
export function isOpenForReview(state: RunState): boolean {
  return state === 'DRAFT' || state === 'STOPPED'
}

const ALLOWED = { ok: true } as const

function refuse<Code extends string>(code: Code): { ok: false; code: Code } {
  return { ok: false, code }
}

export type UsualDays = { letterDate: Day; dueThrough: Day }

/** The days a run is made with when nobody says otherwise: a letter is dated on a day it can leave, everybody due soon comes along. */
export function usualDays({ closingDays, dueSoonDays }: Pick<OutreachRules, 'closingDays' | 'dueSoonDays'>, today: Day): UsualDays {
  return { letterDate: addWorkingDays(today, 1, closingDays).day, dueThrough: addDays(today, dueSoonDays) }
}
