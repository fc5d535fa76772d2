'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { addDays, dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { lockPerson } from '../attempts/writes'
import { doneInput, postponeInput, replyInput } from './schema'
import { refreshTasks } from './writes'

/** The ladder is only climbed by an attempt: its tasks are closed by logging one, not by ticking them off. */
const CLOSED_BY_ATTEMPT = ['PHONE', 'OTHER_CHANNEL', 'HOME_VISIT']
const MOST_DAYS = 60

export const completeTask = staffAction({
  name: 'completeTask',
  may: 'outreach.record',
  schema: doneInput,
  async run({ actor, tx, today, audit }, input) {
    const task = await tx.outreachTask.findUnique({ where: { id: input.taskId }, select: { personId: true, kind: true } })
    if (!task) throw new Refused('outreach.error.gone')
    if (CLOSED_BY_ATTEMPT.includes(task.kind)) throw new Refused('outreach.error.logInstead')
    if (task.kind === 'RECONSIDER') throw new Refused('outreach.error.decideInstead')
    await lockPerson(tx, task.personId)
    const outcome = task.kind === 'ADDRESS' ? 'FOUND' : 'DONE'
    const { count } = await tx.outreachTask.updateMany({ where: { id: input.taskId, doneAt: null }, data: { doneAt: new Date(), doneBy: actor.userId, outcome } })
    if (count !== 1) throw new Refused('outreach.error.taskClosed')
    await refreshTasks(tx, today, task.personId)
    await audit({ action: 'task.done', personId: task.personId, details: { kind: task.kind } })
    return done('task', input.back)
  },
})

/** Put off with a reason. The clock of the rule is not stopped: the day is the coordinator's, and both are shown. */
export const postponeTask = staffAction({
  name: 'postponeTask',
  may: 'outreach.record',
  schema: postponeInput,
  async run({ actor, tx, today, audit }, input) {
    if (input.to <= today) throw new Refused('outreach.error.past', {}, 'to')
    if (input.to > addDays(today, MOST_DAYS)) throw new Refused('outreach.error.postponeLong', { days: MOST_DAYS }, 'to')
    if (input.to === input.due) throw new Refused('outreach.error.sameDay', {}, 'to')
    const task = await tx.outreachTask.findUnique({ where: { id: input.taskId }, select: { personId: true, kind: true, doneAt: true } })
    if (!task) throw new Refused('outreach.error.gone')
    // The day is its version: another reason for another day is not written over unseen.
    const { count } = await tx.outreachTask.updateMany({
      where: { id: input.taskId, doneAt: null, dueOn: dayToDb(input.due) },
      data: { dueOn: dayToDb(input.to), postponedAt: new Date(), postponedBy: actor.userId, postponeReason: input.reason },
    })
    if (count !== 1) throw new Refused(task.doneAt ? 'outreach.error.taskClosed' : 'outreach.error.taskMoved')
    await audit({ action: 'task.postponed', personId: task.personId, details: { kind: task.kind, to: input.to } })
    return done('postponed', input.back)
  },
})

/** The answer is read and nothing more is to be done about it. */
export const handleReply = staffAction({
  name: 'handleReply',
  may: 'outreach.record',
  schema: replyInput,
  async run({ actor, tx, today, audit }, input) {
    const reply = await tx.reply.findUnique({ where: { id: input.replyId }, select: { personId: true, kind: true } })
    if (!reply) throw new Refused('outreach.error.gone')
    await lockPerson(tx, reply.personId)
    const handled = { handledAt: new Date(), handledBy: actor.userId }
    const { count } = await tx.reply.updateMany({ where: { id: input.replyId, handledAt: null }, data: handled })
    if (count !== 1) throw new Refused('outreach.error.replyHandled')
    await tx.outreachTask.updateMany({ where: { personId: reply.personId, replyId: input.replyId, doneAt: null }, data: { doneAt: handled.handledAt, doneBy: actor.userId, outcome: 'DONE' } })
    await refreshTasks(tx, today, reply.personId)
    await audit({ action: 'reply.handled', personId: reply.personId, details: { kind: reply.kind } })
    return done('reply', input.back)
  },
})

async function done(key: 'task' | 'postponed' | 'reply', back: string | undefined) {
  const t = await getTranslations('outreach.done')
  if (!back) return { message: t(key) }
  await flash(t(key))
  return { redirectTo: back }
}
