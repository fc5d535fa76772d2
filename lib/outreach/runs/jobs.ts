import 'server-only'
import { spoolChannels } from '@/lib/messaging/channels/spool'
import { createLetterRenderer } from '@/lib/messaging/letters/render'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { JobCounts, JobHandler } from '@/lib/platform/jobs/handler'
import { runsToSend, sendRun } from '../letters/send/jobs'
import type { SendTools } from '../letters/tools'
import { freezeRun } from './freeze/writes'

/** `run.freeze`: once per run. */
export const freezeRunJob: JobHandler<'run.freeze'> = ({ runId }) => transaction({ role: 'worker' }, (tx) => freezeRun(tx, runId, today()), 300_000)

/** `run.send`: one run, or without an id all that are waiting. `channels` is the spool folder until the municipality connects another. */
export function sendRunJob(channels = () => spoolChannels(env().SPOOL_DIR), tuning: Partial<SendTools> = {}): JobHandler<'run.send'> {
  return async (data, signal) => {
    const runs = data ? [data.runId] : await runsToSend()
    if (runs.length === 0) return null
    const renderer = createLetterRenderer()
    try {
      const tools: SendTools = { channels: channels(), renderer, publicUrl: env().PUBLIC_URL, batch: 40, leaseSeconds: 60, budgetSeconds: 45, today, signal, ...tuning }
      return await sendAll(runs, tools)
    } finally {
      renderer.close()
    }
  }
}

async function sendAll(runs: readonly string[], tools: SendTools): Promise<JobCounts> {
  let letters: number | null = null
  for (const runId of runs) {
    const counts = await sendRun(runId, tools)
    if (counts) letters = (letters ?? 0) + (counts.letters ?? 0)
  }
  return letters === null ? null : { letters }
}
