'use server'

import { randomUUID } from 'node:crypto'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { env } from '@/lib/platform/env'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { contentProblem } from './content/content'
import { pinContent, unpinContent } from './content/writes'
import { sumsOf } from './placing/writes'
import { createRunInput, runInput, stopInput } from './schema'
import { checkVersion, lockRun, moveRun } from './writes'

/** Makes the run and sends for its population: frozen in the background within a second or two. */
export const createRun = staffAction({
  name: 'createRun',
  may: 'outreach.plan',
  schema: createRunInput,
  async run({ actor, tx, today, audit }, input) {
    if (input.dueThrough < today) throw new Refused('runs.error.duePast', {}, 'dueThrough')
    if (input.letterDate < today) throw new Refused('runs.error.letterPast', {}, 'letterDate')
    const open = await tx.run.findFirst({ where: { eventId: null, state: { in: ['DRAFT', 'REVIEWED', 'RELEASED', 'SENDING', 'STOPPED'] } }, select: { name: true } })
    if (open) throw new Refused('runs.error.oneOpen', { name: open.name })
    const id = randomUUID()
    const { name, templateId, firstTemplateId } = input
    await tx.run.createMany({ data: [{ id, name, templateId, firstTemplateId, dueThrough: dayToDb(input.dueThrough), letterDate: dayToDb(input.letterDate), createdBy: actor.userId }] })
    await enqueue(tx, 'run.freeze', { runId: id })
    await audit({ action: 'run.created', details: { runId: id, dueThrough: input.dueThrough } })
    return { redirectTo: `/outreach/runs/${id}` }
  },
})

/** The maker has looked it through: from here the text is the one that will be sent. */
export const reviewRun = staffAction({
  name: 'reviewRun',
  may: 'outreach.plan',
  schema: runInput,
  async run({ actor, tx, today, audit }, { runId, version }) {
    const run = await lockRun(tx, runId)
    checkVersion(run, version)
    if (!run.frozen) throw new Refused('runs.error.notFrozen')
    const { content, texts } = await pinContent(tx, run)
    const problem = contentProblem(content)
    if (problem) throw new Refused(`runs.error.${problem}`)
    if (!texts.some((text) => text.kind === 'yearly' && text.language === 'da')) throw new Refused('runs.error.noText')
    await moveRun(tx, { run, to: 'REVIEWED', actorId: actor.userId, now: now(), today, set: { reviewedBy: actor.userId, reviewedAt: now() } })
    await audit({ action: 'run.reviewed', details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}` }
  },
})

/** Back to the table, to take somebody out or to use a newer text. */
export const reopenRun = staffAction({
  name: 'reopenRun',
  may: 'outreach.plan',
  schema: runInput,
  async run({ actor, tx, today, audit }, { runId, version }) {
    const run = await lockRun(tx, runId)
    checkVersion(run, version)
    await moveRun(tx, { run, to: 'DRAFT', actorId: actor.userId, now: now(), today })
    await unpinContent(tx, runId)
    await audit({ action: 'run.reopened', details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}` }
  },
})

/** The second person. Nothing leaves before the delay is over. */
export const releaseRun = staffAction({
  name: 'releaseRun',
  may: 'outreach.release',
  schema: runInput,
  async run({ actor, tx, today, audit }, { runId, version }) {
    const run = await lockRun(tx, runId)
    checkVersion(run, version)
    const releasedAt = now()
    const sendAfter = new Date(releasedAt.getTime() + env().RUN_DELAY_SECONDS * 1000)
    await moveRun(tx, { run, to: 'RELEASED', actorId: actor.userId, now: releasedAt, today, set: { releasedBy: actor.userId, releasedAt, sendAfter, stopReason: null } })
    await enqueue(tx, 'run.send', { runId }, { startAfter: sendAfter })
    await audit({ action: 'run.released', details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}` }
  },
})

/** Stops it, whoever presses and however old their page is. What has left has left; nothing more does. */
export const stopRun = staffAction({
  name: 'stopRun',
  may: 'outreach.plan',
  schema: stopInput,
  async run({ actor, tx, today, audit }, { runId, reason }) {
    const run = await lockRun(tx, runId)
    const stopped = { stoppedBy: actor.userId, stoppedAt: now(), stopReason: reason || null }
    await moveRun(tx, { run, to: 'STOPPED', actorId: actor.userId, now: now(), today, set: stopped })
    await audit({ action: 'run.stopped', details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}` }
  },
})

/** A stopped run is looked at anew and released anew, with the text it was pinned to. */
export const resumeRun = staffAction({
  name: 'resumeRun',
  may: 'outreach.plan',
  schema: runInput,
  async run({ actor, tx, today, audit }, { runId, version }) {
    const run = await lockRun(tx, runId)
    checkVersion(run, version)
    await moveRun(tx, { run, to: 'REVIEWED', actorId: actor.userId, now: now(), today, set: { reviewedBy: actor.userId, reviewedAt: now(), releasedBy: null, releasedAt: null, sendAfter: null } })
    await audit({ action: 'run.resumed', details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}` }
  },
})

export const cancelRun = staffAction({
  name: 'cancelRun',
  may: 'outreach.plan',
  schema: runInput,
  async run({ actor, tx, today, audit }, { runId, version }) {
    const run = await lockRun(tx, runId)
    checkVersion(run, version)
    // A letter that is being handed over, or in doubt, may have left: then there is something to account for.
    const { letters } = await sumsOf(tx, runId)
    if (letters.SENDING || letters.UNCERTAIN) throw new Refused('runs.refused.letters-open')
    await moveRun(tx, { run, to: 'CANCELLED', actorId: actor.userId, now: now(), today })
    await audit({ action: 'run.cancelled', details: { runId } })
    return { redirectTo: '/outreach/runs' }
  },
})

/** Only when it adds up to nothing left. */
export const closeRun = staffAction({
  name: 'closeRun',
  may: 'outreach.plan',
  schema: runInput,
  async run({ actor, tx, today, audit }, { runId, version }) {
    const run = await lockRun(tx, runId)
    checkVersion(run, version)
    await moveRun(tx, { run, to: 'CLOSED', actorId: actor.userId, now: now(), today, set: { closedBy: actor.userId, closedAt: now() } })
    await audit({ action: 'run.closed', details: { runId } })
    return { redirectTo: `/outreach/runs/${runId}` }
  },
})
