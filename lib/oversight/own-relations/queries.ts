import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import type { OwnRelationKind } from './rules'

export type OwnRelation = { id: string; kind: OwnRelationKind; name: string | null; born: Day | null; byNumber: boolean; since: Day }

/** What one has declared oneself, as it was typed; never whom it found. One statement. */
export async function ownRelations(actor: Actor): Promise<OwnRelation[]> {
  return readAs(actor, 'self', async ({ tx }) => {
    const rows = await tx.$queryRaw<{ id: string; kind: OwnRelationKind; name: string | null; born: string | null; byNumber: boolean; since: string }[]>`
      SELECT id, kind, stated_name AS name, stated_born::text AS born, by_number AS "byNumber", since::text AS since FROM access.own_relations()`
    return rows.map((row) => ({ ...row, born: row.born ? toDay(row.born) : null, since: toDay(row.since) }))
  })
}

/** For the administrator: which kinds a user has declared and since when, not of whom. One statement. */
export async function relationsOf(actor: Actor, userId: string): Promise<{ id: string; kind: OwnRelationKind; since: Day }[]> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<{ id: string; kind: OwnRelationKind; since: string }[]>`SELECT id, kind, since::text AS since FROM access.relations_of(${userId}::uuid)`
    shown({ action: 'relation.declared-listed', details: { user: userId } })
    return rows.map((row) => ({ ...row, since: toDay(row.since) }))
  })
}
