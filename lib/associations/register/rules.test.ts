import { expect, it } from 'vitest'
import { isNamed } from './rules'

it.each([
  ['åkær', true], ['IDRÆT åk', true], ['forening  Åkær', true], ['', true], [null, true],
  // Every word, and not one of them.
  ['åkær skak', false], ['skak åkær', false], ['aakær', false],
])('Åkær Idrætsforening is found by %j: %s', (words, found) => expect(isNamed(words, { name: 'Åkær Idrætsforening' })).toBe(found))
