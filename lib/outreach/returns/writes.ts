import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Actor } from '@/lib/access/permissions'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** Marks the last letter that left as come back. The run it belongs to follows by the database's own trigger. */
export async function markReturned(tx: Tx, personId: string, today: Day, reason: string): Promise<string> {
  const letter = await tx.letter.findFirst({ where: { personId, sentOn: { not: null }, returnedOn: null }, orderBy: [{ sentOn: 'desc' }, { id: 'desc' }], select: { id: true } })
  if (!letter) throw new Refused('outreach.error.noLetter')
  const { count } = await tx.letter.updateMany({ where: { id: letter.id, returnedOn: null }, data: { state: 'RETURNED', returnedOn: dayToDb(today), returnReason: reason } })
  if (count !== 1) throw new Refused('outreach.error.noLetter')
  return letter.id
}

/** The wrong letter was picked: only on the day itself, while nobody has acted on it. */
export async function unmarkReturned(tx: Tx, personId: string, today: Day): Promise<string> {
  const letter = await tx.letter.findFirst({ where: { personId, returnedOn: dayToDb(today) }, orderBy: [{ sentOn: 'desc' }, { id: 'desc' }], select: { id: true } })
  if (!letter) throw new Refused('outreach.error.returnLate')
  await tx.letter.updateMany({ where: { id: letter.id }, data: { state: 'SENT', returnedOn: null, returnReason: null } })
  return letter.id
}

export type FoundAddress = { street: string; number: string; postcode: string; town: string; careOf?: string; floor?: string; door?: string }

/** The new address takes over from today; the search for it and a message of having moved are settled by it. */
export async function recordAddress(tx: Tx, actor: Actor, personId: string, today: Day, found: FoundAddress): Promise<void> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { protection: true } })
  // An address under protection is changed on the person's own page, behind the clearance and a stated purpose.
  if (!person || person.protection === 'P1' || person.protection === 'P2') throw new Refused('outreach.error.protected')
  await tx.address.updateMany({ where: { personId, toDay: null }, data: { toDay: dayToDb(today) } })
  await tx.address.createMany({
    data: [{ personId, street: found.street, number: found.number, postcode: found.postcode, town: found.town, careOf: found.careOf || null, floor: found.floor || null, door: found.door || null, source: 'coordinator', fromDay: dayToDb(today) }],
  })
  const done = { doneAt: new Date(), doneBy: actor.userId, outcome: 'FOUND' }
  const { count } = await tx.outreachTask.updateMany({ where: { personId, kind: 'ADDRESS', doneAt: null }, data: done })
  if (count === 0) await tx.outreachTask.createMany({ data: [{ personId, kind: 'ADDRESS', dueOn: dayToDb(today), explanation: [], ...done }] })
  await tx.reply.updateMany({ where: { personId, kind: 'MOVED', handledAt: null }, data: { handledAt: done.doneAt, handledBy: actor.userId } })
}

/** Outreach ends: dead, or no longer living in the municipality. Times booked from that day on are given back. */
export async function recordEnded(tx: Tx, actor: Actor, personId: string, kind: 'DEAD' | 'MOVED_AWAY', on: Day): Promise<void> {
  const data = kind === 'DEAD' ? { diedOn: dayToDb(on) } : { movedAwayOn: dayToDb(on) }
  if (!(await tx.person.findFirst({ where: { id: personId }, select: { id: true } }))) throw new Refused('outreach.error.gone')
  const { count } = await tx.person.updateMany({ where: { id: personId, ...(kind === 'DEAD' ? { diedOn: null } : { movedAwayOn: null }) }, data: { ...data, version: { increment: 1 } } })
  // What somebody else wrote down is not written over unseen.
  if (count !== 1) throw new Refused('outreach.error.endedBefore')
  await tx.reply.updateMany({ where: { personId, handledAt: null }, data: { handledAt: new Date(), handledBy: actor.userId } })
  await tx.$executeRaw`UPDATE talk SET cancelled_at = now(), cancelled_by = ${actor.userId}::uuid, cancel_reason = 'ended' FROM talk_slot s
    WHERE s.id = talk.slot_id AND talk.person_id = ${personId}::uuid AND talk.cancelled_at IS NULL AND talk.held_at IS NULL AND talk.no_show_at IS NULL
      AND s.starts_at >= greatest(now(), (${on}::date)::timestamp AT TIME ZONE 'Europe/Copenhagen')`
}
