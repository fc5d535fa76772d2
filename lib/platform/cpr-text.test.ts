import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCprNumbers } from './cpr-text'
import { scrubCpr } from './log/scrub'

describe('a log line keeps no number', () => {
  it.each([
    ['Key (cpr)=(6101800123) already exists', 'Key (cpr)=([cpr]) already exists'],
    ['skrev 610180-0123.', 'skrev [cpr].'],
    ['610180 0123', '[cpr]'],
    ['610180 - 0123', '[cpr]'],
    ['610180–0123', '[cpr]'],
    ['cpr6101800123_x', 'cpr[cpr]_x'],
    ['?q=610180%2D0123&x=1', '?q=[cpr]&x=1'],
    ['?q=%206101800123', '?q=%20[cpr]'],
    ['{"cpr":"6101800123","b":"9112991234"}', '{"cpr":"[cpr]","b":"[cpr]"}'],
    ['0101000000', '[cpr]'],
  ])('%s', (text, expected) => {
    expect(scrubCpr(text)).toBe(expected)
  })

  it.each(['tlf. 12 34 56 78', 'brev 20260905-1200', 'EAN 5798004360000', 'sag 12345678901', '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', '991399-1234'])(
    'leaves %j alone',
    (text) => expect(scrubCpr(text)).toBe(text),
  )

  it('holds for every day, gap and surrounding', () => {
    const around = fc.constantFrom('', ' ', '"', '=', 'x', '/', ':', '%20', '(')
    const gap = fc.constantFrom('', '-', ' ', '–', ' - ', '%2D')
    const two = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'))
    const date = fc.tuple(fc.oneof(two(1, 31), two(61, 91)), two(1, 12), two(0, 99)).map((parts) => parts.join(''))
    fc.assert(
      fc.property(around, date, gap, two(0, 99), around, (before, birth, between, tail, after) => {
        const text = `${before}${birth}${between}00${tail}${after === '%20' ? ' ' : after}`
        expect(scrubCpr(text)).not.toContain(birth)
      }),
      { numRuns: 3000 },
    )
  })
})

it('points at numbers in a note, and only at days that exist', () => {
  expect(findCprNumbers('Talte med 610180-0123 i dag')).toEqual([{ index: 10, length: 11 }])
  expect(findCprNumbers('konto 9002801234')).toEqual([]) // 30 February
  expect(findCprNumbers('ingen numre')).toEqual([])
})
