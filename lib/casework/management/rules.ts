import { addDays, addMonths, type Day, earliestDay, firstOfMonth, lastOfMonth, partsOf } from '@/lib/platform/day'
import { type CaseKind, caseKinds } from '../cases/rules'
import { SILENT_DAYS } from '../queues/rules'

/** A number, or null: kept back in the database, because it is under five or would let one be worked out (ADR 0036). */
export type Kept = number | null

export const spans = ['month', 'last-month', 'quarter', 'year', 'between'] as const
export type Span = (typeof spans)[number]
/** Whole calendar months: two periods that overlap by some days could be taken from each other. `last`: the last day of a month, also where it has not come. */
export type Period = { first: Day; last: Day }
/** Months one period may have: what the database answers for. */
export const MOST_MONTHS = 60

/** `from`, `to`: any day of the first and the last month, for `between`; turned round where they stand the wrong way, and never after the running month. */
export function periodOf(span: Span, today: Day, from: Day | null = null, to: Day | null = null): Period {
  const month = firstOfMonth(today)
  const until = { first: month, last: lastOfMonth(today) }
  if (span === 'month') return until
  if (span === 'last-month') return { first: addMonths(month, -1), last: addDays(month, -1) }
  if (span === 'quarter') return { ...until, first: addMonths(month, -((partsOf(today).month - 1) % 3)) }
  if (span === 'year') return { ...until, first: addMonths(month, -(partsOf(today).month - 1)) }
  const [one = month, two = month] = [from ?? month, to ?? month].sort().map((day) => earliestDay(firstOfMonth(day), month))
  return { first: one < addMonths(two, 1 - MOST_MONTHS) ? addMonths(two, 1 - MOST_MONTHS) : one, last: lastOfMonth(two) }
}

