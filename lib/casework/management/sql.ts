import 'server-only'
import { Prisma } from '@/lib/platform/db'
import { type Asked, type Period, splitOf } from './rules'

/** Everything the page counts, as columns of jsonb. Counted and kept back in the database. */
export function figuresSql({ first, last }: Period): Prisma.Sql {
  const all = (call: Prisma.Sql) => Prisma.sql`(SELECT coalesce(jsonb_agg(f), '[]') FROM ${call} f)`
  return Prisma.sql`(SELECT jsonb_build_object('nameDa', n.name_da, 'nameEn', n.name_en, 'silentDays', n.silent_days) FROM unit n WHERE n.id = access.my_unit()) AS unit,
    ${all(Prisma.sql`(SELECT user_id AS id, name, active, own, light, ordinary, heavy, light + ordinary + heavy AS open, hold, case_limit AS "limit" FROM access.unit_caseload())`)} AS holders, ${all(Prisma.sql`access.unit_contacts()`)} AS contacts,
    ${all(Prisma.sql`access.unit_flow(${first}::date, ${last}::date)`)} AS flow, ${all(Prisma.sql`access.unit_deadlines(${first}::date, ${last}::date)`)} AS deadlines,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.method_id, 'nameDa', v.name_da, 'nameEn', v.name_en) ORDER BY v.name_da), '[]') FROM (SELECT DISTINCT ON (method_id) method_id, name_da, name_en FROM method_version ORDER BY method_id, number DESC) v) AS methods`
}

const ofPart = (asked: Extract<Asked, { of: unknown }>) => {
  const { split, part } = splitOf(asked.of)
  return split === 'kind' ? Prisma.sql`AND u.kind = ${part}` : split === 'method' ? (part === 'none' ? Prisma.sql`AND u.method_id IS NULL` : Prisma.sql`AND u.method_id = ${part}::uuid`) : Prisma.empty
}

/** The rows behind a figure: of the same functions the figure was counted by, run as the reader. */
export function rowsSql(asked: Asked): Prisma.Sql {
  if (asked.figure === 'deadlines')
    return Prisma.sql`SELECT u.task_id AS id, u.person_id, NULL::text AS kind, t.text, u.due_on AS on_day, NULL::date AS last_on, NULL::integer AS days, u.moved, u.owner_id AS holder_id
      FROM access.unit_due_tasks(access.my_unit(), ${asked.period.first}::date, ${asked.period.last}::date) u JOIN task t ON t.id = u.task_id WHERE u.outcome = ${asked.outcome}`
  const columns = (table: Prisma.Sql, where: Prisma.Sql, day: Prisma.Sql, last: Prisma.Sql, days: Prisma.Sql) => Prisma.sql`SELECT u.case_id AS id, u.person_id, c.kind, NULL::text AS text, ${day} AS on_day, ${last} AS last_on, ${days} AS days, false AS moved, h.user_id AS holder_id
    FROM ${table} u JOIN case_file c ON c.id = u.case_id LEFT JOIN LATERAL (SELECT p.user_id FROM access.case_people(u.person_id) p WHERE p.case_id = u.case_id AND p.case_role = 'coordinator'
      AND p.from_day <= access.today() AND (p.to_day IS NULL OR p.to_day >= access.today()) ORDER BY p.from_day DESC LIMIT 1) h ON true WHERE ${where}`
  const none = Prisma.sql`NULL::date`
  if (asked.figure === 'caseload') return columns(Prisma.sql`access.unit_held(access.my_unit())`, Prisma.sql`u.state = ${asked.state} AND u.holder_id IS NOT DISTINCT FROM ${asked.who}::uuid`, Prisma.sql`u.since`, Prisma.sql`u.last_on`, Prisma.sql`NULL::integer`)
  if (asked.figure === 'contacts') return columns(Prisma.sql`access.unit_cases(access.my_unit())`, Prisma.sql`u.state = 'open' AND u.bin BETWEEN ${asked.bins.from} AND ${asked.bins.to} ${ofPart(asked)}`, Prisma.sql`u.since`, Prisma.sql`u.last_on`, Prisma.sql`NULL::integer`)
  return columns(Prisma.sql`access.unit_case_events(access.my_unit(), ${asked.period.first}::date, least(${asked.period.last}::date, access.today()))`, Prisma.sql`u.what = ${asked.figure} ${ofPart(asked)}`, Prisma.sql`u.on_day`, none, Prisma.sql`u.days`)
}
