import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import type { ClosingDay } from '@/lib/deadlines/holidays'
import type { Deadline } from '@/lib/deadlines/rules'
import { type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import type { Prisma, Tx } from '@/lib/platform/db'
import { dueIn, nextInSeries, type Repeat } from './rules'
import type { TaskInput } from './schema'

type Row = Prisma.TaskGetPayload<object>

export async function closingDays(tx: Tx): Promise<ClosingDay[]> {
  return (await tx.closingDay.findMany()).map((one) => ({ ...one, day: dayFromDb(one.day) }))
}

/** The day as typed, with no explanation but who typed it; or counted, with how. */
export async function dueOf(tx: Tx, due: { dueOn: Day | null; within: number | null }, today: Day): Promise<Pick<Deadline, 'due' | 'explanation'>> {
  if (due.within !== null) return dueIn(due.within, 'task-made', today, await closingDays(tx))
  if (!due.dueOn) throw new Error('A task without a day')
  if (due.dueOn < today) throw new Refused('casework.task.error.past', {}, 'dueOn')
  return { due: due.dueOn, explanation: [] }
}

/** Whose it becomes. Refused for a colleague who cannot open the person, and for oneself where only an emergency opens them: it would outlast the hours. */
export async function ownerOf(tx: Tx, actor: Actor, owner: string, personId: string | null): Promise<{ ownerId: string | null; unitId: string | null }> {
  if (owner === 'unit') {
    if (!actor.unitId) throw new Refused('casework.task.error.noUnit', {}, 'owner')
    return { ownerId: null, unitId: actor.unitId }
  }
  if (owner === 'free') {
    if (personId === null) throw new Refused('casework.task.error.owner', {}, 'owner')
    return { ownerId: null, unitId: null }
  }
  const ownerId = owner === 'me' ? actor.userId : owner
  if (personId === null && ownerId !== actor.userId) throw new Refused('casework.task.error.owner', {}, 'owner')
  if (personId !== null) {
    const [asked] = await tx.$queryRaw<{ may: boolean }[]>`SELECT access.may_take_task(${ownerId}::uuid, ${personId}::uuid) AS may`
    if (!asked?.may) throw new Refused(ownerId === actor.userId ? 'casework.task.error.glass' : 'casework.task.error.reach', {}, 'owner')
  }
  return { ownerId, unitId: null }
}

/** Writes a task. Throws Refused for a person, a contact or a task that is not there, a day that has passed, and an owner who cannot have it. */
export async function addTask(tx: Tx, actor: Actor, input: TaskInput, today: Day): Promise<string> {
  const personId = input.personId ?? null
  if (personId !== null && !(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('casework.error.gone')
  const { due, explanation } = await dueOf(tx, input.due, today)
  const repeat = input.repeat && { repeatEvery: input.repeat.every, repeatUnit: input.repeat.unit, repeatFrom: dayToDb(due) }
  const id = crypto.randomUUID()
  await tx.task.createMany({ data: [{ id, personId, text: input.text, dueOn: dayToDb(due), explanation, createdBy: actor.userId, ...(await ownerOf(tx, actor, input.owner, personId)), ...(await sourceOf(tx, input, personId)), ...repeat }] })
  return id
}

async function sourceOf(tx: Tx, { contact, after }: TaskInput, personId: string | null): Promise<{ source: string; sourceId: string | null }> {
  if (contact && !(personId && (await tx.contact.findFirst({ where: { id: contact, personId, redactedAt: null }, select: { id: true } })))) throw new Refused('casework.error.gone')
  if (after && !(await tx.task.findFirst({ where: { id: after, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
  return contact ? { source: 'contact', sourceId: contact } : after ? { source: 'task', sourceId: after } : { source: 'hand', sourceId: null }
}

export async function findTask(tx: Tx, id: string): Promise<Row> {
  const found = await tx.task.findFirst({ where: { id } })
  if (!found) throw new Refused('casework.error.gone')
  return found
}

/** Changes a task that stands as it was found: `as` says what more must still hold. Throws Refused, with who was first, when it does not any more. */
export async function change(tx: Tx, task: Row, state: 'open' | 'closed', data: Prisma.TaskUncheckedUpdateManyInput, as: { ownerId?: null; version?: number } = {}): Promise<void> {
  const { count } = await tx.task.updateMany({ where: { id: task.id, state: state === 'open' ? 'open' : { not: 'open' }, ...as }, data: { ...data, version: { increment: 1 } } })
  if (count === 1) return
  const now = await tx.task.findFirst({ where: { id: task.id }, select: { state: true, closedBy: true, ownerId: true } })
  if (now?.state === 'open' && as.version !== undefined) throw new Refused('casework.task.error.changed')
  const who = now?.state === 'open' ? now.ownerId : now?.closedBy
  const name = who ? (await tx.user.findFirst({ where: { id: who }, select: { name: true } }))?.name : undefined
  if (!name) throw new Refused('casework.task.error.changed')
  throw new Refused(now?.state === 'open' ? 'casework.task.error.taken' : 'casework.task.error.closed', { name })
}

/** After one of a series is done there is one that follows, and never two: the index of the database says so, whoever asks at the same moment. */
export async function followUp(tx: Tx, actor: Actor, task: Row, today: Day): Promise<Day | null> {
  const repeat = repeatOf(task)
  if (!repeat) return null
  const { due, explanation } = nextInSeries(repeat, dayFromDb(task.dueOn), today, await closingDays(tx))
  const { count } = await tx.task.updateMany({ where: { source: 'repeat', sourceId: task.id, state: 'dropped', reason: null }, data: { state: 'open', dueOn: dayToDb(due), explanation, version: { increment: 1 } } })
  if (count > 0) return due
  const { personId, text, ownerId, unitId, repeatEvery, repeatUnit, repeatFrom } = task
  // Somebody else's stays theirs; one of whoever was first goes back to where it was taken from.
  const kept = unitId !== null ? { ownerId: null, unitId } : { ownerId, unitId }
  await tx.task.createMany({ data: [{ personId, text, dueOn: dayToDb(due), explanation, ...(await stillTheirs(tx, kept, personId)), source: 'repeat', sourceId: task.id, repeatEvery, repeatUnit, repeatFrom, createdBy: actor.userId }], skipDuplicates: true })
  return due
}

/** Whoever has lost the person since does not get the next one. */
async function stillTheirs(tx: Tx, owner: { ownerId: string | null; unitId: string | null }, personId: string | null): Promise<{ ownerId: string | null; unitId: string | null }> {
  if (!owner.ownerId || !personId) return owner
  const [asked] = await tx.$queryRaw<{ may: boolean }[]>`SELECT access.may_take_task(${owner.ownerId}::uuid, ${personId}::uuid) AS may`
  return asked?.may ? owner : { ownerId: null, unitId: null }
}

/** Opened again: the one that followed falls away, unless somebody has done it. */
export async function withdrawFollowUp(tx: Tx, task: Row): Promise<void> {
  const next = await tx.task.findFirst({ where: { source: 'repeat', sourceId: task.id } })
  if (next?.state === 'done') throw new Refused('casework.task.error.nextDone')
  if (next?.state === 'open') await tx.task.updateMany({ where: { id: next.id, state: 'open' }, data: { state: 'dropped', reason: null, version: { increment: 1 } } })
}

function repeatOf({ repeatEvery, repeatUnit, repeatFrom }: Row): Repeat | null {
  return repeatEvery && repeatFrom && (repeatUnit === 'WEEK' || repeatUnit === 'MONTH') ? { every: repeatEvery, unit: repeatUnit, from: dayFromDb(repeatFrom) } : null
}
