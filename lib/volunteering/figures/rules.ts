/** A part of a division, as the database tells it. `n` null: kept back, because it is under five or would let one be worked out (ADR 0036, 0048). */
export type Cell = { division: string; part: string; n: number | null; /** Of how many. */ of: number | null; /** Days. */ middle: number | null; most: number | null; /** Of what they weigh: free places, minutes. */ total: number | null }
export type Cells = readonly Cell[]

/** Divisions whose parts are told one by one, the small ones together as `others`. */
export const needs = ['role', 'language', 'area'] as const
export type Need = (typeof needs)[number]
export const months = ['3', '6', '12'] as const

/** What is told of a part. A part nobody is in is none, and nothing is kept back of it. */
export function cellOf(cells: Cells, division: string, part = 'all'): Cell {
  return cells.find((cell) => cell.division === division && cell.part === part) ?? { division, part, n: 0, of: null, middle: null, most: null, total: null }
}

/** The parts two divisions have between them, in the order of the list they are from; those of neither are left out, `others` comes last. */
export function partsOf(cells: Cells, divisions: readonly string[], order: readonly string[]): string[] {
  const found = new Set(cells.filter(({ division }) => divisions.includes(division)).map(({ part }) => part))
  const place = (part: string) => (part === 'others' ? 1e6 : part === 'unknown' ? 1e5 : part === 'none' ? 1e4 : order.includes(part) ? order.indexOf(part) : 1e3)
  return [...found].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/** Whole per cent, rounded down: 100 is said when it is all of them. Null where it is kept back, or of nobody. */
export const share = (n: number | null, of: number | null): number | null => (n === null || of === null || of === 0 ? null : Math.floor((n * 100) / of))

/** The share of a division’s parts that is this part, those left out who have not said; null where it is kept back. */
export function shareOfKnown(cells: Cells, division: 'age' | 'background', part: string): { n: number; of: number; unknown: number } | null {
  const all = cells.filter((cell) => cell.division === division)
  if (all.some(({ n }) => n === null)) return null
  const [n, unknown] = [cellOf(all, division, part).n ?? 0, cellOf(all, division, 'unknown').n ?? 0]
  return { n, of: all.reduce((sum, cell) => sum + (cell.n ?? 0), 0) - unknown, unknown }
}

/** What a row of a figure is, by its division; null where a figure has no rows. Of backgrounds there never are any. */
export function kindOf(division: string): 'volunteer' | 'request' | 'match' | null {
  if (/^wait(-role|-area|-language)?$/.test(division)) return 'request'
  if (['begun', 'held', 'not-held', 'logged', 'not-logged'].includes(division)) return 'match'
  return /^(active|role|area|free|free-role|free-area|free-language|age|area-young|year|year-young|asked|hours|met)$/.test(division) ? 'volunteer' : null
}
