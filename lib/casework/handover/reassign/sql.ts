import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Day, toDay } from '@/lib/platform/day'
import type { CaseKind } from '../../cases/rules'
import { stateSql } from '../../referrals/sql'
import type { CaseWeight } from '../../weights/rules'
import type { Due } from './rules'

export type HeldCase = { caseId: string; assignmentId: string; personId: string; name: string; protected: boolean; /** What the citizen speaks, and what they need to be spoken with. */ language: string; interpreterNeeded: boolean; signLanguage: boolean; kind: CaseKind; about: string | null; unitId: string; standing: 'open' | 'hold'; weight: CaseWeight; /** Open tasks about the person whose they are. */ tasks: number; dues: Due[]; /** It is offered to somebody else and waits for an answer. */ offered: boolean; /** Seen through emergency access alone. */ glass: boolean; others: number; /** Referrals of the person's that go on. */ referrals: number }
type Raw = Omit<HeldCase, 'dues'> & { dues: { what: Due['what']; on: string; count: number }[] }

/** The cases somebody has today and that are not over, of people the reader reaches; what is due with each, at any time. One statement. */
export async function heldCases(tx: Tx, userId: string, only?: readonly string[]): Promise<HeldCase[]> {
  const rows = await tx.$queryRaw<Raw[]>`SELECT f.id AS "caseId", a.id AS "assignmentId", p.id AS "personId", p.first_name || ' ' || p.last_name AS name, p.protection IN ('P1', 'P2') AS protected, p.language, p.interpreter_needed AS "interpreterNeeded", p.sign_language AS "signLanguage", f.kind, f.about, f.unit_id AS "unitId",
      s.state AS standing, coalesce((SELECT w.weight FROM case_weight w WHERE w.case_id = f.id ORDER BY w.number DESC LIMIT 1), 'ordinary') AS weight, t.n AS tasks, p.id = ANY (access.open_glass()) AS glass,
      EXISTS (SELECT 1 FROM case_transfer o WHERE o.case_id = f.id AND o.answer IS NULL) AS offered, (SELECT count(*)::int FROM assignment b WHERE b.case_id = f.id AND b.case_role = 'professional' AND (b.to_day IS NULL OR b.to_day >= access.today())) AS others, r.n AS referrals,
      (SELECT coalesce(jsonb_agg(d), '[]') FROM (SELECT 'task' AS what, t.first AS "on", t.n AS count WHERE t.n > 0
        UNION ALL SELECT 'referral', r.first, r.owed WHERE r.owed > 0 UNION ALL SELECT 'hold', s.until_day, 1 WHERE s.state = 'hold' UNION ALL SELECT 'next', c.next_on, 1 FROM (SELECT n.next_on FROM contact n WHERE n.person_id = p.id AND n.redacted_at IS NULL AND n.outcome = 'reached' ORDER BY n.happened_at DESC, n.recorded_at DESC, n.id DESC LIMIT 1) c WHERE c.next_on IS NOT NULL) d) AS dues
    FROM assignment a JOIN case_file f ON f.id = a.case_id JOIN person p ON p.id = a.person_id
      JOIN LATERAL (SELECT x.state, x.until_day FROM case_state x WHERE x.case_id = f.id ORDER BY x.number DESC LIMIT 1) s ON s.state <> 'closed'
      JOIN LATERAL (SELECT count(*)::int AS n, min(k.due_on) AS first FROM task k WHERE k.person_id = p.id AND k.owner_id = a.user_id AND k.state = 'open') t ON true
      JOIN LATERAL (SELECT count(*)::int AS n, count(*) FILTER (WHERE q.state = 'sent')::int AS owed, min(q.answer_by) FILTER (WHERE q.state = 'sent') AS first FROM (SELECT r.answer_by, ${stateSql} AS state FROM referral r WHERE r.person_id = p.id) q WHERE q.state IN ('sent', 'accepted')) r ON true
    WHERE a.user_id = ${userId}::uuid AND a.case_role = 'coordinator' AND a.from_day <= access.today() AND a.to_day IS NULL AND p.merged_into_id IS NULL ${only ? Prisma.sql`AND f.id = ANY (${only}::uuid[])` : Prisma.empty}
    ORDER BY p.last_name, p.first_name, f.id LIMIT 200`
  return rows.map(({ dues, ...row }) => ({ ...row, dues: dues.map((due) => ({ ...due, on: toDay(due.on) })) }))
}

/** Of these people, whom each could be given: by receiver. One statement. */
export async function couldHave(tx: Tx, receivers: readonly string[], people: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.$queryRaw<{ id: string; people: string[] }[]>`SELECT r.id, access.could_have(r.id, ${people}::uuid[])::text[] AS people FROM unnest(${receivers}::uuid[]) r (id)`
  return new Map(rows.map((row) => [row.id, new Set(row.people)]))
}

export type Moved = { assignmentId: string; caseId: string; personId: string; name: string; to: string; toId: string; /** Still where it was put, and not worked on since. */ untouched: boolean; undone: boolean }
/** What changed hands at one moment from this colleague, by the reader. `today`: the day it is looked at. One statement. */
export async function movedAt(tx: Tx, by: string, from: string, moment: string, today: Day): Promise<Moved[]> {
  return tx.$queryRaw<Moved[]>`SELECT a.id AS "assignmentId", a.case_id AS "caseId", p.id AS "personId", p.first_name || ' ' || p.last_name AS name, u.name AS to, u.id AS "toId", coalesce(a.to_day < ${today}::date, false) AS undone,
      a.to_day IS NULL AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id AND c.recorded_by = a.user_id AND c.recorded_at > a.created_at)
        AND NOT EXISTS (SELECT 1 FROM case_state s WHERE s.case_id = a.case_id AND s.recorded_at > a.created_at) AND NOT EXISTS (SELECT 1 FROM case_move m WHERE m.case_id = a.case_id AND m.recorded_at > a.created_at)
        AND NOT EXISTS (SELECT 1 FROM case_transfer o WHERE o.case_id = a.case_id AND o.asked_at > a.created_at)
        AND NOT EXISTS (SELECT 1 FROM task_event e WHERE e.person_id = p.id AND e.at > a.created_at AND e.by_user = a.user_id) AS untouched
    FROM assignment a JOIN person p ON p.id = a.person_id JOIN app_user u ON u.id = a.user_id
    WHERE a.created_by = ${by}::uuid AND a.created_at = ${moment}::timestamptz AND a.case_role = 'coordinator' AND a.user_id <> ${from}::uuid
      AND EXISTS (SELECT 1 FROM assignment b WHERE b.case_id = a.case_id AND b.user_id = ${from}::uuid AND b.case_role = 'coordinator')
    ORDER BY p.last_name, p.first_name, a.id`
}
