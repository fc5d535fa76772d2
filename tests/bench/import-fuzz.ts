import writeExcelFile from 'write-excel-file/node'
import { checkMapping, guessColumns, mappingOf } from '@/lib/imports/columns/rules'
import { readTable } from '@/lib/imports/files/read'
import { FileRefused } from '@/lib/imports/files/refused'
import { badRowsCsv } from '@/lib/imports/rows/bad-rows'
import { judgeRows } from '@/lib/imports/rows/rules'
import { countVerdicts } from '@/lib/imports/rows/summary'
import { parseRow, unknownValues } from '@/lib/imports/values/rules'
import { VETERAN_REGISTER } from '@/lib/people/register-import/fields'
import { toDay } from '@/lib/platform/day'
import { type BrokenFile, inlineRow, rawXlsx, spoiledTable, zipBomb } from '../support/broken-files'
import { type Random, randomFrom } from '../support/random'
import { REGISTER_COLUMNS } from '../support/register-file'

export type FuzzResult = {
  files: number
  refused: number
  rows: number
  /** Anything thrown that is not a coded refusal. */
  crashes: string[]
  /** Rows that are in no verdict, in two, or not whole when the file of bad rows is read again. */
  partial: string[]
  /** Rows known to be bad that came out as new, changed or same, or without a reason. */
  unnamed: string[]
}

const TODAY = toDay('2026-11-20')
const CONTEXT = { today: TODAY }

