import { FileRefused, type Params } from './refused'
import { LIMITS } from './limits'
import type { TextEncoding } from './text'

/** What is wrong with a row as such, before anyone looks at its values. Text: `imports.problem.<code>`. */
export type RowProblem = { code: 'too-many-cells' | 'wrong-delimiter' | 'swallowed-rows' | 'cell-too-long'; params: Params }
export type TableRow = {
  /** As the spreadsheet shows it: the very first row of the sheet is 1. */
  number: number
  /** As many cells as there are columns; more only when the row has the problem 'too-many-cells'. Original text, untouched. */
  cells: string[]
  problem?: RowProblem
}
/** Something the user should know about the file though it could be read. Text: `imports.note.<code>`. */
export type TableNote = {
  code:
    | 'rows-above-header' | 'duplicate-headers' | 'unnamed-columns' | 'empty-rows' | 'header-looks-like-data' | 'other-sheets' | 'hidden-sheets'
    | 'hidden-rows' | 'hidden-columns' | 'merged-cells' | 'formulas-without-value'
  params: Params
}
export type Sheet = { name: string; hidden: boolean; chosen: boolean }
export type Table = {
  format: 'csv' | 'xlsx'
  encoding?: TextEncoding
  delimiter?: string
  sheets: Sheet[]
  headerRow: number
  columns: string[]
  rows: TableRow[]
  notes: TableNote[]
}
export type RawRow = { number: number; cells: string[]; problem?: RowProblem }
type TableBody = Pick<Table, 'headerRow' | 'columns' | 'rows' | 'notes'>

/** Raw rows to header and data. Empty rows are left out but counted by number, so the numbers keep matching what the user sees. */
export function toTable(raw: RawRow[]): TableBody {
  const headerIndex = findHeader(raw)
  const header = raw[headerIndex]
  if (!header) throw new FileRefused('no-header')
  const body = raw.slice(headerIndex + 1)
  const notes: TableNote[] = []
  if (headerIndex > 0) notes.push({ code: 'rows-above-header', params: { row: header.number } })
  if (header.cells.some(looksLikeData)) notes.push({ code: 'header-looks-like-data', params: { row: header.number } })
  const kept = keptColumns(header.cells, body)
  if (kept.length > LIMITS.columns) throw new FileRefused('too-many-columns', { limit: LIMITS.columns })
  const columns = nameColumns(header.cells, kept, notes)
  const rows: TableRow[] = []
  let empty = 0
  for (const row of body) {
    if (row.cells.every(isBlank)) empty += 1
    else rows.push(dataRow(row, kept, header.cells.length))
  }
  if (rows.length === 0) throw new FileRefused('no-rows')
  if (rows.length > LIMITS.rows) throw new FileRefused('too-many-rows', { limit: LIMITS.rows })
  const trailing = trailingEmpty(body)
  if (empty > trailing) notes.push({ code: 'empty-rows', params: { count: empty - trailing } })
  return { headerRow: header.number, columns, rows, notes }
}

export function isBlank(cell: string): boolean {
  return !/[^\s\u00a0\u200b\ufeff\0]/.test(cell)
}

/** 0 → A, 25 → Z, 26 → AA: how a spreadsheet names a column that has no header. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

/** The first row with two filled cells; a list of one column has its header in the first filled row. */
function findHeader(raw: RawRow[]): number {
  const top = raw.slice(0, LIMITS.headerWithinRows)
  const wide = top.findIndex((row) => row.cells.filter((cell) => !isBlank(cell)).length > 1)
  return wide >= 0 ? wide : top.findIndex((row) => row.cells.some((cell) => !isBlank(cell)))
}

function looksLikeData(cell: string): boolean {
  return /^\s*(\d{6}-?\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{4}-\d{2}-\d{2})\s*$/.test(cell)
}

/** Columns with a header, and columns without one that hold something and stand under the header's width. */
function keptColumns(header: string[], body: RawRow[]): number[] {
  const named = header.map((cell) => !isBlank(cell))
  for (const row of body) {
    for (let index = 0; index < named.length; index += 1) if (!named[index] && !isBlank(row.cells[index] ?? '')) named[index] = true
  }
  return [...named.keys()].filter((index) => named[index])
}

function nameColumns(header: string[], kept: number[], notes: TableNote[]): string[] {
  const seen = new Map<string, number>()
  const duplicates = new Set<string>()
  const unnamed: string[] = []
  const columns = kept.map((index) => {
    const text = (header[index] ?? '').replace(/[\s\u00a0\u200b\ufeff\0]+/g, ' ').trim().slice(0, 200)
    if (text === '') unnamed.push(columnLetter(index))
    const name = text || columnLetter(index)
    const before = seen.get(name.toLowerCase()) ?? 0
    seen.set(name.toLowerCase(), before + 1)
    if (before > 0) duplicates.add(name)
    return before === 0 ? name : freeName(name, before + 1, seen)
  })
  if (duplicates.size > 0) notes.push({ code: 'duplicate-headers', params: { columns: [...duplicates].join(', ') } })
  if (unnamed.length > 0) notes.push({ code: 'unnamed-columns', params: { columns: unnamed.join(', ') } })
  return columns
}

function freeName(name: string, from: number, seen: Map<string, number>): string {
  let count = from
  while (seen.has(`${name} (${count})`.toLowerCase())) count += 1
  seen.set(`${name} (${count})`.toLowerCase(), 1)
  return `${name} (${count})`
}

function dataRow(row: RawRow, kept: number[], width: number): TableRow {
  const cells = kept.map((index) => clip(row.cells[index] ?? ''))
  const extra = row.cells.slice(width)
  const found = row.cells.length - [...extra].reverse().findIndex((cell) => !isBlank(cell))
  const problem = row.problem ?? (extra.some((cell) => !isBlank(cell)) ? tooMany(found, width) : undefined) ?? tooLong(row, kept)
  if (problem?.code === 'too-many-cells') cells.push(...extra.slice(0, found - width).map(clip))
  return problem ? { number: row.number, cells, problem } : { number: row.number, cells }
}

function tooMany(found: number, expected: number): RowProblem {
  return { code: 'too-many-cells', params: { found, expected } }
}

function tooLong(row: RawRow, kept: number[]): RowProblem | undefined {
  const index = kept.find((column) => (row.cells[column] ?? '').length > LIMITS.cellChars)
  if (index === undefined) return undefined
  return { code: 'cell-too-long', params: { letter: columnLetter(index), length: row.cells[index]?.length ?? 0, limit: LIMITS.cellChars } }
}

/** NUL and half characters cannot be stored in the database; nothing readable is lost with them. */
function clip(cell: string): string {
  return cell.slice(0, LIMITS.keptCellChars).replaceAll('\0', '').toWellFormed()
}

function trailingEmpty(body: RawRow[]): number {
  const last = body.findLastIndex((row) => row.cells.some((cell) => !isBlank(cell)))
  return body.length - 1 - last
}
