import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'
import { withTrueMoments } from './moments'
import { statementName } from './statements'

export type Tx = Prisma.TransactionClient
export { Prisma }

/** Who the database works for. The role is the restricted one; token and code are resolved inside the database. */
export type DatabaseIdentity = { role: 'app'; token: string } | { role: 'public'; code?: string | null } | { role: 'worker' }

type Clients = { pool: pg.Pool; transactions: pg.Pool; prisma: PrismaClient }
type JobClients = Pick<Clients, 'transactions' | 'prisma'>
const holder = globalThis as typeof globalThis & { indgangClients?: Clients; indgangJobClients?: JobClients; indgangIdentity?: AsyncLocalStorage<DatabaseIdentity> }

// The bundler makes one copy of this file for the proxy and one for the pages; pool and identity must be the process's, or the pool
// of one copy would not see for whom the other asks (and every query would be refused).
const identity = (holder.indgangIdentity ??= new AsyncLocalStorage<DatabaseIdentity>())
/** A connection that is closed takes its prepared statements with it: longer than the pauses of a quiet office. */
const IDLE_MS = 600_000
const tokenShape = /^[A-Za-z0-9_-]{1,128}$/

function openingStatement(who: DatabaseIdentity): string {
  const setting = who.role === 'app' ? who.token : who.role === 'public' ? (who.code ?? '') : ''
  // The text is pasted into SQL: anything but the expected alphabet stops here.
  if (setting !== '' && !tokenShape.test(setting)) throw new Error('Malformed session token or reply code')
  const [session, code] = who.role === 'public' ? ['', setting] : [setting, '']
  // All of them, every time: what somebody left on the connection by mistake must not answer for the one who gets it next.
  return `BEGIN; SELECT set_config('role', 'indgang_${who.role}', true), set_config('app.session', '${session}', true), set_config('app.code', '${code}', true), set_config('app.on_behalf', '', true)`
}

/**
 * A pool whose first BEGIN also says for whom. Settings are local to the transaction (third argument true): a non-local one
 * would follow the connection to the next request.
 */
class IdentifiedPool extends pg.Pool {
  // The callback form is what pg itself uses inside pool.query; it needs no identity.
  override connect(): Promise<pg.PoolClient>
  override connect(callback: (err: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void): void
  override connect(callback?: (err: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback)
    const who = identity.getStore()
    if (!who) return super.connect()
    // Before a connection is taken: one that is taken and then refused would never come back to the pool.
    const opening = openingStatement(who)
    return super.connect().then((client) => identified(client, opening))
  }
}

function identified(client: pg.PoolClient, opening: string): pg.PoolClient {
  const original = client.query.bind(client) as (...args: unknown[]) => unknown
  const release = client.release.bind(client)
  client.query = ((first: unknown, ...rest: unknown[]) => {
    const text = typeof first === 'string' ? first : (first as { text?: string }).text
    if (!text?.startsWith('BEGIN')) return original(withTrueMoments(first), ...rest)
    return original(typeof first === 'string' ? opening : { ...(first as object), text: opening }, ...rest)
  }) as pg.PoolClient['query']
  client.release = (...args) => {
    // Back to the method of the class. Putting the bound one back would add a layer to the connection with every request it serves.
    delete (client as Partial<pg.PoolClient>).query
    client.release = release
    release(...args)
  }
  return client
}

function transacting(connectionString: string, max: number): JobClients {
  const transactions = new IdentifiedPool({ connectionString, connectionTimeoutMillis: 10_000, idleTimeoutMillis: IDLE_MS, max })
  // A broken idle connection must not end the process; the next query gets a new one.
  transactions.on('error', () => {})
  return { transactions, prisma: new PrismaClient({ adapter: new PrismaPg(transactions, { statementNameGenerator: statementName }), errorFormat: 'minimal' }) }
}

function clients(): Clients {
  if (holder.indgangClients) return holder.indgangClients
  const { DATABASE_APP_URL, DATABASE_POOL } = env()
  // Sign-in, limits and the queue ask single questions while a transaction is open: from one pool, as many transactions as it has
  // connections would all wait for one more.
  const pool = new pg.Pool({ connectionString: DATABASE_APP_URL, connectionTimeoutMillis: 10_000, idleTimeoutMillis: IDLE_MS, max: Math.max(2, Math.ceil(DATABASE_POOL / 3)) })
  pool.on('error', () => {})
  return (holder.indgangClients = { pool, ...transacting(DATABASE_APP_URL, DATABASE_POOL) })
}

/** Jobs sign in by themselves. A web process that runs none has no such login, and nothing in it can become a job. */
function jobClients(): JobClients {
  if (holder.indgangJobClients) return holder.indgangJobClients
  const { DATABASE_JOBS_URL, DATABASE_POOL } = env()
  if (!DATABASE_JOBS_URL) throw new Error('DATABASE_JOBS_URL is needed where jobs run')
  return (holder.indgangJobClients = transacting(DATABASE_JOBS_URL, DATABASE_POOL))
}

/**
 * One transaction as a restricted role. READ COMMITTED, so a revoked session acts at the next statement; both logins have it as their
 * default, because Prisma would spend a statement of every page on saying so.
 * `timeout` in milliseconds; jobs may need more than the default of a page.
 */
export function transaction<T>(who: DatabaseIdentity, run: (tx: Tx) => Promise<T>, timeout = 15_000): Promise<T> {
  return identity.run(who, () => (who.role === 'worker' ? jobClients() : clients()).prisma.$transaction(run, { maxWait: 10_000, timeout }))
}

/** Times a change is done over before it is given up. */
const OVER = 3

/**
 * A transaction of somebody who waits for its answer. Two that stood in each other's way are no fault of theirs: the database ended one of
 * them, nothing of it was done, and it is done over. `run` must do nothing but through `tx` that may not be done twice.
 */
export async function transactionOver<T>(who: DatabaseIdentity, run: (tx: Tx) => Promise<T>): Promise<T> {
  for (let left = OVER; ; left--) {
    try {
      return await transaction(who, run)
    } catch (error) {
      if (left === 0 || !metAnother(error)) throw error
    }
  }
}

/**
 * A deadlock (40P01), or a row that somebody else made at the same moment (23505): done over, the rule itself finds the other's row and says so.
 * Prisma tells of its own statements by P2034 and P2002, of written ones by P2010.
 */
function metAnother(error: unknown): boolean {
  const { code, meta } = error as { code?: unknown; meta?: unknown }
  return code === 'P2034' || code === 'P2002' || (code === 'P2010' && /40P01|23505/.test(JSON.stringify(meta ?? {})))
}

/** The sign-in functions of schema `access`, called as indgang_web itself: no table is open to that role. */
export async function callAccess<T extends object>(text: string, values: unknown[]): Promise<T[]> {
  const result = await clients().pool.query<T & pg.QueryResultRow>(text, values)
  return result.rows
}

export function pool(): pg.Pool {
  return clients().pool
}

export async function closeDatabase(): Promise<void> {
  const [open, jobs] = [holder.indgangClients, holder.indgangJobClients]
  holder.indgangClients = holder.indgangJobClients = undefined
  await Promise.all([open?.prisma.$disconnect(), jobs?.prisma.$disconnect()])
  await Promise.all([open?.transactions.end(), open?.pool.end(), jobs?.transactions.end()]).catch(() => {})
}