/** Broken files of every kind through the whole pipeline. The same seed makes the same files. All three lists must come out empty. */
export async function fuzzImports(options: { files: number; seed: number }): Promise<FuzzResult> {
  const random = randomFrom(options.seed)
  const result: FuzzResult = { files: options.files, refused: 0, rows: 0, crashes: [], partial: [], unnamed: [] }
  for (let index = 0; index < options.files; index += 1) {
    const file = await brokenFile(random)
    const name = `file ${index} of seed ${options.seed} (${file.label})`
    try {
      await runFile(file, name, result)
    } catch (cause) {
      if (cause instanceof FileRefused) {
        result.refused += 1
        if (file.bad.length > 0 && !MAY_REFUSE.test(file.label)) result.unnamed.push(`${name}: refused whole as ${cause.code}`)
      } else result.crashes.push(`${name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
    }
  }
  return result
}

/** Files so broken that a refusal with a code is the right answer. */
const MAY_REFUSE = /truncated|bytes|unclosed|garbage/

async function runFile(file: BrokenFile, name: string, result: FuzzResult): Promise<void> {
  const table = await readTable(file.bytes)
  const mapping = mappingOf(guessColumns(table.columns, VETERAN_REGISTER))
  const usable = checkMapping(mapping, table.columns, VETERAN_REGISTER).length === 0
  const input = { kind: VETERAN_REGISTER, columns: table.columns, mapping, context: CONTEXT }
  unknownValues(table.rows, input)
  const parsed = table.rows.map((row) => parseRow(row, input))
  const verdicts = judgeRows(parsed, { kind: VETERAN_REGISTER, lookUp: () => [] })
  result.rows += table.rows.length
  const counts = countVerdicts(verdicts)
  if (Object.values(counts).reduce((sum, count) => sum + count, 0) !== table.rows.length) result.partial.push(`${name}: counts do not add up`)
  if (new Set(verdicts.map((verdict) => verdict.row)).size !== table.rows.length) result.partial.push(`${name}: two rows share a number`)
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.row, verdict]))
  for (const row of usable ? file.bad : []) {
    const verdict = verdictOf.get(row)
    const named = verdict?.issues.some((issue) => issue.row === row && issue.severity !== 'hint')
    if (!verdict || !named || (verdict.kind !== 'error' && verdict.kind !== 'doubtful')) result.unnamed.push(`${name}: row ${row} is ${verdict?.kind ?? 'missing'}`)
  }
  const bad = verdicts.filter((verdict) => verdict.kind === 'error' || verdict.kind === 'doubtful')
  if (bad.some((verdict) => verdict.issues.length === 0)) result.partial.push(`${name}: a bad row without a reason`)
  await sameAgain(parsed.filter((row) => bad.some((verdict) => verdict.row === row.number)), table.columns, name, result)
}

/** The file of bad rows, read again, holds the same cells. */
async function sameAgain(rows: { number: number; cells: string[] }[], columns: string[], name: string, result: FuzzResult): Promise<void> {
  if (rows.length === 0) return
  const labels = { row: 'Række i filen', reason: 'Hvad der skal rettes' }
  const csv = badRowsCsv(columns, rows.map((row) => ({ ...row, reason: 'ret cellen' })), labels)
  const again = await readTable(Buffer.from(csv, 'utf8'))
  const cells = again.rows.map((row) => row.cells.slice(2, 2 + columns.length))
  const lost = rows.findIndex((row, index) => row.cells.slice(0, columns.length).some((cell, column) => cell !== (cells[index]?.[column] ?? '')))
  if (lost >= 0) result.partial.push(`${name}: row ${rows[lost]?.number} came back different: ${JSON.stringify([rows[lost]?.cells, cells[lost]])}`)
}

export async function brokenFile(random: Random): Promise<BrokenFile> {
  const spoiled = spoiledTable(random)
  const table = [spoiled.columns, ...spoiled.rows]
  const label = spoiled.labels.join(', ')
  switch (random.int(12)) {
    case 0: return { label: `windows-1252: ${label}`, bytes: latin(csv(random, table)), bad: spoiled.bad }
    case 1: return { label: `utf-16: ${label}`, bytes: Buffer.from(`\ufeff${csv(random, table)}`, 'utf16le'), bad: spoiled.bad }
    case 2: return { label: `truncated xlsx: ${label}`, bytes: cut(random, await xlsx(table)), bad: [] }
    case 3: return { label: `xlsx: ${label}`, bytes: await xlsx(table), bad: spoiled.bad }
    case 4: return { label: `raw xlsx: ${label}`, bytes: rawXlsx(table.map((row, index) => inlineRow(index + 1, row)).join('')), bad: spoiled.bad }
    case 5: return { label: 'flipped bytes', bytes: flip(random, random.chance(0.5) ? await xlsx(table) : Buffer.from(csv(random, table))), bad: [] }
    case 6: return oddFile(random, table)
    case 7: return { label: `ragged: ${label}`, bytes: Buffer.from(csv(random, ragged(random, table, spoiled.bad))), bad: spoiled.bad }
    case 8: return { label: `duplicate headers: ${label}`, bytes: Buffer.from(csv(random, table.map((row, index) => [...row, index === 0 ? 'Navn' : 'x', index === 0 ? 'Navn' : '']))), bad: spoiled.bad }
    case 9: return mixedDelimiters(random, table, spoiled.bad)
    default: return { label: `utf-8: ${label}`, bytes: Buffer.from((random.chance(0.5) ? '\ufeff' : '') + csv(random, table)), bad: spoiled.bad }
  }
}

function csv(random: Random, table: string[][]): string {
  const delimiter = random.pick([';', ',', '\t'])
  const newline = random.pick(['\r\n', '\n', '\r'])
  const quote = (cell: string) => (/["\r\n;,\t]/.test(cell) || random.chance(0.1) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return (random.chance(0.2) ? `sep=${delimiter}${newline}` : '') + table.map((row) => row.map(quote).join(delimiter)).join(newline) + (random.chance(0.8) ? newline.repeat(1 + random.int(3)) : '')
}

function latin(text: string): Buffer {
  return Buffer.from(text.replaceAll('\ufffd', '?').replaceAll('\ufeff', ''), 'latin1')
}

async function xlsx(table: string[][]): Promise<Buffer> {
  return (await writeExcelFile(table.map((row) => row.map((cell) => (cell === '' ? null : cell.replace(/[\0-\x08]/g, '').replaceAll('\ufffd', '?').slice(0, 32_000)))))).toBuffer()
}

function cut(random: Random, bytes: Buffer): Buffer {
  return bytes.subarray(0, random.int(bytes.length))
}

function flip(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (let times = 1 + random.int(40); times > 0; times -= 1) copy[random.int(copy.length)] = random.int(256)
  return copy
}

function ragged(random: Random, table: string[][], bad: number[]): string[][] {
  const row = 1 + random.int(table.length - 1)
  const copy = table.map((cells) => [...cells])
  copy[row]?.push('', 'en celle for meget')
  if (!bad.includes(row + 1)) bad.push(row + 1)
  return copy
}

function mixedDelimiters(random: Random, table: string[][], bad: number[]): BrokenFile {
  const lines = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
  const row = 1 + random.int(table.length - 1)
  lines[row] = (table[row] ?? []).map((cell) => cell.replace(/[";,\r\n\t]/g, ' ') || '-').join(',')
  // With one data row the two separators stand one against one, and the header decides.
  return { label: 'mixed delimiters', bytes: Buffer.from(lines.join('\r\n')), bad: [...new Set([...bad, row + 1])] }
}

function oddFile(random: Random, table: string[][]): BrokenFile {
  const good = csv(random, table)
  const header = REGISTER_COLUMNS.map((name, index) => `<c r="${String.fromCharCode(65 + index)}1" t="inlineStr"><is><t>${name}</t></is></c>`).join('')
  const made: [string, Buffer][] = [
    ['empty', Buffer.alloc(0)],
    ['only a mark', Buffer.from('\ufeff')],
    ['only line ends', Buffer.from('\r\n\r\n\r\n')],
    ['header only', Buffer.from(REGISTER_COLUMNS.join(';'))],
    ['unclosed quote', Buffer.from(`${REGISTER_COLUMNS.join(';')}\r\n"R1;700180-1234;Bo`)],
    ['pdf', Buffer.from('%PDF-1.7 garbage')],
    ['old xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3])],
    ['web page', Buffer.from('<html><table><tr><td>CPR</td></tr></table></html>')],
    ['zip bomb', zipBomb(8 * 1024 * 1024, random.chance(0.5) ? 1000 : 4_000_000_000)],
    ['far cell', rawXlsx(`<row r="1">${header}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)],
    ['bad address', rawXlsx(`<row r="1">${header}</row><row r="2"><c r="&#65;2"><v>1</v></c></row>`)],
    ['bad shared string', rawXlsx(`<row r="1">${header}</row><row r="2"><c r="A2" t="s"><v>99</v></c></row>`)],
    ['mark in the middle', Buffer.from(good.replace('\n', '\n\ufeff'))],
    ['random garbage', Buffer.from(Array.from({ length: random.int(3000) }, () => random.int(256)))],
    ['nul garbage', Buffer.from(good.replaceAll('e', '\0'))],
  ]
  const [label, bytes] = random.pick(made)
  return { label, bytes, bad: [] }
}
