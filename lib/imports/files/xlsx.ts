import { readSheet } from 'read-excel-file/universal'
import { FileRefused } from './refused'
import { type RawRow, type Sheet, type TableNote, isBlank } from './table'
import { inspectSheet } from './xlsx-inspect'
import { type Workbook, type WorkbookSheet, openWorkbook } from './xlsx-parts'
import { packStored } from './zip'

type Value = string | boolean | Date | null
export type XlsxContent = { rows: RawRow[]; sheets: Sheet[]; notes: TableNote[] }

/** Reads one sheet: the named one, else the first visible one that holds a row. Throws FileRefused. */
export async function readXlsx(bytes: Uint8Array, sheetName?: string): Promise<XlsxContent> {
  const workbook = openWorkbook(bytes)
  if (workbook.sheets.length === 0) throw new FileRefused('no-sheet')
  for (const sheet of candidates(workbook, sheetName)) {
    const { rows, notes } = await readOne(workbook, sheet)
    if (sheetName === undefined && rows.every((row) => row.cells.every(isBlank))) continue
    const sheets = workbook.sheets.map(({ name, hidden }) => ({ name, hidden, chosen: name === sheet.name }))
    return { rows, sheets, notes: [...sheetNotes(sheets), ...notes] }
  }
  throw new FileRefused('no-header')
}

function candidates(workbook: Workbook, sheetName: string | undefined): WorkbookSheet[] {
  if (sheetName === undefined) return workbook.sheets.filter((sheet) => !sheet.hidden)
  const named = workbook.sheets.filter((sheet) => sheet.name === sheetName)
  if (named.length === 0) throw new FileRefused('sheet-not-found', { sheet: sheetName.slice(0, 60) })
  return named
}

function sheetNotes(sheets: Sheet[]): TableNote[] {
  const others = sheets.filter((sheet) => !sheet.chosen && !sheet.hidden).map((sheet) => sheet.name)
  const hidden = sheets.filter((sheet) => sheet.hidden && !sheet.chosen).length
  const chosen = sheets.find((sheet) => sheet.chosen)?.name ?? ''
  const notes: TableNote[] = []
  if (others.length > 0) notes.push({ code: 'other-sheets', params: { chosen, others: others.join(', ').slice(0, 300) } })
  if (hidden > 0) notes.push({ code: 'hidden-sheets', params: { count: hidden } })
  return notes
}

async function readOne(workbook: Workbook, sheet: WorkbookSheet): Promise<{ rows: RawRow[]; notes: TableNote[] }> {
  const raw = workbook.part(sheet.part)
  if (!raw) throw new FileRefused('xlsx-damaged')
  const { xml, notes } = inspectSheet(raw.toString('utf8'))
  try {
    const data = await readSheet(new Blob([repack(workbook, sheet, xml)]), 1, { trim: false, parseNumber: numberText })
    return { rows: (data as Value[][]).map((cells, index) => ({ number: index + 1, cells: cells.map(cellText) })), notes }
  } catch (cause) {
    throw new FileRefused('xlsx-damaged', {}, { cause })
  }
}

/**
 * The reader gets a small container of our own with exactly the bytes that were unpacked, measured and inspected: no other sheet to
 * spend time on, and no second reading of a zip whose two tables of contents disagree.
 */
function repack(workbook: Workbook, sheet: WorkbookSheet, xml: string): Uint8Array<ArrayBuffer> {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = [{ name: sheet.part, content: Buffer.from(xml, 'utf8') as Uint8Array }]
  const relations = [`<Relationship Id="sheet" Type="${relation}/worksheet" Target="/${escapeXml(sheet.part)}"/>`]
  for (const kind of ['sharedStrings', 'styles'] as const) {
    const content = workbook.part(`xl/${kind}.xml`)
    if (!content) continue
    parts.push({ name: `xl/${kind}.xml`, content })
    relations.push(`<Relationship Id="${kind}" Type="${relation}/${kind}" Target="${kind}.xml"/>`)
  }
  const epoch = /date1904\s*=\s*["'](?:1|true)["']/.test(workbook.part('xl/workbook.xml')?.toString('utf8') ?? '')
  const book = `<workbook><workbookPr date1904="${epoch ? 1 : 0}"/><sheets><sheet name="sheet" sheetId="1" id="sheet"/></sheets></workbook>`
  parts.push({ name: 'xl/workbook.xml', content: Buffer.from(book) })
  parts.push({ name: 'xl/_rels/workbook.xml.rels', content: Buffer.from(`<Relationships>${relations.join('')}</Relationships>`) })
  return new Uint8Array(packStored(parts))
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** Every cell as the text a Danish spreadsheet shows for it, so that it can go out again in the file of bad rows and be read once more. */
function cellText(value: Value): string {
  if (value === null) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'SAND' : 'FALSK'
  return value
}

/** A typed date is exact, whatever format it was shown in. The clock is kept only where there is one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#DATE!'
  const iso = date.toISOString()
  const day = `${iso.slice(8, 10)}-${iso.slice(5, 7)}-${iso.slice(0, iso.indexOf('-', 1))}`
  return iso.slice(11, 16) === '00:00' ? day : `${day} ${iso.slice(11, 16)}`
}

/** 1.0118012E+8 → 101180120. A CPR number or a postcode stored as a number has lost its leading zero here; values/ deals with that. */
function numberText(stored: string): string {
  const number = Number(stored)
  if (!Number.isFinite(number)) return stored
  return Number.isSafeInteger(number) ? number.toFixed(0) : String(number).replace('.', ',')
}
