import { crc32, inflateRawSync } from 'node:zlib'
import { FileRefused } from './refused'
import { LIMITS } from './limits'

export type ZipEntry = { name: string; method: number; crc: number; packed: number; unpacked: number; offset: number }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** The table of contents at the end of a zip. Throws 'zip-damaged' when it is cut off or points outside the file, 'zip-too-big' for a bomb. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(file)
  const count = file.readUInt16LE(end + 10)
  if (count > LIMITS.zipEntries) throw new FileRefused('zip-too-big')
  const entries: ZipEntry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== CENTRAL) throw new FileRefused('zip-damaged')
    const nameLength = file.readUInt16LE(at + 28)
    entries.push(entryAt(file, at, nameLength))
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (unpacked > LIMITS.unpackedBytes) throw new FileRefused('zip-too-big')
  return entries
}

/**
 * One unpacked part. The directory's own word for the size is the ceiling for the inflater, so a part that lies about its size
 * stops there instead of filling the memory; the checksum catches the rest.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== LOCAL) throw new FileRefused('zip-damaged')
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28)
  if (start + entry.packed > file.length) throw new FileRefused('zip-damaged')
  const content = inflate(file.subarray(start, start + entry.packed), entry)
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc) throw new FileRefused('zip-damaged')
  return content
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new FileRefused('zip-damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) })
  } catch (cause) {
    throw new FileRefused('zip-damaged', {}, { cause })
  }
}

function endRecord(file: Buffer): number {
  // The record is last, but a comment of up to 65,535 bytes may follow it.
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at -= 1) {
    if (file.readUInt32LE(at) === END) return at
  }
  throw new FileRefused('zip-damaged')
}

function entryAt(file: Buffer, at: number, nameLength: number): ZipEntry {
  return {
    // Some programs write backslashes and a leading slash; the parts are the same.
    name: file.subarray(at + 46, at + 46 + nameLength).toString('utf8').replaceAll('\\', '/').replace(/^\//, ''),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    packed: file.readUInt32LE(at + 20),
    unpacked: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  }
}

/** A zip of the parts, not compressed. */
export function packStored(parts: { name: string; content: Uint8Array }[]): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8')
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt32LE(crc32(part.content), 10)
    fields.writeUInt32LE(part.content.length, 14)
    fields.writeUInt32LE(part.content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([uint32(LOCAL), fields, name])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([uint32(CENTRAL), Buffer.from([20, 0]), fields, place.subarray(0, 14), name]))
    chunks.push(local, Buffer.from(part.content.buffer, part.content.byteOffset, part.content.length))
    offset += local.length + part.content.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(table.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...chunks, table, uint32(END), end])
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value)
  return buffer
}
