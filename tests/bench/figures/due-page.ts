import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { freePort } from '@/scripts/database/embedded'
import { startBuilt, stopBuilt } from '@/tests/support/e2e/web'
import { AUDIT_ROWS, generateOutreach, PEOPLE } from '../due-page-data'
import { mainQuery } from '../main-query'
import { benchActor } from '../session'
import { type Figure, p50 } from './figure'

const queriesFile = resolve('.indgang/bare-queries.json')

async function get(url: string, cookie: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url, { headers: { cookie, accept: 'text/html' } })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  return performance.now() - began
}

/** Statements that reach PostgreSQL while one page is asked for, counted by PostgreSQL itself. */
async function statementsOf(owner: pg.Client, url: string, cookie: string): Promise<number> {
  await owner.query('SELECT pg_stat_statements_reset()')
  await get(url, cookie)
  const found = await owner.query("SELECT coalesce(sum(calls), 0)::int AS n FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname LIKE 'indgang_%' AND toplevel AND query !~* '^(BEGIN|COMMIT|SELECT set_config)'")
  return found.rows[0].n
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

async function saveMainQueries(ownerUrl: string, person: string, log: (line: string) => void) {
  const { actor, cookie } = await benchActor(ownerUrl, 'VETERAN_COORDINATOR')
  const { dueList } = await import('@/lib/outreach/due/list/queries')
  const { listState } = await import('@/lib/outreach/due/list/schema')
  const { personOverview } = await import('@/lib/people/record/queries')
  const { nextStepPart } = await import('@/lib/outreach/due/queries')
  const { today } = await import('@/lib/platform/clock')
  const due = await mainQuery(() => dueList(actor, today(), listState({})))
  const opened = await mainQuery(() => personOverview(actor, person, ({ actor: reader, tx }) => nextStepPart(reader, tx, person, today())))
  for (const [name, { milliseconds }] of Object.entries({ due, person: opened })) log(`main query of ${name}: ${milliseconds.toFixed(0)} ms the first time`)
  const opening = `BEGIN; SELECT set_config('role', 'indgang_app', true), set_config('app.session', '${actor.token}', true)`
  writeFileSync(queriesFile, JSON.stringify({ opening, statements: { due, person: opened } }))
  return cookie
}

const figure: Figure = {
  bound: 'fixed count ≤ 8; ≤ 2 ×',
  database: true,
  async figure({ seed, log, ownerUrl }) {
    log(`generating ${PEOPLE} people and ${AUDIT_ROWS} audit rows …`)
    const { person } = await generateOutreach(ownerUrl, seed)
    const cookie = await saveMainQueries(ownerUrl, person, log)
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const web = await startBuilt(port, { NEXTAUTH_URL: address, PUBLIC_URL: address, JOBS: 'worker' })
    const bare = await startBare()
    const owner = new pg.Client({ connectionString: ownerUrl })
    try {
      await owner.connect()
      await owner.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
      const pages = [
        { name: 'due list', ours: `${address}/outreach`, also: `${address}/outreach?queue=EVERYONE&sort=name&page=7`, bare: `${bare.address}/due`, rounds: 15 },
        { name: 'person page', ours: `${address}/people/${person}`, also: `${address}/people/${person}`, bare: `${bare.address}/person`, rounds: 45 },
      ]
      const results: { count: number; same: boolean; ratio: number; text: string }[] = []
      for (const page of pages) {
        // Opened all day: both are measured as they are then, compiled and with their statements planned.
        for (let i = 0; i < page.rounds; i++) await Promise.all([get(page.ours, cookie), get(page.bare, '')])
        const counts = [await statementsOf(owner, page.ours, cookie), await statementsOf(owner, page.also, cookie)]
        const times = { ours: [] as number[], bare: [] as number[] }
        // One after the other, turn by turn: both meet the same machine.
        for (let i = 0; i < page.rounds; i++) {
          times.ours.push(await get(page.ours, cookie))
          times.bare.push(await get(page.bare, ''))
        }
        const [ours, least] = [p50(times.ours), p50(times.bare)]
        results.push({ count: Math.max(...counts), same: counts[0] === counts[1], ratio: ours / least, text: `${page.name} ${counts[0]} queries, ${ours.toFixed(0)} ms (${(ours / least).toFixed(2)} × ${least.toFixed(0)} ms)` })
      }
      const ok = results.every(({ count, same, ratio }) => same && count > 0 && count <= 8 && ratio <= 2)
      return { value: results.map(({ text }) => text).join('; '), ok }
    } finally {
      await owner.end()
      bare.child.kill('SIGTERM')
      await stopBuilt(web)
      await (await import('@/lib/platform/db')).closeDatabase()
    }
  },
}
export default figure
