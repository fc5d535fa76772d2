import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Actor } from '@/lib/access/permissions'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { rungOf } from './rules'

export type NewAttempt = {
  personId: string
  channel: 'LETTER' | 'PHONE' | 'SMS' | 'EMAIL' | 'HOME_VISIT' | 'OTHER'
  outcome: 'REACHED' | 'NOT_REACHED'
  happenedOn: Day
  note: string | null
}

/** A person outreach may work with, locked, so that two who log at once come one after the other. Hidden looks like gone. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM person WHERE id = ${personId}::uuid AND merged_into_id IS NULL FOR NO KEY UPDATE`
  if (!found) throw new Refused('outreach.error.gone')
}

/**
 * Logs the attempt and closes the task it answers. Reaching the person also takes up what they asked for: the call, or the talk that had no
 * time yet. Returns the attempt's id, for the button that takes it back.
 */
export async function addAttempt(tx: Tx, actor: Actor, attempt: NewAttempt): Promise<string> {
  const id = crypto.randomUUID()
  const done = { doneAt: new Date(), doneBy: actor.userId, outcome: attempt.outcome }
  const task = await tx.outreachTask.findFirst({ where: { personId: attempt.personId, kind: rungOf(attempt.channel), doneAt: null }, select: { id: true } })
  await tx.attempt.createMany({
    data: [{ id, personId: attempt.personId, channel: attempt.channel, outcome: attempt.outcome, happenedOn: dayToDb(attempt.happenedOn), recordedBy: actor.userId, note: attempt.note, taskId: task?.id }],
  })
  if (task) await tx.outreachTask.updateMany({ where: { id: task.id, doneAt: null }, data: done })
  if (attempt.outcome !== 'REACHED') return id
  await tx.outreachTask.updateMany({ where: { personId: attempt.personId, kind: 'CALL_BACK', doneAt: null }, data: done })
  await tx.reply.updateMany({ where: { personId: attempt.personId, handledAt: null, OR: [{ kind: 'CALL' }, { kind: 'TALK', talkId: null }] }, data: { handledAt: done.doneAt, handledBy: actor.userId } })
  return id
}

/** What the attempt closed is open again. The row itself stays, marked as withdrawn. */
export async function withdraw(tx: Tx, actor: Actor, attempt: { id: string; personId: string; taskId: string | null; recordedAt: Date }): Promise<void> {
  const { count } = await tx.attempt.updateMany({ where: { id: attempt.id, withdrawnAt: null }, data: { withdrawnAt: new Date(), withdrawnBy: actor.userId } })
  if (count !== 1) throw new Refused('outreach.error.withdrawn')
  const closedWithIt = { personId: attempt.personId, doneBy: actor.userId, doneAt: { gte: attempt.recordedAt } }
  await reopen(tx, attempt.personId, { ...closedWithIt, OR: [...(attempt.taskId ? [{ id: attempt.taskId }] : []), { kind: 'CALL_BACK' as const, outcome: 'REACHED' }] })
  await tx.reply.updateMany({ where: { personId: attempt.personId, handledBy: actor.userId, handledAt: { gte: attempt.recordedAt }, supersededAt: null }, data: { handledAt: null, handledBy: null } })
}

async function reopen(tx: Tx, personId: string, where: NonNullable<Parameters<Tx['outreachTask']['findMany']>[0]>['where']): Promise<void> {
  for (const task of await tx.outreachTask.findMany({ where, select: { id: true, kind: true } })) {
    // The next rung may have opened already; of one kind only one can be open.
    const open = await tx.outreachTask.count({ where: { personId, kind: task.kind, doneAt: null } })
    if (open === 0) await tx.outreachTask.updateMany({ where: { id: task.id }, data: { doneAt: null, doneBy: null, outcome: null } })
  }
}
