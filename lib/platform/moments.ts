const TIMESTAMPTZ = 1184
const READ = /^(\d{4,6}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d+)?([+-]\d{2})(?::?(\d{2}))?$/
/** Exactly how the adapter writes a Date: the clock of UTC, and no word that it is. */
const WRITTEN = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{3})?$/

type Parser = (text: string) => unknown
type Query = { values?: unknown[]; types?: { getTypeParser: (oid: number, format?: string) => Parser } }

/**
 * Sessions count in Danish time, so that current_date in policies and functions is the legal day. Prisma's adapter takes every session for
 * one in UTC: it sends a Date without its offset, and drops the offset of a moment it reads. Both would be one or two hours off, and the
 * one would hide the other until the database's own now() is compared with them. Here both are told the truth. Other queries pass unchanged.
 */
export function withTrueMoments<T>(query: T): T {
  const { types, values } = (query ?? {}) as Query
  if (!types) return query
  const getTypeParser = (oid: number, format?: string): Parser => (oid === TIMESTAMPTZ && format !== 'binary' ? toUtc : types.getTypeParser(oid, format))
  return { ...query, values: values?.map((value) => (typeof value === 'string' && WRITTEN.test(value) ? `${value}+00` : value)), types: { getTypeParser } }
}

/** '2026-07-01 14:00:00.5+02' → '2026-07-01T12:00:00.5+00:00'. What has another shape (infinity) is left as it is. */
export function toUtc(text: string): string {
  const match = READ.exec(text)
  if (!match) return text
  const [, day, time, fraction = '', hours, minutes = '00'] = match
  const moment = new Date(`${day}T${time}${hours}:${minutes}`)
  return `${moment.toISOString().slice(0, -5)}${fraction}+00:00`
}
