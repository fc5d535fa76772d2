import { computeDeadline, type DeadlineRule, type ExplanationStep, ruleFor } from '@/lib/deadlines/rules'
import { addDays, addMonths, type Day } from '@/lib/platform/day'
import { holdsNow, type Period } from '../partnerships/rules'

/** planned: a day is set · missing: the year has passed · soon: within 60 days · later · none: no agreement that holds asks for one. */
export type Dialogue = { state: 'planned' | 'missing' | 'soon' | 'later' | 'none'; day: Day | null; /** How the day was counted. */ explanation: ExplanationStep[] }
const SOON_DAYS = 60
/** Where the municipality has no rule of its own. */
const MONTHS = 12

/** The first day of the agreement that holds, and of those it followed without a gap. */
function heldSince(periods: readonly Period[], today: Day): Day | null {
  let first = holdsNow(periods, today)?.fromDay ?? null
  for (let before = first; before; first = before ?? first) before = periods.map(({ fromDay, toDay }) => ({ fromDay, next: addDays(toDay, 1) })).filter(({ fromDay, next }) => fromDay < first! && next >= first!).map(({ fromDay }) => fromDay).sort()[0] ?? null
  return first
}

/** When the association is to be met next: a year after the last time, or after the agreement began. `meetings`: days of those that were not cancelled, also the ones to come. */
export function dialogueOf(meetings: readonly Day[], periods: readonly Period[], today: Day, rules: readonly DeadlineRule[]): Dialogue {
  const planned = meetings.filter((day) => day >= today).sort()[0]
  if (planned) return { state: 'planned', day: planned, explanation: [] }
  const since = heldSince(periods, today)
  if (!since) return { state: 'none', day: null, explanation: [] }
  const last = meetings.filter((day) => day < today).sort().at(-1)
  const from = last && last > since ? last : since
  const rule = ruleFor(rules, 'association-dialogue', from)
  const { due, explanation } = rule ? computeDeadline(rule, from, []) : { due: addMonths(from, MONTHS), explanation: [] }
  return { state: due < today ? 'missing' : due <= addDays(today, SOON_DAYS) ? 'soon' : 'later', day: due, explanation }
}
