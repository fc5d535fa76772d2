import 'server-only'
import type { PublicContext } from '@/lib/access/public-action'
import { Refused } from '@/lib/access/refused'
import { computeDeadline, type DeadlineRule, ruleFor } from '@/lib/deadlines/rules'
import { type Day, dayToDb, dayFromDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { releasesTalk, supersedes, taskOf, wishOf } from './rules'
import type { ReplyInput } from './schema'

type Citizen = { personId: string; codeId: string; letterId: string | null; eventId: string | null }

/**
 * The person behind the code of this transaction, and one writer at a time for them: two answers sent in the same second must not leave
 * two wishes or two talks. Refused with one sentence for every reason a code does not hold.
 */
export async function lockCitizen(tx: Tx): Promise<Citizen> {
  const [citizen] = await tx.$queryRaw<Citizen[]>`SELECT person_id AS "personId", id AS "codeId", letter_id AS "letterId", access.citizen_event() AS "eventId" FROM reply_code WHERE id = access.citizen_code()`
  if (!citizen) throw new Refused('reply.error.code')
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`citizen ${citizen.personId}`}, 0))) locked`
  return citizen
}

/** Takes down one answer with everything that follows from it: earlier answer, wish, talk and task. Returns the booked talk, if one. */
export async function recordReply({ tx, today, audit }: PublicContext, input: ReplyInput): Promise<{ talkId: string | null }> {
  const citizen = await lockCitizen(tx)
  const talkId = input.slotId ? await bookSlot(tx, citizen.personId, input.slotId) : null
  if (releasesTalk(input.kind, talkId !== null)) await releaseTalk(tx, citizen.personId)
  await supersede(tx, citizen.personId, input, today)
  const replyId = crypto.randomUUID()
  await tx.reply.createMany({
    data: [{
      id: replyId, personId: citizen.personId, letterId: citizen.letterId, codeId: citizen.codeId, kind: input.kind, talkId, submissionId: input.submission,
      laterMonth: input.laterMonth ? dayToDb(input.laterMonth) : null, phone: input.phone, callTime: input.callTime, message: input.message,
    }],
  })
  const wish = wishOf(input.kind)
  if (wish)
    await tx.wish.createMany({ data: [{ personId: citizen.personId, kind: wish, givenOn: dayToDb(today), untilMonth: input.laterMonth ? dayToDb(input.laterMonth) : null, source: 'reply', replyId }] })
  await addTask(tx, citizen, replyId, input, talkId !== null, today)
  await audit({ action: 'reply.received', personId: citizen.personId, details: { reply: input.kind, code: citizen.codeId } })
  return { talkId }
}

/** The same talk moves when there is one. Of any number of people asking for one time at once, one gets it. */
async function bookSlot(tx: Tx, personId: string, slotId: string): Promise<string> {
  const [offered] = await tx.$queryRaw<{ ok: boolean }[]>`SELECT EXISTS (SELECT 1 FROM access.free_slots() WHERE id = ${slotId}::uuid)
    OR EXISTS (SELECT 1 FROM access.own_talk() WHERE slot_id = ${slotId}::uuid) AS ok`
  if (!offered?.ok) throw new Refused('reply.error.slotTaken', {}, 'slotId')
  const [taken] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.take_slot(${slotId}::uuid, ${personId}::uuid) AS id`
  if (!taken?.id) throw new Refused('reply.error.slotTaken', {}, 'slotId')
  return taken.id
}

/** Gives the time back at once. Only a talk still to come; one that was held stays what it is. */
export async function releaseTalk(tx: Tx, personId: string): Promise<number> {
  return tx.$executeRaw`UPDATE talk SET cancelled_at = now(), cancel_reason = 'citizen' WHERE person_id = ${personId}::uuid AND id IN (SELECT id FROM access.own_talk())`
}

async function supersede(tx: Tx, personId: string, input: ReplyInput, today: Day): Promise<void> {
  const before = await tx.$queryRaw<{ id: string }[]>`UPDATE reply SET superseded_at = now(), handled_at = now()
    WHERE person_id = ${personId}::uuid AND superseded_at IS NULL AND kind::text = ANY (${supersedes(input.kind)}::text[]) RETURNING id`
  const replaced = before.map((reply) => reply.id)
  // A new wish ends every earlier one. A talk or a call takes back only what an answer said, never a "never" given by telephone.
  if (wishOf(input.kind)) await tx.$executeRaw`UPDATE wish SET ended_on = ${today}::date, end_reason = 'replaced' WHERE person_id = ${personId}::uuid AND ended_on IS NULL`
  else if (replaced.length > 0) await tx.$executeRaw`UPDATE wish SET ended_on = ${today}::date, end_reason = 'changed-mind' WHERE ended_on IS NULL AND reply_id = ANY (${replaced}::uuid[])`
  if (input.kind !== 'MOVED' && taskOf(input.kind, input.slotId !== null) === null)
    await tx.$executeRaw`UPDATE outreach_task SET done_at = now(), outcome = 'SUPERSEDED' WHERE person_id = ${personId}::uuid AND kind = 'CALL_BACK' AND done_at IS NULL AND reply_id = ANY (${replaced}::uuid[])`
}

async function addTask(tx: Tx, citizen: Citizen, replyId: string, input: ReplyInput, hasTime: boolean, today: Day): Promise<void> {
  const task = taskOf(input.kind, hasTime)
  if (!task) return
  const deadline = await deadlineOf(tx, task.rule, today)
  // An open task of the kind stays with its earlier day: asking twice must not move the call further away.
  await tx.$executeRaw`INSERT INTO outreach_task (id, person_id, kind, due_on, explanation, reply_id, letter_id)
    VALUES (${crypto.randomUUID()}::uuid, ${citizen.personId}::uuid, ${task.kind}::outreach_task_kind, ${deadline.due}::date, ${JSON.stringify(deadline.explanation)}::jsonb, ${replyId}::uuid, ${citizen.letterId}::uuid)
    ON CONFLICT DO NOTHING`
}

/** Counted from the day the answer came, whatever event the rule is usually started by. */
async function deadlineOf(tx: Tx, code: string, today: Day) {
  const rows = await tx.deadlineRule.findMany({ where: { code } })
  const closing = await tx.closingDay.findMany()
  const rules = rows.map((row): DeadlineRule => ({ ...row, trigger: 'reply-received', roll: row.roll === 'next-working-day' ? 'next-working-day' : 'none', validFrom: dayFromDb(row.validFrom), validTo: row.validTo ? dayFromDb(row.validTo) : null }))
  const rule = ruleFor(rules, code, today)
  if (!rule) throw new RangeError(`No deadline rule '${code}' in force on ${today}`)
  return computeDeadline(rule, today, closing.map((row) => ({ day: dayFromDb(row.day), nameDa: row.nameDa, nameEn: row.nameEn })))
}
