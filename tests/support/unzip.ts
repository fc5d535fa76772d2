import { inflateRawSync } from 'node:zlib'

/** The files of a ZIP archive as text, by its directory at the end (APPNOTE 6.3.3, stored and deflated). Throws on what is none. */
export function unzip(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('no ZIP archive')
  const found = new Map<string, string>()
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, name, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(begin, begin + packed)
    found.set(bytes.toString('utf8', at + 46, at + 46 + name), (method === 0 ? body : inflateRawSync(body)).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return found
}
