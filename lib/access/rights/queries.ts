import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { RoleName } from '../matrix'
import type { Actor } from '../permissions'
import { readAs } from '../read'
import { type ClearanceKind, type Right, writeRight } from './rules'

export type Proposal = { id: string; right: Right; reason: string; toDay: Day | null; proposedAt: Date; proposer: string; userId: string; user: string; title: string | null; unit: string | null; /** Null where this person may decide. */ hindrance: 'own' | 'proposer' | null }
type Row = Omit<Proposal, 'right' | 'hindrance'> & { role: RoleName | null; clearance: ClearanceKind | null; proposedBy: string }

/** How many rights, and logins for volunteers (ADR 0052), wait for the reader's own yes or no. */
export type WaitingApprovals = { rights: number; logins: number }

/** What the reader may decide of what waits: not what is for themselves or what they asked for. One statement. */
export function approvalsWaiting(actor: Actor): Promise<WaitingApprovals> {
  return readAs(actor, 'right.approve', async ({ tx }) => {
    const [row] = await tx.$queryRaw<[WaitingApprovals]>`SELECT (SELECT count(*)::int FROM right_proposal p WHERE p.outcome IS NULL AND ${actor.userId}::uuid NOT IN (p.user_id, p.proposed_by)) AS rights, (SELECT count(*)::int FROM access.asked_volunteer_logins() q WHERE NOT q.own) AS logins`
    return row
  })
}

/** What waits for a second person, oldest first: of the whole house for an administrator, of the own unit for its manager. */
export function openProposals(actor: Actor, locale: 'da' | 'en'): Promise<Proposal[]> {
  return readAs(actor, 'right.approve', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<Row[]>`SELECT p.id, p.role, p.clearance, p.reason, p.to_day::text AS "toDay", p.proposed_at AS "proposedAt", p.proposed_by AS "proposedBy", b.name AS proposer,
        u.id AS "userId", u.name AS user, u.title, CASE WHEN ${locale} = 'en' THEN n.name_en ELSE n.name_da END AS unit
      FROM right_proposal p JOIN app_user u ON u.id = p.user_id JOIN app_user b ON b.id = p.proposed_by LEFT JOIN unit n ON n.id = u.unit_id
      WHERE p.outcome IS NULL ORDER BY p.proposed_at, p.id`
    shown({ action: 'right.waiting' })
    return rows.map(({ role, clearance, proposedBy, ...row }) => ({
      ...row, right: writeRight({ role, clearance }), hindrance: row.userId === actor.userId ? 'own' : proposedBy === actor.userId ? 'proposer' : null,
    }))
  })
}
