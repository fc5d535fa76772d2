import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { omit } from '@/lib/platform/omit'
import { type Also, type OpenPerson, openPerson } from '../record/queries'

/** One value that was changed. Values are as stored: codes, days, texts; a number is masked. `hidden`: part of a protected address, whose values are not read. */
export type FieldChange = { id: string; table: string; field: string; from: string | null; to: string | null; hidden: boolean; at: Date; by: string | null; merged: boolean }
export type History = { rows: FieldChange[]; total: number; fields: string[] }

export const HISTORY_PAGE = 50

/**
 * Who changed what, newest first. Address changes of protected people are left to those with clearance, by the policy of the table; and to
 * them too only that something changed: an address is shown where they say why they need it, and nowhere else.
 */
export async function personHistory<N>(actor: Actor, personId: string, view: { field?: string; page: number }, also: Also<N>): Promise<OpenPerson<History, N> | null> {
  const read: Also<History> = async ({ tx }, bar) => {
    const rows = await tx.$queryRaw<(FieldChange & { total: bigint })[]>`
      SELECT h.id, h.table_name AS table, h.field, CASE WHEN NOT s.hidden THEN h.old_value END AS from, CASE WHEN NOT s.hidden THEN h.new_value END AS to, s.hidden, h.changed_at AS at,
        u.name AS by, h.table_name = 'person' AND h.row_id <> ${bar.id}::uuid AS merged, count(*) OVER () AS total
      FROM field_history h LEFT JOIN app_user u ON u.id = h.changed_by
      CROSS JOIN LATERAL (SELECT h.table_name = 'protected_address' OR (h.table_name = 'address'
        AND EXISTS (SELECT 1 FROM person q WHERE q.id = ANY (${bar.recordIds}::uuid[]) AND q.protection IN ('P1', 'P2'))) AS hidden) s
      WHERE h.person_id = ANY (${bar.recordIds}::uuid[]) AND (${view.field ?? null}::text IS NULL OR h.table_name || '.' || h.field = ${view.field ?? null})
      ORDER BY h.changed_at DESC, h.id DESC LIMIT ${HISTORY_PAGE}::int OFFSET ${(view.page - 1) * HISTORY_PAGE}::int`
    const fields = await tx.$queryRaw<{ name: string }[]>`SELECT DISTINCT table_name || '.' || field AS name FROM field_history WHERE person_id = ANY (${bar.recordIds}::uuid[]) ORDER BY 1`
    return { rows: rows.map((row) => omit(row, 'total')), total: Number(rows[0]?.total ?? 0), fields: fields.map((field) => field.name) }
  }
  return openPerson(actor, personId, 'history', read, also)
}
