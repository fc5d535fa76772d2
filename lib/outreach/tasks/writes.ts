import 'server-only'
import { type Day, dayToDb } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { factsOf, type FactsRow } from '../due/facts-row'
import { attemptsOf } from '../due/list/rows'
import { outreachDeadline, type OutreachRules } from '../due/facts'
import { dueOf } from '../due/rules'
import { dueSql } from '../due/sql'
import { nextStep } from '../persistence/rules'
import { outreachRules } from '../rules-data/sql'

export type Refreshed = { opened: number; closed: number }
type Wanted = FactsRow & { wanted: 'PHONE' | 'OTHER_CHANNEL' | 'HOME_VISIT' | 'ADDRESS' | 'RECONSIDER' }

/**
 * Brings the tasks in step with the facts: opens the rung of the ladder that has come, the search for an address, the yearly
 * reconsideration; closes what a reply, a contact, a wish, a new letter, a move or a death has settled. Derived every time from the same
 * facts, so running it twice changes nothing, and a day it did not run is made up for by the next. `personId` does it for one person, in
 * the transaction of the change. `today` is the Danish day.
 */
export async function refreshTasks(tx: Tx, today: Day, personId?: string): Promise<Refreshed> {
  const set = await outreachRules(tx)
  const closed = await closeSettled(tx, set, today, personId)
  const rows = await toOpen(tx, set, today, personId)
  if (rows.length === 0) return { opened: 0, closed }
  // Skips what another transaction opened in the meantime: one open task of a kind per person is kept by the database.
  const { count } = await tx.outreachTask.createMany({ data: rows.map((row) => taskFor(row, set, today)), skipDuplicates: true })
  return { opened: count, closed }
}

async function toOpen(tx: Tx, set: OutreachRules, today: Day, personId?: string): Promise<Wanted[]> {
  const rows = await tx.$queryRaw<{ row: Wanted }[]>`
    SELECT to_jsonb(d) || jsonb_build_object('wanted', k.kind) AS row FROM (${dueSql(set, today)}) d
    CROSS JOIN LATERAL (VALUES
      (CASE WHEN d.step_due_on <= ${today}::date THEN d.step_kind END),
      (CASE WHEN d.state <> 'ended' AND d.returned_on IS NOT NULL THEN 'ADDRESS' END),
      (CASE WHEN d.state = 'never' AND d.due_on <= ${today}::date THEN 'RECONSIDER' END)) k (kind)
    WHERE k.kind IS NOT NULL AND ${onlyFor(personId)}
      AND NOT EXISTS (SELECT 1 FROM outreach_task t WHERE t.person_id = d.person_id AND t.kind::text = k.kind AND t.done_at IS NULL)`
  return rows.map(({ row }) => row)
}

/** Tasks a person closes themselves by what they did or wish; the outcome says which, and nobody is named as having done it. */
async function closeSettled(tx: Tx, set: OutreachRules, today: Day, personId?: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE outreach_task t SET done_at = now(), outcome = CASE
        WHEN d.state = 'ended' THEN 'ENDED'
        WHEN t.kind = 'ADDRESS' THEN 'REGISTERED'
        WHEN t.kind = 'RECONSIDER' THEN 'WISH_ENDED'
        WHEN d.wish_kind IS NOT NULL AND (d.wish_holds IS NOT NULL OR d.wish_given_on >= d.last_letter_sent_on) THEN 'WISH'
        WHEN d.last_reply_on >= d.last_letter_sent_on THEN 'REPLIED'
        WHEN d.last_contact_on >= d.last_letter_sent_on THEN 'CONTACT'
        ELSE 'SUPERSEDED' END
    FROM (${dueSql(set, today)}) d
    WHERE t.person_id = d.person_id AND t.done_at IS NULL AND ${onlyFor(personId)} AND (d.state = 'ended' OR CASE t.kind
      WHEN 'ADDRESS' THEN d.returned_on IS NULL AND NOT d.says_moved
      WHEN 'RECONSIDER' THEN d.state <> 'never' OR d.due_on > ${today}::date
      WHEN 'CALL_BACK' THEN false
      WHEN 'BY_HAND' THEN false
      ELSE d.step_kind IS DISTINCT FROM t.kind::text OR (d.step_due_on > ${today}::date AND t.postponed_at IS NULL) END)`
}

function taskFor(row: Wanted, set: OutreachRules, today: Day): Prisma.OutreachTaskCreateManyInput {
  const deadline = deadlineFor(row, set, today)
  return { personId: row.person_id, kind: row.wanted, dueOn: dayToDb(deadline.due), explanation: deadline.explanation }
}

/** The day and its reasons come from the pure rules, not from the query that found the person. */
function deadlineFor(row: Wanted, set: OutreachRules, today: Day) {
  const facts = factsOf(row)
  if (row.wanted === 'ADDRESS' && facts.returnedOn) return outreachDeadline(set, 'returned-address', facts.returnedOn)
  const due = dueOf(facts, set, today)
  if (row.wanted === 'RECONSIDER' && due.state === 'never') return due.deadline
  const step = nextStep(facts, attemptsOf(row), set, today)
  if (step.kind === row.wanted) return step.deadline
  throw new Error(`The query and the rule disagree about ${row.wanted}`)
}

function onlyFor(personId?: string): Prisma.Sql {
  return personId ? Prisma.sql`d.person_id = ${personId}::uuid` : Prisma.sql`true`
}
