import { Prisma } from '@/lib/platform/db'
import type { Day } from '@/lib/platform/day'

/**
 * Living people of the municipality whom nobody is responsible for: whoever had somebody and has lost them, and veterans who never had anybody,
 * the vulnerable apart. Relatives are looked after with their veteran.
 */
export function unassignedSql(today: Day): Prisma.Sql {
  return Prisma.sql`SELECT p.id, p.first_name || ' ' || p.last_name AS name, p.last_name, p.first_name, p.protection, p.shielded, l.ended, l.who,
      CASE WHEN l.ended IS NOT NULL THEN 'lost' WHEN v.vulnerable THEN 'vulnerable' ELSE 'never' END AS kind
    FROM person p LEFT JOIN veteran_profile v ON v.person_id = p.id
    LEFT JOIN LATERAL (SELECT a.to_day AS ended, u.name AS who FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.person_id = p.id AND a.to_day < ${today}::date ORDER BY a.to_day DESC, a.id LIMIT 1) l ON true
    WHERE p.merged_into_id IS NULL AND p.died_on IS NULL AND (p.moved_away_on IS NULL OR p.moved_away_on > ${today}::date OR p.moved_in_on > p.moved_away_on)
      AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id AND (a.to_day IS NULL OR a.to_day >= ${today}::date))
      AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL AND (r.kind <> 'RELATIVE' OR l.ended IS NOT NULL))`
}
