import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { addDays, type Day } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { newestFirst } from '../contacts/sql'
import { AFTERCARE_AHEAD, RETURNED_FOR, type Queue, queues } from './rules'
import type { QueueColumn, QueueSort, QueueState } from './schema'

/** Whom the reader has in hand, or of whom their unit has a case, each with those cases; and whoever the reader is typing something about. */
function handSql(actor: Actor, scope: QueueState['scope'], today: Day): Prisma.Sql {
  const hand = scope === 'unit'
    ? Prisma.sql`SELECT f.person_id, true AS own, f.opened_on AS since, f.id AS case_id, NULL::timestamptz AS draft_at FROM case_file f WHERE f.unit_id = ${actor.unitId}::uuid`
    : Prisma.sql`SELECT a.person_id, true AS own, a.from_day AS since, coalesce(a.case_id, f.id) AS case_id, NULL::timestamptz AS draft_at FROM assignment a LEFT JOIN case_file f ON a.absence_id IS NOT NULL AND f.person_id = a.person_id WHERE a.user_id = ${actor.userId}::uuid AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date)`
  return Prisma.sql`SELECT h.person_id, bool_or(h.own) AS own, min(h.since) AS since, array_agg(h.case_id) AS case_ids, max(h.draft_at) AS draft_at FROM (${hand} UNION ALL SELECT t.person_id, false, NULL, NULL, t.saved_at FROM contact_draft t WHERE t.user_id = ${actor.userId}::uuid) h GROUP BY 1`
}

/** One row `d` per person with everything the queues ask about: the facts of rules.ts. What is about a person is read under the policies of the person. */
export function factsSql(actor: Actor, scope: QueueState['scope'], today: Day): Prisma.Sql {
  const tasks = scope === 'unit' ? Prisma.sql`true` : Prisma.sql`(t.owner_id IS NULL OR t.owner_id = ${actor.userId}::uuid)`
  return Prisma.sql`SELECT p.id AS person_id, p.first_name, p.last_name, p.protection <> 'P0' AS protected, h.own AND (${scope} = 'mine' OR coalesce(c.live, false)) AS own, h.since, (reached.happened_at AT TIME ZONE 'Europe/Copenhagen')::date AS last_on, coalesce(e.tried, 0) AS tried, e.next_on, e.next_step,
      coalesce(c.cases, '[]') AS cases, coalesce(c.open, false) AS open, c.silent_after, c.held_on, c.check_on, k.tasks, k.task_on, k.promised_on, g.plan_on, g.plan_passed, c.returned_on, h.draft_at, (h.draft_at AT TIME ZONE 'Europe/Copenhagen')::date AS draft_on, least(e.next_on, k.task_on, g.plan_on, c.held_on, c.check_on) AS due_on
    FROM (${handSql(actor, scope, today)}) h JOIN person p ON p.id = h.person_id AND p.merged_into_id IS NULL
      LEFT JOIN LATERAL (SELECT c.id, c.happened_at, c.recorded_at FROM contact c WHERE c.person_id = p.id AND c.redacted_at IS NULL AND c.outcome = 'reached' ORDER BY ${newestFirst} LIMIT 1) reached ON true
      LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE c.outcome = 'tried')::int AS tried, (array_agg(c.next_on ORDER BY ${newestFirst}) FILTER (WHERE c.next_on IS NOT NULL))[1] AS next_on, (array_agg(c.next_step ORDER BY ${newestFirst}) FILTER (WHERE c.next_on IS NOT NULL))[1] AS next_step
        FROM contact c WHERE c.person_id = p.id AND c.redacted_at IS NULL AND (reached.id IS NULL OR (c.happened_at, c.recorded_at, c.id) >= (reached.happened_at, reached.recorded_at, reached.id))) e ON true
      LEFT JOIN LATERAL (${casesSql(today)}) c ON true
      LEFT JOIN LATERAL (SELECT count(*)::int AS tasks, min(t.due_on) AS task_on, min(t.due_on) FILTER (WHERE t.source IN ('contact', 'meeting')) AS promised_on FROM task t WHERE t.person_id = p.id AND t.state = 'open' AND ${tasks}) k ON true
      LEFT JOIN LATERAL (SELECT min(s.due_on) AS plan_on, count(*) FILTER (WHERE s.due_on < ${today}::date)::int AS plan_passed FROM (SELECT DISTINCT ON (s.agreement_id) s.state, s.due_on FROM plan_agreement_step s WHERE s.person_id = p.id ORDER BY s.agreement_id, s.number DESC) s WHERE s.state = 'open') g ON true`
}

