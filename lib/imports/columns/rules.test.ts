import { describe, expect, test } from 'vitest'
import { VETERAN_REGISTER as KIND } from '@/lib/people/register-import/fields'
import { REGISTER_COLUMNS } from '@/tests/support/register-file'
import { checkMapping, guessColumns, mappingOf } from './rules'

const guess = (...headers: string[]) => guessColumns(headers, KIND).map((found) => (found.field ? `${found.field} ${found.confidence}` : null))

describe('guessing', () => {
  test.each([
    ['CPR-NR.', 'cpr certain'],
    ['cprnr', 'cpr certain'],
    ['Personnummer', 'cpr certain'],
    ['FOEDSELSDATO', 'birthDate certain'],
    ['Fødsels-dato ', 'birthDate certain'],
    ['Borgerens e-mail', 'email likely'],
    ['Dato for hjemkomst fra mission', 'deployedTo likely'],
    ['Navne- og adressebeskyttelse (J/N)', 'protectedAddress likely'],
    ['Tlf. nr.', 'phone certain'],
    ['Etage', 'floor certain'],
    ['Bemærkninger', null],
    ['What to correct', null],
    ['', null],
  ])('%j → %s', (header, expected) => expect(guess(header)).toEqual([expected]))

  test('every column of an ordinary register is found', () => {
    expect(guessColumns([...REGISTER_COLUMNS], KIND).filter((found) => found.confidence !== 'certain')).toEqual([])
  })

  test('a field is proposed once: the better word wins, then the column further left', () => {
    expect(guess('Arbejdstelefon tlf', 'Telefon', 'Mobil')).toEqual([null, 'phone certain', null])
    expect(guess('Fra', 'Udsendt fra')).toEqual(['deployedFrom certain', null])
  })
})

describe('checking', () => {
  const columns = ['A', 'B', 'C']
  test('a column serves one field', () => {
    expect(checkMapping({ fullName: 0, firstName: 0 }, columns, KIND)).toEqual([{ code: 'column-used-twice', column: 0, fields: ['fullName', 'firstName'] }])
  })
  test('first and last name, or the whole name, must be there', () => {
    expect(checkMapping({ firstName: 0 }, columns, KIND)).toEqual([{ code: 'required-missing', oneOf: [['firstName', 'lastName'], ['fullName']] }])
    expect(checkMapping({ firstName: 0, lastName: 1 }, columns, KIND)).toEqual([])
    expect(checkMapping({ fullName: 2 }, columns, KIND)).toEqual([])
  })
  test('what a browser could make up is refused', () => {
    expect(checkMapping({ fullName: 0, evil: 1, email: 7, phone: -1 }, columns, KIND).map((problem) => problem.code)).toEqual(['unknown-field', 'no-such-column', 'no-such-column'])
  })
  test('the guess itself is a mapping', () => {
    expect(mappingOf(guessColumns(['Navn', 'x', 'CPR'], KIND))).toEqual({ fullName: 0, cpr: 2 })
  })
})
