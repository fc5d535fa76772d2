import { describe, expect, it } from 'vitest'
import { addressLines } from './address'

const plain = { careOf: null, street: 'Vestergade', number: '12', floor: null, door: null, postcode: '8900', town: 'Randers C' }

describe('an address on a letter', () => {
  it.each([
    ['a house', {}, ['Vestergade 12', '8900 Randers C']],
    ['a flat', { floor: '2', door: 'th' }, ['Vestergade 12, 2. th.', '8900 Randers C']],
    ['a ground floor with a numbered door', { floor: 'st', door: '4' }, ['Vestergade 12, st. 4', '8900 Randers C']],
    ['care of, however it was typed', { careOf: 'c/o Jensen' }, ['c/o Jensen', 'Vestergade 12', '8900 Randers C']],
    ['a farm without a number', { street: 'Hovedgården', number: '' }, ['Hovedgården', '8900 Randers C']],
  ])('%s', (_name, change, lines) => {
    expect(addressLines({ ...plain, ...change })).toEqual(lines)
  })
})
