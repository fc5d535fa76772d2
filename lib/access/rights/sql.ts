import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { RoleName } from '../matrix'
import type { Actor } from '../permissions'
import { type ClearanceKind, type Right, writeRight } from './rules'

export type Proposal = { id: string; right: Right; reason: string; toDay: Day | null; proposedAt: Date; proposer: string; userId: string; user: string; title: string | null; unit: string | null; /** Null where this person may decide. */ hindrance: 'own' | 'proposer' | null }
type Row = Omit<Proposal, 'right' | 'hindrance'> & { role: RoleName | null; clearance: ClearanceKind | null; proposedBy: string }

/** What waits for a second person, oldest first: the list and the first page read the same. */
export async function proposals(tx: Tx, actor: Actor, locale: 'da' | 'en'): Promise<Proposal[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT p.id, p.role, p.clearance, p.reason, p.to_day::text AS "toDay", p.proposed_at AS "proposedAt", p.proposed_by AS "proposedBy", b.name AS proposer,
      u.id AS "userId", u.name AS user, u.title, CASE WHEN ${locale} = 'en' THEN n.name_en ELSE n.name_da END AS unit
    FROM right_proposal p JOIN app_user u ON u.id = p.user_id JOIN app_user b ON b.id = p.proposed_by LEFT JOIN unit n ON n.id = u.unit_id
    WHERE p.outcome IS NULL ORDER BY p.proposed_at, p.id`
  return rows.map(({ role, clearance, proposedBy, ...row }) => ({
    ...row, right: writeRight({ role, clearance }), hindrance: row.userId === actor.userId ? 'own' : proposedBy === actor.userId ? 'proposer' : null,
  }))
}
