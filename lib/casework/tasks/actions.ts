'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { placeOf } from './places'
import { settledElsewhere, type TaskSource } from './rules'
import { dropInput, giveInput, goneInput, moveInput, taskInput, taskRef } from './schema'
import { addTask, change, dueOf, findTask, followUp, ownerOf, withdrawFollowUp } from './writes'

const say = async (key: string) => flash((await getTranslations('casework.task'))(`flash.${key}`))

export const makeTask = staffAction({
  name: 'makeTask',
  may: 'task.record',
  schema: taskInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const id = await addTask(tx, actor, input, today)
    await audit({ action: 'task.made', personId: input.personId, details: { task: id } })
    await say('made')
    return { redirectTo: placeOf(input.back, input.personId ?? null, { changed: id }) }
  },
})

/** Somebody was first: they are named, and nothing is taken from them. */
export const takeTask = staffAction({
  name: 'takeTask',
  may: 'task.record',
  schema: taskRef,
  async run({ actor, tx, audit }, { task: id, back }) {
    const task = await findTask(tx, id)
    await ownerOf(tx, actor, 'me', task.personId)
    await change(tx, task, 'open', { ownerId: actor.userId }, { ownerId: null })
    await audit({ action: 'task.taken', personId: task.personId ?? undefined, details: { task: id } })
    await say('taken')
    return { redirectTo: placeOf(back, task.personId, { changed: id }) }
  },
})

export const giveTask = staffAction({
  name: 'giveTask',
  may: 'task.record',
  schema: giveInput,
  async run({ actor, tx, audit }, { task: id, version, owner, back }) {
    const task = await findTask(tx, id)
    await change(tx, task, 'open', await ownerOf(tx, actor, owner, task.personId), { version })
    await audit({ action: 'task.given', personId: task.personId ?? undefined, details: { task: id } })
    await say('given')
    return { redirectTo: placeOf(back, task.personId, { changed: id }) }
  },
})

export const finishTask = staffAction({
  name: 'finishTask',
  may: 'task.record',
  schema: taskRef,
  async run({ actor, tx, today, audit }, { task: id, back }) {
    const task = await findTask(tx, id)
    if (settledElsewhere(task.source as TaskSource)) throw new Refused('casework.task.error.decideInstead')
    await change(tx, task, 'open', { state: 'done' })
    await followUp(tx, actor, task, today)
    await audit({ action: 'task.done', personId: task.personId ?? undefined, details: { task: id } })
    return { redirectTo: placeOf(back, task.personId, { done: id }) }
  },
})

/** Not done, and nobody is going to: said with the reason. A series ends with it. */
export const dropTask = staffAction({
  name: 'dropTask',
  may: 'task.record',
  schema: dropInput,
  freeText: true,
  async run({ tx, audit }, { task: id, version, reason, back }) {
    const task = await findTask(tx, id)
    if (settledElsewhere(task.source as TaskSource)) throw new Refused('casework.task.error.decideInstead')
    await change(tx, task, 'open', { state: 'dropped', reason }, { version })
    await audit({ action: 'task.dropped', personId: task.personId ?? undefined, details: { task: id } })
    await say('dropped')
    return { redirectTo: placeOf(back, task.personId, { changed: id }) }
  },
})

export const reopenTask = staffAction({
  name: 'reopenTask',
  may: 'task.record',
  schema: taskRef,
  async run({ tx, audit }, { task: id, back }) {
    const task = await findTask(tx, id)
    if (settledElsewhere(task.source as TaskSource)) throw new Refused('casework.task.error.decideInstead')
    await withdrawFollowUp(tx, task)
    await change(tx, task, 'closed', { state: 'open' })
    await audit({ action: 'task.reopened', personId: task.personId ?? undefined, details: { task: id } })
    await say('reopened')
    return { redirectTo: placeOf(back, task.personId, { changed: id }) }
  },
})

/** Another day, with the reason: the day it had stands in the history. */
export const moveTask = staffAction({
  name: 'moveTask',
  may: 'task.record',
  schema: moveInput,
  freeText: true,
  async run({ tx, today, audit }, { task: id, version, due, reason, back }) {
    const task = await findTask(tx, id)
    const day = await dueOf(tx, due, today)
    await change(tx, task, 'open', { dueOn: dayToDb(day.due), explanation: day.explanation, reason }, { version })
    await audit({ action: 'task.moved', personId: task.personId ?? undefined, details: { task: id, to: day.due } })
    await say('moved')
    return { redirectTo: placeOf(back, task.personId, { changed: id }) }
  },
})

/** About somebody one no longer reaches: back to those who have the person in hand. */
export const letTaskGo = staffAction({
  name: 'letTaskGo',
  may: 'task.record',
  schema: goneInput,
  async run({ tx, audit }, { task: id }) {
    const [gone] = await tx.$queryRaw<{ gone: boolean }[]>`SELECT access.let_task_go(${id}::uuid) AS gone`
    if (!gone?.gone) throw new Refused('casework.error.gone')
    await audit({ action: 'task.let-go', details: { task: id } })
    await say('letGo')
    return { redirectTo: placeOf('desk', null, { changed: id }) }
  },
})
