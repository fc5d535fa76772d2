/** Bytes a body may have. A form anybody may send is a few lines of text: more is somebody filling the machine's memory. */
export const FORM_BYTES = 100_000
/** Of somebody signed in: a template in several languages is long. */
export const STAFF_FORM_BYTES = 1_000_000
/** A register file (25 MB, lib/imports/files/limits.ts) with the form around it. next.config.ts lets no larger one through. */
export const FILE_FORM_BYTES = 26 * 2 ** 20

type Asked = { method: string; headers: Pick<Headers, 'get' | 'has'> }

/**
 * How many bytes the request says it brings: read from the headers. Null where it does not say. Whoever
 * sends in pieces without saying how many could go on for ever; browsers always say it for a form.
 */
export function announcedBytes({ method, headers }: Asked): number | null {
  const length = headers.get('content-length')
  if (length === null) return ['GET', 'HEAD', 'OPTIONS'].includes(method) && !headers.has('transfer-encoding') ? 0 : null
  // Both at once is how one request is smuggled inside another.
  return /^\d{1,15}$/.test(length) && !headers.has('transfer-encoding') ? Number(length) : null
}
