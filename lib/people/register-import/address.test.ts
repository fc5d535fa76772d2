import { expect, test } from 'vitest'
import { splitAddress, tidyDoor, tidyFloor } from './address'

test.each([
  ['Storegade 5', { street: 'Storegade', number: '5' }],
  ['Storegade 5 B', { street: 'Storegade', number: '5B' }],
  ['Storegade 5b, 1. tv', { street: 'Storegade', number: '5B', floor: '1', door: 'tv' }],
  ['Storegade 5, st. th.', { street: 'Storegade', number: '5', floor: 'st', door: 'th' }],
  ['Storegade 5, 2. sal mf', { street: 'Storegade', number: '5', floor: '2', door: 'mf' }],
  ['Storegade 5, kl', { street: 'Storegade', number: '5', floor: 'kl' }],
  ['Storegade 5 3. 12', { street: 'Storegade', number: '5', floor: '3', door: '12' }],
  ['Østre Boulevard 12, 1. t.v., 8900 Randers C', { street: 'Østre Boulevard', number: '12', floor: '1', door: 'tv', postcode: '8900', town: 'Randers C' }],
  ['10. Februarvej 3', { street: '10. Februarvej', number: '3' }],
  ['Hovedgården', { street: 'Hovedgården' }],
  ['Gl. Landevej 5, baghuset til højre', { street: 'Gl. Landevej 5, baghuset til højre' }],
  ['Poste restante, 8900 Randers C', { street: 'Poste restante', postcode: '8900', town: 'Randers C' }],
])('%s', (line, parts) => expect(splitAddress(line)).toEqual(parts))

test('floors and doors in the forms of the address register', () => {
  expect(['1.', '01', '1. sal', 'ST', 'Stuen'.slice(0, 4), 'kld.'].map(tidyFloor)).toEqual(['1', '1', '1', 'st', 'stue'.slice(0, 2), 'kl'])
  expect(['TV', 't.h.', '0003', 'a12'].map(tidyDoor)).toEqual(['tv', 'th', '3', 'a12'])
})
