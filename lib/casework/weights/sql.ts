import 'server-only'
import type { Part } from '@/lib/access/parts'
import type { Actor } from '@/lib/access/permissions'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Load, noLoad } from './rules'

export type Caseload = Load & { userId: string; name: string; title: string | null; active: boolean; /** What their unit means for one caseworker, in ordinary cases. */ limit: number | null }

/**
 * What each in the unit has today as coordinating caseworker: all of them for the unit's manager and for whoever says who is responsible, and for anybody else
 * their own row. Numbers, no case. Nobody for a reader of no unit. One statement.
 */
export async function caseloads(tx: Tx, unitId: string | null): Promise<Caseload[]> {
  return tx.$queryRaw<Caseload[]>`SELECT user_id::text AS "userId", name, title, active, light, ordinary, heavy, held, aftercare, case_limit AS "limit" FROM access.caseloads(${unitId}::uuid)`
}

/** The reader's own, and what their unit means for one, as a value of jsonb; null for somebody of no unit. */
export const ownLoadSql = ({ userId, unitId }: Pick<Actor, 'userId' | 'unitId'>) => Prisma.sql`SELECT jsonb_build_object('userId', l.user_id, 'name', l.name, 'title', l.title, 'active', l.active, 'light', l.light, 'ordinary', l.ordinary, 'heavy', l.heavy, 'held', l.held, 'aftercare', l.aftercare, 'limit', l.case_limit)
  FROM access.caseloads(${unitId}::uuid) l WHERE l.user_id = ${userId}::uuid`
export const ownLoadPart = (actor: Actor): Part<Caseload | null> => ({ may: 'case.manage', sql: ownLoadSql(actor), of: (value) => value as Caseload | null })

export const loadOf = (all: readonly Caseload[], userId: string): Load & { limit: number | null } => all.find((one) => one.userId === userId) ?? { ...noLoad, limit: all[0]?.limit ?? null }
