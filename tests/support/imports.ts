import type { Actor } from '@/lib/access/permissions'
import { confirmImport as confirmAction, undoImport as undoAction } from '@/lib/people/register-import/decisions/actions'
import { saveColumns, uploadRegister } from '@/lib/people/register-import/actions'
import { confirmImport, previewImport, undoImport } from '@/lib/people/register-import/batch/jobs'
import { as, submit } from './as'
import { owner } from './db'

const calm = new AbortController().signal
export const job = {
  preview: (batchId: string) => previewImport({ batchId }, calm),
  confirm: (batchId: string) => confirmImport({ batchId }, calm),
  undo: (batchId: string) => undoImport({ batchId }, calm),
}

export const batchOf = (id: string) => owner().importBatch.findUniqueOrThrow({ where: { id } })
export const rowsOf = (id: string) => owner().importRow.findMany({ where: { batchId: id }, orderBy: { number: 'asc' } })
export const csvFile = (lines: readonly string[], name = 'register.csv') => new File([Buffer.from(lines.join('\r\n'), 'latin1')], name)

/** Sends a file in and returns the id of its batch. */
export async function upload(actor: Actor, file: File): Promise<string> {
  const { state, redirectedTo } = await as(actor, () => submit(uploadRegister, { file }))
  const id = redirectedTo?.split('/').at(-1)
  if (!id) throw new Error(`Not taken: ${JSON.stringify(state)}`)
  return id
}

/** The guessed columns, accepted; and the preview made. */
export async function preview(actor: Actor, file: File, complete: 'yes' | 'no' = 'yes'): Promise<string> {
  const id = await upload(actor, file)
  const { mapping } = await batchOf(id)
  const columns = Object.fromEntries(Object.entries(mapping as Record<string, number>).map(([field, column]) => [`column.${field}`, String(column)]))
  const { state, redirectedTo } = await as(actor, () => submit(saveColumns, { batch: id, complete, ...columns }))
  if (!redirectedTo) throw new Error(`Columns not taken: ${JSON.stringify(state)}`)
  await job.preview(id)
  return id
}

export async function confirm(actor: Actor, id: string): Promise<void> {
  const { version } = await batchOf(id)
  const { state, redirectedTo } = await as(actor, () => submit(confirmAction, { batch: id, version: String(version) }))
  if (!redirectedTo) throw new Error(`Not confirmed: ${JSON.stringify(state)}`)
  await job.confirm(id)
}

export async function undo(actor: Actor, id: string): Promise<void> {
  const { state, redirectedTo } = await as(actor, () => submit(undoAction, { batch: id }))
  if (!redirectedTo) throw new Error(`Not undone: ${JSON.stringify(state)}`)
  await job.undo(id)
}

const TABLES = ['person', 'person_cpr', 'person_role', 'veteran_profile', 'deployment', 'address', 'protected_address', 'contact_point', 'external_key'] as const

/** Everything the register holds, row by row, without what only counts changes. For comparing before and after. */
export async function dump(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {}
  for (const table of TABLES) {
    const rows = await owner().$queryRawUnsafe<{ row: string }[]>(`SELECT (to_jsonb(t) - 'version' - 'updated_at')::text AS row FROM ${table} t ORDER BY 1`)
    tables[table] = rows.map(({ row }) => row)
  }
  return tables
}
