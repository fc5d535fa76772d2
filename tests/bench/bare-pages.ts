import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { freePort } from '@/scripts/database/embedded'
import { startBuilt, stopBuilt } from '@/tests/support/e2e/web'
import type { Actor } from '@/lib/access/permissions'
import { p50 } from './figures/figure'
import type { Statement } from './main-query'

const queriesFile = resolve('.indgang/bare-queries.json')

/** One request of the product and the like of the bare application. `also`: the same page of something else, which must cost as many statements. */
export type Compared = { name: string; rounds: number; ours: Ask; also: Ask; bare: Ask }
/** Answers with milliseconds; throws for an answer that is not the wanted one. */
export type Ask = () => Promise<number>

/** `status`: what the answer must say. */
export const ask = (url: string, init: RequestInit & { status?: number } = {}): Ask => async () => {
  const { status = 200, ...rest } = init
  const began = performance.now()
  const answer = await fetch(url, { redirect: 'manual', ...rest, headers: { accept: 'text/html', ...(rest.headers as Record<string, string> | undefined) } })
  await answer.text()
  if (answer.status !== status) throw new Error(`${url} answers ${answer.status}`)
  return performance.now() - began
}

/** Statements that reach PostgreSQL while one page is asked for, and their milliseconds in it, counted by PostgreSQL itself. */
async function statementsOf(owner: pg.Client, asking: Ask): Promise<{ count: number; milliseconds: number }> {
  await owner.query('SELECT pg_stat_statements_reset()')
  await asking()
  const found = await owner.query("SELECT coalesce(sum(calls), 0)::int AS count, coalesce(sum(total_exec_time), 0)::float AS milliseconds FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname LIKE 'indgang_%' AND toplevel AND query !~* '^(BEGIN|COMMIT|SELECT set_config)'")
  return found.rows[0]
}

/** The least Next application that shows the same rows, built and started on its own. Not by Turbopack: that takes in the instrumentation of the project around it. */
async function startBare(): Promise<{ address: string; child: ChildProcess }> {
  const folder = 'tests/bench/bare'
  const built = spawnSync(resolve('node_modules/.bin/next'), ['build', '--webpack'], { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
  if (built.status !== 0) throw new Error(built.stderr + built.stdout)
  const port = await freePort()
  const child = spawn(resolve('node_modules/.bin/next'), ['start', '-H', '127.0.0.1', '-p', String(port)], { cwd: folder, stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production', BARE_QUERIES: queriesFile } })
  const address = `http://127.0.0.1:${port}`
  for (let i = 0; i < 200; i++) {
    if (await fetch(`${address}/nothing`).catch(() => null)) return { address, child }
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('The bare page did not start')
}

/** What the bare application asks, as whom. */
export function keepStatements({ token }: Pick<Actor, 'token'>, statements: Record<string, Pick<Statement, 'text' | 'values' | 'name'>>): void {
  const opening = `BEGIN; SELECT set_config('role', 'indgang_app', true), set_config('app.session', '${token}', true)`
  writeFileSync(queriesFile, JSON.stringify({ opening, statements }))
}

/** The product's build and the bare one on this database, and what each page costs in statements and in p50 of milliseconds. */
export async function compare(ownerUrl: string, pagesAt: (ours: string, bare: string) => Compared[]): Promise<{ value: string; ok: boolean }> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const web = await startBuilt(port, { NEXTAUTH_URL: address, PUBLIC_URL: address, JOBS: 'worker' })
  const bare = await startBare()
  const owner = new pg.Client({ connectionString: ownerUrl })
  try {
    await owner.connect()
    await owner.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
    const results: { count: number; same: boolean; ratio: number; text: string }[] = []
    for (const page of pagesAt(address, bare.address)) {
      // Opened all day: both are measured as they are then, compiled and with their statements planned.
      for (let i = 0; i < page.rounds; i++) await Promise.all([page.ours(), page.bare()])
      const [first, other] = [await statementsOf(owner, page.ours), await statementsOf(owner, page.also)]
      const times = { ours: [] as number[], bare: [] as number[] }
      // One after the other, turn by turn: both meet the same machine.
      for (let i = 0; i < page.rounds; i++) {
        times.ours.push(await page.ours())
        times.bare.push(await page.bare())
      }
      const [ours, least] = [p50(times.ours), p50(times.bare)]
      results.push({ count: Math.max(first.count, other.count), same: first.count === other.count, ratio: ours / least, text: `${page.name} ${first.count} queries of ${first.milliseconds.toFixed(0)} ms, ${ours.toFixed(0)} ms (${(ours / least).toFixed(2)} × ${least.toFixed(0)} ms)` })
    }
    return { value: results.map(({ text }) => text).join('; '), ok: results.every(({ count, same, ratio }) => same && count > 0 && count <= 8 && ratio <= 2) }
  } finally {
    await owner.end()
    bare.child.kill('SIGTERM')
    await stopBuilt(web)
    await (await import('@/lib/platform/db')).closeDatabase()
  }
}
