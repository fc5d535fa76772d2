'use server'

import { randomUUID } from 'node:crypto'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { dayOf, dayToDb } from '@/lib/platform/day'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { createInvitationRunInput } from './schema'

/** Letters to those on the list who have neither answered nor been mailed: reviewed, released, sent and closed as any other run. */
export const createInvitationRun = staffAction({
  name: 'createInvitationRun',
  may: 'outreach.plan',
  schema: createInvitationRunInput,
  async run({ actor, tx, today, audit }, { eventId, name, templateId, letterDate }) {
    if (letterDate < today) throw new Refused('runs.error.letterPast', {}, 'letterDate')
    const event = await tx.yearEvent.findUnique({ where: { id: eventId }, select: { startsAt: true, cancelledAt: true, invitedAt: true } })
    if (!event || event.cancelledAt || event.startsAt <= now()) throw new Refused('events.error.over')
    if (!event.invitedAt) throw new Refused('runs.invitations.noList')
    if (letterDate >= dayOf(event.startsAt)) throw new Refused('runs.invitations.tooLate', {}, 'letterDate')
    // One round at a time, also for two clicks in the same second: the index on run would only answer with an error nobody understands.
    await tx.$queryRaw`SELECT id FROM year_event WHERE id = ${eventId}::uuid FOR UPDATE`
    const open = await tx.run.findFirst({ where: { eventId, state: { in: ['DRAFT', 'REVIEWED', 'RELEASED', 'SENDING', 'STOPPED'] } }, select: { name: true } })
    if (open) throw new Refused('runs.error.oneOpen', { name: open.name })
    const id = randomUUID()
    await tx.run.createMany({ data: [{ id, name, templateId, eventId, dueThrough: dayToDb(letterDate), letterDate: dayToDb(letterDate), createdBy: actor.userId }] })
    await enqueue(tx, 'run.freeze', { runId: id })
    await audit({ action: 'run.created', details: { runId: id, event: eventId } })
    return { redirectTo: `/outreach/runs/${id}` }
  },
})
