import 'server-only'
import { Refused } from '@/lib/access/refused'
import { type Mapping, guessColumns, mappingOf } from '@/lib/imports/columns/rules'
import { readTable } from '@/lib/imports/files/read'
import { FileRefused } from '@/lib/imports/files/refused'
import type { Table } from '@/lib/imports/files/table'
import type { UnknownValue, ValueMap } from '@/lib/imports/values/rules'
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

