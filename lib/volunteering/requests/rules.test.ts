import { expect, it } from 'vitest'
import { readSpoken, spokenCode } from './rules'

it('a language and its level are kept as one text and read again', () => {
  for (const level of ['some', 'good', 'native'] as const) expect(readSpoken(spokenCode({ language: 'ar', level }))).toEqual({ language: 'ar', level })
})
