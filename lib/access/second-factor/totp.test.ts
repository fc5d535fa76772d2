import { describe, expect, it } from 'vitest'
import { base32, codeOf, enrolmentAddress, stepAt, stepOfCode } from './totp'

const secret = Buffer.from('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

describe('RFC 6238, appendix B, SHA-1', () => {
  it.each([[59, '94287082'], [1111111109, '07081804'], [1111111111, '14050471'], [1234567890, '89005924'], [2000000000, '69279037'], [20000000000, '65353130']])('at second %i the code is %s', (seconds, code) => {
    expect(codeOf(secret, stepAt(at(seconds)), 8)).toBe(code)
  })
})

it('RFC 4226, appendix D: the first ten codes', () => {
  expect(Array.from({ length: 10 }, (_, step) => codeOf(secret, step))).toEqual(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'])
})

it.each([['', ''], ['f', 'MY'], ['fo', 'MZXQ'], ['foo', 'MZXW6'], ['foob', 'MZXW6YQ'], ['fooba', 'MZXW6YTB'], ['foobar', 'MZXW6YTBOI']])('RFC 4648: %j is %j', (text, code) => expect(base32(Buffer.from(text))).toBe(code))

describe('a typed code', () => {
  const noon = at(1_800_000_000)
  const step = stepAt(noon)
  it('is right in its own step and the one before and after, and in no other', () => {
    expect([-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, codeOf(secret, step + off), noon))).toEqual([null, step - 1, step, step + 1, null])
  })
  it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '12 34'])('%j is none', (typed) => expect(stepOfCode(secret, typed, noon)).toBeNull())
  it('may be typed as the app shows it', () => {
    const code = codeOf(secret, step)
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, noon)).toBe(step)
  })
})

it('the address an app reads names the account and the secret', () => {
  expect(enrolmentAddress(secret, 'kåre@k.dk', 'Demo Kommune')).toBe('otpauth://totp/Demo%20Kommune:k%C3%A5re%40k.dk?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Demo%20Kommune&algorithm=SHA1&digits=6&period=30')
})
