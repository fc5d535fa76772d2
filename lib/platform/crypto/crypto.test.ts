import { beforeAll, describe, expect, it, vi } from 'vitest'
import { blindIndex, seal, unseal } from './sealed'
import { formatReplyCode, newReplyCode, newToken, readReplyCode, sha256, sha256Hex } from './tokens'

beforeAll(() => {
  for (const [name, value] of Object.entries({ DATABASE_APP_URL: 'postgresql://u@h/d', DATABASE_JOBS_URL: 'postgresql://j@h/d', FIELD_KEY: 'ab'.repeat(32), NEXTAUTH_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://indgang.example' })) vi.stubEnv(name, value)
})

describe('a sealed text', () => {
  it('opens again, and is another one every time', () => {
    for (const text of ['', '6101901234', 'Æ ø å 🎖', 'x'.repeat(10_000)]) expect(unseal(seal(text))).toBe(text)
    expect(seal('6101901234')).not.toEqual(seal('6101901234'))
    expect(Buffer.from(seal('6101901234')).includes('6101901234')).toBe(false)
  })

  it('does not open when a single bit was changed, wherever', () => {
    const sealed = seal('6101901234')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(changed), `byte ${at}`).toThrow()
    }
  })

  it('does not open when it was cut short', () => {
    const sealed = seal('6101901234')
    for (let length = 0; length < sealed.length; length++) expect(() => unseal(sealed.subarray(0, length)), `${length} bytes`).toThrow()
  })

  it('does not open with another key, and its search hash is another one there', async () => {
    const [sealed, index] = [seal('6101901234'), blindIndex('6101901234')]
    expect(blindIndex('6101901234')).toEqual(index)
    expect(blindIndex('6101901235')).not.toEqual(index)
    vi.resetModules()
    vi.stubEnv('FIELD_KEY', 'cd'.repeat(32))
    const elsewhere = await import('./sealed')
    expect(() => elsewhere.unseal(sealed)).toThrow()
    expect(elsewhere.blindIndex('6101901234')).not.toEqual(index)
  })
})

describe('a reply code', () => {
  it('has sixteen signs that cannot be taken for others, all of them in use', () => {
    const codes = Array.from({ length: 2000 }, newReplyCode)
    expect(codes.filter((code) => !/^[ACDEFGHJKMNPQRTUVWXY34679]{16}$/.test(code))).toEqual([])
    expect([...new Set(codes.join(''))].sort().join('')).toBe('34679ACDEFGHJKMNPQRTUVWXY')
    expect(new Set(codes).size).toBe(2000)
    expect(codes.filter((code) => /[01258BILOSZ]/.test(code))).toEqual([])
  })

  it('is read as people type it', () => {
    const code = newReplyCode()
    const printed = formatReplyCode(code)
    expect(printed).toMatch(/^(.{4}-){3}.{4}$/)
    for (const typed of [code, printed, printed.toLowerCase(), ` ${code} `, code.split('').join(' '), printed.replaceAll('-', ' - '), printed.replaceAll('-', '\u2013'), printed.replaceAll('-', '\u00a0'), `${code}.`])
      expect(readReplyCode(typed), typed).toBe(code)
  })

  it.each(['', 'ACDE', 'ACDEFGHJKMNPQRTUV', 'OCDEFGHJKMNPQRTU', "ACDEFGHJKMNPQRT'", 'ACDEFGHJKMNPQRT\u0000', 'ÆCDEFGHJKMNPQRTU', 'ſCDEFGHJKMNPQRTU'])('%j is none', (typed) => {
    expect(readReplyCode(typed)).toBeNull()
  })
})

it('a token has 256 random bits in an alphabet that may stand in SQL and in an address', () => {
  const tokens = Array.from({ length: 500 }, newToken)
  expect(tokens.filter((token) => !/^[A-Za-z0-9_-]{43}$/.test(token))).toEqual([])
  expect(new Set(tokens).size).toBe(500)
  expect(Buffer.from(sha256('a')).toString('hex')).toBe(sha256Hex(Buffer.from('a')))
})
