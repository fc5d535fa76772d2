import { joined } from './jpeg'

const SIGNATURE = 8
/** Chunks the picture is made of, and those about its colours and size. Everything else is words, times, places or a film. */
const PICTURE = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']

/** The picture alone, without what was written into it or hung on behind. Null where it is not whole. */
export function pngWithoutTraces(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, SIGNATURE)]
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return null
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (PICTURE.includes(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') return joined(kept)
    at = end
  }
  return null
}
