import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import type { Figure, FigureOptions, FigureResult } from './figure'
import type { Heard } from './log-clean'

const SPOOL = `.indgang/wire-spool-${process.pid}`

/** A little of each of the four figures of what goes over the wire, on one server: what only reads first, what leaves the register changed after it, and last what breaks it. */
async function little(options: FigureOptions): Promise<Map<string, FigureResult>> {
  const { breakGround } = await import('@/tests/probes/ground')
  const { startWorkerProcess } = await import('@/tests/probes/sinks')
  const { mailServer } = await import('@/tests/support/mail-server')
  const mailbox = await mailServer()
  const environment = { SMTP_URL: mailbox.url, SPOOL_DIR: SPOOL, LOG_LEVEL: 'debug' }
  const ground = await breakGround(options.ownerUrl, environment)
  const heard: Heard = { worker: '', mails: () => mailbox.raw, database: options.databaseLog }
  let worker: ChildProcess | undefined
  const results = new Map<string, FigureResult>()
  const measured = async (name: string, run: () => Promise<FigureResult>) => {
    const began = Date.now()
    await ground.renew()
    results.set(name, await run())
    options.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
  }
  try {
    await measured('canaries', async () => (await import('./canaries')).onGround(ground, mailbox, options))
    await measured('cross-scope', async () => (await import('./cross-scope')).onGround(ground, options))
    await measured('audit-complete', async () => (await import('./audit-complete')).onGround(ground, options))
    // Not before: what it does by itself is no effect of a probe.
    worker = await startWorkerProcess(environment, (text) => void (heard.worker += text))
    await measured('log-clean', async () => (await import('./log-clean')).onGround(ground, heard, options))
    return results
  } finally {
    worker?.kill('SIGTERM')
    await ground.stop()
    await mailbox.stop()
    rmSync(SPOOL, { recursive: true, force: true })
  }
}

/** For every day; each of the four has its own bound and, alone, its full number of tries. */
const figure: Figure = {
  bound: 'canaries, cross-scope, audit-complete and log-clean hold in their small versions',
  database: true,
  async figure(options) {
    const results = [...(await little({ ...options, small: true }))]
    return {
      value: results.map(([name, { ok }]) => `${name} ${ok ? 'holds' : 'short'}`).join(', '),
      ok: results.length === 4 && results.every(([, { ok }]) => ok),
      details: results.flatMap(([name, { value, ok, details }]) => [`${name}: ${value}`, ...(ok ? [] : (details ?? []))]),
    }
  },
}
export default figure
