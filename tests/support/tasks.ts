import type { Actor } from '@/lib/access/permissions'
import { makeTask } from '@/lib/casework/tasks/actions'
import { personTasks } from '@/lib/casework/tasks/queries'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, submit } from './as'
import { owner } from './db'
import { person, veteran } from './factories'

/** A day in the three boxes of a form. */
export const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
/** Sends an action's form about one task. */
export const act = (by: Actor, action: Parameters<typeof submit>[0], task: string, more: Record<string, string> = {}) => as(by, () => submit(action, { task, back: 'person', ...more }))
export const inAWeek = addDays(today(), 7)
/** Writes a task due in a week; `more` says otherwise. */
export const make = (by: Actor, personId: string | null, more: Record<string, string> = {}) => as(by, () => submit(makeTask, { ...(personId ? { personId } : {}), text: 'Ring til bagermesteren', ...('within' in more ? {} : boxes('dueOn', inAWeek)), back: 'person', ...more }))
export const taskOf = async (personId: string) => (await owner().task.findFirstOrThrow({ where: { personId } })).id
export const made = async (by: Actor, personId: string, more: Record<string, string> = {}) => {
  await make(by, personId, more)
  return taskOf(personId)
}
export const tasksAbout = async (by: Actor, personId: string, contact: string | null = null) => (await personTasks(by, personId, contact, async () => null))?.content?.more ?? null
export const assign = (personId: string, ...to: Actor[]) => owner().assignment.createMany({ data: to.map(({ userId }) => ({ personId, userId, reason: 'test', fromDay: new Date('2026-01-01') })) })
export const lose = (personId: string, from: Actor) => owner().assignment.updateMany({ where: { personId, userId: from.userId }, data: { toDay: new Date('2026-01-02') } })
/** Somebody no coordinator reaches, in the hands of these. */
export const inHands = async (...of: Actor[]) => {
  const who = await person('REFUGEE')
  await assign(who.id, ...of)
  return who.id
}
/** A veteran, whom coordinators reach as well. */
export const veteranInHands = async (...of: Actor[]) => {
  const who = await veteran()
  await assign(who.id, ...of)
  return who.id
}
/** What the database itself shows them of a task: the row, and how many lines of its history. */
export const sees = async (actor: Actor, task: string) => transaction({ role: 'app', token: actor.token }, async (tx) => [await tx.task.count({ where: { id: task } }), await tx.taskEvent.count({ where: { taskId: task } })])
export const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
