// The server of the browser tests: a fresh embedded database with the demo municipality, an OpenID provider, and the built product.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '@/scripts/database/embedded'
import { appUrl, jobsUrl, migrate } from '@/scripts/database/migrate'
import { databaseUrl, query } from '../database-server'
import { plantCanaries } from './plant-canaries'
import { startProvider } from './provider'
import { saveState } from './state'
import { startBuilt, stopBuilt } from './web'

const folder = '.indgang/e2e-pg'
const port = Number(process.env.E2E_PORT)
const providerPort = Number(process.env.E2E_PROVIDER_PORT)
const address = `http://127.0.0.1:${port}`
const secret = 'a secret that is long enough for the browser tests'
const spool = '.indgang/e2e-spool'
const register = '.indgang/e2e-register'

async function database() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} }
  rmSync(folder, { recursive: true, force: true })
  const server = await startEmbedded(folder, ['-c', 'fsync=off', '-c', 'synchronous_commit=off'])
  return { url: server.url('postgres'), stop: server.stop }
}

async function main() {
  if (!existsSync('.next/BUILD_ID')) throw new Error('There is no build: run `npm test build` (or `npm run build`) first')
  for (const folder of [spool, register]) rmSync(folder, { recursive: true, force: true })
  const server = await database()
  await query(server.url, 'DROP DATABASE IF EXISTS indgang_e2e WITH (FORCE)', 'CREATE DATABASE indgang_e2e')
  const ownerUrl = databaseUrl(server.url, 'indgang_e2e')
  await migrate(ownerUrl, 'e2e-only')
  const environment = {
    DATABASE_APP_URL: appUrl(ownerUrl, 'e2e-only'), DATABASE_JOBS_URL: jobsUrl(ownerUrl, 'e2e-only'), FIELD_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address,
    PUBLIC_URL: address, DEMO: 'true', SPOOL_DIR: spool, LOG_LEVEL: 'error', RUN_DELAY_SECONDS: '3', SIGN_IN: 'both',
    OIDC_ISSUER: `http://127.0.0.1:${providerPort}`, OIDC_CLIENT_ID: 'indgang', OIDC_CLIENT_SECRET: 'local-provider-only', OIDC_ROLE_MAP: 'vet-koord=VETERAN_COORDINATOR,leder=MANAGER',
  }
  Object.assign(process.env, environment)
  const { seedDemo } = await import('@/prisma/seed')
  await seedDemo(ownerUrl, () => {}, undefined, register)
  await plantCanaries(ownerUrl)
  const provider = await startProvider(providerPort, `${address}/api/auth/callback/municipality`)
  const [file] = readdirSync(register)
  saveState({ ownerUrl, secret, spool, registerFile: join(register, file ?? '') })
  const web = await startBuilt(port, environment)
  const stop = async () => {
    await stopBuilt(web)
    provider.close()
    await server.stop()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
