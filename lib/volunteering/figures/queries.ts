import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Lists, readLists } from '../list/sql'
import { type Cell, kindOf } from './rules'
import type { AskedRows } from './schema'

export type VolunteerNumbers = { cells: Cell[]; lists: Lists }
/** Everything the page counts, counted and kept back in the database. Two statements; nobody is shown, so nobody is logged as seen. */
export function volunteerNumbers(actor: Actor): Promise<VolunteerNumbers> {
  return readAs(actor, 'volunteer.figures', async ({ tx }) => ({ lists: await readLists(tx), cells: await tx.$queryRaw<Cell[]>`SELECT division, part, n, of_n AS "of", middle, most, total FROM access.volunteer_figures()` }))
}

export const FIGURE_ROWS = 100
/** `name` null: a citizen who may be known by the number alone. */
export type FigureRow = { id: string; number: number; name: string | null; role: string | null; weight: number | null }
export type FigureRows = { kind: 'volunteer' | 'request' | 'match'; total: number; rows: FigureRow[]; lists: Lists }
type Raw = FigureRow & { total: number; personId: string | null }

/** The rows a figure counts, a page of them. Null for a figure that has none. Two statements; citizens who are named stand in the log. */
export function figureRows(actor: Actor, { figure, part, page }: AskedRows): Promise<FigureRows | null> {
  const kind = kindOf(figure)
  if (kind === null) return Promise.resolve(null)
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const lists = await readLists(tx)
    const start = (page - 1) * FIGURE_ROWS
    const found = kind === 'volunteer' ? await tx.$queryRaw<Raw[]>`SELECT v.id::text, v.number, v.first_name || ' ' || v.last_name AS name, NULL AS role, r.weight, NULL AS "personId", count(*) OVER ()::int AS total FROM access.volunteer_figure_rows(${figure}, ${part}) r JOIN volunteer v ON v.id = r.subject ORDER BY v.first_name, v.last_name, v.number LIMIT ${FIGURE_ROWS} OFFSET ${start}`
      : kind === 'request' ? await tx.$queryRaw<Raw[]>`SELECT w.id::text, w.number, w.name, w.role_code AS role, r.weight, w.person_id::text AS "personId", count(*) OVER ()::int AS total FROM access.volunteer_figure_rows(${figure}, ${part}) r JOIN access.waiting_requests() w ON w.id = r.subject ORDER BY w.since, w.number LIMIT ${FIGURE_ROWS} OFFSET ${start}`
        : await tx.$queryRaw<Raw[]>`SELECT m.id::text, m.number, m.name, m.role_code AS role, r.weight, m.person_id::text AS "personId", count(*) OVER ()::int AS total FROM access.volunteer_figure_rows(${figure}, ${part}) r JOIN access.known_matches() m ON m.id = r.subject ORDER BY m.started_on, m.number LIMIT ${FIGURE_ROWS} OFFSET ${start}`
    shown({ action: 'volunteer.figure-listed', people: [...new Set(found.flatMap(({ personId }) => personId ?? []))], details: { figure, part, shown: found.length } })
    return { kind, total: found[0]?.total ?? 0, rows: found.map(({ total: _, personId: __, ...row }) => row), lists }
  })
}