/** What the method that case `f` follows says, in the version it follows. */
const methodSql = Prisma.sql`SELECT v.silent_days FROM (SELECT t.kind, t.version_id FROM case_move t WHERE t.case_id = f.id AND t.kind IN ('follow', 'leave') ORDER BY t.number DESC LIMIT 1) t JOIN method_version v ON v.id = t.version_id WHERE t.kind = 'follow'`

/** The cases in hand of person `h` that are not over, each with its newest state; and what they ask for by a day. */
const casesSql = (today: Day) => Prisma.sql`SELECT true AS live, jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'state', x.state, 'from', x.from_day, 'until', x.until_day, 'everyWeeks', x.every_weeks) ORDER BY x.number DESC, x.id) AS cases, bool_or(x.state = 'open') AS open, min(x.silent_days) FILTER (WHERE x.state = 'open') AS silent_after,
    min(x.until_day) FILTER (WHERE x.state = 'hold') AS held_on, min(x.check_on) FILTER (WHERE x.check_on <= x.until_day) AS check_on, max(x.returned_on) FILTER (WHERE x.state <> 'closed') AS returned_on
  FROM (SELECT f.id, f.kind, coalesce((${methodSql}), n.silent_days) AS silent_days, s.number, s.state, s.from_day, s.until_day, s.every_weeks, CASE WHEN s.state = 'closed' THEN greatest(s.from_day, (reached.happened_at AT TIME ZONE 'Europe/Copenhagen')::date) + s.every_weeks * 7 END AS check_on,
      (SELECT CASE WHEN r.answer = 'refused' THEN (r.answered_at AT TIME ZONE 'Europe/Copenhagen')::date END FROM case_transfer r WHERE r.case_id = f.id ORDER BY r.asked_at DESC, r.id DESC LIMIT 1) AS returned_on
    FROM case_file f JOIN unit n ON n.id = f.unit_id CROSS JOIN LATERAL (SELECT s.* FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) s WHERE f.id = ANY (h.case_ids) AND (s.state <> 'closed' OR s.until_day >= ${today}::date)) x HAVING count(*) > 0`

/** Who stands in a queue: a condition on a row `d`. The count and the list are made of the same text. */
export function queueSql(queue: Queue, days: number | null, today: Day): Prisma.Sql {
  switch (queue) {
    case 'mine': return Prisma.sql`d.own`
    case 'unclaimed': return Prisma.sql`false`
    case 'owed': return Prisma.sql`d.own AND d.promised_on IS NOT NULL`
    case 'waiting': return Prisma.sql`d.own AND (d.tried > 0 OR (d.held_on IS NOT NULL AND NOT d.open))`
    case 'today': return Prisma.sql`d.own AND d.next_on = ${today}::date`
    case 'passed': return Prisma.sql`d.own AND d.due_on < ${today}::date`
    case 'agreements': return Prisma.sql`d.own AND d.plan_on < ${today}::date`
    case 'silent': return Prisma.sql`d.own AND d.open AND coalesce(d.last_on, d.since) <= ${today}::date - coalesce(${days}::int, d.silent_after)`
    case 'aftercare': return Prisma.sql`d.own AND d.check_on <= ${addDays(today, AFTERCARE_AHEAD)}::date`
    case 'returned': return Prisma.sql`d.own AND d.returned_on >= ${addDays(today, -RETURNED_FOR)}::date`
    case 'drafts': return Prisma.sql`d.draft_at IS NOT NULL`
  }
}

