import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { RoleName } from '../matrix'
import type { Actor } from '../permissions'
import { readAs } from '../read'
import type { ClearanceKind } from '../rights/rules'
import type { UnitKind, UnitTies } from './rules'

export type UnitRow = { id: string; name: string; kind: UnitKind; managers: string[]; staff: number; openedOn: Day | null; closedOn: Day | null }
export type UnitDetail = UnitRow & UnitTies & { version: number; nameDa: string; nameEn: string; phone: string | null; email: string | null; place: string | null; caseLimit: number | null; silentDays: number; people: { id: string; name: string; title: string | null; roles: RoleName[] }[]; others: { id: string; name: string }[] }

/** Every unit, the open ones first, with who answers for it. */
export function listUnits(actor: Actor, locale: 'da' | 'en'): Promise<UnitRow[]> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<UnitRow[]>`SELECT n.id::text, CASE WHEN ${locale} = 'en' THEN n.name_en ELSE n.name_da END AS name, n.kind, n.opened_on::text AS "openedOn", n.closed_on::text AS "closedOn",
        (SELECT count(*)::int FROM app_user u WHERE u.unit_id = n.id AND u.active) AS staff,
        ARRAY(SELECT DISTINCT u.name FROM app_user u JOIN role_grant g ON g.user_id = u.id AND g.role = 'MANAGER' AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)
          WHERE u.unit_id = n.id AND u.active ORDER BY u.name) AS managers
      FROM unit n ORDER BY n.closed_on IS NOT NULL, 2`
    shown({ action: 'unit.list' })
    return rows
  })
}

/** One unit with who works there, or null. */
export function findUnit(actor: Actor, id: string, locale: 'da' | 'en'): Promise<UnitDetail | null> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<UnitDetail[]>`SELECT n.id::text, n.version, CASE WHEN ${locale} = 'en' THEN n.name_en ELSE n.name_da END AS name, n.name_da AS "nameDa", n.name_en AS "nameEn", n.kind, n.phone, n.email, n.place, n.case_limit AS "caseLimit", n.silent_days AS "silentDays",
        n.opened_on::text AS "openedOn", n.closed_on::text AS "closedOn", t.citizens, t.cases, t.unclaimed, t.offered, t.consents,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'title', u.title, 'roles', (SELECT coalesce(jsonb_agg(DISTINCT g.role), '[]') FROM role_grant g WHERE g.user_id = u.id AND g.from_day <= current_date
          AND (g.to_day IS NULL OR g.to_day >= current_date))) ORDER BY u.name), '[]') FROM app_user u WHERE u.unit_id = n.id AND u.active) AS people,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', CASE WHEN ${locale} = 'en' THEN o.name_en ELSE o.name_da END) ORDER BY o.name_da), '[]') FROM unit o WHERE o.closed_on IS NULL AND o.id <> n.id) AS others
      FROM unit n, access.unit_ties(n.id) t WHERE n.id = ${id}::uuid`
    if (!row) return null
    shown({ action: 'unit.viewed', details: { unit: id } })
    return { ...row, staff: row.people.length, managers: row.people.filter((one) => one.roles.includes('MANAGER')).map((one) => one.name) }
  })
}

export type ClearanceRow = { id: string; userId: string; name: string; title: string | null; unit: string | null; kind: ClearanceKind; from: Day; to: Day | null; proposer: string | null; giver: string | null }

/** Every clearance in force, and those that ended in the last year: the list that is gone through. */
export function listClearances(actor: Actor, locale: 'da' | 'en', today: Day): Promise<ClearanceRow[]> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<ClearanceRow[]>`SELECT c.id::text, u.id::text AS "userId", u.name, u.title, CASE WHEN ${locale} = 'en' THEN n.name_en ELSE n.name_da END AS unit, c.kind, c.from_day::text AS from, c.to_day::text AS to, p.name AS proposer, g.name AS giver
      FROM clearance c JOIN app_user u ON u.id = c.user_id LEFT JOIN unit n ON n.id = u.unit_id LEFT JOIN app_user p ON p.id = c.proposed_by LEFT JOIN app_user g ON g.id = c.granted_by
      WHERE c.to_day IS NULL OR c.to_day >= ${today}::date - 365 ORDER BY c.to_day IS NOT NULL AND c.to_day < ${today}::date, c.kind, u.name, c.from_day DESC`
    shown({ action: 'right.clearances-listed' })
    return rows
  })
}

/** How many hold each role today. */
export function roleHolders(actor: Actor): Promise<Partial<Record<RoleName, number>>> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<{ role: RoleName; n: number }[]>`SELECT g.role, count(DISTINCT g.user_id)::int AS n FROM role_grant g JOIN app_user u ON u.id = g.user_id AND u.active
      WHERE g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date) GROUP BY 1`
    shown({ action: 'right.roles-viewed' })
    return Object.fromEntries(rows.map((row) => [row.role, row.n]))
  })
}
