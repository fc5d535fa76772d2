import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { addressKey, type IdentityFacts, scorePair } from './rules'

const hans: IdentityFacts = {
  given: 'Hans Peter', family: 'Sørensen', cprHash: null, cprIsReplacement: false, birthDate: toDay('1970-03-05'),
  phones: ['+4520123456'], emails: ['hans@example.dk'], addressKey: 'norregade|12||tv|8900',
}
const bare: Partial<IdentityFacts> = { phones: [], emails: [], addressKey: null }
const none: Partial<IdentityFacts> = { ...bare, birthDate: null }

describe('a pair is', () => {
  it.each<[string, Partial<IdentityFacts>, Partial<IdentityFacts>, string | null]>([
    ['the same number', { ...bare, cprHash: 'aa' }, { ...none, cprHash: 'aa', given: 'H.', family: 'S.' }, 'certain'],
    [
      'the same number, birth date mistyped',
      { ...bare, cprHash: 'aa' },
      { ...bare, cprHash: 'aa', birthDate: toDay('1970-05-03') },
      'certain',
    ],
    ['two ordinary numbers', { cprHash: 'aa' }, { cprHash: 'bb' }, null],
    ['two numbers, one a replacement', { cprHash: 'aa' }, { cprHash: 'bb', cprIsReplacement: true }, 'likely'],
    ['name and birth date', bare, { ...bare, given: 'Hans Peter', family: 'Soerensen' }, 'likely'],
    ['close name and birth date', bare, { ...bare, given: 'Hans' }, 'possible'],
    ['name, birth date one digit off', bare, { ...bare, birthDate: toDay('1971-03-05') }, 'possible'],
    ['name, day and month exchanged', bare, { ...bare, birthDate: toDay('1970-05-03') }, 'possible'],
    ['name and phone, no birth date', { addressKey: null, emails: [] }, { birthDate: null, addressKey: null, emails: [] }, 'possible'],
    ['name alone', none, none, null],
    ['father and son of one name and house', {}, { birthDate: toDay('1998-11-21'), phones: [], emails: [] }, null],
    ['husband and wife', {}, { given: 'Mette', birthDate: toDay('1972-08-30') }, null],
    ['twins', {}, { given: 'Lone', emails: [], phones: [] }, 'possible'],
    [
      'twins with a long surname',
      { given: 'Bo', family: 'Christophersen Holmgaard', phones: [] },
      { given: 'Ib', family: 'Christophersen Holmgaard', emails: [] },
      'possible',
    ],
    [
      'one number on two births',
      { ...bare, cprHash: 'aa' },
      { ...bare, cprHash: 'aa', given: 'Ali', family: 'Hassan', birthDate: toDay('1998-11-21') },
      'possible',
    ],
    ['husband and wife without birth dates', { birthDate: null }, { given: 'Mette', birthDate: null, emails: [] }, null],
    ['strangers of one birthday', bare, { ...bare, given: 'Ali', family: 'Hassan' }, null],
  ])('%s', (_, left, right, level) => {
    expect(scorePair({ ...hans, ...left }, { ...hans, ...right })?.level ?? null).toBe(level)
  })
})

it('gives its reasons', () => {
  expect(scorePair(hans, { ...hans, given: 'Hans', phones: [] })).toEqual({
    level: 'likely', score: 90, reasons: ['close-name', 'same-birth-date', 'same-email', 'same-address'],
  })
})

it('does not depend on which is left', () => {
  const facts = fc.record({
    given: fc.constantFrom('Hans', 'Hans Peter', 'Mette', ''), family: fc.constantFrom('Sørensen', 'Soerensen', 'Holm', ''),
    cprHash: fc.constantFrom(null, 'aa', 'bb'),
    cprIsReplacement: fc.boolean(),
    birthDate: fc.constantFrom(null, toDay('1970-03-05'), toDay('1970-05-03'), toDay('1998-11-21')),
    phones: fc.subarray(['+4520123456', '+4520123457']),
    emails: fc.subarray(['a@b.dk', 'A@b.dk ']),
    addressKey: fc.constantFrom(null, 'x', 'y'),
  })
  const symmetric = fc.property(facts, facts, (a, b) => {
    expect(scorePair(a, b)).toEqual(scorePair(b, a))
    if (a.cprHash !== b.cprHash) expect(scorePair(a, b)?.level).not.toBe('certain')
  })
  fc.assert(symmetric, { numRuns: 1000 })
})

it('knows one address however it is written', () => {
  const one = addressKey({ street: 'Nørregade', number: '12', floor: '2.', door: 'tv', postcode: '8900' })
  expect(addressKey({ street: 'Nørre gade', number: '12', floor: '2', door: 'TV.', postcode: '8900' })).toBe(one)
  expect(addressKey({ street: 'Nørregade', number: '12', floor: '2', door: 'th', postcode: '8900' })).not.toBe(one)
  expect(addressKey({ street: ' ', number: '12', postcode: '8900' })).toBeNull()
  expect(addressKey(null)).toBeNull()
})
