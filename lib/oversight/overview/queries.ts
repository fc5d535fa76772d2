import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Overview } from './rules'

/** Numbers of what is open, as far as the reader may know of it: the policies of each table decide. No citizen is shown. */
export function protectionOverview(actor: Actor, today: Day): Promise<Overview> {
  return readAs(actor, 'protection.read', async ({ tx }) => {
    const [row] = await tx.$queryRaw<(Omit<Overview, 'nextDue'> & { nextDue: Date | null })[]>`SELECT r.requests, r."nextDue", (SELECT id::text FROM retention_run WHERE state = 'PROPOSED' LIMIT 1) AS "waitingRun", b.breaches, b.clock, b.unassessed,
        (SELECT count(*)::int FROM legal_hold WHERE ended_at IS NULL AND review_on <= ${today}::date) AS holds,
        (SELECT count(*)::int FROM unusual_lookup WHERE outcome IS NULL) AS unusual,
        CASE WHEN m.reviews THEN (SELECT count(*)::int FROM access_reason WHERE sampled_at IS NOT NULL AND verdict IS NULL AND access.reviews(user_id)) ELSE 0 END AS samples,
        CASE WHEN m.reviews THEN (SELECT count(*)::int FROM break_glass WHERE verdict IS NULL AND access.reviews(user_id)) ELSE 0 END AS glasses
      FROM (SELECT count(*)::int AS requests, min(coalesce(extended_to, due_on)) AS "nextDue" FROM subject_request WHERE handed_on IS NULL AND closed_on IS NULL) r,
        (SELECT count(*)::int AS breaches, min(aware_at) FILTER (WHERE authority_told_at IS NULL AND risk IS DISTINCT FROM 'NONE') AS clock, count(*) FILTER (WHERE risk IS NULL)::int AS unassessed FROM breach WHERE closed_at IS NULL AND (SELECT access.may('breach.manage'))) b,
        (SELECT access.may('access.review') AS reviews) m`
    return { ...(row ?? { requests: 0, waitingRun: null, breaches: 0, clock: null, unassessed: 0, holds: 0, unusual: 0, samples: 0, glasses: 0 }), nextDue: row?.nextDue ? dayFromDb(row.nextDue) : null }
  })
}
