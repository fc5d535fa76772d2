import { expect, it } from 'vitest'
import { codeOf } from './codes'

const random = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8])
it.each([['Børn og skole', 'boern-og-skole-abcdefgh'], ['  2026!  ', 'emne-abcdefgh'], ['Café', 'cafe-abcdefgh'], ['Et meget langt navn på et emne om alt muligt', 'et-meget-langt-navn-abcdefgh']])('%j is kept as %s', (name, code) => {
  expect(codeOf(name, 'emne', random)).toBe(code)
  expect(code).toMatch(/^[a-z][a-z-]{1,30}$/)
})
