/** Bytes a signed agreement may have: some forty scanned pages. */
export const SIGNED_BYTES = 10 * 2 ** 20

const text = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Why a file is not taken as a signed agreement: it is empty, no PDF whatever it is called, cut off on its way, or behind a password. Null: it is one. */
export function signedProblem(bytes: Uint8Array): 'empty' | 'kind' | 'cut' | 'locked' | null {
  if (bytes.byteLength === 0) return 'empty'
  if (!text(bytes.subarray(0, 1024)).includes('%PDF-')) return 'kind'
  const tail = text(bytes.subarray(Math.max(0, bytes.byteLength - 2048)))
  if (!tail.includes('%%EOF')) return 'cut'
  return /\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(text(bytes)) ? 'locked' : null
}
