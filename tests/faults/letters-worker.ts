// One worker of the kill test: sends one run over and over until it is killed. Its channel is the real spool folder, or one that takes
// everything it is given and keeps a journal of it.
import '../../scripts/server-only'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Channel, Channels } from '@/lib/messaging/channels/channel'

const { spoolChannels } = await import('@/lib/messaging/channels/spool')
const { sendRunJob } = await import('@/lib/outreach/runs/jobs')
const [, , runId = '', folder = '', kind = ''] = process.argv

/** Takes the same letter twice without a word. `lying` says that it would not: what the product then does is the planted fault. */
function careless(refusesRepeats: boolean): Channel {
  return {
    name: 'careless',
    refusesRepeats,
    deliver: async ({ key }) => {
      const journal = await open(`${folder}/journal`, 'a')
      await journal.write(`${key}\n`)
      await journal.sync().finally(() => journal.close())
      // Once a run, at the worst moment whatever the machine's speed: the letter is taken and nobody has written it down.
      const first = await open(`${folder}/died`, 'wx').catch(() => null)
      if (first) process.kill(process.pid, 'SIGKILL')
      // As far away as a real one: time enough to be killed between the taking and the answer.
      await pause(Math.random() * 150)
      return { state: 'accepted', receipt: key }
    },
  }
}

const spool = spoolChannels(folder)
const channels: Channels = kind === 'spool' ? spool : { digital: careless(kind === 'lying'), print: spool.print }
let told = false
/** From the first batch on it has something in hand to lose; before that a kill only costs loading time. */
const reached = () => {
  if (!told) process.stdout.write('working\n')
  told = true
}
const send = sendRunJob(() => channels, { batch: 20, leaseSeconds: 2, budgetSeconds: 20, reached })
const never = new AbortController().signal
for (;;) {
  await send({ runId }, never).catch(() => {})
  await pause(200)
}
