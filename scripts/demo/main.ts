// The demo's supervisor: database → migrations → demo data → build if stale → serve → stop cleanly on Ctrl-C.
import { rmSync } from 'node:fs'
import { demoLogins, demoPassword } from '@/components/access/demo-logins'
import { startEmbedded, stopRunning } from '../database/embedded'
import { appUrl, jobsUrl, migrate } from '../database/migrate'
import { buildIfStale } from './build'
import { takeFolder } from './lock'
import { demoSettings, readOptions } from './settings'
import { startWeb, stopWeb } from './web'

const began = Date.now()
const say = (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
const options = readOptions(process.argv.slice(2))
const folder = '.indgang/demo-pg'

async function database() {
  const given = process.env.DATABASE_URL
  if (given) return { ownerUrl: given, stop: async () => {} }
  const server = await startEmbedded(folder)
  // One left behind by a demo that was killed hard is ours now, and stops with us.
  return { ownerUrl: server.url('postgres'), stop: server.reused ? () => stopRunning(folder) : server.stop }
}

async function main() {
  const giveFree = takeFolder('.indgang/demo.pid')
  if (options.fresh && !process.env.DATABASE_URL) {
    await stopRunning(folder)
    rmSync(folder, { recursive: true, force: true })
  }
  const settings = demoSettings()
  say('Starting PostgreSQL …')
  const db = await database()
  say('Applying migrations …')
  await migrate(db.ownerUrl, settings.appPassword, (name) => say(`  ${name}`))
  const address = `http://127.0.0.1:${options.port}`
  const environment = {
    DATABASE_APP_URL: appUrl(db.ownerUrl, settings.appPassword), DATABASE_JOBS_URL: jobsUrl(db.ownerUrl, settings.appPassword), FIELD_KEY: settings.fieldKey, NEXTAUTH_SECRET: settings.secret,
    NEXTAUTH_URL: address, PUBLIC_URL: address, DEMO: 'true', SPOOL_DIR: '.indgang/demo-spool', LOG_LEVEL: 'warn',
  }
  Object.assign(process.env, environment)
  say('Loading the demo municipality …')
  const { seedDemo } = await import('@/prisma/seed')
  await seedDemo(db.ownerUrl, (line) => say(`  ${line}`), undefined, undefined, 'municipality')
  await buildIfStale(say)
  say('Starting the web server …')
  const web = await startWeb(options.port, environment)
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    console.log('\nStopping …')
    await stopWeb(web)
    await db.stop()
    giveFree()
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  // The terminal was closed.
  process.on('SIGHUP', () => void stop(0))
  web.once('exit', () => void stop(1))
  say(`Ready: ${address}`)
  console.log(`\n  Indgang runs at ${address}\n  The password is the same for all: ${demoPassword}\n`)
  for (const login of demoLogins) console.log(`  ${login.email.padEnd(32)} ${login.role.toLowerCase().replaceAll('_', ' ')}`)
  console.log('\n  Ctrl-C stops it; the data is kept. npm run demo -- --fresh starts over.\n')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
