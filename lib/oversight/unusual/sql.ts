import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { addDays, type Day, dayFromDb, startOfDay } from '@/lib/platform/day'
import { type Lookups, NEAR_DAYS, WORK, type Work } from './rules'

type Row = {
  day: Date; userId: string; aboutId: string; moments: number[]; purposes: number; guesses: number; own: boolean; others: boolean; protected: boolean
  surname: string | null; userSurname: string | null; commonName: boolean; street: string | null; neighbour: boolean
}

/**
 * Every file a member of staff opened or handed out, and everybody whose protected address they more than once tried to write down, on the days `from` to `to`, with what the register knows around it: one statement. What
 * reads the log itself shows no file and is left out. Dates of work are Danish days; a letter of a run explains little, it went to everybody.
 */
export async function lookupsBetween(tx: Tx, from: Day, to: Day): Promise<Lookups[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH names AS MATERIALIZED (
      SELECT substring(search_name from '[^ ]+$') AS surname, count(*) AS bearers, sum(count(*)) OVER () AS everybody
      FROM person WHERE merged_into_id IS NULL AND died_on IS NULL GROUP BY 1
    ), opened AS MATERIALIZED (
      SELECT (e.at AT TIME ZONE 'Europe/Copenhagen')::date AS day, e.actor_user_id AS user_id, e.person_id, min(e.at) AS first_at,
        -- As numbers: an array of moments would be read in the zone of the session.
        coalesce(array_agg((extract(epoch FROM e.at) * 1000)::float8 ORDER BY e.at) FILTER (WHERE e.kind <> 'DENIED'), array_agg((extract(epoch FROM e.at) * 1000)::float8 ORDER BY e.at)) AS millis,
        count(e.purpose)::int AS purposes, count(*) FILTER (WHERE e.kind = 'DENIED')::int AS guesses
      FROM audit_event e
      WHERE e.at >= ${startOfDay(from)} AND e.at < ${startOfDay(addDays(to, 1))} AND (e.kind IN ('VIEW', 'DISCLOSURE') OR (e.kind = 'DENIED' AND e.action = 'words.address-refused'))
        AND e.actor_user_id IS NOT NULL AND e.person_id IS NOT NULL AND e.action NOT LIKE 'audit.%'
      GROUP BY 1, 2, 3
      -- One refused text about somebody nobody opened is a misunderstanding.
      HAVING count(*) FILTER (WHERE e.kind <> 'DENIED') > 0 OR count(*) > 1
    ), near AS (
      SELECT o.*, day - ${NEAR_DAYS}::int AS d1, day + ${NEAR_DAYS}::int AS d2,
        (day - ${NEAR_DAYS}::int)::timestamp AT TIME ZONE 'Europe/Copenhagen' AS t1, (day + ${NEAR_DAYS}::int + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen' AS t2
      FROM opened o
    ), homes AS MATERIALIZED (
      -- Folding a street is dear: once a person, not once a day.
      SELECT person_id, access.street_of(person_id) AS street FROM (SELECT DISTINCT person_id FROM opened) d
    ), staff AS MATERIALIZED (
      SELECT u.id, substring(access.fold(u.name) from '[^ ]+$') AS surname FROM app_user u WHERE u.id IN (SELECT user_id FROM opened)
    )
    SELECT n.day, n.user_id::text AS "userId", n.person_id::text AS "aboutId", n.millis AS moments, n.purposes, n.guesses, p.protection <> 'P0' AS protected,
      substring(p.search_name from '[^ ]+$') AS surname, u.surname AS "userSurname",
      coalesce(s.bearers > greatest(3, s.everybody / 100), false) AS "commonName", home.street, access.lives_in(n.user_id, home.street) AS neighbour,
      -- Responsible, unless they made themselves so after they had looked.
      EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = n.person_id AND a.user_id = n.user_id AND a.from_day <= n.d2 AND (a.to_day IS NULL OR a.to_day >= n.d1)
          AND NOT (a.created_by IS NOT DISTINCT FROM n.user_id AND a.created_at > n.first_at))
        OR EXISTS (SELECT 1 FROM outreach_task t WHERE t.person_id = n.person_id AND ((t.done_by = n.user_id AND t.done_at >= n.t1 AND t.done_at < n.t2) OR (t.postponed_by = n.user_id AND t.postponed_at >= n.t1 AND t.postponed_at < n.t2)))
        OR EXISTS (SELECT 1 FROM talk k JOIN talk_slot l ON l.id = k.slot_id WHERE k.person_id = n.person_id AND n.user_id IN (l.user_id, k.booked_by, k.recorded_by) AND l.starts_at >= n.t1 AND l.starts_at < n.t2)
        OR EXISTS (SELECT 1 FROM reply r WHERE r.person_id = n.person_id AND r.handled_by = n.user_id AND r.handled_at >= n.t1 AND r.handled_at < n.t2)
        OR EXISTS (SELECT 1 FROM attempt a WHERE a.person_id = n.person_id AND a.recorded_by = n.user_id AND a.withdrawn_at IS NULL AND a.happened_on BETWEEN n.d1 AND n.d2)
        OR EXISTS (SELECT 1 FROM letter l WHERE l.person_id = n.person_id AND l.settled_by = n.user_id AND l.settled_at >= n.t1 AND l.settled_at < n.t2)
        OR EXISTS (SELECT 1 FROM audit_event c WHERE c.person_id = n.person_id AND c.at >= n.t1 AND c.at < n.t2 AND c.kind = 'CHANGE' AND c.actor_user_id = n.user_id AND split_part(c.action, '.', 1) = ANY (${[...WORK]}::text[]) AND c.action NOT LIKE 'contact.draft-%')
        AS own,
      EXISTS (SELECT 1 FROM letter l WHERE l.person_id = n.person_id AND l.sent_on BETWEEN n.d1 AND n.d2)
        OR EXISTS (SELECT 1 FROM outreach_task t WHERE t.person_id = n.person_id AND t.created_at < n.t2 AND t.due_on <= n.d2 AND (t.done_at IS NULL OR t.done_at >= n.t1))
        OR EXISTS (SELECT 1 FROM talk k JOIN talk_slot l ON l.id = k.slot_id WHERE k.person_id = n.person_id AND l.starts_at >= n.t1 AND l.starts_at < n.t2)
        OR EXISTS (SELECT 1 FROM reply r WHERE r.person_id = n.person_id AND r.received_at < n.t2 AND coalesce(r.handled_at, 'infinity') >= n.t1)
        OR EXISTS (SELECT 1 FROM attempt a WHERE a.person_id = n.person_id AND a.withdrawn_at IS NULL AND a.happened_on BETWEEN n.d1 AND n.d2)
        OR EXISTS (SELECT 1 FROM subject_request q WHERE q.person_id = n.person_id AND q.received_on <= n.d2 AND coalesce(q.handed_on, q.closed_on, 'infinity') >= n.d1)
        OR EXISTS (SELECT 1 FROM audit_event c WHERE c.person_id = n.person_id AND c.at >= n.t1 AND c.at < n.t2 AND c.kind = 'CHANGE' AND c.actor_user_id <> n.user_id
          AND split_part(c.action, '.', 1) = ANY (${[...WORK, 'assignment', 'attempt']}::text[]) AND c.action NOT LIKE 'contact.draft-%')
        AS others
    FROM near n
    JOIN person p ON p.id = n.person_id
    JOIN staff u ON u.id = n.user_id
    JOIN homes home ON home.person_id = n.person_id
    LEFT JOIN names s ON s.surname = substring(p.search_name from '[^ ]+$')
    ORDER BY n.day, n.user_id, n.person_id`
  return rows.map(({ day, own, others, surname, userSurname, moments, ...row }) => ({ ...row, day: dayFromDb(day), moments: moments.map((at) => new Date(at)), surname: surname ?? '', userSurname: userSurname ?? '', work: workOf(own, others) }))
}

function workOf(own: boolean, others: boolean): Work {
  return own ? 'own' : others ? 'others' : 'none'
}
