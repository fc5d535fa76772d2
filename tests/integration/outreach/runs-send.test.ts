import { afterEach, describe, expect, it } from 'vitest'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { today } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { memoryChannels } from '../../support/letter-run'
import { endRuns, groups, never, owed, releasedRun, send } from './run-ground'

afterEach(endRuns)

describe('sending a run', () => {
  it('gives everyone one letter by their channel, files it on them, and the run is sent', async () => {
    const people = [await owed(), await owed(), await owed('paper')]
    const { runId } = await releasedRun()
    const channels = memoryChannels()
    expect(await send(channels)({ runId }, never)).toEqual({ letters: 2 })
    expect(await groups(runId)).toEqual({ SENT: 3 })
    expect((await owner().run.findUniqueOrThrow({ where: { id: runId } })).state).toBe('SENT')
    expect(channels.digital.posted).toHaveLength(2)
    expect(channels.print.posted.map(({ kind }) => kind)).toEqual(['print', 'manifest'])
    const letters = await owner().letter.findMany({ where: { runId } })
    expect(letters.map(({ state, sentOn }) => [state, sentOn])).toEqual(Array.from({ length: 3 }, () => ['SENT', dayToDb(today())]))
    for (const letter of letters) {
      const file = await owner().storedFile.findUniqueOrThrow({ where: { id: letter.fileId ?? '' } })
      expect([file.personId, file.sha256]).toEqual([letter.personId, letter.sha256])
      const read = await readLetter(file.bytes)
      expect([read.token, read.lang]).toEqual([letter.id, 'da'])
    }
    expect(new Set(letters.map(({ personId }) => personId))).toEqual(new Set(people.map(({ id }) => id)))
  })

  it('forgets the code in clear once the letter has left', async () => {
    await owed()
    const { runId } = await releasedRun()
    await send()({ runId }, never)
    const codes = await owner().replyCode.findMany({ where: { letter: { runId } } })
    expect(codes.map(({ cipher }) => cipher)).toEqual([null])
  })

  it('speaks English to those who read English, and says first things to newcomers', async () => {
    const person = await owed('digital', { language: 'en' })
    const { runId } = await releasedRun()
    await send()({ runId }, never)
    const letter = await owner().letter.findFirstOrThrow({ where: { personId: person.id }, include: { templateVersion: { include: { template: true } } } })
    expect([letter.language, letter.templateVersion.template.code]).toEqual(['en', 'first-letter'])
  })

  it('starts nothing before the delay is over', async () => {
    await owed()
    const { runId } = await releasedRun()
    await owner().run.update({ where: { id: runId }, data: { sendAfter: new Date(Date.now() + 60_000) } })
    expect(await send()({ runId }, never)).toBeNull()
    expect(await owner().letter.count({ where: { runId } })).toBe(0)
  })

  it('does not print the address of somebody who was protected after the release', async () => {
    const person = await owed('paper')
    await owed('paper')
    const { runId } = await releasedRun()
    await owner().person.update({ where: { id: person.id }, data: { protection: 'P1' } })
    const channels = memoryChannels()
    await send(channels)({ runId }, never)
    expect(await groups(runId)).toEqual({ SENT: 1, BY_HAND: 1 })
    expect(await owner().letter.count({ where: { personId: person.id, state: 'SENT' } })).toBe(0)
    expect(await owner().outreachTask.count({ where: { personId: person.id, kind: 'BY_HAND' } })).toBe(1)
  })

  it('takes off whoever died, or was protected, between the making and the hand-over', async () => {
    const [dead, hidden, well] = [await owed('paper'), await owed('paper'), await owed('paper')]
    const { runId } = await releasedRun()
    let once = true
    const reached = async (point: string) => {
      if (point !== 'stored' || !once) return
      once = false
      await owner().person.update({ where: { id: dead.id }, data: { diedOn: dayToDb(today()) } })
      await owner().person.update({ where: { id: hidden.id }, data: { protection: 'P2' } })
    }
    const channels = memoryChannels()
    await send(channels, { reached })({ runId }, never)
    expect(await groups(runId)).toEqual({ SENT: 1, DEAD: 1, BY_HAND: 1 })
    const print = channels.print.posted.find(({ kind }) => kind === 'print')
    const text = (await readLetter(print!.bytes)).text
    expect(text).toContain(well.lastName)
    expect([text.includes(dead.lastName), text.includes(hidden.lastName)]).toEqual([false, false])
  })

  it('keeps those it cannot write to in the account, with the reason', async () => {
    await veteran({ digitalPost: 'YES' }, { address: null })
    const { runId } = await releasedRun()
    await send()({ runId }, never)
    expect(await owner().letter.findMany({ where: { runId }, select: { state: true, errorCode: true } })).toEqual([{ state: 'FAILED', errorCode: 'missing-address' }])
    expect(await groups(runId)).toEqual({ TO_SEND: 1 })
  })
})
