import { afterEach, describe, expect, it } from 'vitest'
import { cancelRun, closeRun, createRun, releaseRun, reopenRun, resumeRun, reviewRun, stopRun } from '@/lib/outreach/runs/actions'
import { excludeMember, includeMember, recordCarried } from '@/lib/outreach/runs/members/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { letterGround, memoryChannels } from '../../support/letter-run'
import { boxes, couple, endRuns, groups, madeRun, never, owed, press, releasedRun, send, version } from './run-ground'

afterEach(endRuns)
const state = async (runId: string) => (await owner().run.findUniqueOrThrow({ where: { id: runId } })).state
const message = ({ state: form }: Awaited<ReturnType<typeof press>>) => form?.message ?? form?.fields

describe('a run from state to state', () => {
  it('is frozen once, with everybody in exactly one group and the sum of them kept apart', async () => {
    const [alive, dead] = [await owed(), await owed('paper', { diedOn: dayToDb(addDays(today(), -3)) })]
    const { maker } = await couple()
    const runId = await madeRun(maker)
    expect(await groups(runId)).toEqual({ TO_SEND: 1, DEAD: 1 })
    const run = await owner().run.findUniqueOrThrow({ where: { id: runId } })
    expect([run.population, run.frozenOn]).toEqual([2, dayToDb(today())])
    expect(await owner().runMember.findMany({ where: { runId }, select: { personId: true, reason: true, scope: true, channel: true }, orderBy: { personId: 'asc' } })).toEqual(
      [{ personId: alive.id, reason: 'first-letter-due', scope: 'first-letter-due', channel: 'DIGITAL_POST' }, { personId: dead.id, reason: 'dead', scope: 'first-letter-due', channel: null }].sort((a, b) => (a.personId < b.personId ? -1 : 1)),
    )
    await owed()
    const again = await import('@/lib/outreach/runs/jobs')
    expect(await again.freezeRunJob({ runId }, never)).toBeNull()
    expect((await groups(runId)).TO_SEND).toBe(1)
  })

  it('is released by a second person only: refused by the product and by the database', async () => {
    await owed()
    const { maker, second } = await couple()
    const runId = await madeRun(maker)
    await press(maker, reviewRun, runId)
    expect(message(await press(maker, releaseRun, runId))).toMatch(/en anden/i)
    await expect(owner().run.update({ where: { id: runId }, data: { releasedBy: maker.userId } })).rejects.toThrow()
    await press(second, releaseRun, runId)
    expect(await state(runId)).toBe('RELEASED')
    const job = await owner().$queryRaw<{ wait: number }[]>`SELECT extract(epoch FROM start_after - now())::int AS wait FROM pgboss.job WHERE name = 'run.send'`
    expect(job[0]?.wait).toBeGreaterThan(590)
  })

  it('is not released from a page that is no longer true', async () => {
    await owed()
    const { maker, second } = await couple()
    const runId = await madeRun(maker)
    const old = await version(runId)
    await press(maker, reviewRun, runId)
    const late = await as(second, () => submit(releaseRun, { runId, version: old }))
    expect(late.state?.message).toMatch(/ændret/)
    expect(await state(runId)).toBe('REVIEWED')
  })

  it('is stopped in the delay by anybody who may plan, also from an old page, and sends nothing', async () => {
    await owed()
    const { runId, maker } = await releasedRun()
    await as(maker, () => submit(stopRun, { runId, reason: 'Forkert tekst' }))
    const channels = memoryChannels()
    expect(await send(channels)({ runId }, never)).toBeNull()
    expect([await state(runId), channels.digital.posted.length]).toEqual(['STOPPED', 0])
  })

  it('goes back to the table, and takes a person out and in again with the reason kept', async () => {
    const person = await owed()
    await owed()
    const { maker } = await couple()
    const runId = await madeRun(maker)
    const values = { runId, personId: person.id, note: 'Får brevet af mig i morgen' }
    await as(maker, () => submit(excludeMember, values))
    expect(await groups(runId)).toEqual({ TO_SEND: 1, OUT: 1 })
    expect(await owner().runMember.findFirst({ where: { runId, personId: person.id } })).toMatchObject({ reason: 'excluded', note: values.note, decidedBy: maker.userId })
    await press(maker, reviewRun, runId)
    expect((await as(maker, () => submit(includeMember, values))).state?.message).toBeTruthy()
    await press(maker, reopenRun, runId)
    await as(maker, () => submit(includeMember, values))
    expect(await groups(runId)).toEqual({ TO_SEND: 2 })
  })

  it('sends the text it was reviewed with, whatever is approved afterwards', async () => {
    await owed()
    const { runId } = await releasedRun()
    const before = await owner().letterTemplateVersion.findFirstOrThrow({ where: { template: { code: 'first-letter' }, language: 'da' }, orderBy: { version: 'desc' } })
    const { id: _, ...rest } = before
    const newer = await owner().letterTemplateVersion.create({ data: { ...rest, blocks: rest.blocks ?? [], version: 99, title: 'Et helt andet brev' } })
    await owner().offer.updateMany({ data: { titleDa: 'Et andet tilbud' } })
    await send()({ runId }, never)
    const letter = await owner().letter.findFirstOrThrow({ where: { runId } })
    expect(letter.templateVersionId).toBe(before.id)
    await owner().letterTemplateVersion.delete({ where: { id: newer.id } })
  })

  it('closes only when nothing is left, and follows what happens after the sending', async () => {
    const [first, second_] = [await owed(), await owed()]
    const { runId, maker } = await releasedRun()
    await send()({ runId }, never)
    await owner().letter.updateMany({ where: { personId: first.id }, data: { state: 'RETURNED', returnedOn: dayToDb(today()) } })
    expect(await groups(runId)).toEqual({ SENT: 1, RETURNED: 1 })
    await owner().person.update({ where: { id: first.id }, data: { diedOn: dayToDb(today()) } })
    await owner().person.update({ where: { id: second_.id }, data: { diedOn: dayToDb(today()) } })
    expect(await groups(runId)).toEqual({ SENT: 1, DEAD: 1 })
    const moves = await owner().runMemberChange.findMany({ where: { runId, personId: first.id }, orderBy: { id: 'asc' }, select: { fromGroup: true, toGroup: true } })
    expect(moves).toEqual([{ fromGroup: 'TO_SEND', toGroup: 'SENT' }, { fromGroup: 'SENT', toGroup: 'RETURNED' }, { fromGroup: 'RETURNED', toGroup: 'DEAD' }])
    await owner().runMember.updateMany({ where: { runId, personId: second_.id }, data: { group: 'TO_SEND' } })
    expect(message(await press(maker, cancelRun, runId))).toBeTruthy()
    await press(maker, closeRun, runId)
    expect(await state(runId)).toBe('CLOSED')
    await owner().letter.updateMany({ where: { personId: second_.id }, data: { returnedOn: dayToDb(today()) } })
    expect(await groups(runId)).toEqual({ SENT: 1, DEAD: 1 })
  })

  it('refuses to close with a remainder', async () => {
    await owed('digital', { digitalPost: 'YES' })
    const { runId, maker } = await releasedRun()
    await send()({ runId }, never)
    await owner().run.update({ where: { id: runId }, data: { population: 2 } })
    expect(message(await press(maker, closeRun, runId))).toMatch(/1/)
    expect(await state(runId)).toBe('SENT')
  })

  it('lets one run at a time be open, and no role but the coordinator’s make one', async () => {
    const { maker, second } = await couple()
    await madeRun(maker)
    const templates = await letterGround(owner())
    const values = { name: 'En til', templateId: templates.yearly, firstTemplateId: '', ...boxes('dueThrough', addDays(today(), 30)), ...boxes('letterDate', today()) }
    expect((await as(second, () => submit(createRun, values))).state?.message).toMatch(/Årets brev/)
    expect((await as(await staff('MANAGER'), () => submit(createRun, values))).state?.message).toBeTruthy()
  })

  it('has the letters of protected people made apart and carried, and counts from the day they were', async () => {
    const person = await owed('paper', { protection: 'P1' })
    await owed()
    const { runId, maker } = await releasedRun()
    await send()({ runId }, never)
    expect(await groups(runId)).toEqual({ SENT: 1, BY_HAND: 1 })
    const letter = await owner().letter.findFirstOrThrow({ where: { personId: person.id } })
    expect([letter.state, letter.channel]).toEqual(['RENDERED', 'BY_HAND'])
    await as(maker, () => submit(recordCarried, { runId, personId: person.id, ...boxes('carriedOn', today()) }))
    expect(await groups(runId)).toEqual({ SENT: 2 })
    expect(await owner().outreachTask.count({ where: { personId: person.id, doneAt: null } })).toBe(0)
  })

  it('that was stopped half way goes on after a new review and release', async () => {
    await owed()
    const { runId, maker, second } = await releasedRun()
    await as(maker, () => submit(stopRun, { runId }))
    await press(maker, resumeRun, runId)
    await press(second, releaseRun, runId)
    await owner().run.update({ where: { id: runId }, data: { sendAfter: new Date(0) } })
    await send()({ runId }, never)
    expect(await groups(runId)).toEqual({ SENT: 1 })
  })
})
