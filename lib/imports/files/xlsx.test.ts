import writeExcelFile from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import { inlineRow, rawXlsx, zipBomb } from '@/tests/support/broken-files'
import { readTable } from './read'
import { packStored } from './zip'

const HEADER = inlineRow(1, ['Navn', 'CPR'])
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const refusal = (bytes: Uint8Array) => readTable(bytes).then(() => 'read', (cause: { code?: string }) => cause.code)

describe('cells', () => {
  test('typed dates, numbers, yes/no and text as a Danish spreadsheet shows them', async () => {
    const day = { value: new Date(Date.UTC(1975, 1, 28)), type: Date, format: 'dd-mm-yyyy' } as const
    const bytes = await (await writeExcelFile([['Navn', 'Født', 'CPR', 'Ja', 'Tal'], ['Øjvind', day, 108801234, true, 12.5], ['0108', null, '0108801234', false, '=1+1']])).toBuffer()
    expect((await readTable(bytes)).rows.map((row) => row.cells)).toEqual([
      ['Øjvind', '28-02-1975', '108801234', 'SAND', '12,5'],
      ['0108', '', '0108801234', 'FALSK', '=1+1'],
    ])
  })

  test('the date system of a Mac, and a time of day', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    const sheet = `${HEADER}<row r="2"><c r="A2" s="1"><v>26000</v></c><c r="B2" s="1"><v>26000.5</v></c></row>`
    const workbook = (flag: string) => `<workbook xmlns:r="${RELATIONS}">${flag}<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`
    const read = async (flag: string) => (await readTable(rawXlsx(sheet, { 'xl/styles.xml': styles, 'xl/workbook.xml': workbook(flag) }))).rows[0]?.cells
    expect(await read('')).toEqual(['08-03-1971', '08-03-1971 12:00'])
    expect(await read('<workbookPr date1904="1"/>')).toEqual(['09-03-1975', '09-03-1975 12:00'])
  })

  test('an error cell and a formula without a result are not empty cells', async () => {
    const row = '<row r="2"><c r="A2" t="e"><f>NA()</f><v>#N/A</v></c><c r="B2" s="0"><f>1+1</f></c></row>'
    const table = await readTable(rawXlsx(`${HEADER}${row}`, { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>' }))
    expect(table.rows[0]?.cells).toEqual(['#N/A', '#FORMULA!'])
    expect(table.notes).toContainEqual({ code: 'formulas-without-value', params: { count: 1 } })
  })

  test('row numbers hold across rows that are not in the file', async () => {
    expect((await readTable(rawXlsx(`${HEADER}${inlineRow(7, ['Bo', '1'])}`))).rows).toEqual([{ number: 7, cells: ['Bo', '1'] }])
  })
})

describe('sheets', () => {
  const many = (state: string) =>
    rawXlsx('', {
      'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Forside" sheetId="1" r:id="rId1"/><sheet name="Skjult &amp; gammel" sheetId="2" ${state} r:id="rId2"/><sheet name="Liste" sheetId="3" r:id="rId3"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${[1, 2, 3].map((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
      'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${HEADER}${inlineRow(2, ['gammel', '1'])}</sheetData></worksheet>`,
      'xl/worksheets/sheet3.xml': `<worksheet><sheetData>${HEADER}<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>ny</t></is></c></row></sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells></worksheet>`,
    })

  test('the first visible one with rows is read; hidden sheets, hidden rows and merged cells are told', async () => {
    const table = await readTable(many('state="hidden"'))
    expect(table.rows[0]?.cells).toEqual(['ny', ''])
    expect(table.sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.chosen])).toEqual([['Forside', false, false], ['Skjult & gammel', true, false], ['Liste', false, true]])
    expect(table.notes.map((note) => note.code)).toEqual(['other-sheets', 'hidden-sheets', 'hidden-rows', 'merged-cells'])
  })

  test('another can be chosen by name', async () => {
    expect((await readTable(many(''), { sheet: 'Skjult & gammel' })).rows[0]?.cells[0]).toBe('gammel')
    await expect(readTable(many(''), { sheet: 'Nej' })).rejects.toMatchObject({ code: 'sheet-not-found' })
  })
})

describe('hostile and damaged files', () => {
  const far = (address: string) => rawXlsx(`${HEADER}<row r="2"><c r="${address}"><v>1</v></c></row>`)
  test.each([
    ['zip-too-big', zipBomb(1_000_000, 4_000_000_000)],
    ['zip-damaged', zipBomb(50_000_000, 1_000)],
    ['too-many-columns', far('XFD2')],
    ['too-many-rows', far('A1048576')],
    ['too-many-rows', far('&#65;1048576')],
    ['xlsx-damaged', far('1A')],
    ['xlsx-damaged', rawXlsx(`${HEADER}<row r="2"><c r="A2" t="s"><v>99</v></c></row>`)],
    ['xlsx-damaged', rawXlsx('<row r="1"><c r="A1"', {})],
    ['archive', packStored([{ name: 'a.txt', content: Buffer.from('x') }])],
    ['xlsb', packStored([{ name: 'xl/workbook.bin', content: Buffer.from('x') }])],
    ['word', packStored([{ name: 'word/document.xml', content: Buffer.from('x') }])],
    ['ods', packStored([{ name: 'mimetype', content: Buffer.from('x') }, { name: 'content.xml', content: Buffer.from('x') }])],
  ])('%s', async (code, bytes) => expect(await refusal(bytes)).toBe(code))

  test('cut off anywhere it is refused, never half read', async () => {
    const whole = rawXlsx(`${HEADER}${inlineRow(2, ['Bo', '1'])}`)
    for (let length = 5; length < whole.length; length += 13) expect(await refusal(whole.subarray(0, length))).toMatch(/^zip-damaged$/)
  })

  test('a single changed letter inside is found by the checksum', async () => {
    const bytes = rawXlsx(`${HEADER}${inlineRow(2, ['Bo', '1'])}`)
    bytes[bytes.indexOf('>Bo<') + 1] = 'J'.charCodeAt(0)
    expect(await refusal(bytes)).toBe('zip-damaged')
  })

  test('a coloured but empty cell at the edge of the sheet is no reason to refuse', async () => {
    expect((await readTable(rawXlsx(`${HEADER}${inlineRow(2, ['Bo', '1'])}<row r="1048576"><c r="XFD1048576" s="0"/></row>`, { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>' }))).rows).toHaveLength(1)
  })
})
