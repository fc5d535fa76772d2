import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type ReadContext, readAs } from '@/lib/access/read'
import { addDays, type Day, startOfDay } from '@/lib/platform/day'
import { REMARK_DAYS, type RemarkKind } from './rules'

export type RemarkToMe = { id: string; personId: string; name: string; contactId: string; kind: RemarkKind; text: string; by: string; at: Date }

/** What colleagues lately said about entries the reader wrote, the newest first: of people they still reach. One statement; everybody in it is named in the log. */
export function remarksToMe(actor: Actor, today: Day, within?: ReadContext): Promise<RemarkToMe[]> {
  return readAs(actor, 'contact.read', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<RemarkToMe[]>`/* keep:remarks */ SELECT a.id, a.person_id AS "personId", p.first_name || ' ' || p.last_name AS name, a.contact_id AS "contactId", a.kind, a.text, u.name AS by, a.added_at AS at
      FROM contact_addition a JOIN contact c ON c.id = a.contact_id JOIN person p ON p.id = a.person_id JOIN app_user u ON u.id = a.added_by
      WHERE a.kind <> 'addition' AND a.added_at >= ${startOfDay(addDays(today, -REMARK_DAYS))} AND c.recorded_by = ${actor.userId}::uuid ORDER BY a.added_at DESC, a.id LIMIT 10`
    if (rows.length > 0) shown({ action: 'contact.remarks-listed', people: [...new Set(rows.map(({ personId }) => personId))] })
    return rows
  }, within)
}
