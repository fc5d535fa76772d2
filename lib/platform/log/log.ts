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

const logger = pino({ level: logLevel(), base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line: string) => void process.stdout.write(scrubCpr(line)) })

export const log = {
  info: (event: string, fields: LogFields = {}) => logger.info(fields, event),
  warn: (event: string, fields: LogFields = {}) => logger.warn(fields, event),
  error: (event: string, fields: LogFields = {}) => logger.error(fields, event),
}

/**
 * What may be said about an error in a log: its class and code. Never its message: Prisma and zod put the rejected values there.
 */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(code) ? `${error.name}:${code}` : error.name
}
