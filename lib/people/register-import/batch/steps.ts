import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { BatchState } from '@/lib/imports/batches/rules'
import type { TableRow } from '@/lib/imports/files/table'
import type { Prisma, Tx } from '@/lib/platform/db'
import { REGISTER } from '../kind'

/** The batch, where it is the actor's own and stands at a step this may be done from. Its rows and its file are nobody else's. */
export async function ownBatch(tx: Tx, id: string, states: readonly BatchState[]) {
  // Two windows of one's own: the second waits, and then reads what the first decided.
  await tx.$queryRaw`SELECT true AS held FROM import_batch WHERE id = ${id}::uuid FOR UPDATE`
  const batch = await tx.importBatch.findFirst({ where: { id, kind: REGISTER.code } })
  const [mine] = await tx.$queryRaw<{ me: string | null }[]>`SELECT access.uid()::text AS me`
  if (!batch || batch.createdBy !== mine?.me) throw new Refused('imports.error.gone')
  if (!states.includes(batch.state)) throw new Refused('imports.error.moved-on')
  return batch
}

/** Moves on from the state that was read; somebody (another tab, a job) who was faster is not overwritten. */
export async function changeState(tx: Tx, batch: { id: string; version: number }, state: BatchState, data: Prisma.ImportBatchUpdateManyMutationInput = {}): Promise<void> {
  const { count } = await tx.importBatch.updateMany({
    where: { id: batch.id, version: batch.version },
    data: { ...data, state, progress: 0, progressAt: new Date(), errorCode: null, version: { increment: 1 } },
  })
  if (count !== 1) throw new Refused('imports.error.moved-on')
}

export async function columnRows(tx: Tx, batchId: string): Promise<TableRow[]> {
  const rows = await tx.$queryRaw<(Omit<TableRow, 'problem'> & { problem: TableRow['problem'] | null })[]>`SELECT number, cells, problem FROM import_row WHERE batch_id = ${batchId}::uuid ORDER BY number`
  return rows.map(({ problem, ...row }) => (problem ? { ...row, problem } : row))
}

/** Rows that have closed with their people. They are not the reader's to judge or to replace. */
export async function shutRows(tx: Tx, batchId: string): Promise<number> {
  const [rows] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM access.shut_import_rows(${batchId}::uuid)`
  return rows?.count ?? 0
}
