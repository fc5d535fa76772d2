import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'

export type Hold = { id: string; person: string; name: string | null; reason: string; reviewOn: Day; createdAt: Date; createdBy: string | null; endedAt: Date | null; endReason: string | null }

/** Whose records are held back and why, those in force first and by the day they are to be looked at again. */
export function holds(actor: Actor): Promise<Hold[]> {
  return readAs(actor, 'retention.hold', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(Omit<Hold, 'reviewOn'> & { reviewOn: Date })[]>`SELECT h.id::text, h.person_id::text AS person, p.first_name || ' ' || p.last_name AS name, h.reason, h.review_on AS "reviewOn", h.created_at AS "createdAt", u.name AS "createdBy", h.ended_at AS "endedAt", h.end_reason AS "endReason"
      FROM legal_hold h LEFT JOIN person p ON p.id = h.person_id LEFT JOIN app_user u ON u.id = h.created_by ORDER BY (h.ended_at IS NOT NULL), h.review_on, h.id LIMIT 200`
    shown({ action: 'hold.listed', people: rows.map((row) => row.person) })
    return rows.map((row) => ({ ...row, reviewOn: dayFromDb(row.reviewOn) }))
  })
}
