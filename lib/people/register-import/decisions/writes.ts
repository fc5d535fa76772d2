import 'server-only'
import { decisionText } from '@/lib/imports/batches/rules'
import type { Decision } from '@/lib/imports/rows/verdict'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { shutRows } from '../batch/steps'
import { findBatch, previewBatch } from '../batch/writes'

/** Rows that are judged again within the request, so that the next answer stands on this one. Above it the answers are kept and judged together. */
const AT_ONCE = 2000

export async function decide(tx: Tx, batch: { id: string; total: number }, answers: ReadonlyMap<number, Decision | null>, today: Day): Promise<void> {
  const rows = [...answers].map(([number, answer]) => ({ number, decision: answer && decisionText(answer) }))
  await tx.$executeRaw`UPDATE import_row r SET decision = v.decision, fingerprint = NULL
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(number int, decision text) WHERE r.batch_id = ${batch.id}::uuid AND r.number = v.number`
  // Without the rows that have closed the others would be judged wrongly: the job, which has them all, does it.
  const setup = batch.total <= AT_ONCE && (await shutRows(tx, batch.id)) === 0 ? await findBatch(tx, batch.id) : null
  if (setup) await previewBatch(tx, setup, today)
}

/** Where in the list the answer was given: part of the query string, never another page. */
export function backTo(batchId: string, back: string | undefined): string {
  return back && /^[a-z0-9=&-]{0,200}$/.test(back) ? `/imports/${batchId}?${back}` : `/imports/${batchId}?step=preview`
}
