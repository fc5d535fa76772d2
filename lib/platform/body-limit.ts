/** Bytes a body may have. A form anybody may send is a few lines of text: more is somebody filling the machine's memory. */
export const FORM_BYTES = 100_000
/** Of somebody signed in: a template in several languages is long. */
export const STAFF_FORM_BYTES = 1_000_000
/** A register file (25 MB, lib/imports/files/limits.ts) with the form around it. next.config.ts lets no larger one through. */
export const FILE_FORM_BYTES = 26 * 2 ** 20

type Asked = { headers: Pick<Headers, 'get'>; body: ReadableStream<Uint8Array> | null }

/**
 * How many bytes the request brings: as it says itself, and counted where it does not say. The framework sends a form on to another of its
 * pages in pieces, without a length, so that those cannot be turned away unread. Counts no further than one more than the most there may be.
 */
export async function bytesOf({ headers, body }: Asked): Promise<number> {
  const length = headers.get('content-length')
  if (length !== null && /^\d{1,15}$/.test(length)) return Number(length)
  if (!body) return 0
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.byteLength
    if (bytes > FILE_FORM_BYTES) break
  }
  return bytes
}
