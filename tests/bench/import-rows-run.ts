import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { closeDatabase, transaction } from '@/lib/platform/db'
import { confirmImport, previewImport } from '@/lib/people/register-import/batch/jobs'
import { receiveFile } from '@/lib/people/register-import/batch/reading'

export type ImportRun = { readSeconds: number; previewSeconds: number; confirmSeconds: number; counts: Record<string, number> }

/** One import as a request and two jobs do it: file in, rows judged, rows written. */
async function run(path: string, userId: string, token: string): Promise<ImportRun> {
  const calm = new AbortController().signal
  const began = performance.now()
  const { id: batchId } = await transaction({ role: 'app', token }, (tx) => receiveFile(tx, userId, { name: basename(path), type: '', bytes: new Uint8Array(readFileSync(path)) }), 120_000)
  const read = performance.now()
  await transaction({ role: 'app', token }, (tx) => tx.importBatch.updateMany({ where: { id: batchId }, data: { state: 'PREVIEWING', valueMap: {} } }))
  await previewImport({ batchId }, calm)
  const previewed = performance.now()
  await transaction({ role: 'app', token }, (tx) => tx.importBatch.updateMany({ where: { id: batchId, state: 'PREVIEWED' }, data: { state: 'CONFIRMING', confirmedBy: userId } }))
  const counts = await confirmImport({ batchId }, calm)
  const confirmed = performance.now()
  return { readSeconds: (read - began) / 1000, previewSeconds: (previewed - read) / 1000, confirmSeconds: (confirmed - previewed) / 1000, counts: counts ?? {} }
}

async function main(): Promise<void> {
  const [path = '', userId = '', token = ''] = process.argv.slice(2)
  const first = await run(path, userId, token)
  const second = await run(path, userId, token)
  await closeDatabase()
  process.send?.({ first, second, peakMiB: process.resourceUsage().maxRSS / 1024 })
}

main().then(
  () => process.disconnect(),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
