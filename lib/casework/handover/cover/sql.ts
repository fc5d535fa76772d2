import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Day, toDay } from '@/lib/platform/day'
import { type OpenReferral, openReferralOf, openReferralsSql, type RawOpenReferral } from '../../referrals/sql'

export type AbsenceRow = { id: string; userId: string; name: string; from: Day; to: Day; version: number; /** Who covers how many, by name. */ covers: { name: string; people: number }[]; /** The reader covers in it. */ mine: boolean }
type Raw = Omit<AbsenceRow, 'from' | 'to'> & { from: string; to: string }

/** Absences that are not long over: one's own, those one covers in, and the unit's for those who say who is responsible; or `only` one of those the reader may see. One statement. */
export async function absences(tx: Tx, unitId: string | null, me: string, today: Day, only: string | null = null): Promise<AbsenceRow[]> {
  const rows = await tx.$queryRaw<Raw[]>`SELECT b.id, b.user_id AS "userId", u.name, b.from_day::text AS from, b.to_day::text AS to, b.version, c.covers, c.mine
    FROM absence b JOIN app_user u ON u.id = b.user_id
      CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'people', k.n) ORDER BY k.name), '[]') AS covers, coalesce(bool_or(k.user_id = ${me}::uuid), false) AS mine
        FROM (SELECT x.user_id, x.name, count(*)::int AS n FROM access.covers_of(b.id) x GROUP BY 1, 2) k) c
    WHERE b.to_day >= b.from_day AND b.to_day >= ${today}::date - 30 AND CASE WHEN ${only}::uuid IS NULL THEN b.user_id = ${me}::uuid OR c.mine OR u.unit_id = ${unitId}::uuid ELSE b.id = ${only}::uuid END ORDER BY b.from_day DESC, u.name, b.id LIMIT 60`
  return rows.map((row) => ({ ...row, from: toDay(row.from), to: toDay(row.to) }))
}

export type CoveredPerson = { id: string; name: string; cover: string; note: string | null; last: { on: Day; agreed: string | null } | null; next: { on: Day; text: string | null } | null; tasks: { text: string | null; dueOn: Day }[]; /** That go on. */ referrals: OpenReferral[] }
type RawPerson = Omit<CoveredPerson, 'last' | 'next' | 'tasks' | 'referrals'> & { last: { on: string; agreed: string | null; nextOn: string | null; nextStep: string | null } | null; tasks: { text: string | null; dueOn: string }[]; referrals: RawOpenReferral[] }

/** Those who are covered and whom the reader reaches today, with what is good to know and what is due within the absence. One statement. */
export async function coveredPeople(tx: Tx, absenceId: string): Promise<CoveredPerson[]> {
  const rows = await tx.$queryRaw<RawPerson[]>`SELECT p.id, p.first_name || ' ' || p.last_name AS name, c.name AS cover, (SELECT n.text FROM person_note n WHERE n.person_id = p.id ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1) AS note,
      (SELECT jsonb_build_object('on', (k.happened_at AT TIME ZONE 'Europe/Copenhagen')::date, 'agreed', k.agreed, 'nextOn', k.next_on, 'nextStep', k.next_step) FROM contact k WHERE k.person_id = p.id AND k.redacted_at IS NULL AND k.outcome = 'reached' ORDER BY k.happened_at DESC, k.recorded_at DESC, k.id DESC LIMIT 1) AS last,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('text', t.text, 'dueOn', t.due_on) ORDER BY t.due_on, t.id), '[]') FROM task t WHERE t.person_id = p.id AND t.state = 'open' AND t.due_on <= b.to_day) AS tasks,
      ${openReferralsSql(Prisma.sql`p.id`)} AS referrals
    FROM absence b CROSS JOIN LATERAL access.covers_of(b.id) c JOIN person p ON p.id = c.person_id WHERE b.id = ${absenceId}::uuid ORDER BY c.name, p.last_name, p.first_name, p.id`
  return rows.map(({ last, tasks, referrals, ...row }) => ({
    ...row, last: last && { on: toDay(last.on), agreed: last.agreed }, next: last?.nextOn ? { on: toDay(last.nextOn), text: last.nextStep } : null, tasks: tasks.map(({ text, dueOn }) => ({ text, dueOn: toDay(dueOn) })), referrals: referrals.map(openReferralOf),
  }))
}

export type Meanwhile = { absenceId: string; from: Day; to: Day; people: { id: string; name: string; cover: string; contacts: number; tasks: number; states: number }[] }
type RawMeanwhile = Omit<Meanwhile, 'from' | 'to'> & { from: string; to: string }
/** What those who covered did in the reader's newest absence that has just ended, as a value of jsonb; null without one. */
export const meanwhileSql = (me: string, since: Day, today: Day) => Prisma.sql`SELECT jsonb_build_object('absenceId', b.id, 'from', b.from_day, 'to', b.to_day, 'people', coalesce(q.people, '[]'))
  FROM (SELECT x.* FROM absence x WHERE x.user_id = ${me}::uuid AND x.to_day >= x.from_day AND x.to_day >= ${since}::date AND x.to_day < ${today}::date ORDER BY x.to_day DESC LIMIT 1) b
    CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name, 'cover', c.name, 'contacts', e.contacts, 'tasks', e.tasks, 'states', e.states) ORDER BY p.last_name, p.first_name, p.id) AS people
      FROM access.covers_of(b.id) c JOIN person p ON p.id = c.person_id
      CROSS JOIN LATERAL (SELECT (SELECT count(*)::int FROM contact k WHERE k.person_id = p.id AND k.recorded_by = c.user_id AND k.redacted_at IS NULL AND (k.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN b.from_day AND b.to_day) AS contacts,
        (SELECT count(DISTINCT t.task_id)::int FROM task_event t WHERE t.person_id = p.id AND t.by_user = c.user_id AND t.kind = 'done' AND (t.at AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN b.from_day AND b.to_day) AS tasks,
        (SELECT count(*)::int FROM case_state s WHERE s.person_id = p.id AND s.recorded_by = c.user_id AND (s.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN b.from_day AND b.to_day) AS states) e
      WHERE e.contacts + e.tasks + e.states > 0) q`

export function meanwhileOf(value: unknown): Meanwhile | null {
  const found = value as RawMeanwhile | null
  return found && { ...found, from: toDay(found.from), to: toDay(found.to) }
}
