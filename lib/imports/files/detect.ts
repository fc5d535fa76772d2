import { FileRefused, type FileRefusalCode } from './refused'
import { LIMITS } from './limits'
import { readZipDirectory } from './zip'

export type FileFormat = 'xlsx' | 'csv'

const SIGNATURES: { code: FileRefusalCode; bytes: number[] }[] = [
  { code: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { code: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { code: 'image', bytes: [0xff, 0xd8, 0xff] },
  { code: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { code: 'archive', bytes: [0x1f, 0x8b] },
  { code: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { code: 'archive', bytes: [0x52, 0x61, 0x72, 0x21] },
  { code: 'word', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

/**
 * Looks at the content, never trusts the name: registers come as 'liste.csv' that is an xlsx and as 'liste.xls' that is a web page.
 * Throws FileRefused for everything that is neither xlsx nor text.
 */
export function detectFile(bytes: Uint8Array): FileFormat {
  if (bytes.length > LIMITS.fileBytes) throw new FileRefused('too-large', { megabytes: LIMITS.fileBytes / 1024 / 1024 })
  if (bytes.length === 0) throw new FileRefused('empty')
  if (startsWith(bytes, OLE)) throw new FileRefused(holdsUtf16(bytes, 'EncryptedPackage') ? 'encrypted' : 'xls')
  if (startsWith(bytes, ZIP) && bytes[2] !== undefined && bytes[2] < 9) return zipKind(bytes)
  const signature = SIGNATURES.find((candidate) => startsWith(bytes, candidate.bytes))
  if (signature) throw new FileRefused(signature.code)
  refuseOtherText(bytes)
  return 'csv'
}

function zipKind(bytes: Uint8Array): FileFormat {
  const names = new Set(readZipDirectory(bytes).map((entry) => entry.name))
  if (names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('xl/workbook.bin')) throw new FileRefused('xlsb')
  if (names.has('word/document.xml')) throw new FileRefused('word')
  if (names.has('content.xml') && names.has('mimetype')) throw new FileRefused('ods')
  throw new FileRefused('archive')
}

function refuseOtherText(bytes: Uint8Array): void {
  const head = bytes.subarray(0, 4096)
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  // A stray NUL in a name is repaired later; a file where every twentieth byte is a control character is no list.
  const control = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  const zeros = head.filter((byte) => byte === 0).length
  if (!utf16 && control > Math.max(4, head.length / 20) && zeros < head.length / 4) throw new FileRefused('unknown-binary')
  const start = String.fromCharCode(...head.subarray(0, 512)).replace(/^[\s\u00ef\u00bb\u00bf]+/, '').toLowerCase()
  if (/^<(!doctype html|html|table|meta|head|body|\?xml)/.test(start)) throw new FileRefused('html')
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'))
}
