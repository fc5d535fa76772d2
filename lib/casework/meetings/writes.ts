import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import type { Tx } from '@/lib/platform/db'
import { closingDays, dueOf, ownerOf } from '../tasks/writes'
import { type CancelReason, nextMeeting, type Repeats } from './rules'
import type { changeInput, Decision, markInput, MeetingInput } from './schema'

/** Calls a meeting of one's own unit. Throws Refused for a day that has passed, and for somebody who cannot sit there. */
export async function addMeeting(tx: Tx, actor: Actor, { onDay, participants, starts, place, partners, repeats }: MeetingInput, today: Day): Promise<string> {
  if (!actor.unitId) throw new Refused('meetings.error.noUnit')
  if (onDay < today) throw new Refused('meetings.error.past', {}, 'on')
  const id = crypto.randomUUID()
  await tx.meeting.createMany({ data: [{ id, unitId: actor.unitId, onDay: dayToDb(onDay), seriesOn: dayToDb(onDay), starts, place, partners, repeats, createdBy: actor.userId }] })
  await seat(tx, id, participants)
  return id
}

async function seat(tx: Tx, meetingId: string, participants: readonly string[]): Promise<void> {
  const known = new Set((await tx.$queryRaw<{ id: string }[]>`SELECT k.id::text FROM access.meeting_candidates() k`).map(({ id }) => id))
  if (!participants.every((id) => known.has(id))) throw new Refused('meetings.error.seat', {}, 'participants')
  await tx.meetingParticipant.createMany({ data: participants.map((userId) => ({ meetingId, userId })), skipDuplicates: true })
}

/** Changes a meeting that is to come. Throws Refused when it was held or changed meanwhile. */
export async function changeMeeting(tx: Tx, { meetingId, version, onDay, participants, starts, place, partners, repeats }: z.output<typeof changeInput>, today: Day): Promise<void> {
  const before = await tx.meeting.findFirst({ where: { id: meetingId } })
  if (!before) throw new Refused('casework.error.gone')
  const [wasOn, seriesOn] = [dayFromDb(before.onDay), dayFromDb(before.seriesOn)]
  if (onDay < today && onDay !== wasOn) throw new Refused('meetings.error.past', {}, 'on')
  // Another rhythm begins on the day that is chosen; another day alone leaves the series where it is.
  const series = before.repeats === repeats ? seriesOn : onDay
  const { count } = await tx.meeting.updateMany({ where: { id: meetingId, version, heldAt: null }, data: { onDay: dayToDb(onDay), seriesOn: dayToDb(series), starts, place, partners, repeats, version: { increment: 1 } } })
  if (count !== 1) throw new Refused('meetings.error.meanwhile')
  await tx.meetingParticipant.deleteMany({ where: { meetingId, userId: { notIn: [...participants] } } })
  await seat(tx, meetingId, participants)
}

/** The day the series says comes next, and the one it is held on. */
async function following(tx: Tx, found: { repeats: string; seriesOn: Date; onDay: Date }, today: Day) {
  return nextMeeting({ repeats: found.repeats as Repeats, seriesOn: dayFromDb(found.seriesOn), onDay: dayFromDb(found.onDay) }, today, await closingDays(tx))
}

/** Held: the next of the series is made, and what was not reached goes along. Its id, or null. Throws Refused where somebody was first. */
export async function holdMeeting(tx: Tx, meetingId: string, today: Day): Promise<string | null> {
  const found = await tx.meeting.findFirst({ where: { id: meetingId } })
  if (!found) throw new Refused('casework.error.gone')
  if (dayFromDb(found.onDay) > today) throw new Refused('meetings.error.early')
  const next = await following(tx, found, today)
  const [row] = await tx.$queryRaw<{ held: boolean; nextId: string | null }[]>`SELECT held, next_id::text AS "nextId" FROM access.hold_meeting(${meetingId}::uuid, ${next?.planned ?? null}::date, ${next?.day ?? null}::date)`
  if (!row?.held) throw new Refused('meetings.error.meanwhile')
  return row.nextId
}

export type Cancelled = { onDay: Day; starts: string; /** Where its cases went. */ next: { id: string; onDay: Day } | null }

/** Cancelled: its cases go to the next of the series, or to the unit's next at which nobody else sits. Throws Refused where it was held, cancelled or decided on already. */
export async function cancelMeetingRow(tx: Tx, meetingId: string, reason: CancelReason, today: Day): Promise<Cancelled> {
  const found = await tx.meeting.findFirst({ where: { id: meetingId } })
  if (!found) throw new Refused('casework.error.gone')
  const next = await following(tx, found, today)
  const [row] = await tx.$queryRaw<{ cancelled: boolean; nextId: string | null }[]>`SELECT cancelled, next_id::text AS "nextId" FROM access.cancel_meeting(${meetingId}::uuid, ${reason}, ${next?.planned ?? null}::date, ${next?.day ?? null}::date)`
  if (!row?.cancelled) throw new Refused('meetings.error.notCancelled')
  const then = row.nextId && (await tx.meeting.findFirst({ where: { id: row.nextId }, select: { id: true, onDay: true } }))
  return { onDay: dayFromDb(found.onDay), starts: found.starts, next: then ? { id: then.id, onDay: dayFromDb(then.onDay) } : null }
}

