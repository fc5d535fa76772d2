import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { logContact } from '@/lib/casework/contacts/actions'
import { dropTask, finishTask, giveTask, makeTask, moveTask, reopenTask, takeTask } from '@/lib/casework/tasks/actions'
import { taskDesk } from '@/lib/casework/tasks/queries'
import { addWorkingDays } from '@/lib/deadlines/working-days'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { act, assign, boxes, inAWeek, made, make, tasksAbout, veteranInHands } from '../../support/tasks'

let caseworker: Actor, colleague: Actor, coordinator: Actor
const stored = (id: string) => owner().task.findUniqueOrThrow({ where: { id } })

beforeAll(async () => {
  const unitId = (await owner().unit.create({ data: { code: 'tasks', nameDa: 'Jobcenter Øst', nameEn: 'Job Centre East' } })).id
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter', unitId })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen', unitId })
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
})

describe('a task', () => {
  it('is one’s own, on a day somebody typed, and says who typed it', async () => {
    const id = await veteranInHands(caseworker)
    expect((await make(caseworker, id)).redirectedTo).toMatch(new RegExp(`^/people/${id}/tasks[?]changed=`))
    const [task] = (await tasksAbout(caseworker, id))?.open ?? []
    expect(task).toMatchObject({ text: 'Ring til bagermesteren', dueOn: inAWeek, explanation: [], dueBy: 'Jonas Jobcenter', owner: { name: 'Jonas Jobcenter' }, unit: null, state: 'open', source: 'hand', events: [{ kind: 'made', by: 'Jonas Jobcenter' }] })
    expect(await owner().auditEvent.findMany({ where: { personId: id, kind: 'CHANGE' }, select: { action: true, actorUserId: true } })).toEqual([{ action: 'task.made', actorUserId: caseworker.userId }])
    expect((await taskDesk(caseworker, null)).mine.map((one) => one.id)).toContain(task?.id)
  })

  it('counted in working days shows how the day was found', async () => {
    const id = await veteranInHands(caseworker)
    await as(caseworker, () => submit(makeTask, { personId: id, text: 'Bestil tolk', within: '5', back: 'person' }))
    const [task] = (await tasksAbout(caseworker, id))?.open ?? []
    expect(task).toMatchObject({ dueOn: addWorkingDays(today(), 5, []).day, explanation: expect.arrayContaining([{ step: 'start', event: 'task-made', day: today() }]) })
    expect(task?.explanation.at(-1)).toMatchObject({ step: 'count', length: 5, unit: 'WORKING_DAY' })
  })

  it.each<[string, Record<string, string>, string]>([
    ['says nothing', { text: ' ' }, 'text'], ['holds a CPR number', { text: 'Ring til broren 070761-4285' }, 'text'], ['lies in the past', boxes('dueOn', addDays(today(), -1)), 'dueOn'], ['has no day', { 'dueOn.day': '', 'dueOn.month': '', 'dueOn.year': '' }, 'dueOn'],
    ['has two days', { within: '5', ...boxes('dueOn', inAWeek) }, 'dueOn'], ['is nobody’s', { owner: 'x' }, 'owner'],
  ])('that %s is not taken, and what was typed comes back', async (_, more, field) => {
    const id = await veteranInHands(caseworker)
    const { state } = await make(caseworker, id, more)
    expect(Object.keys(state?.fields ?? {})).toEqual([field])
    expect(state?.values).toMatchObject(more)
    expect(await owner().task.count({ where: { personId: id } })).toBe(0)
  })

  it('is done with one click, which leads back with the way to undo it; opened again it stands as before', async () => {
    const id = await veteranInHands(caseworker)
    const task = await made(caseworker, id)
    expect((await act(caseworker, finishTask, task)).redirectedTo).toBe(`/people/${id}/tasks?done=${task}`)
    expect(await stored(task)).toMatchObject({ state: 'done', closedBy: caseworker.userId, closedAt: expect.any(Date) })
    expect((await act(coordinator, finishTask, task)).state?.message).toContain('Jonas Jobcenter har allerede lukket opgaven')
    await act(caseworker, reopenTask, task)
    expect(await stored(task)).toMatchObject({ state: 'open', closedBy: null, closedAt: null, dueOn: dayToDb(inAWeek) })
    expect((await tasksAbout(caseworker, id))?.open[0]?.events.map(({ kind }) => kind)).toEqual(['made', 'done', 'reopened'])
  })

  it('is moved and dropped with a reason, which stands in its history', async () => {
    const id = await veteranInHands(caseworker)
    const task = await made(caseworker, id)
    const later = addDays(today(), 20)
    expect((await act(caseworker, moveTask, task, { version: '1', ...boxes('dueOn', later), reason: '' })).state?.fields).toHaveProperty('reason')
    await act(caseworker, moveTask, task, { version: '1', ...boxes('dueOn', later), reason: 'Mesteren er på ferie' })
    expect((await act(caseworker, moveTask, task, { version: '1', ...boxes('dueOn', inAWeek), reason: 'Vidste det ikke' })).state?.message).toContain('ændret i mellemtiden')
    await act(caseworker, dropTask, task, { version: '2', reason: 'Han har selv ringet' })
    const [closed] = (await tasksAbout(caseworker, id))?.closed ?? []
    expect(closed).toMatchObject({ state: 'dropped', reason: 'Han har selv ringet', dueOn: later })
    expect(closed?.events.map(({ kind, reason }) => [kind, reason])).toEqual([['made', null], ['moved', 'Mesteren er på ferie'], ['dropped', 'Han har selv ringet']])
  })

  it('comes from a contact of the same person, with the way back to it', async () => {
    const [id, other] = [await veteranInHands(caseworker), await veteranInHands(caseworker)]
    await as(caseworker, () => submit(logContact, { personId: id, outcome: 'reached', kind: 'phone', ...boxes('happenedOn', addDays(today(), -1)), at: '10:30', 'note.general': 'x', nextStep: 'Ring om køkkenet', ...boxes('nextOn', inAWeek) }))
    const contact = (await owner().contact.findFirstOrThrow({ where: { personId: id } })).id
    expect((await tasksAbout(caseworker, id, contact))?.contact).toEqual({ id: contact, text: 'Ring om køkkenet', on: inAWeek })
    expect((await tasksAbout(caseworker, other, contact))?.contact).toBeNull()
    await make(caseworker, id, { contact })
    expect((await tasksAbout(caseworker, id))?.open[0]).toMatchObject({ source: 'contact', sourceId: contact })
    expect((await make(caseworker, other, { contact })).state?.message).toContain('findes ikke mere')
  })
})

