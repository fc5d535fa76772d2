import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Tx } from '@/lib/platform/db'
import type { Cause } from '../rules'

/** Adds a step of the pair, and returns whose request it is. Throws Refused with what the database says against it: it alone counts places and questions. */
export async function stepPair(tx: Tx, requestId: string, volunteerId: string, step: 'asked' | 'turned-down' | 'taken-back', why: { cause: Cause | null; state: string } | null = null): Promise<string> {
  const [row] = await tx.$queryRaw<{ said: string; personId: string | null }[]>`SELECT said, person_id::text AS "personId" FROM access.step_pair(${requestId}::uuid, ${volunteerId}::uuid, ${step}, ${why?.cause ?? null}, ${why?.state ?? null})`
  if (row?.said !== 'done' || !row.personId) throw new Refused(`matching.error.pair.${row?.said ?? 'gone'}`)
  return row.personId
}
