import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeRun, releaseRun, reviewRun } from '@/lib/outreach/runs/actions'
import { invite, sendInvitations } from '@/lib/outreach/events/actions'
import { openEventPage } from '@/lib/outreach/events/event-page'
import { createInvitationRun } from '@/lib/outreach/runs/invitations/actions'
import { invitationGround } from '@/lib/outreach/runs/invitations/queries'
import { freezeRunJob } from '@/lib/outreach/runs/jobs'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'
import { replyCode } from '../../support/reply-code'
import { letterGround, memoryChannels } from '../../support/letter-run'
import { boxes, couple, endRuns, groups, madeRun, never, owed, press, send } from './run-ground'

let maker: Actor
let second: Actor
beforeAll(async () => {
  ;({ maker, second } = await couple())
})
afterEach(endRuns)

const hours = (n: number) => new Date(Date.now() + n * 3_600_000)
const flagDay = () => owner().yearEvent.create({ data: { kind: 'flag-day', titleDa: 'Flagdag', titleEn: 'Flag day', textDa: 'Kom', textEn: 'Come', place: 'Rådhuset', startsAt: hours(24 * 40), endsAt: hours(24 * 40 + 2) } })
const email = (personId: string) => owner().contactPoint.create({ data: { personId, kind: 'EMAIL', value: `${personId}@test.invalid`, allowed: true, source: 'test' } })
const listed = (eventId: string) => as(maker, () => submit(invite, { eventId }))

async function lettersFor(eventId: string, letterDate = addDays(today(), 1)) {
  const { flagDay: templateId } = await letterGround(owner())
  return as(maker, () => submit(createInvitationRun, { eventId, name: 'Flagdag', templateId, ...boxes('letterDate', letterDate) }))
}
async function frozen(eventId: string): Promise<string> {
  const { redirectedTo, state } = await lettersFor(eventId)
  if (!redirectedTo) throw new Error(JSON.stringify(state))
  const runId = redirectedTo.split('/').at(-1) ?? ''
  await freezeRunJob({ runId }, never)
  return runId
}

describe('letters to an event’s list', () => {
  it('go to those without a mail, once, with a code that opens the event, and the sum comes out', async () => {
    const { id } = await flagDay()
    const [mailed, paper, relative, never_] = [await veteran(), await veteran(), await person('RELATIVE'), await person('RELATIVE')]
    await email(mailed.id)
    await listed(id)
    await as(maker, () => submit(sendInvitations, { eventId: id }))
    await owner().wish.create({ data: { personId: never_.id, kind: 'NEVER', givenOn: dayToDb(today()), source: 'test' } })
    expect(await invitationGround(maker, id, today())).toMatchObject({ invited: 4, reached: 1, open: null })
    const runId = await frozen(id)
    expect(await groups(runId)).toEqual({ TO_SEND: 2, OPTED_OUT: 1, OUT: 1 })
    await press(maker, reviewRun, runId)
    await press(second, releaseRun, runId)
    await owner().run.update({ where: { id: runId }, data: { sendAfter: new Date(Date.now() - 1000) } })
    const channels = memoryChannels()
    await send(channels)({ runId }, never)
    expect(await groups(runId)).toEqual({ SENT: 2, OPTED_OUT: 1, OUT: 1 })
    const letters = await owner().letter.findMany({ where: { runId }, include: { codes: true } })
    expect(letters.every((letter) => letter.invitation && letter.codes.length === 1)).toBe(true)
    expect(letters.map((letter) => letter.personId).sort()).toEqual([paper.id, relative.id].sort())
    expect(await openEventPage(await replyCode(paper.id, { letterId: letters.find((letter) => letter.personId === paper.id)?.id }))).toMatchObject({ titleDa: 'Flagdag' })
    expect((await press(second, closeRun, runId)).redirectedTo).toBe(`/outreach/runs/${runId}`)
    // A second round finds nobody left, and those with a letter get no mail on top of it.
    await email(paper.id)
    await as(maker, () => submit(sendInvitations, { eventId: id }))
    expect(await owner().outboxMessage.count({ where: { personId: paper.id } })).toBe(0)
    expect(await groups(await frozen(id))).toEqual({ OPTED_OUT: 1, OUT: 3 })
  })

  it('do not count as the letter of the year, and stand beside the run that makes it', async () => {
    const { id } = await flagDay()
    const who = await owed('paper')
    await listed(id)
    const yearly = await madeRun(maker)
    const runId = await frozen(id)
    await owner().letter.create({ data: { personId: who.id, runId, invitation: true, templateVersionId: (await owner().letterTemplateVersion.findFirstOrThrow()).id, language: 'da', channel: 'PAPER', idempotencyKey: crypto.randomUUID(), state: 'SENT', sentOn: dayToDb(today()) } })
    const facts = await transaction({ role: 'worker' }, (tx) => tx.$queryRaw`SELECT last_letter_sent_on, returned_on FROM outreach_fact WHERE person_id = ${who.id}::uuid`)
    expect(facts).toEqual([{ last_letter_sent_on: null, returned_on: null }])
    expect((await owner().runMember.findUniqueOrThrow({ where: { runId_personId: { runId: yearly, personId: who.id } } })).group).toBe('TO_SEND')
  })

  it('are not mailed as well while they wait, are made once at a time, and never for a day that is over', async () => {
    const { id } = await flagDay()
    const who = await veteran()
    await listed(id)
    await frozen(id)
    await email(who.id)
    await as(maker, () => submit(sendInvitations, { eventId: id }))
    expect(await owner().outboxMessage.count({ where: { personId: who.id } })).toBe(0)
    expect((await lettersFor(id)).state?.message).toContain('Flagdag')
    const other = await flagDay()
    expect((await lettersFor(other.id)).state?.message).toBe('Lav invitationslisten først.')
    await listed(other.id)
    expect((await lettersFor(other.id, addDays(today(), 60))).state?.fields).toHaveProperty('letterDate')
    await owner().yearEvent.update({ where: { id: other.id }, data: { startsAt: hours(-1) } })
    expect((await lettersFor(other.id)).redirectedTo).toBeNull()
  })
})
