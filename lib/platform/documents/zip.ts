import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; bytes: Uint8Array }

/** DOS dates begin in 1980 and have no zone; the files inside say their own time, so every entry carries the same. */
const DOS_DATE = 0x0021
const UTF8_NAMES = 0x0800

/** A ZIP archive of a few files in memory (APPNOTE 6.3.3, no ZIP64: under 4 GB and 65,535 files). The same entries give the same bytes. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const [path, packed] = [Buffer.from(name, 'utf8'), deflateRawSync(bytes)]
    const facts = Buffer.alloc(26)
    ;[20, UTF8_NAMES, 8, 0, DOS_DATE].forEach((value, at) => facts.writeUInt16LE(value, at * 2))
    ;[crc32(bytes), packed.length, bytes.length].forEach((value, at) => facts.writeUInt32LE(value, 10 + at * 4))
    facts.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path, packed])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    locals.push(local)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, entry, path]))
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  ;[entries.length, entries.length].forEach((value, at) => end.writeUInt16LE(value, 8 + at * 2))
  ;[directory.length, offset].forEach((value, at) => end.writeUInt32LE(value, 12 + at * 4))
  return Buffer.concat([...locals, directory, end])
}
