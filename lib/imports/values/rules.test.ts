import { describe, expect, test } from 'vitest'
import { VETERAN_REGISTER as KIND } from '@/lib/people/register-import/fields'
import { toDay } from '@/lib/platform/day'
import { guessColumns, mappingOf } from '../columns/rules'
import { cleanCell } from './clean'
import { type ValueMap, parseRow, unknownValues } from './rules'

const columns = ['CPR', 'Fornavn', 'Efternavn', 'Digital post', 'Værn', 'E-mail', 'Postnr.', 'By', 'Telefon', 'Mission']
const input = { kind: KIND, columns, mapping: mappingOf(guessColumns(columns, KIND)), context: { today: toDay('2026-11-20') } }
const GOOD = ['610180-1234', 'Bo', 'Lund', 'tilmeldt', 'Hæren', 'bo@example.dk', '8900', 'Randers C', '20123456', 'KFOR']
const row = (changes: Record<string, string>, number = 2) => ({ number, cells: columns.map((column, index) => changes[column] ?? GOOD[index] ?? '') })
const issuesOf = (changes: Record<string, string>, valueMap?: ValueMap) => parseRow(row(changes), { ...input, ...(valueMap ? { valueMap } : {}) }).issues.map((issue) => `${issue.row} ${issue.column} ${issue.code}`)

test('a good row is all values and no words', () => {
  const parsed = parseRow(row({}), input)
  expect(parsed.issues).toEqual([])
  expect(parsed.values).toEqual({ cpr: '6101801234', firstName: 'Bo', lastName: 'Lund', birthDate: '1980-01-01', digitalPost: 'YES', service: 'ARMY', email: 'bo@example.dk', postcode: '8900', town: 'Randers C', phone: '+4520123456', mission: 'KFOR' })
})

describe('each bad cell has its row, its column and its own code', () => {
  test.each([
    [{ CPR: '108801234' }, '2 CPR cpr-lost-zero'],
    [{ CPR: '610180-12' }, '2 CPR cpr-length'],
    [{ CPR: '61O180-1234' }, '2 CPR cpr-characters'],
    [{ CPR: '611380-1234' }, '2 CPR cpr-date'],
    [{ CPR: '010180-xxxx' }, '2 CPR cpr-only-birth-date'],
    [{ CPR: '010180-0000' }, '2 CPR cpr-only-birth-date'],
    [{ Fornavn: ' ' }, '2 Fornavn, Efternavn required-empty'],
    [{ Efternavn: 'Lund 8900' }, '2 Efternavn name-with-digits'],
    [{ Fornavn: '=HYPERLINK("x")' }, '2 Fornavn name-with-digits'],
    [{ Fornavn: 'Bo <b>' }, '2 Fornavn name-with-digits'],
    [{ Efternavn: '8900' }, '2 Efternavn name-without-letters'],
    [{ Efternavn: 'S?rensen' }, '2 Efternavn garbled'],
    [{ Efternavn: 'SÃ¸rensen' }, '2 Efternavn garbled'],
    [{ 'Digital post': 'måske' }, '2 Digital post value-not-understood'],
    [{ 'E-mail': 'bo.example.dk' }, '2 E-mail email-not-understood'],
    [{ 'E-mail': 'a@example.dk, b@example.dk' }, '2 E-mail email-several'],
    [{ 'Postnr.': '890' }, '2 Postnr. postcode-lost-zero'],
    [{ 'Postnr.': '89000' }, '2 Postnr. postcode-not-understood'],
    [{ By: '12' }, '2 By town-not-understood'],
    [{ Telefon: '20123456 / 30123456' }, '2 Telefon phone-several'],
    [{ Telefon: 'kun SMS' }, '2 Telefon phone-not-understood'],
    [{ By: '#REF!' }, '2 By formula-error'],
  ])('%j', (changes, expected) => expect(issuesOf(changes as Record<string, string>)).toEqual([expected]))
})

test('the sentence about a CPR number does not repeat it', () => {
  for (const CPR of ['108801234', '610180-12', '611380-1234']) expect(JSON.stringify(parseRow(row({ CPR }), input).issues)).not.toContain(CPR.slice(0, 6))
})

describe('words that were not understood', () => {
  const rows = [row({ 'Digital post': 'Nej tak' }, 2), row({ 'Digital post': 'nej  TAK' }, 3), row({ 'Digital post': 'ja' }, 4), row({ 'Digital post': '', Værn: 'Kystvagt' }, 5)]
  test('are collected with counts, whatever their case and spaces', () => {
    expect(unknownValues(rows, input)).toEqual([
      { field: 'digitalPost', column: 'Digital post', text: 'Nej tak', folded: 'nejtak', count: 2, rows: [2, 3] },
      { field: 'service', column: 'Værn', text: 'Kystvagt', folded: 'kystvagt', count: 1, rows: [5] },
    ])
  })
  test('and are decided once, also as empty', () => {
    const valueMap = { digitalPost: { nejtak: 'EXEMPT' }, service: { kystvagt: null } }
    expect(unknownValues(rows, { ...input, valueMap })).toEqual([])
    expect(parseRow(rows[1]!, { ...input, valueMap }).values.digitalPost).toBe('EXEMPT')
    expect(parseRow(rows[3]!, { ...input, valueMap })).toMatchObject({ issues: [], values: expect.not.objectContaining({ service: expect.anything() }) })
  })
})

test.each([
  ['\u00a0Bo\u00a0\u00a0Lund\u200b ', 'Bo Lund'],
  ['Bo\r\nLund', 'Bo Lund'],
  ['B\u0007o\ufeff', 'Bo'],
  ['A\u030ase', 'Åse'],
  ['NULL', ''],
  ['-', ''],
  ['ukendt', ''],
])('hidden signs go and words for nothing are nothing: %j', (original, text) => expect(cleanCell(original)).toEqual({ text }))