/** It takes place after all, with what stood on its agenda. Throws Refused once its day is over, or when somebody has built on the next. */
export async function callAgain(tx: Tx, meetingId: string): Promise<{ onDay: Day; starts: string }> {
  const found = await tx.meeting.findFirst({ where: { id: meetingId } })
  if (!found) throw new Refused('casework.error.gone')
  const [row] = await tx.$queryRaw<{ again: boolean }[]>`SELECT access.call_again(${meetingId}::uuid) AS again`
  if (!row?.again) throw new Refused('meetings.error.notAgain')
  return { onDay: dayFromDb(found.onDay), starts: found.starts }
}

/** Mails to the rest of the table, in the transaction that gives them something to hear. Answers with how many. */
export async function tellTable(tx: Tx, meetingId: string, subject: string, words: string): Promise<number> {
  const mails = await tx.$queryRaw<{ id: string }[]>`SELECT access.tell_table(${meetingId}::uuid, ${subject}, ${words})::text AS id`
  for (const { id } of mails) await enqueue(tx, 'outbox.send', { messageId: id })
  return mails.length
}

/** Puts a case on an agenda. Throws Refused for a meeting that is not the writer's or was held, a closed case, and units at the table without the person's consent. */
export async function markCase(tx: Tx, actor: Actor, { personId, caseId, meetingId, words }: z.output<typeof markInput>): Promise<void> {
  if (!(await tx.caseFile.findFirst({ where: { id: caseId, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  const lacks = await tx.$queryRaw<{ name: string }[]>`SELECT n.name_da AS name FROM access.meeting_lacks(${meetingId}::uuid, ${caseId}::uuid) k JOIN unit n ON n.id = k.unit_id ORDER BY 1`
  if (lacks.length > 0) throw new Refused('meetings.error.consent', { units: lacks.map(({ name }) => name).join(', ') }, 'meetingId')
  const [may] = await tx.$queryRaw<{ may: boolean }[]>`SELECT access.may_mark(${meetingId}::uuid, ${caseId}::uuid) AS may`
  if (!may?.may) throw new Refused('meetings.error.closed', {}, 'meetingId')
  const { count } = await tx.meetingItem.createMany({ data: [{ meetingId, caseId, personId, words, markedBy: actor.userId }], skipDuplicates: true })
  if (count !== 1) throw new Refused('meetings.error.marked', {}, 'meetingId')
}

/** The case it was. Throws Refused once something was decided, or the meeting was held. */
export async function unmarkCase(tx: Tx, personId: string, itemId: string): Promise<{ caseId: string; meetingId: string }> {
  const found = await tx.meetingItem.findFirst({ where: { id: itemId, personId }, select: { caseId: true, meetingId: true } })
  if (!found) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  const { count } = await tx.meetingItem.deleteMany({ where: { id: itemId, personId } })
  if (count !== 1) throw new Refused('meetings.error.decided')
  return found
}

/** Files what was decided, and the task it became. Throws Refused for an item that is not the writer's to write on, a day that has passed, and an owner who cannot have it. */
export async function addMinute(tx: Tx, actor: Actor, { personId, meetingItemId, text, task }: Decision, today: Day): Promise<{ minute: string; task: string | null; meetingId: string }> {
  const found = await tx.meetingItem.findFirst({ where: { id: meetingItemId, personId }, select: { meetingId: true } })
  if (!found) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  const [may] = await tx.$queryRaw<{ may: boolean }[]>`SELECT access.may_minute(${meetingItemId}::uuid) AS may`
  if (!may?.may) throw new Refused('meetings.error.notThere')
  const minute = crypto.randomUUID()
  await tx.meetingMinute.createMany({ data: [{ id: minute, itemId: meetingItemId, personId, text, recordedBy: actor.userId }] })
  if (!task) return { minute, task: null, meetingId: found.meetingId }
  if (task.dueOn < today) throw new Refused('casework.task.error.past', {}, 'by')
  const { due, explanation } = await dueOf(tx, { dueOn: task.dueOn, within: null }, today)
  const id = crypto.randomUUID()
  await tx.task.createMany({ data: [{ id, personId, text: task.text, dueOn: dayToDb(due), explanation, createdBy: actor.userId, source: 'meeting', sourceId: minute, ...(await ownerOf(tx, actor, task.owner, personId)) }] })
  return { minute, task: id, meetingId: found.meetingId }
}
