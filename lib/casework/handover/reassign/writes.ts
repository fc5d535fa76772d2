import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { addDays, type Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { type Choice, type Reason, whyItStays } from './rules'
import { couldHave, type HeldCase, heldCases, movedAt, type Moved } from './sql'

type Outcome = { moved: (HeldCase & { userId: string })[]; left: { caseId: string; why: Reason }[]; moment: string }

/** Every case that can go goes, and of each that stays it is said why. Two who give the same case at once wait for each other, and the second finds it given. */
export async function giveMany(tx: Tx, actor: Actor, from: string, choices: readonly Choice[], withTasks: boolean, today: Day): Promise<Outcome> {
  const ids = choices.map(({ caseId }) => caseId)
  await tx.$queryRaw`SELECT a.id FROM assignment a WHERE a.case_id = ANY (${ids}::uuid[]) AND a.case_role = 'coordinator' AND a.to_day IS NULL ORDER BY a.id FOR UPDATE`
  const held = new Map((await heldCases(tx, from, ids)).map((one) => [one.caseId, one]))
  const units = new Map((await receivers(tx, choices)).map(({ id, unitId }) => [id, unitId]))
  const clear = await couldHave(tx, [...units.keys()], [...held.values()].map(({ personId }) => personId))
  const verdicts = choices.map(({ caseId, userId }) => ({ one: held.get(caseId), caseId, userId, why: whyItStays(held.get(caseId), from, userId, { units, clear }) }))
  const moved = verdicts.flatMap(({ one, userId, why }) => (one && why === null ? [{ ...one, userId }] : []))
  const moment = await write(tx, actor, from, moved, withTasks, today)
  return { moved, left: verdicts.flatMap(({ caseId, why }) => (why === null ? [] : [{ caseId, why }])), moment }
}

/** Those of the receivers who can have cases at all, with their unit. */
function receivers(tx: Tx, choices: readonly Choice[]): Promise<{ id: string; unitId: string | null }[]> {
  const ids = [...new Set(choices.map(({ userId }) => userId))]
  return tx.$queryRaw`SELECT a.id, u.unit_id AS "unitId" FROM access.assignable_users() a JOIN app_user u ON u.id = a.id WHERE a.id = ANY (${ids}::uuid[])`
}

/** All of one moment, which is what they are known by afterwards. */
async function write(tx: Tx, actor: Actor, from: string, moved: Outcome['moved'], withTasks: boolean, today: Day): Promise<string> {
  await tx.$executeRaw`UPDATE assignment SET to_day = ${addDays(today, -1)}::date WHERE id = ANY (${moved.map(({ assignmentId }) => assignmentId)}::uuid[])`
  const rows = JSON.stringify(moved.map(({ caseId, personId, userId }) => ({ case_id: caseId, person_id: personId, user_id: userId })))
  await tx.$executeRaw`INSERT INTO assignment (id, person_id, user_id, reason, from_day, created_by, created_at, case_id, case_role)
    SELECT uuidv7(), r.person_id, r.user_id, 'case', ${today}::date, ${actor.userId}::uuid, now(), r.case_id, 'coordinator' FROM jsonb_to_recordset(${rows}::jsonb) r (case_id uuid, person_id uuid, user_id uuid)`
  if (withTasks) await tx.$executeRaw`UPDATE task k SET owner_id = r.user_id, version = k.version + 1 FROM jsonb_to_recordset(${rows}::jsonb) r (case_id uuid, person_id uuid, user_id uuid) WHERE k.person_id = r.person_id AND k.owner_id = ${from}::uuid AND k.state = 'open'`
  const [now] = await tx.$queryRaw<{ moment: string }[]>`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS moment`
  return now?.moment ?? ''
}

/** Back to whoever had them, each that nobody has touched since, with the tasks that went along. Returns those that went back. */
export async function takeBack(tx: Tx, actor: Actor, from: string, moment: string, today: Day): Promise<Moved[]> {
  await tx.$queryRaw`SELECT a.id FROM assignment a WHERE a.created_by = ${actor.userId}::uuid AND a.created_at = ${moment}::timestamptz ORDER BY a.id FOR UPDATE`
  const free = (await movedAt(tx, actor.userId, from, moment, today)).filter(({ untouched }) => untouched)
  const clear = (await couldHave(tx, [from], free.map(({ personId }) => personId))).get(from)
  const back = free.filter(({ personId }) => clear?.has(personId))
  const cases = back.map(({ caseId }) => caseId)
  await tx.$executeRaw`UPDATE assignment SET to_day = ${addDays(today, -1)}::date WHERE id = ANY (${back.map(({ assignmentId }) => assignmentId)}::uuid[])`
  // The very row that ended then: afterwards everything stands as before.
  await tx.$executeRaw`UPDATE assignment SET to_day = NULL WHERE id IN (SELECT DISTINCT ON (b.case_id) b.id FROM assignment b WHERE b.case_id = ANY (${cases}::uuid[]) AND b.user_id = ${from}::uuid AND b.case_role = 'coordinator' AND b.created_at < ${moment}::timestamptz ORDER BY b.case_id, b.created_at DESC)`
  await tx.$executeRaw`UPDATE task k SET owner_id = ${from}::uuid, version = k.version + 1 FROM task_event e WHERE e.task_id = k.id AND e.kind IN ('given', 'taken') AND e.at = ${moment}::timestamptz AND e.by_user = ${actor.userId}::uuid AND e.owner_id = k.owner_id AND k.state = 'open' AND k.person_id = ANY (${back.map(({ personId }) => personId)}::uuid[])`
  return back
}
