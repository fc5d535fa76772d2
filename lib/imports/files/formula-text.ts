import { stringify } from 'csv-stringify/sync'

/** What a spreadsheet would run as a formula when it stands first in a cell (the list csv-stringify escapes). */
const STARTS_FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
const ESCAPED = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Rows to the CSV a Danish Excel opens with a double click: BOM, semicolons, CRLF. A cell that could run as a formula gets one leading
 * apostrophe. A cell that already has one gets one more, so that `unescapeFormula` is the exact inverse and nothing is lost on the way round.
 */
export function writeCsv(rows: string[][]): string {
  const safe = rows.map((row) => row.map((cell) => (cell.startsWith("'") && STARTS_FORMULA.test(cell) ? `'${cell}` : cell)))
  // The reader takes a bare CR or LF for the end of a row as well, so a cell that holds one is quoted, not only one with CRLF.
  return stringify(safe, { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true, quoted_match: /^\s|\s$|^sep=|[\r\n]/ })
}

export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && ESCAPED.test(cell) ? cell.slice(1) : cell
}
