import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { finishTask, reopenTask } from '@/lib/casework/tasks/actions'
import { taskDesk } from '@/lib/casework/tasks/queries'
import { tally } from '@/lib/casework/tasks/rules'
import { today } from '@/lib/platform/clock'
import { addDays, dayFromDb, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { act, asked, inAWeek, lose, made, make, taskOf, tasksAbout, veteranInHands } from '../../support/tasks'

let caseworker: Actor, colleague: Actor, coordinator: Actor

beforeAll(async () => {
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter' })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen' })
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
})

describe('a series', () => {
  const weekly = async (personId: string) => made(caseworker, personId, { repeat: 'WEEK-1' })
  const next = (task: string) => owner().task.findMany({ where: { sourceId: task, source: 'repeat' } })

  it('makes the next one when one is done, and never two', async () => {
    const task = await weekly(await veteranInHands(caseworker, colleague))
    await Promise.all([act(caseworker, finishTask, task), act(colleague, finishTask, task), act(coordinator, finishTask, task)])
    const found = await next(task)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ state: 'open', ownerId: caseworker.userId, repeatEvery: 1, text: 'Ring til bagermesteren' })
    expect(dayFromDb(found[0]?.dueOn ?? new Date(0)) > inAWeek).toBe(true)
  })

  it('has one next also where somebody writes past the form', async () => {
    const id = await veteranInHands(caseworker)
    const task = await weekly(id)
    await act(caseworker, finishTask, task)
    await expect(asked(caseworker, `INSERT INTO task (person_id, text, due_on, created_by, source, source_id) VALUES ('${id}', 'x', current_date, '${caseworker.userId}', 'repeat', '${task}')`)).rejects.toThrow(/Unique constraint|duplicate key/)
  })

  it('opened again takes its next one back, and done again gives the same one', async () => {
    const id = await veteranInHands(caseworker)
    const task = await weekly(id)
    await act(caseworker, finishTask, task)
    await act(caseworker, reopenTask, task)
    expect(await next(task)).toMatchObject([{ state: 'dropped' }])
    await act(caseworker, finishTask, task)
    expect(await next(task)).toMatchObject([{ state: 'open' }])
    const [second] = await next(task)
    await act(caseworker, finishTask, second?.id ?? '')
    expect((await act(caseworker, reopenTask, task)).state?.message).toContain('Den næste i rækken er allerede gjort')
    expect(await owner().task.count({ where: { personId: id } })).toBe(3)
  })

  it('goes to those who have the person in hand when its owner has lost them', async () => {
    const id = await veteranInHands(caseworker, colleague)
    const task = await weekly(id)
    await lose(id, caseworker)
    await act(colleague, finishTask, task)
    expect(await next(task)).toMatchObject([{ ownerId: null, unitId: null }])
  })
})

describe('the lists', () => {
  it('are sorted by the day, the count and the list are one, and the number of statements does not grow', async () => {
    const me = await staff('CASEWORKER')
    const id = await veteranInHands(me)
    const days = Array.from({ length: 40 }, (_, nth) => addDays(today(), ((nth * 17) % 61) - 20))
    await owner().task.createMany({ data: days.map((on) => ({ personId: id, text: 'x', dueOn: dayToDb(on), ownerId: me.userId })) })
    const { result, statements } = await countQueries(() => taskDesk(me, null))
    expect(result.mine.map(({ dueOn }) => dueOn)).toEqual([...days].sort())
    expect(tally(result.mine, today())).toEqual({ overdue: days.filter((on) => on < today()).length, today: days.filter((on) => on === today()).length, week: days.filter((on) => on > today() && on <= inAWeek).length, later: days.filter((on) => on > inAWeek).length })
    expect(statements).toHaveLength(2)
    expect((await countQueries(() => tasksAbout(me, id))).statements.length).toBeLessThanOrEqual(4)
  })
})

describe('a merge', () => {
  it('moves tasks and their history, and its undoing moves them back', async () => {
    const [kept, merged] = [await veteran({ lastName: 'Samlesen' }), await veteran({ lastName: 'Samlesen' })]
    await make(coordinator, kept.id, { owner: 'free' })
    await make(coordinator, merged.id, { owner: 'me', repeat: 'WEEK-1' })
    const task = await taskOf(merged.id)
    const db = (run: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRawUnsafe<{ answer: { id?: string; refused?: string } }[]>(run))
    const [made] = await db(`SELECT access.merge_people('${kept.id}', '${merged.id}', '{}', false, false) AS answer`)
    expect((await tasksAbout(coordinator, kept.id))?.open).toHaveLength(2)
    await act(coordinator, finishTask, task)
    expect((await tasksAbout(coordinator, kept.id))?.closed[0]?.events.map(({ kind }) => kind)).toEqual(['made', 'done'])
    expect((await db(`SELECT access.undo_merge('${made?.answer.id}') AS answer`))[0]?.answer).not.toHaveProperty('refused')
    expect((await owner().task.findUniqueOrThrow({ where: { id: task } })).personId).toBe(merged.id)
    // Also what happened to it while the two were one.
    expect(await owner().taskEvent.count({ where: { taskId: task, personId: merged.id } })).toBe(2)
  })
})
