import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { appUrl, jobsUrl, migrate } from '@/scripts/database/migrate'
import { randomFrom } from '../bench/letters-data'
import { readyRun, type ReadyRun } from '../bench/ready-run'
import { type KillablePostgres, killablePostgres } from './killable-postgres'

export type ChannelKind = 'spool' | 'careless' | 'lying'
/** `kills`: runs are started until there have been at least so many. `killsPerRun`: what one run meets at most, so that it can be finished and counted. */
export type KillOptions = { channel: ChannelKind; letters: number; kills: number; killsPerRun: number; seed: number; log?: (line: string) => void }
export type KillResult = { kills: number; databaseKills: number; letters: number; lost: number; duplicates: number; uncertain: number; blind: number; wrong: string[] }

const WORKERS = 2
/** Of a worker that has begun: some five batches, so most die inside one. */
const LONGEST_LIFE_MS = 1500
const DATABASE_SHARE = 0.12
/** A run that was finished before its kills came is followed by another; more than this and something else is wrong. */
const MOST_RUNS = 60

/**
 * Sends runs while workers and the database are killed hard at random moments, and then counts what the other end has got against what the
 * database says. A run is given up killing after its share, so that it can be finished and counted.
 */
export async function killLetters({ channel, letters, kills, killsPerRun, seed, log = () => {} }: KillOptions): Promise<KillResult> {
  const random = randomFrom(seed)
  const folder = resolve(`.indgang/kill-${process.pid}-${channel}-${seed}`)
  const before = { ...process.env }
  const postgres = await killablePostgres(`${folder}-pg`)
  const total: KillResult = { kills: 0, databaseKills: 0, letters: 0, lost: 0, duplicates: 0, uncertain: 0, blind: 0, wrong: [] }
  try {
    await migrate(postgres.url, 'kill-only')
    Object.assign(process.env, { ...environment(postgres.url), SPOOL_DIR: folder })
    for (let nth = 0; total.kills < kills && nth < MOST_RUNS; nth++) {
      const spool = `${folder}/${nth}`
      mkdirSync(spool, { recursive: true })
      const run = await readyRun({ ownerUrl: postgres.url, n: letters, seed: seed + nth })
      await sendUnderFire({ postgres, run, spool, channel, killsPerRun, random, total })
      await count(postgres.url, run, spool, channel, total)
      log(`run ${nth + 1}: ${total.kills} kills so far, ${total.lost} lost, ${total.duplicates} duplicates, ${total.uncertain} in doubt`)
    }
    return total
  } finally {
    const { closeDatabase } = await import('@/lib/platform/db')
    const { closeSender } = await import('@/lib/platform/jobs/enqueue')
    await closeSender()
    await closeDatabase()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
    process.env = before
  }
}

function environment(url: string): Record<string, string> {
  return {
    DATABASE_APP_URL: appUrl(url, 'kill-only'), DATABASE_JOBS_URL: jobsUrl(url, 'kill-only'), FIELD_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', NEXTAUTH_SECRET: 'a secret that is long enough for the kills',
    PUBLIC_URL: 'https://indgang.example', LOG_LEVEL: 'silent', DATABASE_POOL: '6',
  }
}

type Fire = { postgres: KillablePostgres; run: ReadyRun; spool: string; channel: ChannelKind; killsPerRun: number; random: () => number; total: KillResult }

type Victim = { process: ChildProcess; working: boolean }

function startWorker(runId: string, spool: string, channel: ChannelKind): Victim {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/faults/letters-worker.ts', runId, spool, channel], { stdio: ['ignore', 'pipe', 'ignore'], env: process.env })
  const victim = { process: child, working: false }
  child.stdout.once('data', () => (victim.working = true))
  return victim
}

async function sendUnderFire({ postgres, run, spool, channel, killsPerRun, random, total }: Fire): Promise<void> {
  const start = () => startWorker(run.runId, spool, channel)
  const workers = Array.from({ length: WORKERS }, start)
  try {
    for (let kills = 0; kills < killsPerRun; ) {
      if (await finished(postgres.url, run.runId)) break
      // One that is still loading has nothing in hand to lose.
      const at = workers.findIndex((worker) => worker.working)
      await pause(at < 0 ? 100 : random() * LONGEST_LIFE_MS)
      if (at < 0) continue
      kills++
      total.kills++
      if (random() < DATABASE_SHARE) {
        total.databaseKills++
        await postgres.kill()
      } else {
        workers[at]!.process.kill('SIGKILL')
        workers.splice(at, 1)
        workers.push(start())
      }
    }
    const deadline = Date.now() + 300_000
    while (!(await finished(postgres.url, run.runId))) {
      if (Date.now() > deadline) return void total.wrong.push('the run was not finished five minutes after the last kill')
      await pause(500)
    }
  } finally {
    await Promise.all(workers.map((worker) => ended(worker.process)))
  }
}

/** Ends a worker that may have ended already: its exit is then not told again. */
function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => (child.once('exit', done), child.kill('SIGKILL')))
}

async function ask<T extends object>(url: string, text: string, values: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<T & pg.QueryResultRow>(text, values).finally(() => client.end())
  return rows
}

async function finished(url: string, runId: string): Promise<boolean> {
  return (await ask<{ state: string }>(url, 'SELECT state::text FROM run WHERE id = $1', [runId]))[0]?.state === 'SENT'
}

/** What arrived, told apart from what the database believes. */
async function count(url: string, run: ReadyRun, spool: string, channel: ChannelKind, total: KillResult): Promise<void> {
  const letters = await ask<{ key: string; state: string; channel: string; part: string | null }>(
    url, 'SELECT l.idempotency_key AS key, l.state::text, l.channel::text, p.idempotency_key AS part FROM letter l LEFT JOIN print_part p ON p.id = l.part_id WHERE l.run_id = $1', [run.runId])
  const arrived = channel === 'spool' ? spooled(`${spool}/digital-post`, total) : journal(`${spool}/journal`)
  const printed = spooled(`${spool}/print`, total)
  total.letters += letters.length
  for (const letter of letters) {
    const times = letter.channel === 'PAPER' ? (printed.get(letter.part ?? '') ?? 0) : (arrived.get(letter.key) ?? 0)
    if (letter.state === 'UNCERTAIN') total.uncertain++
    if (letter.state === 'SENT' && times === 0) total.lost++
    if (letter.state !== 'SENT' && letter.state !== 'UNCERTAIN') total.lost++
    if (times > 1) total[channel === 'spool' ? 'duplicates' : 'blind'] += times - 1
  }
  if (letters.length !== run.letters) total.wrong.push(`${run.letters} owed, ${letters.length} letters`)
  const known = new Set(letters.map((letter) => letter.key))
  for (const key of arrived.keys()) if (!known.has(key)) total.wrong.push(`${key} arrived and is no letter of the run`)
}

/** Whole files by key; a file that is cut off, or lies about its key, is a wrong one. */
function spooled(folder: string, total: KillResult): Map<string, number> {
  const found = new Map<string, number>()
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [key = '', kind] = name.split('.')
    if (key === '' || kind === 'csv' || name === 'taken') continue
    const text = readFileSync(`${folder}/${name}`, 'latin1').trimEnd()
    const whole = kind === 'xml' ? text.endsWith('</memo:Message>') && text.includes(`<memo:messageUUID>${key}<`) : text.endsWith('%%EOF')
    if (!whole) total.wrong.push(`${name} is not whole`)
    found.set(key, (found.get(key) ?? 0) + 1)
  }
  return found
}

function journal(file: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const key of existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}
