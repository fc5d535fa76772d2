import { readCsv } from './csv'
import { detectFile } from './detect'
import { type Table, toTable } from './table'
import { decodeText } from './text'
import { readXlsx } from './xlsx'

/** An uploaded file to header and rows. Throws FileRefused and nothing else, whatever the bytes are. */
export async function readTable(bytes: Uint8Array, options: { sheet?: string } = {}): Promise<Table> {
  if (detectFile(bytes) === 'xlsx') {
    const { rows, sheets, notes } = await readXlsx(bytes, options.sheet)
    const table = toTable(rows)
    return { format: 'xlsx', sheets, ...table, notes: [...notes, ...table.notes] }
  }
  const { text, encoding } = decodeText(bytes)
  const { rows, delimiter } = await readCsv(text)
  return { format: 'csv', encoding, delimiter, sheets: [], ...toTable(rows) }
}
