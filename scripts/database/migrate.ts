// Brings a database up to date: roles, migrations, queue tables, and the access matrix. Safe to start twice at once.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { policyRows } from '@/lib/access/matrix'
import { prepareQueue } from '@/lib/platform/jobs/prepare'

const folder = 'prisma/migrations'
// The lock Prisma's own tool takes, so the two can never run at the same time.
const prismaLock = 72707369
const roles = ['indgang_app', 'indgang_public', 'indgang_worker', 'indgang_definer']

/** `appPassword` is what the web and worker processes sign in with as `indgang_web`. */
export async function migrate(ownerUrl: string, appPassword: string, log: (line: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await makeRoles(client, appPassword)
    const applied = await applyMigrations(client, log)
    await loadMatrix(client)
    await prepareQueue(ownerUrl)
    await client.query('GRANT USAGE ON SCHEMA pgboss TO indgang_app, indgang_public, indgang_worker, indgang_web')
    await client.query('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO indgang_app, indgang_public, indgang_worker, indgang_web')
    await client.query('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO indgang_app, indgang_public, indgang_worker, indgang_web')
    return applied
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client, appPassword: string) {
  // Roles belong to the server, not the database: two databases migrating at once would collide without this lock.
  await client.query('BEGIN; SELECT pg_advisory_xact_lock(72707370)')
  for (const role of [...roles, 'indgang_web']) {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
    if (found.rowCount === 0) await client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`)
  }
  // Inside the server the web process may become exactly these three, per transaction; it owns nothing and inherits nothing.
  await client.query('GRANT indgang_app, indgang_public, indgang_worker TO indgang_web WITH INHERIT FALSE, SET TRUE')
  await client.query(`GRANT indgang_definer TO ${(await client.query('SELECT quote_ident(current_user) AS me')).rows[0].me}`)
  const quoted = (await client.query('SELECT quote_literal($1) AS password', [appPassword])).rows[0].password
  await client.query(`ALTER ROLE indgang_web LOGIN PASSWORD ${quoted}`)
  await client.query("ALTER ROLE indgang_web SET timezone = 'Europe/Copenhagen'; ALTER ROLE indgang_web SET statement_timeout = '60s'; ALTER ROLE indgang_web SET lock_timeout = '10s'; ALTER ROLE indgang_web SET idle_in_transaction_session_timeout = '60s'")
  await client.query('COMMIT')
}

async function applyMigrations(client: pg.Client, log: (line: string) => void): Promise<string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`)
  const done = new Map((await client.query('SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL')).rows.map((r) => [r.migration_name, r.checksum]))
  const applied: string[] = []
  for (const name of readdirSync(folder).filter((entry) => existsSync(`${folder}/${entry}/migration.sql`)).sort()) {
    const sql = readFileSync(`${folder}/${name}/migration.sql`, 'utf8')
    const checksum = createHash('sha256').update(sql).digest('hex')
    if (done.has(name)) {
      if (done.get(name) !== checksum) throw new Error(`Migration ${name} was changed after it was applied. Put the old text back and write a new migration.`)
      continue
    }
    log(name)
    await client.query('BEGIN')
    await client.query(sql)
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (gen_random_uuid(), $1, $2, now(), 1)', [checksum, name])
    await client.query('COMMIT')
    applied.push(name)
  }
  return applied
}

async function loadMatrix(client: pg.Client) {
  await client.query('BEGIN')
  await client.query('DELETE FROM access.policy')
  for (const row of policyRows())
    await client.query('INSERT INTO access.policy (role, action, scope, programmes) VALUES ($1, $2, $3, $4)', [row.role, row.action, row.scope, row.programmes])
  await client.query('COMMIT')
}

export { appUrl } from './app-url'
