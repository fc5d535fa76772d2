import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Tx } from '@/lib/platform/db'

/**
 * Emergency access writes nothing that would outlast it (ADR 0015): the database changes no row, or refuses one. For those places, so that
 * the reason is told and not a conflict that nobody made. A record within ordinary reach comes back untouched, and so does one that has been shielded since: that
 * it is still there is told to nobody.
 */
export async function refuseBehindGlass(tx: Tx, personId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ glass: boolean }[]>`SELECT ${personId}::uuid = ANY (access.open_glass()) AND EXISTS (SELECT 1 FROM person p WHERE p.id = ${personId}::uuid) AS glass`
  if (row?.glass) throw new Refused('people.error.behindGlass')
}
