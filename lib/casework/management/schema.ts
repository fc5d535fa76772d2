import { z } from 'zod'
import { type Day, isDay } from '@/lib/platform/day'
import { caseKinds } from '../cases/rules'
import { type Asked, BINS, moves, outcomesOfDeadlines, type Part, type Period, periodOf, type Span, spans } from './rules'

const month = z.string().regex(/^\d{4}-\d{2}$/).transform((text) => `${text}-01`).refine(isDay).transform((day) => day as Day).nullable().catch(null).default(null)
const part = z.union([z.literal('all'), z.enum(caseKinds.map((kind) => `kind:${kind}` as const)), z.templateLiteral(['method:', z.uuid()]), z.literal('method:none')]).catch('all').default('all')
/** Null: what the unit says. */
const within = z.coerce.number().int().min(1).max(1000).nullable().catch(null).default(null)

const address = z.object({ period: z.enum(spans).catch('quarter').default('quarter'), from: month, to: month, of: part, within })
export type ManagementView = { span: Span; period: Period; of: Part; within: number | null }

/** The page as it stands in the address; what is unknown there is left out. */
export function managementView(params: Record<string, string | string[] | undefined>, today: Day): ManagementView {
  const { period, from, to, of, within } = address.parse(params)
  return { span: period, period: periodOf(period, today, from, to), of, within }
}

const monthText = (day: Day) => day.slice(0, 7)
const periodParams = ({ first, last }: Period) => ({ period: 'between', from: monthText(first), to: monthText(last) })

/** The address of the page, or of the file with the same figures. */
export function managementHref({ span, period, of, within }: ManagementView, change: Partial<ManagementView> = {}, path = '/management'): string {
  const next = { span, period, of, within, ...change }
  return `${path}?${new URLSearchParams({ ...(next.span === 'between' ? periodParams(next.period) : { period: next.span }), of: next.of, ...(next.within !== null && { within: String(next.within) }) })}`
}

const id = z.uuid()
const bins = z.string().regex(/^[1-6]-[1-6]$/).transform((text) => text.split('-').map(Number)).transform(([from = 1, to = BINS]) => ({ from, to }))
const rows = z.discriminatedUnion('figure', [
  z.object({ figure: z.literal('caseload'), who: z.union([z.literal('none').transform(() => null), id]), state: z.enum(['open', 'hold']) }),
  z.object({ figure: z.literal('contacts'), of: part, bins }),
  z.object({ figure: z.enum(moves), of: part, from: month, to: month }),
  z.object({ figure: z.literal('deadlines'), outcome: z.enum(outcomesOfDeadlines), from: month, to: month }),
])

/** Which figure the address asks to open; null where it asks for none. */
export function askedOf(params: Record<string, string | string[] | undefined>, today: Day): Asked | null {
  const read = rows.safeParse(params)
  if (!read.success) return null
  const asked = read.data
  if (asked.figure === 'caseload' || asked.figure === 'contacts') return asked
  const { from, to, ...rest } = asked
  return { ...rest, period: periodOf('between', today, from, to) }
}

/** The rows behind a figure. None of it names a person. */
export function rowsHref(asked: Asked, page = 1): string {
  const params: Record<string, string> = asked.figure === 'caseload' ? { who: asked.who ?? 'none', state: asked.state } : asked.figure === 'contacts' ? { of: asked.of, bins: `${asked.bins.from}-${asked.bins.to}` }
    : { ...(asked.figure === 'deadlines' ? { outcome: asked.outcome } : { of: asked.of }), from: monthText(asked.period.first), to: monthText(asked.period.last) }
  return `/management/rows?${new URLSearchParams({ figure: asked.figure, ...params, ...(page > 1 ? { page: String(page) } : {}) })}`
}
export const pageIn = z.coerce.number().int().min(1).max(1000).catch(1).default(1)
