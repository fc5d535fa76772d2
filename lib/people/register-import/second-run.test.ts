import { expect, test } from 'vitest'
import { guessColumns, mappingOf } from '@/lib/imports/columns/rules'
import { readTable } from '@/lib/imports/files/read'
import { judgeRows } from '@/lib/imports/rows/rules'
import { countVerdicts } from '@/lib/imports/rows/summary'
import { parseRow } from '@/lib/imports/values/rules'
import { toDay } from '@/lib/platform/day'
import { makeRegisterFile } from '@/tests/support/register-file'
import { RegisterMemory } from '@/tests/support/register-memory'
import { VETERAN_REGISTER } from './fields'

const NOTHING = { new: 0, changed: 0, same: 0, doubtful: 0, error: 0 }

async function verdictsFor(bytes: Uint8Array, register: RegisterMemory) {
  const { columns, rows } = await readTable(bytes)
  const input = { kind: VETERAN_REGISTER, columns, mapping: mappingOf(guessColumns(columns, VETERAN_REGISTER)), context: { today: toDay('2026-11-20') } }
  return judgeRows(rows.map((row) => parseRow(row, input)), { kind: VETERAN_REGISTER, lookUp: register.lookUp })
}

test('a register of 560: all new, then nothing, and the same list as xlsx or in another encoding is the same list', async () => {
  const register = new RegisterMemory(VETERAN_REGISTER)
  const first = await verdictsFor((await makeRegisterFile({ rows: 560, seed: 1, format: 'csv-windows-1252' })).bytes, register)
  expect(countVerdicts(first)).toEqual({ ...NOTHING, new: 560 })
  register.apply(first)
  for (const format of ['csv-windows-1252', 'csv-utf8', 'xlsx'] as const) {
    expect(countVerdicts(await verdictsFor((await makeRegisterFile({ rows: 560, seed: 1, format })).bytes, register))).toEqual({ ...NOTHING, same: 560 })
  }
})

test('one row per deployment: two people, five deployments, and the second run says same five times', async () => {
  const lines = ['CPR;Navn;Mission;Land;Udsendt fra', '610180-1234;Bo Lund;KFOR;Kosovo;01-02-2001', '610180-1234;Bo Lund;ISAF;Afghanistan;01-02-2009', '620275-4321;Kjær, Anne;UNPROFOR;Bosnien;1.2.94', '610180-1234;Bo Lund;ISAF;Afghanistan;01-08-2011', '620275-4321;Anne Kjær;IFOR;Bosnien;1996-02-01']
  const register = new RegisterMemory(VETERAN_REGISTER)
  const first = await verdictsFor(Buffer.from(lines.join('\n')), register)
  expect(first.map((verdict) => [verdict.kind, verdict.joins])).toEqual([['new', null], ['new', 2], ['new', null], ['new', 2], ['new', 4]])
  register.apply(first)
  expect(register.size).toBe(2)
  expect(countVerdicts(await verdictsFor(Buffer.from(lines.join('\n')), register))).toEqual({ ...NOTHING, same: 5 })
})

test('a list without CPR numbers is recognised by name and birth date, spelling forgiven', async () => {
  const register = new RegisterMemory(VETERAN_REGISTER)
  register.apply(await verdictsFor(Buffer.from('Fornavn;Efternavn;Født\nSøren;Østergaard;01-02-1970'), register))
  expect(await verdictsFor(Buffer.from('Fornavn;Efternavn;Født;Telefon\nSøren;Østergård;01-02-1970;20123456'), register)).toMatchObject([{ kind: 'changed', personId: 'p1' }])
})
