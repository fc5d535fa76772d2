import 'server-only'
import { Refused } from '@/lib/access/refused'
import { conflictOf, type Stored } from '@/lib/access/stale'
import type { Tx } from '@/lib/platform/db'
import { refuseBehindGlass } from './lasting'

/**
 * For after an update that changed no row: the row is hidden or gone (refused as if it never was), or somebody else saved first (a conflict
 * that shows what stands there now). `typed` and `stored` use the form's field names; only fields that differ are shown.
 */
export async function refuseStale(tx: Tx, personId: string, stored: Stored | null, typed: Record<string, unknown>): Promise<never> {
  if (!stored) throw new Refused('people.error.notFound')
  const [last] = await tx.$queryRaw<{ name: string | null }[]>`SELECT u.name FROM field_history h LEFT JOIN app_user u ON u.id = h.changed_by
    WHERE h.person_id = ${personId}::uuid ORDER BY h.changed_at DESC LIMIT 1`
  throw conflictOf(stored, typed, last?.name ?? null, personId)
}

/** The same for the person's own row, which emergency access leaves as it is. */
export async function refuseStalePerson(tx: Tx, personId: string, stored: Stored | null, typed: Record<string, unknown>): Promise<never> {
  await refuseBehindGlass(tx, personId)
  return refuseStale(tx, personId, stored, typed)
}
