import { addDays, addYears, type Day, diffDays, partsOf } from '@/lib/platform/day'
import type { PathStep } from '../path/rules'

/** After how many years somebody is celebrated; from the last on every fifth. */
export const celebratedYears = [1, 3, 5, 10, 15, 20, 25, ...Array.from({ length: 7 }, (_, nth) => 30 + nth * 5)] as const

type Step = Pick<PathStep, 'step' | 'onDay'>
export type Span = { from: Day; /** The day they ended; null: they have not. */ to: Day | null }
/** The time somebody has been with us: from active until they ended. Who pauses is with us still. */
export function spansOf(steps: readonly Step[]): Span[] {
  const spans: Span[] = []
  for (const { step, onDay } of steps) {
    const last = spans.at(-1)
    if (step === 'active' && (!last || last.to !== null)) spans.push({ from: onDay, to: null })
    if (step === 'ended' && last && last.to === null) spans[spans.length - 1] = { ...last, to: onDay }
  }
  return spans
}

/** The day somebody has been with us for so many years, the time they were not left out; null where it does not come while they are. */
export function anniversary(spans: readonly Span[], years: number): Day | null {
  const [first] = spans
  if (!first) return null
  let day = addYears(first.from, years)
  for (const [at, { from, to }] of spans.entries()) {
    const before = spans[at - 1]?.to
    if (before) day = addDays(day, diffDays(before, from))
    if (to === null || day <= to) return day
  }
  return null
}

export type Anniversary = { years: number; day: Day }
/** Those of somebody that come in a calendar year. */
export function anniversariesIn(steps: readonly Step[], year: number): Anniversary[] {
  const spans = spansOf(steps)
  return celebratedYears.flatMap((years) => {
    const day = anniversary(spans, years)
    return day && partsOf(day).year === year ? [{ years, day }] : []
  })
}

/** The next one from a day on, that day as well; null for who has ended. */
export function nextAnniversary(steps: readonly Step[], today: Day): Anniversary | null {
  const spans = spansOf(steps)
  if (spans.at(-1)?.to !== null) return null
  for (const years of celebratedYears) {
    const day = anniversary(spans, years)
    if (day && day >= today) return { years, day }
  }
  return null
}

/** Whether somebody may be said to be celebrated for these years: it comes this year at the latest, and somebody may be celebrated at the feast before the day. */
export const mayCelebrate = (steps: readonly Step[], years: number, today: Day): boolean => {
  const day = anniversary(spansOf(steps), years)
  return celebratedYears.some((one) => one === years) && day !== null && partsOf(day).year <= partsOf(today).year
}

/** What is coming first, then whom nobody celebrated when the day came, then who was. */
export const standings = ['coming', 'passed', 'celebrated'] as const
export const standingOf = ({ day, celebrated }: { day: Day; celebrated: Day | null }, today: Day): (typeof standings)[number] => (celebrated ? 'celebrated' : day < today ? 'passed' : 'coming')
