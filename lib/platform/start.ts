import 'server-only'
import { closeDatabase } from './db'
import { readEnv } from './env'
import { scrubOutput } from './log/scrub'
import { onShutdown, shutdown } from './shutdown'

/** Checks the environment and arranges a clean stop. A process that cannot serve must not stay up answering 500. */
export async function start(): Promise<void> {
  scrubOutput()
  const result = readEnv()
  if ('problems' in result) {
    process.stderr.write(`Indgang cannot start. These variables are missing or wrong (docs/operations.md explains each):\n  ${result.problems.join('\n  ')}\n`)
    process.exit(78)
  }
  onShutdown(closeDatabase)
  process.once('SIGTERM', () => void shutdown())
  process.once('SIGINT', () => void shutdown())
}
