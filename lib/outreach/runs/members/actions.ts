'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { isOpenForReview } from '../rules'
import { carriedInput, excludeInput, memberInput } from '../schema'
import { lockRun } from '../writes'

/** Takes one person out, and says why. The group follows by itself. */
export const excludeMember = staffAction({
  name: 'excludeMember',
  may: 'outreach.plan',
  schema: excludeInput,
  async run({ actor, tx, audit }, { runId, personId, note }) {
    const run = await lockRun(tx, runId)
    // After the sending only those who are left can be taken out: it is how a remainder is settled on purpose.
    if (!isOpenForReview(run.state) && run.state !== 'SENT') throw new Refused('runs.error.notOpen')
    const changed = await tx.runMember.updateMany({ where: { runId, personId, group: 'TO_SEND', excludedAt: null }, data: { excludedAt: now(), note, decidedBy: actor.userId, version: { increment: 1 } } })
    if (changed.count !== 1) throw new Refused('runs.error.notToSend')
    await audit({ action: 'run.member-excluded', personId, details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}?group=TO_SEND` }
  },
})

export const includeMember = staffAction({
  name: 'includeMember',
  may: 'outreach.plan',
  schema: memberInput,
  async run({ actor, tx, audit }, { runId, personId }) {
    const run = await lockRun(tx, runId)
    if (!isOpenForReview(run.state)) throw new Refused('runs.error.notOpen')
    const changed = await tx.runMember.updateMany({ where: { runId, personId, excludedAt: { not: null } }, data: { excludedAt: null, note: null, decidedBy: actor.userId, version: { increment: 1 } } })
    if (changed.count !== 1) throw new Refused('runs.error.notExcluded')
    await audit({ action: 'run.member-included', personId, details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}?group=OUT` }
  },
})

/** A protected person's letter has been carried to them: from that day the next year is counted. */
export const recordCarried = staffAction({
  name: 'recordCarried',
  may: 'outreach.record',
  schema: carriedInput,
  async run({ actor, tx, today, audit }, { runId, personId, carriedOn }) {
    await lockRun(tx, runId)
    if (carriedOn > today) throw new Refused('runs.error.dayAhead', {}, 'carriedOn')
    const changed = await tx.letter.updateMany({
      where: { runId, personId, channel: 'BY_HAND', state: 'RENDERED' },
      data: { state: 'SENT', sentOn: dayToDb(carriedOn), sentAt: now(), settledBy: actor.userId, settledAt: now() },
    })
    if (changed.count !== 1) throw new Refused('runs.error.nothingToCarry')
    await tx.outreachTask.updateMany({ where: { personId, kind: 'BY_HAND', doneAt: null }, data: { doneAt: now(), doneBy: actor.userId, outcome: 'CARRIED' } })
    await audit({ kind: 'DISCLOSURE', action: 'letter.carried', personId, details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}?group=BY_HAND` }
  },
})
