import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { finishTask, giveTask, letTaskGo, takeTask } from '@/lib/casework/tasks/actions'
import { taskDesk } from '@/lib/casework/tasks/queries'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { act, asked, assign, inHands, lose, make, sees, taskOf, tasksAbout } from '../../support/tasks'

let caseworker: Actor, colleague: Actor, coordinator: Actor
const glass = (actor: Actor, personId: string) => owner().breakGlass.create({ data: { userId: actor.userId, personId, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })

beforeAll(async () => {
  const unitId = (await owner().unit.create({ data: { code: 'tasks-a', nameDa: 'Øst', nameEn: 'East' } })).id
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter', unitId })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen', unitId })
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
})

describe('a task about somebody', () => {
  it('is seen, taken and done by whoever reaches them, and by nobody else', async () => {
    const id = await inHands(caseworker)
    await make(caseworker, id, { owner: 'unit' })
    const task = await taskOf(id)
    for (const other of [colleague, coordinator]) {
      expect(await sees(other, task)).toEqual([0, 0])
      expect((await taskDesk(other, task)).queue.map((one) => one.id)).not.toContain(task)
      expect((await taskDesk(other, task)).done).toBeNull()
      expect(await tasksAbout(other, id)).toBeNull()
      for (const action of [takeTask, finishTask]) expect((await act(other, action, task)).state?.message).toContain('findes ikke mere')
      expect((await make(other, id)).state?.message).toContain('findes ikke mere')
    }
    await assign(id, colleague)
    expect(await sees(colleague, task)).toEqual([1, 1])
    expect((await act(colleague, takeTask, task)).redirectedTo).not.toBeNull()
  })

  it('is not given to a colleague who cannot open them, also not past the form', async () => {
    const id = await inHands(caseworker)
    expect((await make(caseworker, id, { owner: colleague.userId })).state?.fields?.owner?.[0]).toContain('kan ikke åbne borgeren')
    await make(caseworker, id)
    const task = await taskOf(id)
    expect((await act(caseworker, giveTask, task, { version: '1', owner: colleague.userId })).state?.fields?.owner?.[0]).toContain('kan ikke åbne borgeren')
    await expect(asked(caseworker, `UPDATE task SET owner_id = '${colleague.userId}' WHERE id = '${task}'`)).rejects.toThrow(/cannot be theirs/)
    await assign(id, colleague)
    await act(caseworker, giveTask, task, { version: '1', owner: colleague.userId })
    expect((await taskDesk(colleague, null)).mine.map((one) => one.id)).toContain(task)
    expect((await owner().taskEvent.findMany({ where: { taskId: task }, orderBy: { at: 'asc' } })).map(({ kind, byUser }) => [kind, byUser])).toEqual([['made', caseworker.userId], ['given', caseworker.userId]])
  })

  it('of a shielded person, of one’s own family and of a person who is not there answers the same', async () => {
    const who = await veteran({ protection: 'P3' })
    await make(await staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] }), who.id)
    const family = await veteran()
    await make(coordinator, family.id)
    const near = await staff('VETERAN_COORDINATOR')
    await owner().staffRelation.create({ data: { userId: near.userId, personId: family.id, kind: 'sister', fromDay: new Date('2026-01-01') } })
    expect(await sees(coordinator, await taskOf(who.id))).toEqual([0, 0])
    expect(await sees(near, await taskOf(family.id))).toEqual([0, 0])
    const answers = await Promise.all([make(coordinator, who.id), make(near, family.id), make(coordinator, '019a0000-0000-7000-8000-0000000000ff')])
    expect(new Set(answers.map(({ state }) => state?.message)).size).toBe(1)
    expect((await make(coordinator, family.id, { owner: near.userId })).state?.fields).toHaveProperty('owner')
  })

  it('whose owner has lost them shows its day and nothing more, and can be let go to those who have them', async () => {
    const id = await inHands(caseworker, colleague)
    await make(caseworker, id)
    const task = await taskOf(id)
    expect((await taskDesk(caseworker, null)).outOfReach).toEqual([])
    await lose(id, caseworker)
    const desk = await taskDesk(caseworker, null)
    expect(desk.mine.map((one) => one.id)).not.toContain(task)
    expect(desk.outOfReach).toEqual(expect.arrayContaining([{ id: task, dueOn: expect.any(String) }]))
    expect(JSON.stringify(desk)).not.toContain('bagermesteren')
    expect((await act(caseworker, finishTask, task)).state?.message).toContain('findes ikke mere')
    expect((await as(colleague, () => submit(letTaskGo, { task }))).state?.message).toContain('findes ikke mere')
    expect((await as(caseworker, () => submit(letTaskGo, { task }))).redirectedTo).toContain('/tasks')
    expect((await taskDesk(colleague, null)).queue.map((one) => one.id)).toContain(task)
    expect((await taskDesk(caseworker, null)).outOfReach.map((one) => one.id)).not.toContain(task)
  })
})

describe('in an emergency', () => {
  it('tasks are read, done and written for others, and never one’s own: they would outlast the hours', async () => {
    const id = await inHands(colleague)
    await make(colleague, id)
    const task = await taskOf(id)
    await glass(caseworker, id)
    expect(await sees(caseworker, task)).toEqual([1, 1])
    expect((await make(caseworker, id)).state?.fields?.owner?.[0]).toContain('nødadgang')
    expect((await make(caseworker, id, { owner: 'free' })).redirectedTo).not.toBeNull()
    expect((await make(caseworker, id, { owner: colleague.userId })).redirectedTo).not.toBeNull()
    const free = (await owner().task.findFirstOrThrow({ where: { personId: id, ownerId: null } })).id
    expect((await act(caseworker, takeTask, free)).state?.fields?.owner?.[0]).toContain('nødadgang')
    await expect(asked(caseworker, `UPDATE task SET owner_id = '${caseworker.userId}' WHERE id = '${free}'`)).rejects.toThrow(/cannot be theirs/)
    expect((await act(caseworker, finishTask, task)).redirectedTo).not.toBeNull()
  })
})

describe('a task about nobody', () => {
  it('is its owner’s, or the unit’s, and no other desk knows of it', async () => {
    await make(caseworker, null)
    const own = (await owner().task.findFirstOrThrow({ where: { personId: null, ownerId: caseworker.userId } })).id
    await make(caseworker, null, { owner: 'unit' })
    const queued = (await owner().task.findFirstOrThrow({ where: { personId: null, ownerId: null } })).id
    expect([await sees(colleague, own), await sees(coordinator, own), await sees(colleague, queued), await sees(coordinator, queued)]).toEqual([[0, 0], [0, 0], [1, 1], [0, 0]])
    expect((await make(caseworker, null, { owner: colleague.userId })).state?.fields).toHaveProperty('owner')
    expect((await make(caseworker, null, { owner: 'free' })).state?.fields).toHaveProperty('owner')
    await expect(asked(coordinator, `INSERT INTO task (text, due_on, owner_id, created_by) VALUES ('x', current_date, '${caseworker.userId}', '${coordinator.userId}')`)).rejects.toThrow(/cannot be theirs|row-level security/)
  })
})
