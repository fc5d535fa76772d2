import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/jobs/enqueue'

/**
 * A run that was sent is sent on for the letters that are left: they were reviewed and released with the others. A run that is stopped stays
 * stopped and takes them along when it goes on.
 */
export async function sendAgain(tx: Tx, runId: string): Promise<void> {
  await tx.run.updateMany({ where: { id: runId, state: 'SENT' }, data: { state: 'SENDING', sentAt: null, version: { increment: 1 } } })
  await enqueue(tx, 'run.send', { runId })
}
