import 'server-only'
import { can, type Actor } from '@/lib/access/permissions'
import type { ClosingDay } from '@/lib/deadlines/holidays'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { type CaseKind, type CaseStep, type Standing, standingOf } from '../cases/rules'
import { type Clock, clockOf, nextOf, type NextStep } from '../contacts/rules'
import { entriesOf, newestSql } from '../contacts/sql'
import { type OpenReferral, openReferralOf, openReferralsSql, type RawOpenReferral } from '../referrals/sql'
import { closingOf, closingSql, type RawTask, taskOf, type TaskRow, tasksSql } from '../tasks/sql'

/** Where the casework stands with one person: when somebody last spoke with them, what was agreed to come next, their cases and what is to be done. */
export type CaseworkNow = {
  clock: Clock; next: NextStep | null
  /** Those that are not over, the oldest first. */
  cases: { id: string; kind: CaseKind; standing: Standing; until: Day | null }[]
  /** That go on, the newest first. */
  referrals: OpenReferral[]
  /** The soonest first, and how many there are of all. */
  tasks: TaskRow[]; open: number; closing: ClosingDay[]
}

const SHOWN_TASKS = 3
type RawCase = Pick<CaseStep, 'state'> & { id: string; kind: CaseKind; until: string | null }
type Raw = { newest: unknown; cases: RawCase[]; referrals: RawOpenReferral[]; tasks: RawTask[]; open: number; closing: unknown }

/** For the first page of a person, in that page's own statement and under its row in the log. Null for readers without casework. */
export function caseworkPart(actor: Actor, personId: string, today: Day): { sql: Prisma.Sql; of: (value: unknown) => CaseworkNow | null } {
  if (!can(actor, 'contact.read')) return { sql: Prisma.sql`SELECT NULL::jsonb`, of: () => null }
  const open = Prisma.sql`t.person_id = ${personId}::uuid AND t.state = 'open'`
  const sql = Prisma.sql`SELECT jsonb_build_object('newest', ${newestSql(personId)}, 'closing', ${closingSql}, 'tasks', ${tasksSql(open, Prisma.sql`t.due_on, t.id`, SHOWN_TASKS)}, 'open', (SELECT count(*) FROM task t WHERE ${open}),
    'cases', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'state', s.state, 'until', s.until_day) ORDER BY f.opened_at, f.id), '[]')
      FROM case_file f CROSS JOIN LATERAL (SELECT s.state, s.until_day FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) s WHERE f.person_id = ${personId}::uuid),
    'referrals', ${openReferralsSql(Prisma.sql`${personId}::uuid`)})`
  return { sql, of: (value) => nowOf(value as Raw, today) }
}

function nowOf({ newest, cases, referrals, tasks, open, closing }: Raw, today: Day): CaseworkNow {
  const entries = entriesOf(newest)
  const standing = cases.map(({ state, until, ...one }) => ({ ...one, until: until === null ? null : toDay(until), standing: standingOf({ state, until: until === null ? null : toDay(until) }, today) }))
  return { clock: clockOf(entries, today), next: nextOf(entries), cases: standing.filter((one) => one.standing !== 'closed'), referrals: referrals.map(openReferralOf), tasks: tasks.map(taskOf), open, closing: closingOf(closing) }
}
