import v8 from 'node:v8'
import vm from 'node:vm'
import { setTimeout as pause } from 'node:timers/promises'
import type { Channel, Channels } from '@/lib/messaging/channels/channel'
import { growthPerLetter, type Sample } from './growth'
import { readyRun } from './ready-run'

export type LettersScale = { letters: number; sent: number; seconds: number; peakMiB: number; growthPerLetter: number }

const MIB = 2 ** 20
/** Letters between two samples. */
const SAMPLE_EVERY = 250

/**
 * Sends one run of `n` letters in this process, as a worker does, and watches the memory. Growth is that of the last four fifths, of what is
 * left when the collector has just been round: a heap is left to fill before that, and how far is not the letters' doing.
 */
export async function measureLettersScale({ n, seed, ownerUrl, log = () => {} }: { n: number; seed: number; ownerUrl: string; log?: (line: string) => void }): Promise<LettersScale> {
  const run = await readyRun({ ownerUrl, n, seed })
  log(`${n} people ready, ${run.paper} of them on paper`)
  const { sendRunJob } = await import('@/lib/outreach/runs/jobs')
  let handed = 0
  const samples: Sample[] = []
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc') as () => void
  let collectedAt = 0
  const channels: Channels = counting((letters) => {
    handed += letters
    if (handed - collectedAt < SAMPLE_EVERY) return
    collectedAt = handed
    collect()
    samples.push({ letters: handed, rss: process.memoryUsage().rss })
  })
  const send = sendRunJob(() => channels, { budgetSeconds: 45 })
  const never = new AbortController().signal
  const began = Date.now()
  let reported = 0
  while ((await send({ runId: run.runId }, never)) !== null) {
    if (handed - reported >= 2000) log(`${(reported = handed)} handed over, ${Math.round(process.memoryUsage().rss / MIB)} MiB`)
    await pause(10)
  }
  const sent = await sentOf(run.runId)
  // As the operating system saw it: a print file is at its largest between two samples. Kibibytes.
  const peakMiB = process.resourceUsage().maxRSS / 1024
  return { letters: n, sent, seconds: (Date.now() - began) / 1000, peakMiB, growthPerLetter: growthPerLetter(samples.filter((one) => one.letters > handed / 5)) }
}

/** Takes everything and keeps nothing: the memory measured is the worker's own. */
function counting(took: (letters: number) => void): Channels {
  const channel: Channel = {
    name: 'counting',
    refusesRepeats: true,
    deliver: async ({ key, kind }) => {
      took(kind === 'memo' ? 1 : 0)
      return { state: 'accepted', receipt: key }
    },
  }
  return { digital: channel, print: channel }
}

async function sentOf(runId: string): Promise<number> {
  const { transaction } = await import('@/lib/platform/db')
  return transaction({ role: 'worker' }, (tx) => tx.letter.count({ where: { runId, state: 'SENT' } }))
}
