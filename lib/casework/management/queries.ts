import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { CaseKind } from '../cases/rules'
import { type Asked, type FlowCell, type Kept, numberOf, type Period, type UnitFigures } from './rules'
import type { ManagementView } from './schema'
import { figuresSql, rowsSql } from './sql'

type Raw = Omit<UnitFigures, 'flow'> & { flow: (Omit<FlowCell, 'month'> & { month: string | null })[] }
const figuresOf = ({ flow, ...rest }: Raw): UnitFigures => ({ ...rest, flow: flow.map(({ month, ...cell }) => ({ ...cell, month: month === null ? null : toDay(month) })) })

async function counted(tx: Tx, period: Period): Promise<UnitFigures> {
  const [found] = await tx.$queryRaw<Raw[]>`/* keep:management */ SELECT ${figuresSql(period)}`
  if (!found) throw new Error('The figures gave no row')
  return figuresOf(found)
}

/** The reader's unit in figures: one statement. Nobody is shown, so nobody is logged as seen. */
export function unitFigures(actor: Actor, { period }: ManagementView): Promise<UnitFigures> {
  return readAs(actor, 'management.read', async ({ tx, shown }) => {
    const figures = await counted(tx, period)
    shown({ action: 'management.counted' })
    return figures
  })
}

/** The same figures for a file that leaves the house: with a fresh proof, and in the log as given out. */
export function exportedFigures(actor: Actor, view: ManagementView): Promise<UnitFigures> {
  return readAs(actor, 'management.export', async ({ tx, shown }) => {
    const figures = await counted(tx, view.period)
    shown({ kind: 'DISCLOSURE', action: 'management.exported', details: { from: view.period.first, to: view.period.last, of: view.of } })
    return figures
  })
}

export const ROWS = 100
/** A case, or for the deadlines a task. `text`, `days`, `lastOn`: where the figure is about them. */
export type FigureRow = { id: string; personId: string | null; name: string | null; kind: CaseKind | null; text: string | null; on: Day; lastOn: Day | null; days: number | null; moved: boolean; holder: string | null }
type RawRow = Omit<FigureRow, 'on' | 'lastOn'> & { on: string; lastOn: string | null }
export type FigureRows = { figures: UnitFigures; /** What the figure says. */ number: Kept; /** How many of them the reader may open. */ open: number; /** The others; null where that is kept back. */ hidden: Kept; rows: FigureRow[] }
/** Where a figure is of no period, the shortest one is asked for. */
const NO_PERIOD = (today: Day): Period => ({ first: today, last: today })

/** A figure and the rows of it that the reader reaches, read in one statement: both are of the same moment. */
export function figureRows(actor: Actor, asked: Asked, today: Day, page: number): Promise<FigureRows> {
  return readAs(actor, 'management.read', async ({ tx, shown }) => {
    const period = 'period' in asked ? asked.period : NO_PERIOD(today)
    const [found] = await tx.$queryRaw<(Raw & { total: number; rows: RawRow[] })[]>`/* keep:management-rows */
      WITH r AS MATERIALIZED (${rowsSql(asked)})
      SELECT ${figuresSql(period)}, (SELECT count(*)::int FROM r) AS total, (SELECT coalesce(jsonb_agg(q.one), '[]') FROM (SELECT jsonb_build_object('id', r.id, 'personId', r.person_id, 'name', p.first_name || ' ' || p.last_name, 'kind', r.kind, 'text', r.text,
          'on', r.on_day, 'lastOn', r.last_on, 'days', r.days, 'moved', r.moved, 'holder', w.name) AS one
        FROM r LEFT JOIN person p ON p.id = r.person_id LEFT JOIN app_user w ON w.id = r.holder_id ORDER BY r.on_day, p.last_name, p.first_name, r.id LIMIT ${ROWS} OFFSET ${Prisma.sql`${(page - 1) * ROWS}`}) q) AS rows`
    if (!found) throw new Error('The rows gave no row')
    const { total, rows, ...raw } = found
    const figures = figuresOf(raw)
    const number = numberOf(figures, asked)
    shown({ action: 'management.listed', people: rows.flatMap(({ personId }) => personId ?? []), details: { figure: asked.figure } })
    return { figures, number, open: total, hidden: number === null ? null : number - total, rows: rows.map((row) => ({ ...row, on: toDay(row.on), lastOn: row.lastOn === null ? null : toDay(row.lastOn) })) }
  })
}
