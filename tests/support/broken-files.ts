import { deflateRawSync } from 'node:zlib'
import { packStored } from '@/lib/imports/files/zip'
import type { Random } from './random'
import { REGISTER_COLUMNS, registerRow } from './register-file'

/** `bad`: 1-based numbers of data rows, as the spreadsheet shows them, that hold something the import must name. */
export type BrokenFile = { label: string; bytes: Buffer; bad: number[] }

const COLUMN = new Map(REGISTER_COLUMNS.map((name, index) => [name, index]))
type Spoil = { label: string; column: (typeof REGISTER_COLUMNS)[number]; text: (random: Random, old: string) => string }

/** Cells that must be named, each for a reason of its own. */
const SPOILED: Spoil[] = [
  { label: 'cpr lost zero', column: 'CPR-nr.', text: () => '108801234' },
  { label: 'cpr short', column: 'CPR-nr.', text: (_, old) => old.slice(0, -2) },
  { label: 'cpr letters', column: 'CPR-nr.', text: () => '7101A0-1234' },
  { label: 'cpr day 00', column: 'CPR-nr.', text: () => '000180-1234' },
  { label: 'cpr day 92', column: 'CPR-nr.', text: () => '920180-1234' },
  { label: 'date 31 february', column: 'Fødselsdato', text: () => '31-02-1975' },
  { label: 'date american', column: 'Fødselsdato', text: () => '12/31/1975' },
  { label: 'date words', column: 'Fødselsdato', text: () => 'engang i 70erne' },
  { label: 'date serial', column: 'Udsendt fra', text: () => '37987' },
  { label: 'date future birth', column: 'Fødselsdato', text: () => '01-01-2077' },
  { label: 'postcode', column: 'Postnr.', text: () => '89OO' },
  { label: 'phone', column: 'Telefon', text: () => '12 34' },
  { label: 'phone text', column: 'Telefon', text: () => 'ring til datteren' },
  { label: 'e-mail', column: 'E-mail', text: () => 'navn.example.dk' },
  { label: 'e-mail two', column: 'E-mail', text: () => 'a@example.dk; b@example.dk' },
  { label: 'unknown choice', column: 'Digital post', text: () => 'måske' },
  { label: 'unknown service', column: 'Værn', text: () => 'rumvåbnet' },
  { label: 'yes/no', column: 'Adressebeskyttelse', text: () => 'delvist' },
  { label: 'empty name', column: 'Fornavn', text: () => '' },
  { label: 'name digits', column: 'Efternavn', text: () => '8900' },
  { label: 'mojibake', column: 'Fornavn', text: () => 'SÃ¸ren' },
  { label: 'replacement sign', column: 'Efternavn', text: () => 'S\ufffdrensen' },
  { label: 'formula error', column: 'By', text: () => '#N/A' },
  { label: 'huge cell', column: 'C/o', text: () => 'x'.repeat(5_000) },
  { label: 'long text', column: 'C/o', text: () => 'y'.repeat(300) },
]

/** Cells that look odd and are fine: the row must not be named an error because of them, and the reader must not stumble. */
const ODD: Spoil[] = [
  { label: 'formula text', column: 'C/o', text: () => '=HYPERLINK("http://example.dk";"klik")' },
  { label: 'apostrophe formula', column: 'C/o', text: () => "'=1+1" },
  { label: 'nul bytes', column: 'C/o', text: () => 'Bo\0 Lund' },
  { label: 'bom inside', column: 'C/o', text: () => 'Bo\ufeff Lund' },
  { label: 'nbsp', column: 'Fornavn', text: (_, old) => `\u00a0${old}\u00a0\u00a0` },
  { label: 'quote inside', column: 'C/o', text: () => 'Hotel "Randers"' },
  { label: 'delimiter inside', column: 'C/o', text: () => 'A; B, C' },
  { label: 'line break inside', column: 'C/o', text: () => 'Bo\r\nLund' },
  { label: 'iso date', column: 'Fødselsdato', text: (_, old) => old.split('-').reverse().join('-') },
  { label: 'dotted date', column: 'Udsendt fra', text: (_, old) => old.replaceAll('-', '.') },
  { label: 'cpr bare', column: 'CPR-nr.', text: (_, old) => old.replace('-', '') },
  { label: 'plus phone', column: 'Telefon', text: () => '+45 20123456' },
]

export type SpoiledTable = { columns: string[]; rows: string[][]; bad: number[]; labels: string[] }

/** A good table with some rows spoiled, and the numbers of the rows that must be named. Rows start at 2, under the header. */
export function spoiledTable(random: Random): SpoiledTable {
  const count = 1 + random.int(12)
  const bad = new Set<number>()
  const labels: string[] = []
  const rows = Array.from({ length: count }, (_, index) => {
    const row = registerRow(random, index)
    if (random.chance(0.5)) apply(random, row, random.pick(ODD), labels)
    if (random.chance(0.5)) {
      apply(random, row, random.pick(SPOILED), labels)
      bad.add(index + 2)
    }
    return row
  })
  return { columns: [...REGISTER_COLUMNS], rows, bad: [...bad], labels }
}

function apply(random: Random, row: string[], spoil: Spoil, labels: string[]): void {
  const index = COLUMN.get(spoil.column) ?? 0
  row[index] = spoil.text(random, row[index] ?? '')
  labels.push(spoil.label)
}

/** A workbook written by hand, so that it can be wrong in every way a workbook can be. `sheet` is the XML inside <sheetData>. */
export function rawXlsx(sheet: string, parts: Record<string, string> = {}): Buffer {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  }
  return packStored(Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content, 'utf8') })))
}

export function inlineRow(number: number, cells: string[]): string {
  const written = cells.map((cell, index) => `<c r="${letter(index)}${number}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`)
  return `<row r="${number}">${written.join('')}</row>`
}

/** One part that claims `claimed` bytes and unpacks to `real`: a small file that would fill the memory of a careless reader. */
export function zipBomb(real: number, claimed = real): Buffer {
  const packed = deflateRawSync(Buffer.alloc(real))
  const bomb = packStored([
    { name: 'xl/workbook.xml', content: Buffer.from('<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>') },
    { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from('<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>') },
    { name: 'xl/worksheets/sheet1.xml', content: packed },
  ])
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  for (const [signature, method, size] of [[0x04034b50, 8, 22], [0x02014b50, 10, 24]] as const) {
    const mark = Buffer.alloc(4)
    mark.writeUInt32LE(signature)
    let at = bomb.lastIndexOf(mark)
    if (bomb.indexOf(name, at) < 0) at = bomb.lastIndexOf(mark, at - 1)
    bomb.writeUInt16LE(8, at + method)
    bomb.writeUInt32LE(claimed, at + size)
  }
  return bomb
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
}
