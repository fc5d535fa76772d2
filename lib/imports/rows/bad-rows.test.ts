import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VETERAN_REGISTER } from '@/lib/people/register-import/fields'
import da from '@/messages/da/imports.json'
import en from '@/messages/en/imports.json'
import { guessColumns } from '../columns/rules'
import { readTable } from '../files/read'
import { BAD_ROW_HEADERS, badRowsCsv, badRowsXlsx } from './bad-rows'

const LABELS = { row: 'Række i filen', reason: 'Hvad der skal rettes' }
// What a cell of a read file can hold: no NUL and no half characters, and not only white space (that is an empty cell).
const cell = fc.string({ unit: fc.constantFrom(...'=+-@\'";,\t\r\n a1æ\u00a0｛＝'), maxLength: 12 }).map((text) => (text.trim() === '' ? '' : text))
const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell, cell), { minLength: 1, maxLength: 8 })

test('the file of bad rows, read again, has exactly the original cells', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const csv = badRowsCsv(['A', 'B', 'C', 'D'], cells.map((row, index) => ({ number: index + 2, cells: row, reason: '=ret; "den"' })), LABELS)
      const again = await readTable(Buffer.from(csv, 'utf8'))
      expect(again.rows.map((row) => row.cells.slice(2))).toEqual(cells)
      expect(again.rows.map((row) => row.cells.slice(0, 2))).toEqual(cells.map((_, index) => [String(index + 2), '=ret; "den"']))
    }),
    { numRuns: 300 },
  )
})

test('as xlsx too: zeros, dates and formulas stay text', async () => {
  const cells = ['0108801234', '01-02-1975', '=HYPERLINK("x")', "'=1", '']
  const bytes = await badRowsXlsx(['a', 'b', 'c', 'd', 'e'], [{ number: 7, cells, reason: 'ret' }], LABELS)
  expect((await readTable(bytes)).rows).toEqual([{ number: 2, cells: ['7', 'ret', ...cells] }])
})

test('a row with too many cells keeps them, and sending the file in twice does not pile up reasons', async () => {
  const columns = [LABELS.row, LABELS.reason, 'Navn', 'By']
  const csv = badRowsCsv(columns, [{ number: 3, cells: ['2', 'gammel grund', 'Bo', 'Randers', '', 'for meget'], reason: 'ny grund' }], LABELS)
  expect(csv).toBe(`\ufeff${LABELS.row};${LABELS.reason};Navn;By\r\n3;ny grund;Bo;Randers;;for meget\r\n`)
})

test('its own columns are known in both languages and never taken for a field', () => {
  expect([...BAD_ROW_HEADERS]).toEqual([da.badRows.row, da.badRows.reason, en.badRows.row, en.badRows.reason])
  expect(guessColumns([...BAD_ROW_HEADERS], VETERAN_REGISTER).map((guess) => guess.field)).toEqual([null, null, null, null])
})
