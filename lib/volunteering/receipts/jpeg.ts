const SOI = 0xd8, EOI = 0xd9, SOS = 0xda, APP0 = 0xe0, APP1 = 0xe1, APP2 = 0xe2, APP14 = 0xee, APP15 = 0xef, COM = 0xfe

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean => [...text].every((letter, n) => bytes[at + n] === letter.charCodeAt(0))

/** What is about the picture's colours and nothing else: JFIF, an ICC profile, Adobe's word on how colours are coded. */
const ofColours = (bytes: Uint8Array, marker: number, at: number): boolean => marker === APP0 ? startsWith(bytes, at, 'JFIF\0') : marker === APP14 ? startsWith(bytes, at, 'Adobe') : marker === APP2 && startsWith(bytes, at, 'ICC_PROFILE\0')

/** Which way up, 2 to 8, of the Exif segment whose data begins at `at`; null where it says nothing or lies as it is. */
function orientationOf(bytes: Uint8Array, at: number, length: number): number | null {
  if (length < 14 || !startsWith(bytes, at, 'Exif\0\0')) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at + 6, length - 6)
  const little = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, little)
  if (first + 2 > view.byteLength) return null
  const entries = view.getUint16(first, little)
  for (let n = 0; n < entries; n++) {
    const entry = first + 2 + n * 12
    if (entry + 12 > view.byteLength) return null
    if (view.getUint16(entry, little) === 0x0112) {
      const value = view.getUint16(entry + 8, little)
      return value >= 2 && value <= 8 ? value : null
    }
  }
  return null
}

/** An Exif segment that says which way up, and nothing more. */
const upright = (value: number): Uint8Array => Uint8Array.from([0xff, APP1, 0, 34, ...Buffer.from('Exif\0\0MM\0*', 'latin1'), 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0])

/** Where the scan that begins at `from` ends: at the next marker that is none of its own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** The picture alone: without where, when and with what it was taken, without words, and without whatever a telephone hangs on behind it. Null where it is not whole. */
export function jpegWithoutTraces(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const kept: Uint8Array[] = []
  let [at, way, scanned]: [number, number | null, boolean] = [2, null, false]
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) { at++; continue }
    if (marker === EOI) return scanned ? joined([Uint8Array.of(0xff, SOI), ...(way ? [upright(way)] : []), ...kept, Uint8Array.of(0xff, EOI)]) : null
    const length = at + 3 < bytes.length ? bytes[at + 2]! * 256 + bytes[at + 3]! : 0
    let end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    if (marker === APP1) way ??= orientationOf(bytes, at + 4, length - 2)
    if (marker === SOS) { end = endOfScan(bytes, end); scanned = true }
    const written = marker === COM || (marker >= APP0 && marker <= APP15)
    if (!written || ofColours(bytes, marker, at + 4)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) { all.set(part, at); at += part.length }
  return all
}
