import { Prisma } from '@/lib/platform/db'
import type { Day } from '@/lib/platform/day'

const present = (today: Day) => Prisma.sql`p.merged_into_id IS NULL AND p.died_on IS NULL AND (p.moved_away_on IS NULL OR p.moved_away_on > ${today}::date OR p.moved_in_on > p.moved_away_on)`

/** A cover, and a responsibility that ended because its case did: nobody is missing. Whoever left before that has left somebody behind. */
const endedWithCase = Prisma.sql`(a.absence_id IS NOT NULL OR EXISTS (SELECT 1 FROM case_state s WHERE s.case_id = a.case_id AND s.state = 'closed' AND coalesce(s.until_day, s.from_day) <= a.to_day AND NOT EXISTS (SELECT 1 FROM case_state n WHERE n.case_id = s.case_id AND n.number > s.number)))`

/**
 * Living people of the municipality whom nobody is responsible for: whoever had somebody and has lost them, and veterans who never had anybody,
 * the vulnerable apart. Relatives are looked after with their veteran.
 */
export function unassignedSql(today: Day): Prisma.Sql {
  return Prisma.sql`SELECT p.id, p.first_name || ' ' || p.last_name AS name, p.last_name, p.first_name, p.protection, p.shielded, l.ended, l.who,
      CASE WHEN l.ended IS NOT NULL THEN 'lost' WHEN v.vulnerable THEN 'vulnerable' ELSE 'never' END AS kind
    FROM person p LEFT JOIN veteran_profile v ON v.person_id = p.id
    LEFT JOIN LATERAL (SELECT a.to_day AS ended, u.name AS who FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.person_id = p.id AND a.to_day < ${today}::date AND NOT ${endedWithCase} ORDER BY a.to_day DESC, a.id LIMIT 1) l ON true
    WHERE ${present(today)}
      AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id AND (a.to_day IS NULL OR a.to_day >= ${today}::date))
      AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL AND (r.kind <> 'RELATIVE' OR l.ended IS NOT NULL))`
}

/**
 * How many stand in the first two lists, for the front page. Begins at the responsibilities and at the vulnerable, which are few, and not at
 * everybody, because that page is opened all day. A test compares the two.
 */
export function unassignedCountSql(today: Day): Prisma.Sql {
  const role = (more: Prisma.Sql) => Prisma.sql`EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL${more})`
  return Prisma.sql`SELECT ((SELECT count(*) FROM (SELECT a.person_id FROM assignment a GROUP BY 1 HAVING bool_and(coalesce(a.to_day < ${today}::date, false)) AND bool_or(NOT ${endedWithCase})) x JOIN person p ON p.id = x.person_id WHERE ${present(today)} AND ${role(Prisma.sql``)})
    + (SELECT count(*) FROM veteran_profile v JOIN person p ON p.id = v.person_id WHERE v.vulnerable AND ${present(today)} AND ${role(Prisma.sql` AND r.kind <> 'RELATIVE'`)} 
        AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id AND (a.to_day IS NULL OR a.to_day >= ${today}::date OR NOT ${endedWithCase}))))::int`
}
