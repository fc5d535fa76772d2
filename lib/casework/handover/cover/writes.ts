import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** The people somebody has on that day themselves, not for another, and whom the reader reaches. One statement. */
export const peopleOf = (tx: Tx, userId: string, on: Day): Promise<{ id: string; name: string }[]> =>
  tx.$queryRaw`SELECT p.id, p.first_name || ' ' || p.last_name AS name FROM person p WHERE p.merged_into_id IS NULL AND NOT (p.id = ANY (access.open_glass()))
    AND EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id AND a.user_id = ${userId}::uuid AND a.absence_id IS NULL AND a.from_day <= ${on}::date AND (a.to_day IS NULL OR a.to_day >= ${on}::date)) ORDER BY p.last_name, p.first_name, p.id LIMIT 300`
