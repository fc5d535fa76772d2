import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type AuditEntry = {
  kind: 'VIEW' | 'LIST' | 'CHANGE' | 'DISCLOSURE' | 'DENIED' | 'MACHINE' | 'SIGN_IN'
  /** What was done, as 'noun.verb': 'person.viewed', 'run.released'. */
  action: string
  route?: string
  /** Why, where a reason is required. */
  purpose?: string
  personId?: string
  /** Everybody who appeared: a list, a search, an export. */
  people?: readonly string[]
  /** Ids and codes only, never content. */
  details?: Record<string, string | number | boolean | null>
}

/**
 * Writes the audit row in the caller's transaction: what cannot be logged is not shown and does not happen.
 * Who it was comes from the session inside the database and cannot be handed in.
 */
export async function record(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.$queryRaw`/* keep:audit */ SELECT access.audit(${entry.kind}::audit_kind, ${entry.action}, ${entry.route ?? null}, ${entry.purpose ?? null},
    ${entry.personId ?? null}::uuid, ${[...(entry.people ?? [])]}::uuid[], ${entry.details ? JSON.stringify(entry.details) : null}::jsonb)`
}
