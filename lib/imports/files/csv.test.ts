import { describe, expect, test } from 'vitest'
import { detectDelimiter } from './csv'
import { writeCsv } from './formula-text'
import { readTable } from './read'
import { LIMITS } from './limits'

const text = (content: string) => Buffer.from(content, 'utf8')
const refusal = (bytes: Uint8Array) => readTable(bytes).then(() => 'read', (cause: { code?: string }) => cause.code)

describe('encoding', () => {
  test.each([
    ['utf-8', Buffer.from('Navn;By\r\nSøren;Århus')],
    ['utf-8', Buffer.from('\ufeffNavn;By\r\nSøren;Århus')],
    ['windows-1252', Buffer.from('Navn;By\r\nSøren;Århus', 'latin1')],
    ['utf-16le', Buffer.from('\ufeffNavn;By\r\nSøren;Århus', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffNavn;By\r\nSøren;Århus', 'utf16le').swap16()],
    ['utf-16le', Buffer.from('Navn;By\r\nSøren;Århus', 'utf16le')],
  ])('%s is recognised and told', async (encoding, bytes) => {
    expect(await readTable(bytes)).toMatchObject({ encoding, columns: ['Navn', 'By'], rows: [{ number: 2, cells: ['Søren', 'Århus'] }] })
  })
})

describe('delimiter', () => {
  test.each([
    [';', 'Navn;Adresse\nBo;Storegade 5, 1. tv, st, x\nLis;Nygade 2, 2. th, a, b'],
    [',', 'Navn,By,Land\nBo,Randers,DK'],
    ['\t', 'Navn\tBy\nBo\tRanders, C'],
    [';', 'Navn\nBo'],
    [';', '"a,b,c";"d,e,f"\n"1,2,3";"4,5,6"'],
  ])('%j', (delimiter, content) => expect(detectDelimiter(content)).toBe(delimiter))

  test('the line sep= decides and is no row of the list', async () => {
    expect(await readTable(text('sep=,\r\nA,B;C\r\n1,2;3'))).toMatchObject({ delimiter: ',', columns: ['A', 'B;C'], rows: [{ number: 2, cells: ['1', '2;3'] }] })
  })
})

describe('rows', () => {
  test('numbers are those of the spreadsheet: title, empty lines and a cell of two lines counted', async () => {
    const table = await readTable(text('Register 2026\r\n\r\nNavn;Note\r\nBo;"to\r\nlinjer"\r\n;\r\nLis;x\r\n\r\n'))
    expect(table.headerRow).toBe(3)
    expect(table.rows).toEqual([{ number: 4, cells: ['Bo', 'to\r\nlinjer'] }, { number: 6, cells: ['Lis', 'x'] }])
    expect(table.notes.map((note) => note.code)).toEqual(['rows-above-header', 'empty-rows'])
  })

  test('line ends may be mixed', async () => {
    expect((await readTable(text('A;B\r1;2\n3;4\r\n5;6'))).rows.map((row) => row.cells.join())).toEqual(['1,2', '3,4', '5,6'])
  })

  test('a short row is filled up, one with too many cells is named and keeps them', async () => {
    const { rows } = await readTable(text('A;B;C\r\n1\r\n1;2;3;;5;\r\n1;2;3;;'))
    expect(rows[0]).toEqual({ number: 2, cells: ['1', '', ''] })
    expect(rows[1]).toEqual({ number: 3, cells: ['1', '2', '3', '', '5'], problem: { code: 'too-many-cells', params: { found: 5, expected: 3 } } })
    expect(rows[2]).toEqual({ number: 4, cells: ['1', '2', '3'] })
  })

  test('a lost quote does not make rows vanish in silence', async () => {
    const { rows } = await readTable(text('A;B;C\r\n"1;2;3\r\n4;5;6\r\n7;8;9"\r\n1;2;3'))
    expect(rows[0]?.problem).toEqual({ code: 'swallowed-rows', params: { count: 2 } })
    expect(await refusal(text('A;B\r\n1;"2\r\n3;4'))).toBe('quote-not-closed')
  })

  test('a row with another separator is named', async () => {
    expect((await readTable(text('A;B;C\r\n1;2;3\r\n1,2,3'))).rows[1]?.problem?.code).toBe('wrong-delimiter')
  })

  test('the same header twice, and none at all over a filled column', async () => {
    const table = await readTable(text('Navn;;Navn;;\r\nBo;x;Lis;;'))
    expect(table.columns).toEqual(['Navn', 'B', 'Navn (2)'])
    expect(table.notes.map((note) => note.code)).toEqual(['duplicate-headers', 'unnamed-columns'])
  })

  test('a huge cell is an error of its row', async () => {
    expect((await readTable(text(`A;B\r\n${'x'.repeat(100_000)};1\r\n1;2`))).rows[0]).toMatchObject({ problem: { code: 'cell-too-long' } })
  })

  test('NUL, which no database column takes, is gone', async () => {
    expect((await readTable(text('A;B\r\nB\0o;1'))).rows[0]?.cells[0]).toBe('Bo')
  })
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['no-header', text('\r\n \r\n')],
  ['no-rows', text('Navn;By\r\n;\r\n')],
  ['too-large', Buffer.alloc(LIMITS.fileBytes + 1, 'a')],
  ['too-many-rows', text(`A\n${'1\n'.repeat(LIMITS.rows + 1)}`)],
  ['too-many-columns', text(`${Array.from({ length: LIMITS.columns + 1 }, (_, i) => `k${i}`).join(';')}\n1`)],
  ['pdf', text('%PDF-1.4')],
  ['html', text('\r\n<html><body><table>')],
  ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])],
  ['encrypted', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')])],
  ['unknown-binary', Buffer.from(Array.from({ length: 400 }, (_, i) => (i % 5 === 0 ? 1 + (i % 7) : 200)))],
])('refused with the code %s', async (code, bytes) => expect(await refusal(bytes)).toBe(code))

test('what is written is read back as it was, formulas and apostrophes included', async () => {
  const cells = ['=1+1', "'=1+1", "''@x", '+45 20', '-', "'", "'a", '"q"', 'a;b', ' kant ', '\uff1dx', 'sep=;', 'to\nlinjer', 'en\rto']
  const csv = writeCsv([cells.map((_, index) => `k${index}`), cells])
  expect(csv).toContain(";'''@x;")
  expect((await readTable(text(csv))).rows[0]?.cells).toEqual(cells)
})
