import { signedProblem } from '@/lib/associations/signed/rules'
import { jpegWithoutTraces } from './jpeg'
import { pngWithoutTraces } from './png'

/** Bytes a receipt may have: more than a photo of a telephone. */
export const RECEIPT_BYTES = 10 * 2 ** 20
/** For the browser: an iPhone then sends its photos as JPEG. */
export const RECEIPT_ACCEPT = 'image/jpeg,image/png,application/pdf'

export type Receipt = { mime: 'image/jpeg' | 'image/png' | 'application/pdf'; bytes: Uint8Array<ArrayBuffer> }
/** What a receipt is called from then on; the database names it so as well. */
export const receiptName = (mime: Receipt['mime']): string => `kvittering.${mime === 'image/jpeg' ? 'jpg' : mime === 'image/png' ? 'png' : 'pdf'}`
/** Whether what is written of a receipt is no more than what its file is called. */
export const isReceiptName = (words: string): boolean => /^kvittering\.(jpg|png|pdf)$/.test(words)

type Problem = 'empty' | 'kind' | 'cut' | 'locked'

const begins = (bytes: Uint8Array, ...with_: number[]) => with_.every((one, at) => bytes[at] === one)

/**
 * A receipt as it is kept, whatever the file is called; or why it is not taken: it is empty, none of the three kinds, cut off on its way, or behind a password. Of a photo nothing is kept but the picture and
 * which way up it is: telephones write into it where and when it was taken, and some a film behind it.
 */
export function readReceipt(bytes: Uint8Array<ArrayBuffer>): Receipt | Problem {
  if (bytes.byteLength === 0) return 'empty'
  if (begins(bytes, 0xff, 0xd8, 0xff)) return picture('image/jpeg', jpegWithoutTraces(bytes))
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return picture('image/png', pngWithoutTraces(bytes))
  return signedProblem(bytes) ?? { mime: 'application/pdf', bytes }
}

const picture = (mime: Receipt['mime'], bytes: Uint8Array<ArrayBuffer> | null): Receipt | Problem => (bytes ? { mime, bytes } : 'cut')
