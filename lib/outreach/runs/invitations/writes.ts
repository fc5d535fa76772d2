import 'server-only'
import type { Tx } from '@/lib/platform/db'

/**
 * Everybody on the invitation list of an event, in one statement: owed a letter unless they have answered or have a code by mail already.
 * Runs as the worker. Returns how many were looked at.
 */
export function insertInvited(tx: Tx, runId: string, eventId: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO run_member (run_id, person_id, scope, due_on, run_group, reason)
    SELECT r.id, i.person_id, s.scope, r.letter_date, (CASE s.scope WHEN 'invited' THEN 'TO_SEND' ELSE 'OUT' END)::run_group, s.scope
    FROM run r JOIN invitation i ON i.event_id = ${eventId}::uuid AND i.withdrawn_at IS NULL
    CROSS JOIN LATERAL (SELECT CASE WHEN i.answer IS NOT NULL THEN 'answered' WHEN EXISTS (SELECT 1 FROM reply_code c WHERE c.event_id = i.event_id AND c.person_id = i.person_id)
      OR EXISTS (SELECT 1 FROM letter l JOIN run o ON o.id = l.run_id WHERE o.event_id = i.event_id AND l.person_id = i.person_id AND l.sent_on IS NOT NULL AND l.returned_on IS NULL)
      THEN 'has-invitation' ELSE 'invited' END AS scope) s
    WHERE r.id = ${runId}::uuid`
}
