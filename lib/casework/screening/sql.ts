import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Whether the guide has something to ask of the person: a veteran's deployment is known, and behind broken glass nothing is written that outlasts it. One statement. */
export async function guideAsks(tx: Tx, personId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ asks: boolean }[]>`SELECT p.id <> ALL (access.open_glass()) AND NOT EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL) AS asks FROM person p WHERE p.id = ${personId}::uuid`
  return found?.asks ?? false
}
