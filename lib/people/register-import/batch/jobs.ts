import 'server-only'
import { workFor } from '@/lib/access/on-behalf'
import { noteProgress, takeBatch } from '@/lib/imports/batches/writes'
import { today } from '@/lib/platform/clock'
import { type Tx, transaction } from '@/lib/platform/db'
import type { JobCounts, JobHandler } from '@/lib/platform/jobs/handler'
import { errorCode } from '@/lib/platform/log/log'
import { undoBatch } from '../undo/writes'
import { confirmBatch, findBatch, previewBatch } from './writes'

/** 25 MB and 200,000 rows take this long on a slow machine; a page never waits for it. */
const TIMEOUT = 15 * 60_000
// The web user's own limits fit a page; a job may think longer about one statement.
const patience = (tx: Tx) => tx.$executeRaw`SELECT set_config('statement_timeout', '600s', true), set_config('idle_in_transaction_session_timeout', '600s', true)`

/**
 * Each job is one transaction in the name of the person who sent for it: killed at any point, it has done nothing and can start over. A
 * batch in another state is finished or gone, and one that is being worked on is left to the other.
 */
export const previewImport: JobHandler<'import.preview'> = ({ batchId }) => work(batchId, 'PREVIEWING', async (tx, batch) => {
  await workFor(tx, batch.createdBy, 'import.run')
  return previewBatch(tx, batch, today(), (done) => noteProgress(batchId, done).catch(() => {}))
})

export const confirmImport: JobHandler<'import.confirm'> = ({ batchId }) => work(batchId, 'CONFIRMING', async (tx, batch) => {
  await workFor(tx, batch.confirmedBy ?? batch.createdBy, 'import.run')
  return confirmBatch(tx, batch, today())
})

export const undoImport: JobHandler<'import.undo'> = ({ batchId }) => work(batchId, 'UNDOING', async (tx, batch) => {
  const by = batch.undoneBy ?? batch.createdBy
  await workFor(tx, by, 'import.run')
  return undoBatch(tx, batchId, by)
})

type Batch = NonNullable<Awaited<ReturnType<typeof findBatch>>>

async function work(batchId: string, state: string, run: (tx: Tx, batch: Batch) => Promise<Record<string, number>>): Promise<JobCounts> {
  try {
    return await transaction({ role: 'worker' }, async (tx) => {
      await patience(tx)
      if (!(await takeBatch(tx, batchId))) return null
      const batch = await findBatch(tx, batchId)
      return batch?.state === state ? await run(tx, batch) : null
    }, TIMEOUT)
  } catch (error) {
    // The page says that it went wrong and is tried again; the queue does the trying.
    await transaction({ role: 'worker' }, (tx) => tx.$executeRaw`UPDATE import_batch SET error_code = ${errorCode(error)} WHERE id = ${batchId}::uuid AND state = ${state}::import_state`).catch(() => {})
    throw error
  }
}
