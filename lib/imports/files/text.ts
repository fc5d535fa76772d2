export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Bytes to text. A byte order mark decides; else strict UTF-8, and what is not valid UTF-8 is Windows-1252, which is what Danish
 * Excel writes under 'CSV (semikolonsepareret)'. A Danish text in Windows-1252 is practically never valid UTF-8, so the test is safe.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding === 'utf-8' ? 'utf-8' : encoding).decode(bytes)
  return { text, encoding }
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = zeroSides(bytes.subarray(0, 2048))
  if (zeros) return zeros
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** UTF-16 saved without its mark: latin text has a zero in every second byte. */
function zeroSides(head: Uint8Array): TextEncoding | null {
  let even = 0
  let odd = 0
  head.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) even += 1
    if (byte === 0 && index % 2 === 1) odd += 1
  })
  const most = head.length * 0.4
  if (odd > most && even < most / 10) return 'utf-16le'
  return even > most && odd < most / 10 ? 'utf-16be' : null
}
