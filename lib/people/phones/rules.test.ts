import { expect, it } from 'vitest'
import { formatPhone, readPhone } from './rules'

it.each([
  '20123456',
  '20 12 34 56',
  '+45 20 12 34 56',
  '0045 20123456',
  '+4520123456',
  '20-12-34-56',
  ' 20123456 ',
])('%j is one Danish number', (text) => {
  expect(readPhone(text)).toMatchObject({ kind: 'phone', e164: '+4520123456', canText: true })
})

it.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['ingen', 'not-a-number'],
  ['ring til 20123456', 'not-a-number'],
  ['1', 'not-a-number'],
  ['2012345', 'no-such-number'],
  ['201234567', 'no-such-number'],
  ['00000000', 'no-such-number'],
])('%j is refused: %s', (text, reason) => {
  expect(readPhone(text)).toEqual({ kind: 'invalid', reason })
})

it('reads numbers of other countries', () => {
  expect(readPhone('+46 8 123 456 78')).toMatchObject({ kind: 'phone', e164: '+46812345678' })
})

it('writes Danish numbers in pairs and others with their country', () => {
  expect(formatPhone('+4520123456')).toBe('20 12 34 56')
  expect(formatPhone('+46812345678')).toBe('+46 8 123 456 78')
  expect(formatPhone('lokal 12')).toBe('lokal 12')
})
