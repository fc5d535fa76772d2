import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import type { UnassignedKind } from './rules'
import { unassignedSql } from './sql'

/** Whom a person can be given to. No personal data of citizens: nobody is shown. */
export async function assignableUsers(actor: Actor): Promise<{ id: string; name: string; title: string | null }[]> {
  return readAs(actor, 'assignment.manage', ({ tx }) => tx.$queryRaw<{ id: string; name: string; title: string | null }[]>`SELECT id, name, title FROM access.assignable_users()`)
}

export type Unassigned = { id: string; name: string; protection: 'P0' | 'P1' | 'P2' | 'P3'; shielded: boolean; kind: UnassignedKind; /** When the last one's responsibility ended, and whose it was. */ ended: Day | null; who: string | null }
export const UNASSIGNED_PAGE = 50

/** The people nobody is responsible for, by why, and how many there are of each. Two statements. */
export function unassignedPeople(actor: Actor, kind: UnassignedKind, page: number, today: Day): Promise<{ rows: Unassigned[]; counts: Record<UnassignedKind, number> }> {
  return readAs(actor, 'assignment.manage', async ({ tx, shown }) => {
    const counted = await tx.$queryRaw<{ kind: UnassignedKind; n: number }[]>`SELECT kind, count(*)::int AS n FROM (${unassignedSql(today)}) q GROUP BY 1`
    const rows = await tx.$queryRaw<Unassigned[]>`SELECT id::text, name, protection, shielded, kind, ended::text AS ended, who FROM (${unassignedSql(today)}) q WHERE kind = ${kind}
      ORDER BY ended DESC NULLS LAST, last_name, first_name, id LIMIT ${UNASSIGNED_PAGE}::int OFFSET ${(page - 1) * UNASSIGNED_PAGE}::int`
    shown({ action: 'assignment.missing-listed', people: rows.map((row) => row.id) })
    return { rows, counts: { lost: 0, vulnerable: 0, never: 0, ...Object.fromEntries(counted.map((row) => [row.kind, row.n])) } }
  })
}
