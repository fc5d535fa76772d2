import 'server-only'
import { Refused } from '@/lib/access/refused'
import { newId } from '@/lib/imports/batches/ids'
import { looksPartial } from '@/lib/imports/batches/rules'
import { storeRows } from '@/lib/imports/batches/writes'
import { type Mapping, guessColumns, mappingOf } from '@/lib/imports/columns/rules'
import { readTable } from '@/lib/imports/files/read'
import { FileRefused } from '@/lib/imports/files/refused'
import type { Table } from '@/lib/imports/files/table'
import { BAD_ROW_HEADERS } from '@/lib/imports/rows/bad-rows'
import type { UnknownValue, ValueMap } from '@/lib/imports/values/rules'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import type { Tx } from '@/lib/platform/db'
import { REGISTER } from '../kind'

/** What is known of a file besides its rows: how it was read, and what the user should know about it. */
export type FileInfo = Pick<Table, 'format' | 'encoding' | 'delimiter' | 'sheets' | 'headerRow' | 'notes'>

/** The file's table, or a sentence at the field about why it cannot be read. */
export async function readOrRefuse(bytes: Uint8Array, sheet?: string): Promise<Table> {
  try {
    return await readTable(bytes, sheet === undefined ? {} : { sheet })
  } catch (error) {
    if (error instanceof FileRefused) throw new Refused(`imports.file.${error.code}`, error.params, 'file')
    throw error
  }
}

export function infoOf({ format, encoding, delimiter, sheets, headerRow, notes }: Table): FileInfo {
  return { format, encoding, delimiter, sheets, headerRow, notes }
}

/** Keeps a file with its rows and the guess about its columns, in the caller's transaction. Nothing is known or written about anybody yet. */
export async function receiveFile(tx: Tx, ownerId: string, file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }): Promise<{ id: string; rows: number }> {
  const table = await readOrRefuse(file.bytes)
  const [id, fileId, sha256] = [newId(), newId(), sha256Hex(file.bytes)]
  const fileName = file.name.replace(/^.*[\\/]/, '').slice(0, 200)
  await tx.storedFile.createMany({ data: [{ id: fileId, kind: 'import', ownerId, name: fileName, mime: file.type || 'application/octet-stream', sha256, bytes: file.bytes }] })
  await tx.importBatch.createMany({
    data: [{
      id, kind: REGISTER.code, fileName, fileId, sha256, fileInfo: infoOf(table), columns: table.columns, mapping: await mappingFor(tx, table.columns),
      complete: !looksPartial(table.columns, BAD_ROW_HEADERS), total: table.rows.length, createdBy: ownerId,
    }],
  })
  await storeRows(tx, id, table.rows)
  return { id, rows: table.rows.length }
}

/** The columns as they were chosen the last time a file with the same headers went in; else a guess. */
export async function mappingFor(tx: Tx, columns: readonly string[]): Promise<Mapping> {
  const [before] = await tx.$queryRaw<{ mapping: Mapping }[]>`
    SELECT mapping FROM import_batch WHERE kind = ${REGISTER.code} AND mapping IS NOT NULL AND columns = ${JSON.stringify(columns)}::jsonb AND confirmed_at IS NOT NULL
    ORDER BY confirmed_at DESC LIMIT 1`
  return before?.mapping ?? mappingOf(guessColumns([...columns], REGISTER))
}

/** What every word has been decided to mean in former imports, the latest answer first. */
export async function rememberedValues(tx: Tx): Promise<ValueMap> {
  const rows = await tx.$queryRaw<{ valueMap: ValueMap }[]>`
    SELECT value_map AS "valueMap" FROM import_batch WHERE kind = ${REGISTER.code} AND value_map IS NOT NULL AND state <> 'ABANDONED' ORDER BY created_at`
  const all: ValueMap = {}
  for (const { valueMap } of rows) for (const [field, words] of Object.entries(valueMap)) all[field] = { ...all[field], ...words }
  return all
}

/** The part of a memory that this file's words need. */
export function knownOf(unknown: readonly UnknownValue[], remembered: ValueMap): ValueMap {
  const known: ValueMap = {}
  for (const { field, folded } of unknown) {
    const decided = remembered[field]?.[folded]
    if (decided !== undefined) known[field] = { ...known[field], [folded]: decided }
  }
  return known
}

/** The codes a word of this field may mean. */
export function codesOf(field: string): string[] {
  return REGISTER.fields.find((known) => known.key === field)?.choices?.map((choice) => choice.code) ?? []
}

