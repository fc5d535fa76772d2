import { addDays, addMonths, addYears, type Day, earliestDay } from '@/lib/platform/day'
import type { ClosingDay } from './holidays'
import { addWorkingDays, nextWorkingDay, type SkippedDay } from './working-days'

export type DeadlineUnit = 'DAY' | 'WORKING_DAY' | 'MONTH' | 'YEAR'
export type Span = { length: number; unit: DeadlineUnit }

/**
 * A deadline as data: rows of the installation, shipped with the demo municipality, changed by an administrator. Several rows may share
 * a code; each holds from `validFrom` to `validTo`, both days included.
 */
export type DeadlineRule = Span & {
  id: string
  code: string
  ruleSet: string
  validFrom: Day
  validTo: Day | null
  /** Statute paragraph or document the rule stands in; shown to whoever asks why. */
  source: string
  /** Code of the event that starts the clock ('registered', 'letter-sent', 'took-over' …). */
  trigger: string
  /** Where the rule is a window and not only a last day: its first day, counted from the same event. */
  windowEarliest?: Span
  /** Whether a last day without work moves to the next working day. Most law is silent: 'none' shifts nothing on its own account. */
  roll: 'none' | 'next-working-day'
  population: string
}

/** The steps to a date, in order; a view makes one sentence of each. */
export type ExplanationStep =
  | { step: 'rule'; code: string; ruleSet: string; source: string; validFrom: Day; validTo: Day | null }
  | { step: 'start'; event: string; day: Day }
  | { step: 'count'; length: number; unit: DeadlineUnit; reached: Day }
  | { step: 'skipped'; day: Day; reason: SkippedDay['reason'] }
  | { step: 'rolled'; from: Day; to: Day }
  | { step: 'window'; earliest: Day }
  /** One of a series that comes again, counted from its first day. */
  | { step: 'repeat'; every: number; unit: 'WEEK' | 'MONTH'; from: Day; reached: Day }
  /** The person's own wish moved the date; `until` is the first day anything may be sent again. */
  | { step: 'wish'; wish: string; givenOn: Day; until: Day }

/** `ruleId` is null for a date the person chose. */
export type Deadline = { due: Day; earliest?: Day; ruleId: string | null; explanation: ExplanationStep[] }

/** `due` is the last day on time. */
export function computeDeadline(rule: DeadlineRule, triggerDay: Day, closingDays: readonly ClosingDay[]): Deadline {
  const counted = addSpan(triggerDay, rule, closingDays)
  const rolled = rule.roll === 'next-working-day' ? nextWorkingDay(counted.day, closingDays) : { day: counted.day, skipped: [] }
  const explanation: ExplanationStep[] = [
    { step: 'rule', code: rule.code, ruleSet: rule.ruleSet, source: rule.source, validFrom: rule.validFrom, validTo: rule.validTo },
    { step: 'start', event: rule.trigger, day: triggerDay },
    ...counted.skipped.map(toStep),
    { step: 'count', length: rule.length, unit: rule.unit, reached: counted.day },
    ...rolled.skipped.map(toStep),
  ]
  if (rolled.day !== counted.day) explanation.push({ step: 'rolled', from: counted.day, to: rolled.day })
  if (!rule.windowEarliest) return { due: rolled.day, ruleId: rule.id, explanation }
  const earliest = addSpan(triggerDay, rule.windowEarliest, closingDays).day
  return { due: rolled.day, earliest, ruleId: rule.id, explanation: [...explanation, { step: 'window', earliest }] }
}

type InForce = Pick<DeadlineRule, 'code' | 'validFrom' | 'validTo'>

/**
 * The rule with this code in force on the day, or null. Pass the day of the start event, not today: a case keeps the rules it began
 * under, so a change in the law neither moves a running deadline nor one already met. Of two rules in force the newer wins.
 */
export function ruleFor<R extends InForce>(rules: readonly R[], code: string, onDay: Day): R | null {
  const inForce = rules.filter((rule) => rule.code === code && rule.validFrom <= onDay && (rule.validTo === null || onDay <= rule.validTo))
  return inForce.reduce<R | null>((newest, rule) => (newest && newest.validFrom >= rule.validFrom ? newest : rule), null)
}

/**
 * What is wrong with a set of rules before it is put to use: two of one code in force on the same day, or an end before its beginning.
 * Gaps are allowed; law has them.
 */
export function ruleConflicts(rules: readonly DeadlineRule[]): Array<{ kind: 'overlap' | 'ends-before-start'; ids: string[]; onDay: Day }> {
  const backwards = rules
    .filter((rule) => rule.validTo !== null && rule.validTo < rule.validFrom)
    .map((rule) => ({ kind: 'ends-before-start' as const, ids: [rule.id], onDay: rule.validFrom }))
  const sorted = [...rules].sort((a, b) => (a.code + a.validFrom < b.code + b.validFrom ? -1 : 1))
  const overlaps = sorted.flatMap((rule, i) => {
    const next = sorted[i + 1]
    const overlap = next && next.code === rule.code && (rule.validTo === null || next.validFrom <= rule.validTo)
    return overlap ? [{ kind: 'overlap' as const, ids: [rule.id, next.id], onDay: next.validFrom }] : []
  })
  return [...backwards, ...overlaps]
}

/** The day a span ends on. Months and years keep the day of the month, or take the last one where the month is too short. */
export function addSpan(day: Day, span: Span, closingDays: readonly ClosingDay[]): { day: Day; skipped: SkippedDay[] } {
  switch (span.unit) {
    case 'DAY':
      return { day: addDays(day, span.length), skipped: [] }
    case 'MONTH':
      return { day: addMonths(day, span.length), skipped: [] }
    case 'YEAR':
      return { day: addYears(day, span.length), skipped: [] }
    case 'WORKING_DAY':
      return addWorkingDays(day, span.length, closingDays)
  }
}

/** A date met stays met and keeps its explanation; a change of rule or start event only moves what is still open. */
export function recompute(met: { metOn: Day; deadline: Deadline } | null, fresh: Deadline): Deadline {
  return met ? met.deadline : fresh
}

/** The deadline that comes first, for a list that shows one date per person; null when there is none. */
export function firstDue(deadlines: readonly Deadline[]): Deadline | null {
  const [first, ...rest] = deadlines
  if (!first) return null
  const due = earliestDay(first.due, ...rest.map((deadline) => deadline.due))
  return deadlines.find((deadline) => deadline.due === due) ?? null
}

function toStep(skipped: SkippedDay): ExplanationStep {
  return { step: 'skipped', ...skipped }
}
