'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { dayOf, dayToDb } from '@/lib/platform/day'
import { refreshSender } from '../content/writes'
import { sumsOf } from '../placing/writes'
import { runInput, settleInput } from '../schema'
import { checkVersion, lockRun } from '../writes'
import { sendAgain } from './writes'

/** A person has asked the other end: the letter left, or it did not. A print file is settled as one, as it left as one. */
export const settleLetter = staffAction({
  name: 'settleLetter',
  may: 'outreach.record',
  schema: settleInput,
  async run({ actor, tx, audit }, { letterId, left }) {
    const letter = await tx.letter.findUnique({ where: { id: letterId }, select: { runId: true, partId: true, renderedAt: true, personId: true } })
    if (!letter?.runId) throw new Refused('runs.error.unknown')
    await lockRun(tx, letter.runId)
    const settled = { settledBy: actor.userId, settledAt: now(), errorCode: null }
    const leftOn = dayOf(letter.renderedAt ?? now())
    const data = left === 'yes' ? { ...settled, state: 'SENT' as const, sentOn: dayToDb(leftOn), sentAt: letter.renderedAt } : { ...settled, state: 'PLANNED' as const, partId: null, sequence: null }
    const where = letter.partId ? { partId: letter.partId } : { id: letterId }
    const changed = await tx.letter.updateMany({ where: { ...where, state: 'UNCERTAIN' }, data })
    if (changed.count === 0) throw new Refused('runs.error.settled')
    if (left === 'no') await sendAgain(tx, letter.runId)
    await audit({ action: left === 'yes' ? 'letter.settled-left' : 'letter.settled-not-left', personId: letter.personId, details: { runId: letter.runId, letters: changed.count } })
    return { redirectTo: `/outreach/runs/${letter.runId}/letters` }
  },
})

/** The rest of a run that has been sent: letters that failed and people who can be written to after all. Same text, same release. */
export const sendRest = staffAction({
  name: 'sendRest',
  may: 'outreach.release',
  schema: runInput,
  async run({ actor, tx, audit }, { runId, version }) {
    const run = await lockRun(tx, runId)
    checkVersion(run, version)
    if (run.state !== 'SENT') throw new Refused('runs.refused.no-such-step')
    if (run.createdBy === actor.userId) throw new Refused('runs.refused.releaser-is-maker')
    const left = (await sumsOf(tx, runId)).sums.groups.TO_SEND
    if (left === 0) throw new Refused('runs.refused.nothing-to-send')
    await tx.letter.updateMany({ where: { runId, state: 'FAILED' }, data: { state: 'CANCELLED', errorCode: null, leaseUntil: null } })
    await refreshSender(tx, runId)
    await sendAgain(tx, runId)
    await audit({ action: 'run.rest-released', details: { runId, left } })
    return { redirectTo: `/outreach/runs/${runId}` }
  },
})
