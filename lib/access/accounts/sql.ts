import 'server-only'
import { type Day, dayFromDb, dayOf } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { RoleName } from '../matrix'
import type { Actor } from '../permissions'
import { type ClearanceKind, type Right, writeRight } from '../rights/rules'
import { reviewDue } from './rules'

export type Review = { userId: string; name: string; title: string | null; unit: string | null; rights: Right[]; lastOn: Day | null; dueOn: Day; lastSignInAt: Date | null }
type Row = { userId: string; name: string; title: string | null; unit: string | null; since: Date; last: Date | null; lastSignInAt: Date | null; rights: { role: RoleName | null; clearance: ClearanceKind | null }[] }

/** Whose rights the reader confirms, the most urgent first: the list and the first page read the same. */
export async function reviews(tx: Tx, actor: Actor, locale: 'da' | 'en'): Promise<Review[]> {
  const rows = await tx.$queryRaw<Row[]>`WITH held AS (
      SELECT user_id, role, NULL::clearance_kind AS clearance, from_day FROM role_grant WHERE from_day <= current_date AND (to_day IS NULL OR to_day >= current_date)
      UNION ALL SELECT user_id, NULL, kind, from_day FROM clearance WHERE from_day <= current_date AND (to_day IS NULL OR to_day >= current_date))
    SELECT u.id AS "userId", u.name, u.title, CASE WHEN ${locale} = 'en' THEN n.name_en ELSE n.name_da END AS unit, min(h.from_day) AS since, c.last_sign_in_at AS "lastSignInAt",
      (SELECT max(a.attested_at) FROM user_attestation a WHERE a.user_id = u.id) AS last, jsonb_agg(jsonb_build_object('role', h.role, 'clearance', h.clearance) ORDER BY h.role, h.clearance) AS rights
    FROM held h JOIN app_user u ON u.id = h.user_id AND u.active AND NOT u.for_volunteer LEFT JOIN unit n ON n.id = u.unit_id LEFT JOIN access.user_contacts() c ON c.id = u.id
    WHERE u.id <> ${actor.userId}::uuid GROUP BY u.id, u.name, u.title, n.name_da, n.name_en, c.last_sign_in_at`
  return rows.map(({ since, last, rights, ...row }) => {
    const lastOn = last && dayOf(last)
    return { ...row, rights: rights.map(writeRight), lastOn, dueOn: reviewDue(lastOn, dayFromDb(since)) }
  }).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.name.localeCompare(b.name, 'da')))
}