/** All counts in one pass over the rows. */
export function countsSql(days: number | null, today: Day): Prisma.Sql {
  const pairs = queues.map((queue) => (queue === 'unclaimed' ? Prisma.sql`'unclaimed', (SELECT count(*)::int FROM access.unclaimed_cases())` : Prisma.sql`${queue}::text, count(*) FILTER (WHERE ${queueSql(queue, days, today)})`))
  return Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`
}

/** Filters add to the queue: somebody stands when one of their cases has all of it. */
export function filterSql({ kind, phase }: Pick<QueueState, 'kind' | 'phase'>): Prisma.Sql {
  if (!kind && !phase) return Prisma.sql`true`
  const state = phase === 'aftercare' ? 'closed' : phase
  return Prisma.sql`EXISTS (SELECT 1 FROM jsonb_array_elements(d.cases) one WHERE (${kind}::text IS NULL OR one ->> 'kind' = ${kind}) AND (${state}::text IS NULL OR one ->> 'state' = ${state}))`
}

const queueDay: Partial<Record<Queue, Prisma.Sql>> = {
  owed: Prisma.sql`d.promised_on`, agreements: Prisma.sql`d.plan_on`, waiting: Prisma.sql`d.last_on`, today: Prisma.sql`d.last_on`, silent: Prisma.sql`coalesce(d.last_on, d.since)`, aftercare: Prisma.sql`d.check_on`, returned: Prisma.sql`d.returned_on`, drafts: Prisma.sql`d.draft_at`,
}
const sortKey: Record<QueueSort, (queue: Queue) => Prisma.Sql> = {
  queue: (queue) => queueDay[queue] ?? Prisma.sql`d.due_on`, name: () => Prisma.sql`d.last_name`, contact: () => Prisma.sql`coalesce(d.last_on, '-infinity'::date)`, next: () => Prisma.sql`d.next_on`, due: () => Prisma.sql`d.due_on`, tasks: () => Prisma.sql`d.tasks`,
}
/** Then whoever has waited longest for a talk, and the name, so that the same list is the same list. */
export function orderSql({ queue, sort, direction }: Pick<QueueState, 'queue' | 'sort' | 'direction'>): Prisma.Sql {
  return Prisma.sql`${sortKey[sort](queue)} ${direction === 'desc' ? Prisma.sql`DESC` : Prisma.sql`ASC`} NULLS LAST, d.last_on NULLS FIRST, d.last_name, d.first_name, d.person_id`
}

/** What only some lists show, as fields of the row of page `p`: asked where it is shown, because a statement with more tables under policies takes longer for every list. */
export const shownSql = (columns: readonly QueueColumn[]) => Prisma.sql`jsonb_build_object('note', ${columns.includes('note') ? Prisma.sql`(SELECT n.text FROM person_note n WHERE n.person_id = p.person_id ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1)` : Prisma.sql`NULL`},
  'weights', ${columns.includes('weight') ? Prisma.sql`(SELECT coalesce(jsonb_object_agg(w.case_id, w.weight), '{}') FROM (SELECT DISTINCT ON (w.case_id) w.case_id, w.weight FROM case_weight w WHERE w.person_id = p.person_id ORDER BY w.case_id, w.number DESC) w)` : Prisma.sql`NULL`})`

/** Nobody chooses from more. */
const MOST_OWN = 200
/** Whom the reader has in hand, as somebody to choose from: what is due first, then whoever has waited longest for a talk; as one value of jsonb. */
export const ownPeopleSql = (actor: Actor, today: Day) => Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.person_id, 'name', o.name, 'on', o.next_on, 'step', o.next_step) ORDER BY o.place), '[]')
  FROM (SELECT d.person_id, d.first_name || ' ' || d.last_name AS name, d.next_on, d.next_step, row_number() OVER (ORDER BY ${orderSql({ queue: 'mine', sort: 'queue', direction: 'asc' })}) AS place FROM (${factsSql(actor, 'mine', today)}) d WHERE d.own ORDER BY place LIMIT ${MOST_OWN}::int) o)`

/** One's own views and those of one's unit, by name, as one value of jsonb. */
export const viewsSql = (actor: Actor) => Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'search', v.search, 'version', v.version, 'mine', v.owner_id = ${actor.userId}::uuid, 'shared', v.unit_id IS NOT NULL, 'by', o.name) ORDER BY v.name, v.id)
  FROM case_view v JOIN app_user o ON o.id = v.owner_id WHERE v.deleted_at IS NULL)`
