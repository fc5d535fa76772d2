import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { outreachRules } from '../../rules-data/sql'
import { dueSql } from '../sql'
import type { ListQueue } from './queues'
import { type DueRow, type ListRow, toListRow } from './rows'
import { PAGE_SIZE, type ListState } from './schema'
import { countsSql, detailedSql, filterSql, orderSql, queueSql } from './sql'

export type DueList = {
  counts: Record<ListQueue, number>
  /** People in the queue after the filters: what the pages hold. */
  total: number
  rows: ListRow[]
  areas: { postcode: string; town: string }[]
  staff: { id: string; name: string }[]
}

type Answer = { counts: Record<ListQueue, number>; total: number; rows: DueRow[] | null; areas: DueList['areas'] | null; staff: DueList['staff'] | null }

/**
 * The list and the number beside every queue: two statements (rules, list) besides the audit row, however many people there are. The
 * number and the rows come from one statement, so nothing can happen between them.
 */
export async function dueList(actor: Actor, today: Day, state: ListState, pageSize = PAGE_SIZE): Promise<DueList> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const list = await listed(tx, today, state, pageSize)
    shown({ action: 'outreach.listed', people: list.rows.map((row) => row.personId), details: { queue: state.queue } })
    return list
  })
}

/** A spreadsheet leaves the house and is not seen again: logged as a disclosure of everybody in it. */
const MOST_EXPORTED = 20_000

/** The whole queue as filtered and sorted, for a spreadsheet. */
export async function dueExport(actor: Actor, today: Day, state: ListState): Promise<ListRow[]> {
  return readAs(actor, 'outreach.export', async ({ tx, shown }) => {
    const { rows } = await listed(tx, today, { ...state, page: 1 }, MOST_EXPORTED)
    shown({ kind: 'DISCLOSURE', action: 'outreach.exported', people: rows.map((row) => row.personId), details: { queue: state.queue, rows: rows.length } })
    return rows
  })
}

async function listed(tx: Tx, today: Day, state: ListState, pageSize: number): Promise<DueList> {
  const set = await outreachRules(tx)
  const answer = await read(tx, dueSql(set, today), today, state, pageSize)
  const rows = (answer.rows ?? []).map((row) => toListRow(row, set, today))
  return { ...answer, rows, areas: answer.areas ?? [], staff: answer.staff ?? [] }
}

async function read(tx: Tx, due: ReturnType<typeof dueSql>, today: Day, state: ListState, pageSize: number): Promise<Answer> {
  const [answer] = await tx.$queryRaw<Answer[]>`
    WITH d AS MATERIALIZED (${due}),
    wanted AS (SELECT d.* FROM d WHERE (${queueSql(state.queue, today)}) AND (${filterSql(state)})),
    page AS (SELECT d.*, row_number() OVER (ORDER BY ${orderSql(state)}) AS place FROM wanted d ORDER BY ${orderSql(state)}
      LIMIT ${pageSize} OFFSET ${(state.page - 1) * pageSize})
    SELECT (SELECT ${countsSql(today)} FROM d) AS counts,
      (SELECT count(*)::int FROM wanted) AS total,
      ${detailedSql(Prisma.sql`page`)} AS rows,
      (SELECT jsonb_agg(a ORDER BY a.postcode) FROM (SELECT d.postcode, min(d.town) AS town FROM d WHERE d.postcode IS NOT NULL GROUP BY d.postcode) a) AS areas,
      (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) ORDER BY s.name) FROM app_user s
        WHERE s.active AND EXISTS (SELECT 1 FROM assignment x WHERE x.user_id = s.id AND x.to_day IS NULL)) AS staff`
  if (!answer) throw new Error('The list query gave no row')
  return answer
}
