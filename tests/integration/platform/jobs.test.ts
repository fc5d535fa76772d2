import { afterEach, describe, expect, it, vi } from 'vitest'
import { transaction } from '@/lib/platform/db'
import { closeSender, enqueue } from '@/lib/platform/jobs/enqueue'
import type { JobHandlers } from '@/lib/platform/jobs/handler'
import { startWorker, type Worker } from '@/lib/platform/jobs/worker'
import { owner } from '../../support/db'

const runId = '00000000-0000-4000-8000-000000000001'
let worker: Worker | null = null
const start = async (handlers: JobHandlers) => void (worker = await startWorker(handlers))
const jobs = () => owner().$queryRaw<{ state: string }[]>`SELECT state::text FROM pgboss.job WHERE name = 'run.freeze'`

afterEach(async () => {
  await worker?.stop()
  worker = null
  await closeSender()
  await owner().$executeRaw`DELETE FROM pgboss.job`
})

describe('jobs', () => {
  it('exist exactly when the change they belong to does', async () => {
    await transaction({ role: 'worker' }, (tx) => enqueue(tx, 'run.freeze', { runId }))
    const broken = transaction({ role: 'worker' }, async (tx) => {
      await enqueue(tx, 'run.freeze', { runId })
      throw new Error('the change failed')
    })
    await expect(broken).rejects.toThrow('the change failed')
    expect(await jobs()).toHaveLength(1)
  })

  it('are handed to their handler, and a line says what was done', async () => {
    const freeze = vi.fn(async () => ({ people: 3 }))
    await start({ 'run.freeze': freeze })
    await transaction({ role: 'worker' }, (tx) => enqueue(tx, 'run.freeze', { runId }))
    await vi.waitFor(() => expect(freeze).toHaveBeenCalledWith({ runId }, expect.any(AbortSignal)), 8000)
    await vi.waitFor(async () => expect(await owner().jobRun.findFirst({ where: { name: 'run.freeze', ok: true } })).toMatchObject({ counts: { people: 3 } }), 8000)
  })

  it('are tried again after a failure, which is written down without the error’s words', async () => {
    await start({ 'run.freeze': async () => Promise.reject(Object.assign(new Error('Birthe Hansen'), { code: 'P2002' })) })
    await transaction({ role: 'worker' }, (tx) => enqueue(tx, 'run.freeze', { runId }))
    await vi.waitFor(async () => expect((await jobs())[0]?.state).toBe('retry'), 8000)
    const line = await owner().jobRun.findFirst({ where: { name: 'run.freeze', ok: false } })
    expect(line?.errorCode).toBe('Error:P2002')
    expect(JSON.stringify(line)).not.toContain('Birthe')
  })

  it('of one kind are kept apart by a key: pressing twice sends for the work once', async () => {
    await transaction({ role: 'worker' }, async (tx) => {
      await enqueue(tx, 'run.freeze', { runId }, { once: runId })
      await enqueue(tx, 'run.freeze', { runId }, { once: runId })
    })
    expect(await jobs()).toHaveLength(1)
  })

  it('that run by the clock are planned in Danish time', async () => {
    await start({ 'outreach.daily': async () => null })
    const planned = await owner().$queryRaw<{ name: string; timezone: string; cron: string }[]>`SELECT name, timezone, cron FROM pgboss.schedule`
    expect(planned).toEqual([{ name: 'outreach.daily', timezone: 'Europe/Copenhagen', cron: '15 4 * * *' }])
  })
})
