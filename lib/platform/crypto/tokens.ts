import 'server-only'
import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 random bits for a session, a feed or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function sha256(text: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

// No 0/O, 1/I/L, 5/S, 2/Z, 8/B: read from paper by people with tired eyes.
const alphabet = 'ACDEFGHJKMNPQRTUVWXY34679'

/** A reply code such as HK3P-9WQD-TMRA-4FXN: 16 characters of 25, about 74 bits. */
export function newReplyCode(): string {
  return Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** As typed or pasted by a person: case, spaces, dashes of any length, full stops and invisible signs do not matter. Null when it cannot be a code. */
export function readReplyCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}\p{Cf}.,]+/gu, '')
  return /^[ACDEFGHJKMNPQRTUVWXY34679]{16}$/.test(code) ? code : null
}

export function formatReplyCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
