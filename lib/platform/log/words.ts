import { errorCode } from './log'

/** Of the database or its client: their words quote the row that was refused and the values that were handed in. */
function quotesValues(error: Error): boolean {
  return /^(Prisma|DriverAdapter)/.test(error.name) || 'severity' in error
}

/**
 * An error on its way out of our code, to the framework's log or the queue's table: which it is and where it arose, without its words. The
 * same object, so that whoever asks for its class or code gets the same answer.
 */
export function withoutWords(error: unknown): unknown {
  if (!(error instanceof Error) || !quotesValues(error)) return error
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const said = errorCode(error)
  for (const name of ['cause', 'meta', 'detail', 'where', 'hint', 'internalQuery']) if (name in error) Reflect.deleteProperty(error, name)
  Object.defineProperty(error, 'message', { value: said, configurable: true, writable: true })
  Object.defineProperty(error, 'stack', { value: [`${error.name}: ${said}`, ...places].join('\n'), configurable: true, writable: true })
  return error
}
