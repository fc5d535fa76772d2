import 'server-only'
import { record } from '@/lib/audit/record'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/db'
import { dueOf, letterWithoutWish } from '../../due/rules'
import type { OutreachRules } from '../../due/facts'
import { outreachRules } from '../../rules-data/sql'
import { type RunFrame, scopeOf } from '../groups'
import { insertInvited } from '../invitations/writes'
import { placeMembers } from '../placing/writes'
import { type FactRow, factsOf } from './facts'

const CHUNK = 5000

/**
 * Freezes the population of a run: everyone with a veteran's record, or on an event's invitation list, is looked at once, in one statement, so
 * that two of them are never seen at two different moments; in or out with the reason. Done again it does nothing. Runs as the worker: the sum must hold
 * also for people whom the maker of the run may not open.
 */
export async function freezeRun(tx: Tx, runId: string, today: Day): Promise<{ people: number; owed: number } | null> {
  const [run] = await tx.$queryRaw<{ event_id: string | null; due_through: Date; letter_date: Date; previous: Date | null }[]>`
    SELECT event_id, due_through, letter_date, (SELECT max(p.frozen_on) FROM run p WHERE p.id <> run.id AND p.event_id IS NULL AND p.state <> 'CANCELLED') AS previous
    FROM run WHERE id = ${runId}::uuid AND population IS NULL AND state = 'DRAFT' FOR UPDATE`
  if (!run) return null
  const previousFrozenOn = run.previous ? dayFromDb(run.previous) : null
  const frame: RunFrame = { frozenOn: today, dueThrough: dayFromDb(run.due_through), letterDate: dayFromDb(run.letter_date), previousFrozenOn }
  const population = run.event_id ? await insertInvited(tx, runId, run.event_id) : await insertEveryone(tx, runId, frame)
  const owed = await tx.$queryRaw<{ owed: number }[]>`
    WITH counted AS (UPDATE run SET population = ${population}::int, frozen_on = ${today}::date, frozen_at = now(), previous_frozen_on = ${previousFrozenOn}::date,
      version = version + 1 WHERE id = ${runId}::uuid)
    SELECT count(*)::int AS owed FROM run_member WHERE run_id = ${runId}::uuid AND run_group <> 'OUT'`
  await placeMembers(tx, runId, null, today)
  // Where people stood at the freeze is not a change.
  await tx.$executeRaw`DELETE FROM run_member_change WHERE run_id = ${runId}::uuid`
  const counts = { people: population, owed: owed[0]?.owed ?? 0 }
  await record(tx, { kind: 'MACHINE', action: 'run.frozen', details: { runId, ...counts } })
  return counts
}

async function insertEveryone(tx: Tx, runId: string, frame: RunFrame): Promise<number> {
  const rules = await outreachRules(tx)
  const rows = await lookAtEveryone(tx, runId)
  for (let at = 0; at < rows.length; at += CHUNK) await insertMembers(tx, runId, rows.slice(at, at + CHUNK).map((row) => memberOf(row, frame, rules)))
  return rows.length
}

type Member = { personId: string; scope: string; dueOn: Day }

function memberOf(row: FactRow, frame: RunFrame, rules: OutreachRules): Member {
  const facts = factsOf(row)
  const due = dueOf(facts, rules, frame.letterDate)
  const dueOn = due.state === 'owed' ? due.deadline.due : letterWithoutWish(facts, rules).deadline.due
  if (row.in_other_run) return { personId: row.person_id, scope: 'in-other-run', dueOn }
  return { personId: row.person_id, scope: scopeOf(facts, frame, rules).reason, dueOn }
}

function lookAtEveryone(tx: Tx, runId: string): Promise<FactRow[]> {
  return tx.$queryRaw<FactRow[]>`
    SELECT f.person_id, f.registered_on::text, f.moved_in_on::text, f.moved_away_on::text, f.died_on::text, f.protection::text, f.digital_post::text, f.vulnerable,
      f.last_letter_sent_on::text, f.returned_on::text, f.wish_kind::text, f.wish_given_on::text, f.wish_until_month::text, f.wish_reconsidered_on::text,
      f.has_address, f.last_reply_on::text, f.last_contact_on::text, f.wants_talk,
      EXISTS (SELECT 1 FROM run_member m JOIN run r ON r.id = m.run_id WHERE m.person_id = f.person_id AND m.run_group = 'TO_SEND' AND r.id <> ${runId}::uuid
        AND r.event_id IS NULL AND r.state NOT IN ('CLOSED', 'CANCELLED')) AS in_other_run
    FROM outreach_fact f ORDER BY f.person_id`
}

async function insertMembers(tx: Tx, runId: string, members: readonly Member[]): Promise<void> {
  const column = (pick: (member: Member) => string) => members.map(pick)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO run_member (run_id, person_id, scope, due_on, run_group, reason)
    SELECT ${runId}::uuid, m.person_id, m.scope, m.due_on, (CASE WHEN m.scope LIKE '%-letter-due' THEN 'TO_SEND' ELSE 'OUT' END)::run_group, m.scope
    FROM unnest(${column((m) => m.personId)}::uuid[], ${column((m) => m.scope)}::text[], ${column((m) => m.dueOn)}::date[]) AS m (person_id, scope, due_on)`)
}
