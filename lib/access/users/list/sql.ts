import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { RoleName } from '../../matrix'
import { type Account, isQuiet } from './rules'

export type ListedUser = Account & { id: string; name: string; email: string; title: string | null; unitId: string | null; unit: string | null; roles: RoleName[]; quiet: boolean }

/** Everybody who can or could sign in, active first, by name: not volunteers, whose logins are opened and ended where volunteers are led (ADR 0050). One statement; of whom one manages users for nobody, an empty list. */
export async function allUsers(tx: Tx, locale: 'da' | 'en', today: Day): Promise<ListedUser[]> {
  const rows = await tx.$queryRaw<Omit<ListedUser, 'quiet'>[]>`SELECT u.id::text, u.name, u.title, u.active, u.issuer IS NOT NULL AS federated, u.unit_id::text AS "unitId", CASE WHEN ${locale} = 'en' THEN n.name_en ELSE n.name_da END AS unit,
      c.email, c.last_sign_in_at AS "lastSignInAt", c.created_at AS "createdAt", c.has_password AS "hasPassword", c.invited_until AS "invitedUntil", coalesce(l.people, 0)::int AS people, coalesce(l.talks, 0)::int AS talks,
      ARRAY(SELECT DISTINCT g.role::text FROM role_grant g WHERE g.user_id = u.id AND g.from_day <= ${today}::date AND (g.to_day IS NULL OR g.to_day >= ${today}::date) ORDER BY 1) AS roles
    FROM app_user u JOIN access.user_contacts() c ON c.id = u.id LEFT JOIN unit n ON n.id = u.unit_id LEFT JOIN access.left_in_unit() l ON l.id = u.id
    WHERE NOT u.for_volunteer ORDER BY u.active DESC, u.name, u.id`
  return rows.map((row) => ({ ...row, quiet: isQuiet(row, today) }))
}
