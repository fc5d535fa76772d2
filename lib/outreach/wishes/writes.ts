import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { Wish } from '../due/facts'

/** Ends every wish in force. Rows are ended, never edited: what somebody once wished stays to be seen. */
export async function endWishes(tx: Tx, personId: string, today: Day, reason: string): Promise<number> {
  const { count } = await tx.wish.updateMany({ where: { personId, endedOn: null }, data: { endedOn: dayToDb(today), endReason: reason } })
  return count
}

/** A wish told to the coordinator takes the place of every earlier one, as one from the reply page does. */
export async function addWish(tx: Tx, actor: Actor, personId: string, today: Day, wish: { kind: Wish['kind']; untilMonth: Day | null }): Promise<void> {
  await endWishes(tx, personId, today, 'replaced')
  await tx.wish.createMany({
    data: [{ personId, kind: wish.kind, givenOn: dayToDb(today), untilMonth: wish.kind === 'LATER' && wish.untilMonth ? dayToDb(wish.untilMonth) : null, source: 'coordinator', recordedBy: actor.userId }],
  })
}

/** The yearly reconsideration of "never": kept for another year, from today. */
export async function keepNever(tx: Tx, actor: Actor, personId: string, today: Day): Promise<void> {
  const done = { doneAt: new Date(), doneBy: actor.userId, outcome: 'KEPT' }
  const { count } = await tx.outreachTask.updateMany({ where: { personId, kind: 'RECONSIDER', doneAt: null }, data: done })
  // Reconsidered before the reminder came: the same trace, so that the next year is counted from today.
  if (count === 0) await tx.outreachTask.createMany({ data: [{ personId, kind: 'RECONSIDER', dueOn: dayToDb(today), explanation: [], ...done }] })
}
