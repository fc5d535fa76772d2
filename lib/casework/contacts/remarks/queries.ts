import 'server-only'
import type { Part } from '@/lib/access/parts'
import type { Actor } from '@/lib/access/permissions'
import { Prisma } from '@/lib/platform/db'
import { addDays, type Day, startOfDay } from '@/lib/platform/day'
import { REMARK_DAYS, type RemarkKind } from './rules'

export type RemarkToMe = { id: string; personId: string; name: string; contactId: string; kind: RemarkKind; text: string; by: string; at: Date }

/** What colleagues lately said about entries the reader wrote, the newest first: of people they still reach. Everybody in it is named in the log. */
export const remarksPart = (actor: Actor, today: Day): Part<RemarkToMe[]> => ({
  may: 'contact.read',
  sql: Prisma.sql`SELECT jsonb_agg(jsonb_build_object('id', r.id, 'personId', r.person_id, 'name', r.name, 'contactId', r.contact_id, 'kind', r.kind, 'text', r.text, 'by', r.by, 'at', r.added_at) ORDER BY r.added_at DESC, r.id)
    FROM (SELECT a.id, a.person_id, p.first_name || ' ' || p.last_name AS name, a.contact_id, a.kind, a.text, u.name AS by, a.added_at
      FROM contact_addition a JOIN contact c ON c.id = a.contact_id JOIN person p ON p.id = a.person_id JOIN app_user u ON u.id = a.added_by
      WHERE a.kind <> 'addition' AND a.added_at >= ${startOfDay(addDays(today, -REMARK_DAYS))} AND c.recorded_by = ${actor.userId}::uuid ORDER BY a.added_at DESC, a.id LIMIT 10) r`,
  of(value, shown) {
    const rows = ((value ?? []) as (Omit<RemarkToMe, 'at'> & { at: string })[]).map(({ at, ...row }): RemarkToMe => ({ ...row, at: new Date(at) }))
    if (rows.length > 0) shown({ action: 'contact.remarks-listed', people: [...new Set(rows.map(({ personId }) => personId))] })
    return rows
  },
})
