import { computeDeadline, type DeadlineRule, type ExplanationStep, ruleFor } from '@/lib/deadlines/rules'
import type { ClosingDay } from '@/lib/deadlines/holidays'
import { addDays, type Day, latestDay } from '@/lib/platform/day'

/** From interest to ended (domain: interest, talk, papers, course, cleared, active, pause, ended). Papers and courses are facts of their own beside the steps. */
export const steps = ['interested', 'invited', 'talked', 'cleared', 'active', 'paused', 'ended'] as const
export type StepKind = (typeof steps)[number]
export const endReasons = ['wish', 'unfit', 'papers', 'silent', 'moved', 'ill', 'died', 'other'] as const
export type EndReason = (typeof endReasons)[number]

/** What may come after a step. Whoever was ended may turn up again; who is paused comes back or ends. */
const AFTER: Record<StepKind, readonly StepKind[]> = {
  interested: ['invited', 'talked', 'ended'],
  invited: ['invited', 'talked', 'ended'],
  talked: ['cleared', 'ended'],
  cleared: ['active', 'ended'],
  active: ['paused', 'ended'],
  paused: ['paused', 'active', 'ended'],
  ended: ['interested'],
}
export const stepsAfter = (step: StepKind): readonly StepKind[] => AFTER[step]

export type PathStep = { number: number; step: StepKind; onDay: Day; /** Of an invitation the day of the talk, of a pause the day they are back. */ untilDay: Day | null; reason: EndReason | null; words: string | null; by: string | null }
export type Paper = { kind: string; number: number; state: 'asked' | 'approved' | 'refused'; onDay: Day; /** The last day it holds. */ expiresOn: Day | null }
export type Training = { kind: 'course' | 'supervision' | 'meeting'; onDay: Day }
export type Requirements = { papers: readonly string[]; course: boolean }
/** Everything that says where a volunteer stands. `steps` and `papers` in the order they were written. */
export type Facts = { steps: readonly PathStep[]; papers: readonly Paper[]; trainings: readonly Training[]; needs: Requirements }

export const standsAt = (facts: Pick<Facts, 'steps'>): PathStep => {
  const last = facts.steps.at(-1)
  if (!last) throw new Error('A volunteer without a first step')
  return last
}

/** The newest word on each paper. */
export function newest(papers: readonly Paper[]): Map<string, Paper> {
  const found = new Map<string, Paper>()
  for (const paper of papers) if ((found.get(paper.kind)?.number ?? 0) < paper.number) found.set(paper.kind, paper)
  return found
}

/** The paper that holds today: approved, not run out, and nothing refused since. One that is asked for again holds meanwhile. */
export function holds(papers: readonly Paper[], kind: string, today: Day): Paper | null {
  const said = papers.filter((paper) => paper.kind === kind && paper.state !== 'asked').sort((a, b) => a.number - b.number).at(-1)
  return said?.state === 'approved' && (said.expiresOn === null || said.expiresOn >= today) ? said : null
}

/** What is still to be given before somebody may help: codes of papers, and 'course'. */
export function missing({ papers, trainings, needs }: Facts, today: Day): string[] {
  return [...needs.papers.filter((kind) => !holds(papers, kind, today)), ...(needs.course && !trainings.some(({ kind }) => kind === 'course') ? ['course'] : [])]
}

/** May be asked to help today: on the way long enough to be active, and with everything that is needed. What matching goes by. */
export const mayHelp = (facts: Facts, today: Day): boolean => standsAt(facts).step === 'active' && missing(facts, today).length === 0

export type NextStep = { code: 'talk' | 'talk-held' | 'complete' | 'clear' | 'start' | 'renew' | 'return'; /** What is asked for: papers and 'course'. */ of: string[]; due: Day; explanation: ExplanationStep[] }
export type PathRules = { rules: readonly DeadlineRule[]; closingDays: readonly ClosingDay[] }
/** When the installation has no such rule: days. */
const DEFAULTS = { 'volunteer-talk': 14, 'volunteer-clear': 30, 'volunteer-start': 14 } as const
const RENEWAL_DAYS = 60

function after(code: keyof typeof DEFAULTS, from: Day, { rules, closingDays }: PathRules): Pick<NextStep, 'due' | 'explanation'> {
  const rule = ruleFor(rules, code, from)
  return rule ? computeDeadline(rule, from, closingDays) : { due: addDays(from, DEFAULTS[code]), explanation: [] }
}

/** Days before its last one that a paper is asked for again. */
export const renewalDays = ({ rules }: PathRules, today: Day): number => ruleFor(rules, 'volunteer-renewal', today)?.length ?? RENEWAL_DAYS

/** Papers that are needed and run out within `days`, or have run out while somebody helps; the soonest first. */
export function expiring({ papers, needs }: Facts, today: Day, days: number): { kind: string; expiresOn: Day }[] {
  return needs.papers.flatMap((kind) => {
    const last = papers.filter((paper) => paper.kind === kind && paper.state === 'approved').sort((a, b) => a.number - b.number).at(-1)
    return last?.expiresOn && last.expiresOn <= addDays(today, days) ? [{ kind, expiresOn: last.expiresOn }] : []
  }).sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))
}

/** What comes next and by when, with how the day was counted; null where nothing does. */
export function nextStep(facts: Facts, today: Day, rules: PathRules): NextStep | null {
  const { step, onDay, untilDay } = standsAt(facts)
  const lacks = missing(facts, today)
  switch (step) {
    case 'interested': return { code: 'talk', of: [], ...after('volunteer-talk', onDay, rules) }
    case 'invited': return { code: 'talk-held', of: [], due: untilDay ?? onDay, explanation: [] }
    case 'talked': return { code: lacks.length > 0 ? 'complete' : 'clear', of: lacks, ...after('volunteer-clear', onDay, rules) }
    case 'cleared': return lacks.length > 0 ? { code: 'complete', of: lacks, due: latestDay(onDay, today), explanation: [] } : { code: 'start', of: [], ...after('volunteer-start', onDay, rules) }
    case 'active': return renewal(facts, lacks, today, rules)
    case 'paused': return { code: 'return', of: [], due: untilDay ?? onDay, explanation: [] }
    case 'ended': return null
  }
}

/** Somebody who helps without what is needed: now. Who has everything: the paper that runs out soon, asked for in good time. */
function renewal(facts: Facts, lacks: string[], today: Day, rules: PathRules): NextStep | null {
  const soon = expiring(facts, today, renewalDays(rules, today))
  const [first] = soon
  if (lacks.length > 0) return { code: 'complete', of: lacks, due: first && first.expiresOn < today ? first.expiresOn : today, explanation: [] }
  return first ? { code: 'renew', of: soon.map(({ kind }) => kind), due: first.expiresOn, explanation: [] } : null
}

/** The day somebody began to wait: their first word, or their latest after having been away. Null for those who no longer wait to begin. */
export function waitsSince(path: readonly PathStep[]): Day | null {
  const last = path.at(-1)
  if (!last || ['active', 'paused', 'ended'].includes(last.step)) return null
  return path.findLast(({ step }) => step === 'interested')?.onDay ?? null
}