/** The first days of the months of a period. */
export function monthsOf({ first, last }: Period): Day[] {
  const months: Day[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

/** All of the unit’s cases, those of one kind, or those that follow one method (`none`: no method). Never a kind and a method at once: what both hold back could then be worked out. */
export type Part = 'all' | `kind:${CaseKind}` | `method:${string}`
export const splitOf = (part: Part): { split: 'all' | 'kind' | 'method'; part: string } => {
  const [split, ...rest] = part.split(':')
  return split === 'kind' || split === 'method' ? { split, part: rest.join(':') } : { split: 'all', part: 'all' }
}

/** Days since somebody was last reached: up to a quarter, half, all and double of what the unit says is too long, more, never. Numbered from 1. */
export const binDays = (silentDays: number): readonly number[] => [Math.floor(silentDays / 4), Math.floor(silentDays / 2), silentDays, silentDays * 2]
export const BINS = 6
/** From the first to the last bin that are told as one. */
export type Bins = { from: number; to: number }
const firstBins: readonly (readonly number[])[] = [[1], [1, 4], [1, 3, 4, 5], [1, 2, 3, 4, 5, 6]]

/** What is told as one at each level of fineness: all, two, four, six. */
export function binsAt(level: number): Bins[] {
  const starts = firstBins[level] ?? [1]
  return starts.map((from, at) => ({ from, to: (starts[at + 1] ?? BINS + 1) - 1 }))
}

export const moves = ['opened', 'closed', 'reopened'] as const
export type CaseMove = (typeof moves)[number]
export const outcomesOfDeadlines = ['kept', 'late', 'overdue', 'waiting'] as const
export type DeadlineOutcome = (typeof outcomesOfDeadlines)[number]

export type Holder = { /** Null: nobody has them. */ id: string | null; name: string | null; active: boolean | null; own: boolean | null; light: number; ordinary: number; heavy: number; /** Of all three weights. */ open: number; hold: number; /** What the unit means for one, in ordinary cases. */ limit: number | null }
export type ContactCell = { split: string; part: string; level: number; bin: number; cases: number }
export type FlowCell = { split: string; part: string; what: CaseMove; month: Day | null; cases: Kept; low: number | null; middle: number | null; high: number | null }
export type DeadlineCell = { outcome: DeadlineOutcome; tasks: number; moved: number }
export type MethodName = { id: string; nameDa: string; nameEn: string }
export type UnitFigures = { unit: { nameDa: string; nameEn: string; /** Days without a talk that are too many. */ silentDays: number } | null; holders: Holder[]; contacts: ContactCell[]; flow: FlowCell[]; deadlines: DeadlineCell[]; methods: MethodName[] }

export type ContactGroup = Bins & { cases: number }
/** How long ago the people of a part were reached, as fine as it can be told; null where the part itself is kept back. */
export function contactsOf({ contacts }: Pick<UnitFigures, 'contacts'>, wanted: Part): { cases: number; groups: ContactGroup[] } | null {
  const { split, part } = splitOf(wanted)
  const division = contacts.filter((cell) => cell.split === split)
  const level = division[0]?.level
  if (level === undefined) return wanted === 'all' ? { cases: 0, groups: [] } : null
  const own = division.filter((cell) => cell.part === part)
  const groups = binsAt(level).map((bins) => ({ ...bins, cases: own.find(({ bin }) => bin === bins.from)?.cases ?? 0 }))
  return { cases: groups.reduce((sum, { cases }) => sum + cases, 0), groups }
}

/** The days the bins of a unit end at. */
export const daysOf = ({ unit }: Pick<UnitFigures, 'unit'>): readonly number[] => binDays(unit?.silentDays ?? SILENT_DAYS)
/** The days that are asked about: one of those the unit's bins end at, or what the unit says is too long. */
export const withinOf = (figures: Pick<UnitFigures, 'unit'>, asked: number | null): number => (asked !== null && daysOf(figures).includes(asked) ? asked : (figures.unit?.silentDays ?? SILENT_DAYS))

/** How many were reached within so many days, of those that are told apart there; null where they are not. */
export function reachedWithin(groups: readonly ContactGroup[], days: number, bins: readonly number[]): Kept {
  const bin = bins.indexOf(days) + 1
  if (bin === 0 || !groups.some(({ to }) => to === bin)) return null
  return groups.reduce((sum, { to, cases }) => sum + (to <= bin ? cases : 0), 0)
}

/** The share in whole per cent, rounded down: 100 is said when it is all of them. Of nobody there is no share. */
export const shareOf = (count: Kept, all: number): Kept => (count === null || all === 0 ? null : Math.floor((count * 100) / all))

/** The shares of parts of one whole, in whole per cent that add up to 100: what is left over goes where most was cut off, and never makes one part of several all of it. */
export function sharesOf(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const shares = counts.map((count) => shareOf(count, all) ?? 0)
  const cut = counts.map((count, at) => ({ at, cut: (count * 100) % (all || 1) })).filter((one) => one.cut > 0 && (shares[one.at] ?? 0) < 99).sort((a, b) => b.cut - a.cut)
  const left = all === 0 ? 0 : 100 - shares.reduce((sum, share) => sum + share, 0)
  for (const { at } of cut.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1
  return shares
}

/** One number of the flow; `month` null: of the whole period. */
export function flowCell({ flow }: Pick<UnitFigures, 'flow'>, wanted: Part, what: CaseMove, month: Day | null): FlowCell | null {
  const { split, part } = splitOf(wanted)
  return flow.find((cell) => cell.split === split && cell.part === part && cell.what === what && cell.month === month) ?? null
}

export function deadlinesOf({ deadlines }: Pick<UnitFigures, 'deadlines'>): Record<DeadlineOutcome, { tasks: number; moved: number }> {
  const of = (wanted: DeadlineOutcome) => deadlines.find(({ outcome }) => outcome === wanted) ?? { tasks: 0, moved: 0 }
  return { kept: of('kept'), late: of('late'), overdue: of('overdue'), waiting: of('waiting') }
}

/** The parts one can choose: the kinds, and the methods by name. */
export function partsIn(methods: readonly MethodName[]): Part[] {
  return ['all', ...caseKinds.map((kind): Part => `kind:${kind}`), ...methods.map(({ id }): Part => `method:${id}`), 'method:none']
}

/** A figure that opens its rows, and of what. */
export type Asked =
  | { figure: 'caseload'; who: string | null; state: 'open' | 'hold' }
  | { figure: 'contacts'; of: Part; bins: Bins }
  | { figure: CaseMove; of: Part; period: Period }
  | { figure: 'deadlines'; outcome: DeadlineOutcome; period: Period }

/** The number a figure shows, from the same answer of the database as the page. Null: kept back. */
export function numberOf(figures: UnitFigures, asked: Asked): Kept {
  if (asked.figure === 'caseload') return figures.holders.find(({ id }) => id === asked.who)?.[asked.state] ?? 0
  if (asked.figure === 'deadlines') return deadlinesOf(figures)[asked.outcome].tasks
  if (asked.figure === 'contacts') {
    const found = contactsOf(figures, asked.of)
    const inside = found?.groups.filter(({ from, to }) => from >= asked.bins.from && to <= asked.bins.to) ?? []
    // Whole groups alone: part of one is what is kept back.
    const covers = inside.reduce((bins, { from, to }) => bins + to - from + 1, 0) === asked.bins.to - asked.bins.from + 1
    return found && (covers || (found.cases === 0 && asked.of === 'all')) ? inside.reduce((sum, { cases }) => sum + cases, 0) : null
  }
  return flowCell(figures, asked.of, asked.figure, null)?.cases ?? null
}
