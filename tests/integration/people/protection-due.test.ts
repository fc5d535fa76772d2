import { expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { finishTask, dropTask, reopenTask } from '@/lib/casework/tasks/actions'
import { dailyTasks } from '@/lib/casework/tasks/jobs'
import { taskDesk } from '@/lib/casework/tasks/queries'
import { addWorkingDays } from '@/lib/deadlines/working-days'
import { liftProtection, restateProtection } from '@/lib/people/protection/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const assigned = async (actor: Actor | null) => {
  const row = await veteran()
  if (actor) await owner().assignment.create({ data: { personId: row.id, userId: actor.userId, reason: 'responsible', fromDay: dayToDb(addDays(today(), -9)) } })
  return row.id
}
const protectedUntil = async (personId: string, toDay: ReturnType<typeof today>) =>
  (await owner().personProtection.create({ data: { personId, level: 'P1', source: 'CPR', fromDay: dayToDb(addDays(toDay, -30)), toDay: dayToDb(toDay) } })).id
const night = () => dailyTasks()(null, new AbortController().signal)
const open = async (actor: Actor) => (await taskDesk(actor, null)).mine.map(({ personId, source }) => [personId, source])
const boxes = (on: string) => ({ 'toDay.day': String(Number(on.slice(8))), 'toDay.month': String(Number(on.slice(5, 7))), 'toDay.year': on.slice(0, 4) })
const yesterday = addDays(today(), -1)

it('a protection past its day is a task of whoever is responsible, once, until it is decided', async () => {
  const [caseworker, coordinator] = [await staff('CASEWORKER', { clearances: ['PROTECTED_ADDRESS'] }), await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })]
  const [late, still, without, hers, nobodys] = [await assigned(caseworker), await assigned(caseworker), await assigned(caseworker), await assigned(coordinator), await assigned(null)]
  const ground = await protectedUntil(late, yesterday)
  // The last day itself still counts.
  await protectedUntil(still, today())
  const own = await protectedUntil(hers, yesterday)
  await protectedUntil(nobodys, yesterday)
  // Two workers in one night make them once.
  expect((await Promise.all([night(), night(), night()])).reduce((sum, counts) => sum + (counts?.opened ?? 0), 0)).toBe(3)
  expect(await night()).toEqual({ opened: 0, closed: 0 })
  expect(await open(caseworker)).toEqual([[late, 'protection']])
  expect(without).toBeDefined()
  expect(await open(coordinator)).toEqual([[hers, 'protection']])
  expect((await taskDesk(coordinator, null)).queue.map(({ personId }) => personId)).toEqual([nobodys])
  const [task] = (await taskDesk(caseworker, null)).mine
  expect(task).toMatchObject({ text: null, sourceId: ground, dueOn: addWorkingDays(yesterday, 5, []).day, explanation: expect.arrayContaining([expect.objectContaining({ step: 'rule', code: 'protection-review' }), { step: 'start', event: 'protection-ended', day: yesterday }]) })
  // Ticked off it would be nobody's to decide.
  for (const [action, more] of [[finishTask, {}], [dropTask, { version: String(task?.version), reason: 'Ikke nu' }]] as const) expect((await as(caseworker, () => submit(action, { task: task?.id ?? '', back: 'desk', ...more }))).state?.message).toContain('når nogen har taget stilling')
  await as(caseworker, () => submit(liftProtection, { personId: late, row: ground, reason: 'Bekræftet i CPR af borgeren selv' }))
  expect(await open(caseworker)).toEqual([])
  expect(await owner().task.findFirstOrThrow({ where: { sourceId: ground } })).toMatchObject({ state: 'done', closedBy: caseworker.userId })
  expect((await as(caseworker, () => submit(reopenTask, { task: task?.id ?? '', back: 'desk' }))).state?.message).toContain('når nogen har taget stilling')
  await as(coordinator, () => submit(restateProtection, { personId: hers, row: own, version: '1', source: 'CPR', ...boxes(addDays(today(), 90)) }))
  expect(await open(coordinator)).toEqual([])
  expect(await night()).toEqual({ opened: 0, closed: 0 })
  // Past its new day it asks again, with a task of its own.
  await owner().personProtection.update({ where: { id: own }, data: { toDay: dayToDb(yesterday) } })
  expect(await night()).toEqual({ opened: 1, closed: 0 })
  expect(await owner().task.count({ where: { sourceId: own } })).toBe(2)
})

it('of somebody who has died asks nothing any more', async () => {
  const caseworker = await staff('CASEWORKER')
  const who = await assigned(caseworker)
  await protectedUntil(who, yesterday)
  await night()
  await owner().person.update({ where: { id: who }, data: { diedOn: dayToDb(today()) } })
  expect(await night()).toMatchObject({ opened: 0, closed: 1 })
  expect(await open(caseworker)).toEqual([])
})
