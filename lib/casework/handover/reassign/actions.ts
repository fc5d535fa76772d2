'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { reassignInput, undoInput } from './schema'
import { giveMany, takeBack } from './writes'

/** Cases of one colleague to others, each to the one chosen for it. */
export const reassignCases = staffAction({
  name: 'reassignCases',
  may: 'assignment.manage',
  schema: reassignInput,
  async run({ actor, tx, today, audit }, { userId, move, tasks }) {
    const { moved, left, moment } = await giveMany(tx, actor, userId, move, tasks, today)
    await audit({ action: 'case.many-given', people: moved.map(({ personId }) => personId), details: { from: userId, cases: moved.length, stayed: left.length, tasks } })
    const query = new URLSearchParams([['done', moment], ...left.map(({ caseId, why }) => ['left', `${caseId}:${why}`])])
    return { redirectTo: `/handover/${userId}?${query}` }
  },
})

/** Takes back what was given at that moment, where nobody has touched it since. */
export const undoReassign = staffAction({
  name: 'undoReassign',
  may: 'assignment.manage',
  schema: undoInput,
  async run({ actor, tx, today, audit }, { userId, moment }) {
    const back = await takeBack(tx, actor, userId, moment, today)
    if (back.length === 0) throw new Refused('casework.handover.error.nothingBack')
    await audit({ action: 'case.many-taken-back', people: back.map(({ personId }) => personId), details: { from: userId, cases: back.length } })
    return { redirectTo: `/handover/${userId}?${new URLSearchParams([['done', moment], ['undone', String(back.length)]])}` }
  },
})
