// Asks, over and over, everybody who is to be asked how it goes, until it is ended: the mails of the figure consent-bites.
import '../../scripts/server-only'
import { setTimeout as pause } from 'node:timers/promises'

const { sendCheckIns } = await import('@/lib/volunteering/follow-ups/check-ins/jobs')
for (;;) {
  await sendCheckIns(null, new AbortController().signal).catch(() => null)
  await pause(5)
}
