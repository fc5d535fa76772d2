// The worker of the kill test: erases what is approved, over and over until it is killed.
import '../../scripts/server-only'
import { setTimeout as pause } from 'node:timers/promises'

const { runRetention } = await import('@/lib/oversight/retention/jobs')
const work = runRetention()
const never = new AbortController().signal
process.stdout.write('working\n')
for (;;) {
  await work(null, never).catch(() => {})
  await pause(50)
}
