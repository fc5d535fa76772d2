import writeExcelFile from 'write-excel-file/node'
import { writeCsv } from '../files/formula-text'

/** A row that did not go in, with its original cells and the reason as finished sentences in the user's language. */
export type BadRow = { number: number; cells: string[]; reason: string }
/** Headers of the two columns put in front. They must be among BAD_ROW_HEADERS, so that the corrected file can be sent in as it is. */
export type BadRowLabels = { row: string; reason: string }

export const BAD_ROW_HEADERS = ['Række i filen', 'Hvad der skal rettes', 'Row in the file', 'What to correct'] as const

/**
 * CSV for a Danish Excel. The two columns stand in front: a row with too many cells keeps all of them at the end, where they were.
 * Reading the file again gives exactly the original cells back.
 */
export function badRowsCsv(columns: string[], rows: BadRow[], labels: BadRowLabels): string {
  return writeCsv(badRowsTable(columns, rows, labels))
}

/** The same as xlsx, every cell as text: CPR numbers keep their zeros, dates stay as they were written, nothing runs as a formula. */
export async function badRowsXlsx(columns: string[], rows: BadRow[], labels: BadRowLabels): Promise<Buffer> {
  const table = badRowsTable(columns, rows, labels)
  const data = table.map((cells) => cells.map((cell) => ({ value: writable(cell), type: String, format: '@' })))
  return (await writeExcelFile(data, { stickyRowsCount: 1 })).toBuffer()
}

function badRowsTable(columns: string[], rows: BadRow[], labels: BadRowLabels): string[][] {
  // A file that was corrected and sent in again brings the two columns of last time along; they are replaced, not piled up.
  const own = new Set<string>(BAD_ROW_HEADERS)
  const kept = (_: string, index: number) => !own.has(columns[index] ?? '')
  return [[labels.row, labels.reason, ...columns.filter(kept)], ...rows.map((row) => [String(row.number), row.reason, ...row.cells.filter(kept)])]
}

/** XML cannot hold control characters, and the writer drops the sign for a lost letter: '?' keeps the place visible, and is refused again. */
function writable(cell: string): string {
  return cell.replaceAll('\ufffd', '?').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
