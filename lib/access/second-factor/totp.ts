import { createHmac, timingSafeEqual } from 'node:crypto'

// RFC 4648, without padding: what authenticator apps expect in an address.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The counter a moment belongs to: 30 seconds each (RFC 6238, 4.2). */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 30_000)
}

/** HOTP (RFC 4226, 5.3) over SHA-1, the one every app knows. */
export function codeOf(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The step a typed code belongs to, or null. One step either way: clocks differ, and people type slowly. Every candidate is compared, in constant time. */
export function stepOfCode(secret: Uint8Array, typed: string, moment: Date): number | null {
  const code = typed.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(code)) return null
  const now = stepAt(moment)
  const right = [now - 1, now, now + 1].filter((step) => step >= 0 && timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)))
  return right.at(-1) ?? null
}

/** What the QR code says. `account` is the address one signs in with. */
export function enrolmentAddress(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
}
