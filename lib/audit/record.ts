import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'

export type AuditEntry = {
  kind: 'VIEW' | 'LIST' | 'CHANGE' | 'DISCLOSURE' | 'DENIED' | 'MACHINE' | 'SIGN_IN'
  /** What was done, as 'noun.verb': 'person.viewed', 'run.released'. */
  action: string
  /** The page it came from, by the pattern of its address (lib/audit/pages.ts). */
  route?: string
  /** Why, where a reason is required. */
  purpose?: string
  personId?: string
  /** Everybody who appeared: a list, a search, an export. */
  people?: readonly string[]
  /** Ids and codes only, never content. */
  details?: Record<string, string | number | boolean | null>
}

const rowSql = (entry: AuditEntry) => Prisma.sql`access.audit(${entry.kind}::audit_kind, ${entry.action}, ${entry.route ?? null}, ${entry.purpose ?? null},
    ${entry.personId ?? null}::uuid, ${[...(entry.people ?? [])]}::uuid[], ${entry.details ? JSON.stringify(entry.details) : null}::jsonb)`

/**
 * Writes the audit rows in the caller's transaction: what cannot be logged is not shown and does not happen.
 * Who it was comes from the session inside the database and cannot be handed in. However many rows, one statement.
 */
export async function record(tx: Tx, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await tx.$queryRaw`/* keep:audit */ SELECT ${Prisma.join(entries.map(rowSql))}`
}
