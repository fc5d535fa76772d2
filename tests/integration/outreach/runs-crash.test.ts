import { afterEach, describe, expect, it, vi } from 'vitest'
import { settleLetter, sendRest } from '@/lib/outreach/runs/leftovers/actions'
import { stopRun } from '@/lib/outreach/runs/actions'
import type { SendPoint } from '@/lib/outreach/letters/tools'
import { as, submit } from '../../support/as'
import { owner } from '../../support/db'
import { memoryChannel, memoryChannels } from '../../support/letter-run'
import { endRuns, groups, never, owed, press, releasedRun, send } from './run-ground'

afterEach(endRuns)
const points: SendPoint[] = ['planned', 'claimed', 'stored', 'sending', 'delivered']
const crowd = async (digital: number, paper = 0) => {
  for (let n = 0; n < digital; n++) await owed()
  for (let n = 0; n < paper; n++) await owed('paper')
}
/** Leases of a worker that died: over. */
const leasesOver = () => owner().$executeRaw`WITH parts AS (UPDATE print_part SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL) UPDATE letter SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL`
function dieAt(point: SendPoint, nth: number) {
  let seen = 0
  return (reached: SendPoint) => {
    if (reached === point && ++seen === nth) throw new Error('killed')
  }
}
const settled = (channels: ReturnType<typeof memoryChannels>) => channels.digital.posted.length === channels.digital.distinct().size

describe('a worker that dies', () => {
  it.each(points.flatMap((point) => [1, 2, 3].map((nth) => ({ point, nth }))))('at $point ($nth) loses no letter and sends none twice', async ({ point, nth }) => {
    await crowd(3, 2)
    const { runId } = await releasedRun()
    const channels = memoryChannels(true)
    await send(channels, { batch: 2, reached: dieAt(point, nth) })({ runId }, never).catch(() => {})
    await leasesOver()
    await send(channels, { batch: 2 })({ runId }, never)
    expect(await groups(runId)).toEqual({ SENT: 5 })
    expect([channels.digital.posted.length, settled(channels), channels.print.posted.length]).toEqual([3, true, 2])
  })

  it('on a channel that takes everything twice leaves the doubt to a person, and one letter at most', async () => {
    await crowd(3)
    const { runId, maker } = await releasedRun()
    const channels = { ...memoryChannels(), digital: memoryChannel(false) }
    await send(channels, { reached: dieAt('delivered', 2) })({ runId }, never).catch(() => {})
    await leasesOver()
    await send(channels)({ runId }, never)
    expect(channels.digital.posted).toHaveLength(3)
    const doubt = await owner().letter.findMany({ where: { runId, state: 'UNCERTAIN' } })
    expect(doubt).toHaveLength(1)
    expect(channels.digital.posted.map(({ key }) => key)).toContain(doubt[0]?.idempotencyKey)
    await as(maker, () => submit(settleLetter, { letterId: doubt[0]?.id ?? '', left: 'yes' }))
    expect(await groups(runId)).toEqual({ SENT: 3 })
  })

  it('in doubt that did not leave is sent once more, because a person said so', async () => {
    await crowd(2)
    const { runId, maker } = await releasedRun()
    const broken = memoryChannel(false, (_, nth) => {
      if (nth === 1) throw new Error('line dead')
    })
    await send({ ...memoryChannels(), digital: broken })({ runId }, never)
    expect((await owner().run.findUniqueOrThrow({ where: { id: runId } })).state).toBe('SENT')
    const doubt = await owner().letter.findFirstOrThrow({ where: { runId, state: 'UNCERTAIN' } })
    await as(maker, () => submit(settleLetter, { letterId: doubt.id, left: 'no' }))
    const channels = memoryChannels()
    await send(channels)({ runId }, never)
    expect([await groups(runId), channels.digital.posted.length]).toEqual([{ SENT: 2 }, 1])
  })

  it('and wakes after its lease changes nothing: its number is out of date', async () => {
    await crowd(1)
    const { runId } = await releasedRun()
    const channels = memoryChannels()
    let woken = false
    const reached = async (point: SendPoint) => {
      if (point !== 'delivered' || woken) return
      woken = true
      await leasesOver()
      await send(channels)({ runId }, never)
    }
    await send(channels, { reached })({ runId }, never)
    expect([await groups(runId), channels.digital.posted.length]).toEqual([{ SENT: 1 }, 1])
    expect((await owner().letter.findFirstOrThrow({ where: { runId } })).receipt).toBe('duplicate')
  })

  it('beside two others: they share the letters and none goes twice', async () => {
    await crowd(20, 4)
    const { runId } = await releasedRun()
    const channels = memoryChannels()
    await Promise.all([1, 2, 3].map(() => send(channels, { batch: 3 })({ runId }, never)))
    await send(channels)({ runId }, never)
    expect(await groups(runId)).toEqual({ SENT: 24 })
    expect([channels.digital.posted.length, channels.print.posted.length]).toEqual([20, 2])
  })

  it('or is stopped hands nothing over after the stop', async () => {
    await crowd(12)
    const { runId, maker } = await releasedRun()
    const channels = memoryChannels()
    let batches = 0
    let stoppedAt = Infinity
    const reached = async (point: SendPoint) => {
      if (point !== 'stored' || ++batches !== 2) return
      await as(maker, () => submit(stopRun, { runId }))
      stoppedAt = Date.now()
    }
    await send(channels, { batch: 4, reached })({ runId }, never)
    expect(channels.digital.posted).toHaveLength(4)
    expect(channels.digital.posted.every(({ at }) => at <= stoppedAt)).toBe(true)
    expect(await groups(runId)).toEqual({ SENT: 4, TO_SEND: 8 })
  })

  it('finds a refused letter failed, and sends it with the rest once somebody else releases that', async () => {
    await crowd(2)
    const { runId, maker, second } = await releasedRun()
    const picky = { ...memoryChannel(true), deliver: vi.fn(async () => ({ state: 'refused' as const, code: 'recipient-unknown' })) }
    await send({ ...memoryChannels(), digital: picky as never })({ runId }, never)
    expect(await owner().letter.count({ where: { runId, state: 'FAILED', errorCode: 'recipient-unknown' } })).toBe(2)
    expect((await press(maker, sendRest, runId)).state?.message).toMatch(/En anden end den, der har lavet kørslen/)
    await press(second, sendRest, runId)
    await send()({ runId }, never)
    expect(await groups(runId)).toEqual({ SENT: 2 })
  })
})
