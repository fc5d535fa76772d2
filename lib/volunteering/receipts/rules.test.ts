import { describe, expect, it } from 'vitest'
import { readReceipt } from './rules'

const text = (words: string) => new Uint8Array(Buffer.from(words, 'latin1'))
const join = (...parts: (Uint8Array | number[])[]) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
const segment = (marker: number, data: Uint8Array) => join([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], data)

/** A photo as a telephone makes it: where it was taken, which way up, two scans with a restart in the first, and a second picture behind the first. */
const exif = (orientation: number, little: boolean) => {
  const bytes = Buffer.alloc(60)
  bytes.write('Exif\0\0', 0, 'latin1')
  bytes.write(little ? 'II*\0' : 'MM\0*', 6, 'latin1')
  const [u16, u32] = little ? [bytes.writeUInt16LE.bind(bytes), bytes.writeUInt32LE.bind(bytes)] : [bytes.writeUInt16BE.bind(bytes), bytes.writeUInt32BE.bind(bytes)]
  u32(8, 10)
  u16(2, 14)
  ;[[0x0110, 2, 4, 0], [0x0112, 3, 1, orientation]].forEach(([tag = 0, type = 0, count = 0, value = 0], n) => { u16(tag, 16 + n * 12); u16(type, 18 + n * 12); u32(count, 20 + n * 12); u16(value, 24 + n * 12) })
  bytes.write('GPS 56.4604', 44, 'latin1')
  return new Uint8Array(bytes)
}
const picture = join(segment(0xdb, text('tables')), segment(0xc0, text('frame')), segment(0xda, text('scan one')), [1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4], segment(0xc4, text('more tables')), segment(0xda, text('scan two')), [5, 6])
const photo = (...segments: Uint8Array[]) => join([0xff, 0xd8], ...segments, picture, [0xff, 0xd9])
const jfif = segment(0xe0, text('JFIF\0xx'))
const kept = (bytes: Uint8Array<ArrayBuffer>) => { const found = readReceipt(bytes); return typeof found === 'string' ? found : [found.mime, Buffer.from(found.bytes).toString('latin1')] }
const chunk = (kind: string, data: string) => { const head = Buffer.alloc(4); head.writeUInt32BE(data.length); return join(head, text(kind + data), [0, 0, 0, 0]) }
const png = (...chunks: Uint8Array[]) => join([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], chunk('IHDR', 'size'), ...chunks, chunk('IDAT', 'picture'), chunk('IEND', ''))

describe('a receipt', () => {
  it.each([
    ['nothing', text(''), 'empty'],
    ['a sheet of names', text('Fornavn;Efternavn'), 'kind'],
    ['a page with a script', text('<html><script>'), 'kind'],
    ['a picture of a kind browsers do not show', text('\0\0\0\x18ftypheic'), 'kind'],
    ['half a PDF', text('%PDF-1.7 half'), 'cut'],
    ['a PDF behind a password', text('%PDF-1.7\ntrailer << /Encrypt 12 0 R >>\n%%EOF'), 'locked'],
    ['half a photo', photo().slice(0, -20), 'cut'],
    ['a photo with nothing in it', join([0xff, 0xd8, 0xff, 0xd9]), 'cut'],
    ['something that only begins as a photo', join([0xff, 0xd8, 0xff, 0xe0], text('\x7f\xff<script>')), 'cut'],
    ['half a PNG', png().slice(0, 30), 'cut'],
  ] as const)('%s is not taken', (_what, bytes, problem) => expect(readReceipt(bytes)).toBe(problem))

  it('as a PDF is kept as it is', () => {
    const bytes = text('%PDF-1.7\nbon\n%%EOF')
    expect(readReceipt(bytes)).toEqual({ mime: 'application/pdf', bytes })
  })

  it('as a photo is the picture and which way up it is: not where it was taken, with what, what was written, and what hangs on behind', () => {
    const behind = join(photo(segment(0xe1, exif(1, true))), text('ftypmp4 a film'))
    for (const little of [true, false]) {
      const [mime, all] = kept(join(photo(jfif, segment(0xe1, exif(6, little)), segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0creator')), segment(0xe2, text('MPF\0second')), segment(0xe2, text('ICC_PROFILE\0red')), segment(0xfe, text('a comment'))), behind)) as [string, string]
      expect(mime).toBe('image/jpeg')
      expect(all).not.toMatch(/GPS|creator|MPF|comment|film/)
      expect(all).toContain('ICC_PROFILE')
      // The first picture, whole, and once.
      expect(all.endsWith(Buffer.from(join(picture, [0xff, 0xd9])).toString('latin1'))).toBe(true)
      expect(all.match(/scan one/g)).toHaveLength(1)
      const way = all.indexOf('Exif\0\0MM\0*')
      expect([way > 0, all.charCodeAt(way + 25)]).toEqual([true, 6])
    }
    // As it lies, nothing is said; and what is kept is kept as it is the second time.
    expect((kept(photo(segment(0xe1, exif(1, true)))) as string[])[1]).not.toContain('Exif')
    const once = readReceipt(photo(segment(0xe1, exif(8, true)))) as { bytes: Uint8Array<ArrayBuffer> }
    expect(readReceipt(once.bytes)).toEqual(once)
  })

  it('as a PNG is the picture without words', () => {
    const [mime, all] = kept(join(png(chunk('tEXt', 'Author me'), chunk('eXIf', 'GPS'), chunk('pHYs', 'dpi')), text('behind'))) as [string, string]
    expect([mime, /Author|GPS|behind/.test(all), /IHDR.*pHYs.*IDATpicture.*IEND/s.test(all)]).toEqual(['image/png', false, true])
  })
})
