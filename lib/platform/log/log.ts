import 'server-only'
import pino from 'pino'
import { logLevel } from '../env'
import { scrubCpr } from './scrub'

/** The only keys a log line may carry: an allow-list, because a deny-list forgets. Values are ids, codes, counts and durations. */
export type LogFields = {
  requestId?: string
  reference?: string
  code?: string
  route?: string
  job?: string
  runId?: string
  letterId?: string
  batchId?: string
  count?: number
  ms?: number
  kind?: string
}

let made: pino.Logger | undefined
// Made at the first line: the environment may be set after this file is read.
const logger = () => (made ??= pino({ level: logLevel(), base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line: string) => void process.stdout.write(scrubCpr(line)) }))

const allowed: Record<keyof LogFields, true> = { requestId: true, reference: true, code: true, route: true, job: true, runId: true, letterId: true, batchId: true, count: true, ms: true, kind: true }

// The type alone lets an object with more in it through: only these names reach the line.
function only(fields: LogFields): LogFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(allowed, name)))
}

export const log = {
  info: (event: string, fields: LogFields = {}) => logger().info(only(fields), event),
  warn: (event: string, fields: LogFields = {}) => logger().warn(only(fields), event),
  error: (event: string, fields: LogFields = {}) => logger().error(only(fields), event),
}

/**
 * What may be said about an error in a log: its class and code. Never its message: Prisma and zod put the rejected values there.
 */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const word = (value: unknown) => (typeof value === 'string' && /^[A-Za-z0-9_-]{1,60}$/.test(value) ? value : null)
  const [name, code] = [word(error.name) ?? 'Error', word((error as { code?: unknown }).code)]
  return code ? `${name}:${code}` : name
}
