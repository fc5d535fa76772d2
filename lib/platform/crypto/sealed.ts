import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { env } from '../env'

// One secret, several uses: derived apart so that none can stand in for another.
function key(use: 'seal' | 'index' | 'audit'): Buffer {
  return createHmac('sha256', Buffer.from(env().FIELD_KEY, 'hex')).update(use).digest()
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text. */
export function seal(text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key('seal'), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

/** Throws when the bytes were changed or sealed with another key. */
export function unseal(bytes: Uint8Array): string {
  const data = Buffer.from(bytes)
  // The whole tag: by itself Node would take one cut down to four bytes.
  const decipher = createDecipheriv('aes-256-gcm', key('seal'), data.subarray(0, 12), { authTagLength: 16 })
  decipher.setAuthTag(data.subarray(12, 28))
  return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]).toString('utf8')
}

/** A keyed hash for exact search of a sealed value: equal values meet, nothing else can be read from it. */
export function blindIndex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', key('index')).update(text, 'utf8').digest())
}

/** The key of the seals over the audit log: never in the database. */
export function auditKey(): Buffer {
  return key('audit')
}
