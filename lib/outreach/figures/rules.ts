import type { Day } from '@/lib/platform/day'

/** A number, a number kept back because it is from 1 to 4 (or lets one be worked out), or no data. */
export type Figure = number | 'hidden' | null

export type OutreachMonth = {
  month: Day
  day: Day
  population: Figure
  covered: Figure
  overdue: Figure
  letters: { first: Figure; yearly: Figure }
  replies: Record<string, Figure>
  steps: Record<string, Figure>
}

/** As the database gives it: -1 is a number kept back, null is no data. */
export function figureOf(value: number | null | undefined): Figure {
  if (value === null || value === undefined) return null
  return value < 0 ? 'hidden' : value
}

/** One part of a list of parts: a month that has data and does not name the part had none of it. */
export function partOf(parts: Record<string, number> | null, name: string): Figure {
  return parts === null ? null : figureOf(parts[name] ?? 0)
}

/**
 * Share with a letter in the last 12 months, in per cent with one decimal, rounded down: 100 is only said when it is everybody. No data, or
 * nobody to write to, is no share.
 */
export function coverage(covered: Figure, population: Figure): Figure {
  if (covered === null || population === null || population === 0) return null
  if (covered === 'hidden' || population === 'hidden') return 'hidden'
  return Math.floor((covered * 1000) / population) / 10
}
