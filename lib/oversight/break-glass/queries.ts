import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Verdict } from '@/lib/access/reasons/rules'
import { omit } from '@/lib/platform/omit'
import type { GlassCode } from './rules'

export type GlassReview = { id: string; user: string; at: Date; until: Date; code: GlassCode; note: string; looks: number; overdue: boolean; verdict: Verdict | null; reviewer: string | null; reviewedAt: Date | null; reviewNote: string | null }

/** Every broken glass of the colleagues one looks after: what waits first, the longest waiting on top. Nobody is named but staff. One statement. */
export async function glassReviews(actor: Actor): Promise<{ open: GlassReview[]; done: GlassReview[] }> {
  return readAs(actor, 'access.review', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(GlassReview & { personId: string })[]>`SELECT g.id, g.person_id AS "personId", u.name AS user, g.from_at AS at, least(coalesce(g.ended_at, g.until_at), g.until_at) AS until, g.code, g.note, access.glass_looks(g.id) AS looks,
        g.verdict IS NULL AND g.from_at < now() - interval '7 days' AS overdue, g.verdict, v.name AS reviewer, g.reviewed_at AS "reviewedAt", g.review_note AS "reviewNote"
      FROM break_glass g JOIN app_user u ON u.id = g.user_id LEFT JOIN app_user v ON v.id = g.reviewed_by
      WHERE access.reviews(g.user_id) ORDER BY g.verdict IS NOT NULL, CASE WHEN g.verdict IS NULL THEN g.from_at END, g.reviewed_at DESC, g.id LIMIT 200`
    shown({ action: 'glass.listed', people: [...new Set(rows.map((row) => row.personId))] })
    const grants = rows.map((row): GlassReview => omit(row, 'personId'))
    return { open: grants.filter((row) => row.verdict === null), done: grants.filter((row) => row.verdict !== null).slice(0, 100) }
  })
}
