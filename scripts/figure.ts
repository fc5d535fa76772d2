// npm run figure -- <name> [--seed N] [--small] [--go-on] [--only text,text]: measures one figure of docs/figures.md. --only: of the figures about forms, these forms; of access-mutants, what holds one of the texts in its name (access.volunteer_figures, volunteer.app_read, lib/volunteering/). The last line says name, value, bound, and ok or short.
import { mkdirSync, rmSync } from 'node:fs'
import { ownerClient } from '@/prisma/client'
import { loadReference } from '@/prisma/reference'
import { figures } from '@/tests/bench/figures/names'
import { databaseUrl, query } from '@/tests/support/database-server'
import { startEmbedded } from './database/embedded'
import { appUrl, jobsUrl, migrate } from './database/migrate'

const args = process.argv.slice(2)
const valued = ['--seed', '--only']
const after = (option: string) => (args.includes(option) ? args[args.indexOf(option) + 1] : undefined)
const name = args.find((arg, at) => !arg.startsWith('--') && !valued.includes(args[at - 1] ?? '')) ?? ''
const seed = Number(after('--seed') ?? 1)
const only = after('--only')?.split(',') ?? []
const small = args.includes('--small')
const goOn = args.includes('--go-on')
const load = figures[name]
if (!load || !Number.isSafeInteger(seed)) {
  console.error(`npm run figure -- <name> [--seed N], where name is one of: ${Object.keys(figures).join(', ')}`)
  process.exit(64)
}

const appPassword = 'figures-only'
const folder = `.indgang/figure-pg-${process.pid}`
let databaseLog = ''
const log = (line: string) => console.log(`  ${line}`)

/** A scratch server, removed afterwards; DATABASE_URL names another, on which a database of this name is made anew. */
async function scratch() {
  mkdirSync('.indgang', { recursive: true })
  const given = process.env.DATABASE_URL
  // Counts statements from outside the product; an ordinary server's durability is kept, because speed without it is no figure.
  const server = given ? null : await startEmbedded(folder, ['-c', 'shared_preload_libraries=pg_stat_statements', '-c', 'max_connections=200', '-c', 'shared_buffers=512MB', '-c', 'max_wal_size=4GB', '-c', 'track_commit_timestamp=on'], undefined, (text) => void (databaseLog += text))
  const serverUrl = given ?? server?.url('postgres') ?? ''
  await query(serverUrl, 'DROP DATABASE IF EXISTS indgang_figure WITH (FORCE)', 'CREATE DATABASE indgang_figure')
  return { ownerUrl: databaseUrl(serverUrl, 'indgang_figure'), stop: async () => void (await server?.stop()) }
}

async function prepared() {
  const database = await scratch()
  await migrate(database.ownerUrl, appPassword)
  const owner = ownerClient(database.ownerUrl)
  await loadReference(owner)
  await owner.$disconnect()
  Object.assign(process.env, {
    DATABASE_APP_URL: appUrl(database.ownerUrl, appPassword), DATABASE_JOBS_URL: jobsUrl(database.ownerUrl, appPassword), FIELD_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
    NEXTAUTH_SECRET: 'a secret that is long enough for the figures', PUBLIC_URL: 'https://indgang.example', SPOOL_DIR: '.indgang/figure-spool', LOG_LEVEL: 'silent', DEMO: 'true',
  })
  return database
}

async function main(): Promise<boolean> {
  const { bound, database: needed, figure } = await load!()
  const database = needed ? await prepared() : { ownerUrl: '', stop: async () => {} }
  try {
    const began = Date.now()
    const { value, ok, details } = await figure({ seed, log, ownerUrl: database.ownerUrl, appPassword, small, goOn, only, databaseLog: () => databaseLog })
    for (const line of details ?? []) log(line)
    log(`seed ${seed}, ${((Date.now() - began) / 1000).toFixed(1)} s`)
    console.log(`figure ${name}: ${value} (${bound}) ${ok ? 'ok' : 'short'}`)
    return ok
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    console.log(`figure ${name}: could not be measured short`)
    process.exit(1)
  },
)
