import { beforeAll, describe, expect, it } from 'vitest'
import { readPart } from '@/lib/access/parts'
import type { Actor } from '@/lib/access/permissions'
import { unitTasksPart } from '@/lib/casework/tasks/queries'
import { Prisma, transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { asked, inHands, lose, make, sees, taskOf } from '../../support/tasks'

const unitTasks = (actor: Actor) => readPart(actor, Prisma.sql`/* keep:unit-tasks */`, unitTasksPart)
let caseworker: Actor, colleague: Actor, coordinator: Actor

beforeAll(async () => {
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter' })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen' })
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
})

describe('who answers for the unit', () => {
  it('learns how many each colleague has, how many are late and how many they can no longer see, of their own unit alone', async () => {
    const [here, there] = await Promise.all(['tasks-b', 'tasks-c'].map((code) => owner().unit.create({ data: { code, nameDa: code, nameEn: code } })))
    const manager = await staff('MANAGER', { unitId: here?.id })
    const [one, gone] = [await staff('CASEWORKER', { name: 'Anna A', unitId: here?.id }), await staff('CASEWORKER', { name: 'Bo B', unitId: here?.id })]
    const [first, second] = [await inHands(one, gone), await inHands(one, gone)]
    await make(one, first)
    await make(one, second)
    await make(gone, first)
    await make(one, null, { owner: 'unit' })
    await make(await staff('CASEWORKER', { unitId: there?.id }), null)
    await owner().task.updateMany({ where: { personId: second }, data: { dueOn: new Date('2026-01-05') } })
    await lose(first, one)
    await owner().user.update({ where: { id: gone.userId }, data: { active: false } })
    expect(await unitTasks(manager)).toEqual([
      { id: one.userId, name: 'Anna A', active: true, open: 2, overdue: 1, unseen: 1 }, { id: gone.userId, name: 'Bo B', active: false, open: 1, overdue: 0, unseen: 1 }, { id: null, name: null, active: null, open: 1, overdue: 0, unseen: 0 }])
    expect(await unitTasks(await staff('MANAGER'))).toEqual([])
    await expect(unitTasks(caseworker)).rejects.toThrow('task.overview')
    // Of the very unit, but not who answers for it.
    expect(await transaction({ role: 'app', token: one.token }, (tx) => tx.$queryRaw`SELECT * FROM access.unit_tasks()`)).toEqual([])
    expect(await sees(manager, (await owner().task.findFirstOrThrow({ where: { ownerId: one.userId } })).id)).toEqual([0, 0])
  })
})

describe('past the form', () => {
  it('nobody writes in another’s name, closes what they write, makes a machine’s task, or touches a history', async () => {
    const id = await inHands(caseworker)
    await make(caseworker, id)
    const task = await taskOf(id)
    const into = (columns: string, values: string) => `INSERT INTO task (person_id, text, due_on, ${columns}) VALUES ('${id}', 'x', current_date, ${values})`
    for (const sql of [into('created_by', `'${coordinator.userId}'`), into('created_by, state, closed_at', `'${caseworker.userId}', 'done', now()`), into('created_by, source, source_id', `'${caseworker.userId}', 'protection', '${task}'`), `DELETE FROM task WHERE id = '${task}'`,
      `UPDATE task SET text = 'x' WHERE id = '${task}'`, `UPDATE task SET person_id = NULL WHERE id = '${task}'`, `UPDATE task SET closed_by = NULL WHERE id = '${task}'`, `UPDATE task_event SET kind = 'done' WHERE task_id = '${task}'`, `DELETE FROM task_event WHERE task_id = '${task}'`,
      `INSERT INTO task_event (task_id, kind, due_on) VALUES ('${task}', 'done', current_date)`]) await expect(asked(caseworker, sql), sql).rejects.toThrow(/permission denied|row-level security/)
  })

  it('who may take a task is told only to those who reach the person', async () => {
    const id = await inHands(colleague)
    const may = (by: Actor, who: Actor) => transaction({ role: 'app', token: by.token }, async (tx) => (await tx.$queryRaw<{ may: boolean }[]>`SELECT access.may_take_task(${who.userId}::uuid, ${id}::uuid) AS may`)[0]?.may)
    expect([await may(caseworker, colleague), await may(colleague, colleague), await may(colleague, caseworker)]).toEqual([false, true, false])
  })

  // The last of this file: it takes the rights away from everybody.
  it('without the right to tasks none is seen or written', async () => {
    const id = await inHands(caseworker)
    await make(caseworker, id)
    const task = await taskOf(id)
    await owner().$executeRaw`DELETE FROM access.policy WHERE action = 'task.record'`
    expect(await asked(caseworker, `UPDATE task SET reason = 'noget' WHERE id = '${task}'`)).toBe(0)
    await expect(asked(caseworker, `INSERT INTO task (person_id, text, due_on, created_by) VALUES ('${id}', 'x', current_date, '${caseworker.userId}')`)).rejects.toThrow(/row-level security/)
    await owner().$executeRaw`DELETE FROM access.policy WHERE action = 'task.read'`
    expect(await sees(caseworker, task)).toEqual([0, 0])
    expect(await transaction({ role: 'app', token: caseworker.token }, (tx) => tx.$queryRaw`SELECT * FROM access.tasks_out_of_reach()`)).toEqual([])
  })
})