describe('a queue', () => {
  it('is taken by whoever is first, and the second is told who that was', async () => {
    const id = await veteranInHands(caseworker, colleague)
    const task = await made(caseworker, id, { owner: 'unit' })
    expect((await taskDesk(colleague, null)).queue.map((one) => one.id)).toContain(task)
    const answers = await Promise.all([act(caseworker, takeTask, task), act(colleague, takeTask, task)])
    const [first] = answers.filter(({ redirectedTo }) => redirectedTo !== null)
    const [second] = answers.filter(({ redirectedTo }) => redirectedTo === null)
    expect([first, second]).toEqual([expect.anything(), expect.anything()])
    const { ownerId } = await stored(task)
    expect(second?.state?.message).toBe(`${ownerId === caseworker.userId ? 'Jonas Jobcenter' : 'Ida Igen'} var først og har taget opgaven.`)
    expect(await owner().taskEvent.count({ where: { taskId: task, kind: 'taken' } })).toBe(1)
  })

  it('of a unit is the desk of that unit alone, and given back it stands there again', async () => {
    const id = await veteranInHands(caseworker, colleague)
    const task = await made(caseworker, id, { owner: 'unit' })
    const elsewhere = await staff('CASEWORKER')
    await assign(id, elsewhere)
    expect((await taskDesk(elsewhere, null)).queue.map((one) => one.id)).not.toContain(task)
    expect((await tasksAbout(elsewhere, id))?.open.map((one) => one.id)).toEqual([task])
    await act(colleague, takeTask, task)
    await act(colleague, giveTask, task, { version: '2', owner: 'free' })
    expect((await taskDesk(elsewhere, null)).queue.map((one) => one.id)).toContain(task)
  })
})
