import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, diffDays, toDay } from '@/lib/platform/day'
import { cprKind, formatCpr, maskCpr, readCpr } from './rules'

const oracle = stdnum.DK?.cpr
const digitsOf = (day: number, month: number, year: number, serial: number) =>
  [day, month, year].map((n) => String(n).padStart(2, '0')).join('') + String(serial).padStart(4, '0')
// Replacement numbers only: nothing in the tests can belong to a living person.
const replacement = fc.record({
  birth: fc.integer({ min: 0, max: 36_000 }).map((n) => addDays(toDay('1938-01-01'), n)),
  last3: fc.integer({ min: 0, max: 999 }),
})

function seventhFor(birth: Day): string {
  return birth < '2000-01-01' ? '0' : '4'
}

function replacementNumber(birth: Day, last3: number): string {
  const day = Number(birth.slice(8)) + 60
  return `${day}${birth.slice(5, 7)}${birth.slice(2, 4)}${seventhFor(birth)}${String(last3).padStart(3, '0')}`
}

describe('as people write it', () => {
  it.each(['6101800123', '610180-0123', ' 610180 0123 ', '610180–0123', '61 01 80 - 01 23', '610180\u00a00123'])('%j is read', (text) => {
    expect(readCpr(text)).toMatchObject({ kind: 'replacement', digits: '6101800123', birthDate: '1980-01-01' })
  })

  it.each([
    ['', 'empty'],
    ['  -  ', 'empty'],
    ['610180-012', 'length'],
    ['610180-01234', 'length'],
    ['610180-O123', 'characters'],
    ['6,10180123E9', 'characters'],
    ['900280-0123', 'date'],
    ['611380-0123', 'date'],
    ['000180-0123', 'date'],
    ['600180-0123', 'date'],
    ['920180-0123', 'date'],
    ['890299-0123', 'date'],
  ])('%j is refused: %s', (text, reason) => {
    expect(readCpr(text)).toEqual({ kind: 'invalid', reason })
  })

  it('does not mend a leading zero that a spreadsheet lost', () => {
    expect(readCpr('101800000')).toEqual({ kind: 'doubtful', reason: 'lost-zero', suggestion: '010180-0000' })
    expect(readCpr('10180-0000')).toMatchObject({ kind: 'doubtful' })
    expect(readCpr('991800000')).toEqual({ kind: 'invalid', reason: 'length' })
  })

  it('takes 29 February only where there is one', () => {
    expect(readCpr('890204-4000')).toMatchObject({ birthDate: '2004-02-29' })
    expect(readCpr('890200-0000')).toMatchObject({ kind: 'invalid' }) // 1900 was no leap year
    expect(readCpr('890200-4000')).toMatchObject({ birthDate: '2000-02-29' })
  })
})

it.each([
  [0, 0, 1900], [3, 99, 1999], [3, 36, 1936], [4, 36, 2036], [4, 37, 1937], [9, 0, 2000], [9, 36, 2036], [9, 99, 1999],
  [5, 57, 2057], [5, 58, 1858], [8, 0, 2000], [8, 99, 1899], [6, 57, 2057], [7, 58, 1858],
])('seventh digit %i with year %i is %i', (seventh, year, expected) => {
  const reading = readCpr(digitsOf(61, 1, year, seventh * 1000))
  expect('birthDate' in reading && reading.birthDate).toBe(`${expected}-01-01`)
})

it('agrees with an independent implementation about which ordinary numbers exist', () => {
  const written = fc.tuple(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 13 }), fc.nat(99), fc.nat(9999))
  fc.assert(
    fc.property(written, ([day, month, year, serial]) => {
      const digits = digitsOf(day, month, year, serial)
      const reading = readCpr(digits)
      // The oracle also refuses births to come; that is for the one who knows today.
      if ('birthDate' in reading && diffDays(toDay('2026-01-01'), reading.birthDate) > 0) return
      expect(reading.kind === 'cpr').toBe(oracle?.validate(digits).isValid)
    }),
    { numRuns: 2000 },
  )
})

it('reads every replacement number back to the day of birth, and never refuses for modulus 11', () => {
  fc.assert(
    fc.property(replacement, ({ birth, last3 }) => {
      const digits = replacementNumber(birth, last3)
      expect(readCpr(formatCpr(digits))).toMatchObject({ kind: 'replacement', digits, birthDate: birth })
      expect(maskCpr(digits).slice(6)).toBe('-••••')
      expect(maskCpr(digits)).toHaveLength(11)
    }),
  )
})

it('tells modulus 11 as a hint', () => {
  const hints = Array.from({ length: 11 }, (_, i) => readCpr(digitsOf(61, 1, 80, i))).map((r) => 'modulus11' in r && r.modulus11)
  expect(hints.filter(Boolean)).toHaveLength(1)
})

it('tells the kind of a stored number', () => {
  expect(cprKind('6101800123')).toBe('replacement')
  expect(cprKind('9112991234')).toBe('replacement')
  expect(cprKind('0101000000')).toBe('cpr')
  expect(maskCpr('6101800123')).toBe('610180-••••')
})
