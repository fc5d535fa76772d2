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

/** The two logins: `indgang_web` serves requests, `indgang_jobs` works through the queue. Scratch databases use one password for both. */
export async function migrate(ownerUrl: string, appPassword: string, log: (line: string) => void = () => {}, jobsPassword = appPassword): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await makeRoles(client, { indgang_web: appPassword, indgang_jobs: jobsPassword })
    const applied = await applyMigrations(client, log)
    await loadMatrix(client)
    await prepareQueue(ownerUrl)
    await client.query('GRANT USAGE ON SCHEMA pgboss TO indgang_app, indgang_public, indgang_worker, indgang_web, indgang_jobs')
    await client.query('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO indgang_worker, indgang_jobs')
    // A request may hand in work with its own change; taking it out or rewriting it is for the workers.
    await client.query('REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss FROM indgang_app, indgang_public, indgang_web')
    await client.query('GRANT SELECT ON ALL TABLES IN SCHEMA pgboss TO indgang_web')
    await client.query('GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA pgboss TO indgang_app, indgang_public')
    await harden(client)
    await client.query('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO indgang_app, indgang_public, indgang_worker, indgang_web, indgang_jobs')
    return applied
  } finally {
    await client.end()
  }
}

/** Roles belong to the server, and no lock of one database keeps another's migration away: the loser of a collision tries again. */
async function makeRoles(client: pg.Client, logins: Logins, tries = 5): Promise<void> {
  try {
    await client.query('BEGIN')
    await writeRoles(client, logins)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    // unique_violation: both made it; internal_error: "tuple concurrently updated".
    if (tries === 0 || !['23505', 'XX000'].includes((error as { code?: string }).code ?? '')) throw error
    await makeRoles(client, logins, tries - 1)
  }
}

type Logins = { indgang_web: string; indgang_jobs: string }

async function writeRoles(client: pg.Client, logins: Logins) {
  for (const role of [...roles, ...Object.keys(logins)]) {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
    if (found.rowCount === 0) await client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`)
  }
  // What serves requests may become a signed-in user or a visitor, per transaction, and nothing else: whatever is smuggled into a request's
  // SQL cannot become a job. Neither login owns or inherits anything.
  await client.query('GRANT indgang_app, indgang_public TO indgang_web WITH INHERIT FALSE, SET TRUE')
  await client.query('REVOKE indgang_worker FROM indgang_web')
  await client.query('GRANT indgang_worker TO indgang_jobs WITH INHERIT FALSE, SET TRUE')
  await client.query(`GRANT indgang_definer TO ${(await client.query('SELECT quote_ident(current_user) AS me')).rows[0].me}`)
  for (const [login, password] of Object.entries(logins)) {
    const quoted = (await client.query('SELECT quote_literal($1) AS password', [password])).rows[0].password
    await client.query(`ALTER ROLE ${login} LOGIN PASSWORD ${quoted}`)
    // Compiling a page's statement takes longer than answering it; the estimate of one made of many parts would ask for it.
    await client.query(`ALTER ROLE ${login} SET timezone = 'Europe/Copenhagen'; ALTER ROLE ${login} SET default_transaction_isolation = 'read committed'; ALTER ROLE ${login} SET jit = off; ALTER ROLE ${login} SET statement_timeout = '60s'; ALTER ROLE ${login} SET lock_timeout = '10s'; ALTER ROLE ${login} SET idle_in_transaction_session_timeout = '60s'`)
  }
}

/**
 * What holds for every function that works past the policies, also the ones of tomorrow: temporary tables are looked in last. Left to
 * itself PostgreSQL looks there first, and whoever can make one called `person` chooses what such a function reads.
 */
async function harden(client: pg.Client) {
  await client.query(`DO $$ DECLARE f record; BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    FOR f IN SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'access' AND p.prokind = 'f' AND NOT coalesce(array_to_string(p.proconfig, ',') LIKE '%pg_temp%', false) AND (p.prosecdef OR p.proconfig IS NOT NULL)
    LOOP EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', f.signature); END LOOP;
  END $$`)
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
    await client.query('INSERT INTO access.policy (role, action, scope, programmes, step_up) VALUES ($1, $2, $3, $4, $5)', [row.role, row.action, row.scope, row.programmes, row.stepUp])
  await client.query('COMMIT')
}

export { appUrl, jobsUrl } from './app-url'
