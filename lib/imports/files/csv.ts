import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { FileRefused } from './refused'
import { unescapeFormula } from './formula-text'
import { LIMITS } from './limits'
import { type RawRow, type RowProblem, isBlank } from './table'

export type Delimiter = ';' | ',' | '\t' | '|'

const CANDIDATES: Delimiter[] = [';', '\t', ',', '|']
const SAMPLE_LINES = 50
const CHUNK = 64 * 1024

/** Reads the text record by record. A quoted cell may hold line breaks and still is one row, as in the spreadsheet. */
export async function readCsv(text: string): Promise<{ rows: RawRow[]; delimiter: Delimiter }> {
  const declared = /^sep=([;,\t|])\r?\n?/i.exec(text)
  const content = declared ? text.slice(declared[0].length) : text
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? detectDelimiter(content)
  const rows: RawRow[] = []
  const parser = Readable.from(chunks(content)).pipe(
    parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }),
  )
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const number = rows.length + 1
      if (number > LIMITS.rows + LIMITS.headerWithinRows && !record.every(isBlank)) throw new FileRefused('too-many-rows', { limit: LIMITS.rows })
      rows.push({ number, cells: record.map(unescapeFormula) })
    }
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause
    if (cause instanceof CsvError) throw new FileRefused('quote-not-closed', { row: rows.length + 1 }, { cause })
    throw cause
  }
  markBrokenRows(rows, delimiter)
  return { rows, delimiter }
}

/**
 * The separator whose count is the same on most lines. Counting alone is not enough: an address column holds more commas
 * ('Storegade 5, 1. tv') than a file of three columns holds semicolons.
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = sampleLines(text)
  const scored = CANDIDATES.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const usual = counts.filter((count) => count > 0).sort((a, b) => a - b)
    const typical = usual[Math.floor(usual.length / 2)] ?? 0
    return { delimiter, agreeing: typical > 0 ? counts.filter((count) => count === typical).length : 0, typical }
  })
  const best = scored.reduce((left, right) => (rank(right) > rank(left) ? right : left))
  return best.agreeing > 0 ? best.delimiter : ';'
}

function rank(score: { agreeing: number; typical: number }): number {
  return score.agreeing * 1000 + score.typical
}

/** The first lines with quoted parts blanked out, so that separators inside quotes are not counted. */
function sampleLines(text: string): string[] {
  const sample = text.slice(0, CHUNK).replace(/"(?:[^"]|"")*"/g, '""')
  return sample.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, SAMPLE_LINES)
}

function* chunks(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + CHUNK, text.length)
    // Never between the two halves of a character beyond U+FFFF: each chunk is encoded on its own.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end += 1
    yield text.slice(at, end)
    at = end
  }
}

function markBrokenRows(rows: RawRow[], delimiter: Delimiter): void {
  const header = rows.find((row) => row.cells.filter((cell) => !isBlank(cell)).length > 1)
  const width = header?.cells.length ?? 1
  if (width < 3) return
  for (const row of rows) {
    const problem = brokenRow(row, width, delimiter)
    if (problem) row.problem = problem
  }
}

function brokenRow(row: RawRow, width: number, delimiter: Delimiter): RowProblem | undefined {
  // A lost closing quote makes the reader take the following rows into one cell, up to the next quote. They must not vanish in silence.
  const swallowed = row.cells.find((cell) => cell.includes('\n') || cell.includes('\r') ? linesLikeRows(cell, width, delimiter) > 0 : false)
  if (swallowed !== undefined) return { code: 'swallowed-rows', params: { count: linesLikeRows(swallowed, width, delimiter) } }
  const filled = row.cells.filter((cell) => !isBlank(cell))
  const only = filled.length === 1 ? filled[0] : undefined
  if (only === undefined) return undefined
  const enough = Math.max(3, width / 2)
  const other = CANDIDATES.find((candidate) => candidate !== delimiter && only.split(candidate).length >= enough)
  return other === undefined ? undefined : { code: 'wrong-delimiter', params: { found: nameOf(other), expected: nameOf(delimiter) } }
}

function linesLikeRows(cell: string, width: number, delimiter: Delimiter): number {
  const needed = Math.max(2, Math.floor(width / 2))
  return cell.split(/\r\n|\n|\r/).slice(1).filter((line) => line.split(delimiter).length > needed).length
}

function nameOf(delimiter: Delimiter): string {
  return delimiter === '\t' ? 'tab' : delimiter
}
