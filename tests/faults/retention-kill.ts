import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { appUrl, jobsUrl, migrate } from '@/scripts/database/migrate'
import { type Random, randomFrom } from '@/tests/support/random'
import { killablePostgres } from './killable-postgres'

export type RetentionKills = { kills: number; erased: number; wrong: string[] }
const LONGEST_LIFE_MS = 350
const ATTEMPTS = 2400
const PEOPLE = 60

/** Erases runs while the worker is killed hard at random moments; after every kill, and at the end, looks for anything half done. */
export async function killRetention({ kills, seed }: { kills: number; seed: number }): Promise<RetentionKills> {
  const random = randomFrom(seed)
  const folder = resolve(`.indgang/retention-kill-${process.pid}-${seed}`)
  const before = { ...process.env }
  const postgres = await killablePostgres(`${folder}-pg`)
  const db = new pg.Client({ connectionString: postgres.url })
  const total: RetentionKills = { kills: 0, erased: 0, wrong: [] }
  try {
    await migrate(postgres.url, 'kill-only')
    mkdirSync(folder, { recursive: true })
    Object.assign(process.env, {
      DATABASE_APP_URL: appUrl(postgres.url, 'kill-only'), DATABASE_JOBS_URL: jobsUrl(postgres.url, 'kill-only'), FIELD_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', NEXTAUTH_SECRET: 'a secret that is long enough for the kills',
      PUBLIC_URL: 'https://indgang.example', LOG_LEVEL: 'silent', ARCHIVE_DIR: `${folder}/archive`, AUDIT_ANCHOR_DIR: `${folder}/anchors`,
    })
    await db.connect()
    await oldLog(db)
    while (total.kills < kills) {
      await propose(db, total.kills)
      await underFire(db, kills, random, total)
      total.wrong.push(...(await halfDone(db)), ...(await accounts(db, folder)))
      if (total.wrong.length > 0) break
    }
    total.erased = (await db.query('SELECT count(*)::int AS n FROM retention_tombstone')).rows[0].n
    total.wrong.push(...(await sealsWrong()))
    return total
  } finally {
    const { closeDatabase } = await import('@/lib/platform/db')
    await closeDatabase()
    await db.end()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
    process.env = before
  }
}

/** Eighteen months of a log that is over its period, sealed as the job seals it. */
async function oldLog(db: pg.Client): Promise<void> {
  const { sealLog } = await import('@/lib/audit/seals/jobs')
  for (let month = 0; month < 18; month++) {
    const at = new Date(Date.UTC(2018, month, 14, 10))
    await db.query("INSERT INTO audit_event (at, kind, action) SELECT $1, 'MACHINE', 'test.old' FROM generate_series(1, 200)", [at])
    await sealLog(undefined, () => new Date(+at + 60_000))(null, new AbortController().signal)
  }
}

/** A list two people agreed to: attempts, whole people, and on the first round the log. */
async function propose(db: pg.Client, nth: number): Promise<void> {
  const user = async (email: string) => {
    await db.query("INSERT INTO app_user (email, name) VALUES ($1, 'Prøve') ON CONFLICT DO NOTHING", [email])
    return (await db.query<{ id: string }>('SELECT id FROM app_user WHERE email = $1', [email])).rows[0]?.id
  }
  const [officer, manager] = [await user('dpo@kill.invalid'), await user('leder@kill.invalid')]
  await db.query("INSERT INTO retention_rule (kind, length, unit, source, active, archive) VALUES ('attempt', 5, 'YEAR', 'Prøve', true, true), ('person', 5, 'YEAR', 'Prøve', true, true), ('audit_log', 5, 'YEAR', 'Prøve', true, false) ON CONFLICT DO NOTHING")
  const people = (died: string | null, n: number) => db.query<{ id: string }>("INSERT INTO person (first_name, last_name, registered_on, source, digital_post, died_on, updated_at) SELECT 'Prøve ' || n, $2, '2010-01-01', 'test', 'EXEMPT', $1::date, now() FROM generate_series(1, $3) n RETURNING id", [died, `Prøvesen ${nth}`, n])
  const [living, dead] = [(await people(null, 1)).rows, (await people('2015-05-05', PEOPLE)).rows]
  await db.query("INSERT INTO attempt (person_id, channel, outcome, happened_on, recorded_by, note) SELECT $1, 'PHONE', 'NOT_REACHED', '2018-06-01', $2, 'Notat ' || n FROM generate_series(1, $3) n", [living[0]?.id, officer, ATTEMPTS])
  await db.query("INSERT INTO contact_point (person_id, kind, value, allowed, from_day, source) SELECT p, 'PHONE', '20123456', true, '2012-01-01', 'test' FROM unnest($1::uuid[]) p", [dead.map(({ id }) => id)])
  const { rows } = await db.query<{ id: string }>("INSERT INTO retention_run (as_of, proposed_by, approved_by, approved_at, state) VALUES (current_date, $1, $2, now(), 'APPROVED') RETURNING id", [officer, manager])
  await db.query(`INSERT INTO retention_item (run_id, kind, row_key, person_id, anchor_on, due_on, archive)
    SELECT $1, c.kind, c.row_key, c.person_id, c.anchor_on, (c.anchor_on + interval '5 years')::date, c.kind <> 'audit_log' FROM access.retention_candidates() c
    WHERE c.kind IN ('attempt', 'person', 'audit_log') AND c.anchor_on + interval '5 years' < current_date ORDER BY c.kind <> 'audit_log', CASE c.kind WHEN 'audit_log' THEN c.row_key::text ELSE md5(c.row_key::text) END`, [rows[0]?.id])
}

const done = async (db: pg.Client) => (await db.query("SELECT 1 FROM retention_run WHERE state = 'APPROVED'")).rowCount === 0

async function underFire(db: pg.Client, kills: number, random: Random, total: RetentionKills): Promise<void> {
  for (const giveUp = Date.now() + 180_000; !(await done(db)); ) {
    if (Date.now() > giveUp) return void total.wrong.push('a run was not finished in three minutes')
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/faults/retention-worker.ts'], { stdio: ['ignore', 'pipe', 'ignore'], env: process.env })
    await new Promise((ready) => child.stdout?.once('data', ready))
    if (total.kills < kills) await pause(random.next() * LONGEST_LIFE_MS)
    else while (!(await done(db)) && Date.now() < giveUp) await pause(200)
    const unfinished = !(await done(db))
    await killed(child)
    if (!unfinished) continue
    total.kills++
    total.wrong.push(...(await halfDone(db)))
  }
}

function killed(child: ChildProcess): Promise<unknown> {
  const gone = new Promise((exit) => child.once('exit', exit))
  child.kill('SIGKILL')
  return gone
}

/** Records of the list that are neither as they were nor gone with all that belongs to them. */
async function halfDone(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ what: string }>(`
    WITH item AS (SELECT i.*, EXISTS (SELECT 1 FROM retention_tombstone t WHERE t.kind = i.kind AND t.row_key = i.row_key) AS stone,
      CASE i.kind WHEN 'attempt' THEN EXISTS (SELECT 1 FROM attempt a WHERE a.id = i.row_key) WHEN 'person' THEN EXISTS (SELECT 1 FROM person p WHERE p.id = i.row_key AND p.source <> 'erased')
        ELSE EXISTS (SELECT 1 FROM audit_event e JOIN audit_seal s ON e.seq <@ s.ranges::int8multirange WHERE s.no <= access.log_through(i.row_key)) END AS stands,
      i.kind = 'person' AND EXISTS (SELECT 1 FROM contact_point c WHERE c.person_id = i.row_key) AS belongings FROM retention_item i)
    SELECT kind || ' ' || row_key || ': ' || CASE WHEN (erased_at IS NOT NULL) <> stone THEN 'noted and not, ' ELSE '' END || CASE WHEN stone = stands THEN 'stone and record, ' ELSE '' END || CASE WHEN kind = 'person' AND stands <> belongings THEN 'half a person, ' ELSE '' END
      || CASE WHEN erased_at IS NOT NULL AND archive AND receipt IS NULL THEN 'gone without a receipt' ELSE '' END AS what
    FROM item WHERE (erased_at IS NOT NULL) <> stone OR stone = stands OR (kind = 'person' AND stands <> belongings) OR (erased_at IS NOT NULL AND archive AND receipt IS NULL) LIMIT 5`)
  return rows.map(({ what }) => what)
}

/** At the end of a run: every record once in the archive and once in the ledger, and nobody else. */
async function accounts(db: pg.Client, folder: string): Promise<string[]> {
  const { ledgerFolder } = await import('@/lib/oversight/retention/places')
  const { rows } = await db.query<{ id: string; row_key: string; receipt: string | null }>('SELECT id, row_key, receipt FROM retention_tombstone')
  const { lines, broken } = await ledgerFolder().read()
  const archived = readdirSync(`${folder}/archive`).filter((name) => name.endsWith('.json')).flatMap((name) => (JSON.parse(readFileSync(`${folder}/archive/${name}`, 'utf8')) as { records: { key: string; record: unknown }[] }).records)
  const [left] = (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM retention_item WHERE erased_at IS NULL AND skipped IS NULL')).rows
  const same = (a: string[], b: string[]) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
  return [
    ...(broken > 0 ? [`${broken} broken lines in the ledger`] : []), ...(left?.n ? [`${left.n} records were passed over`] : []),
    ...(same(lines.map(({ id }) => id), rows.map(({ id }) => id)) ? [] : [`${lines.length} lines for ${rows.length} tombstones`]),
    ...(same(archived.filter(({ record }) => record !== null).map(({ key }) => key), rows.filter(({ receipt }) => receipt !== null).map(({ row_key }) => row_key)) ? [] : ['the archive holds something else than was erased']),
  ]
}

async function sealsWrong(): Promise<string[]> {
  const { verifyLog } = await import('@/lib/audit/seals/verify')
  const { anchorFolder } = await import('@/lib/audit/seals/anchor')
  const { sealLog } = await import('@/lib/audit/seals/jobs')
  const { transaction } = await import('@/lib/platform/db')
  await sealLog()(null, new AbortController().signal)
  return (await transaction({ role: 'worker' }, (tx) => verifyLog(tx, anchorFolder()), 60_000)).problems.map((problem) => JSON.stringify(problem))
}
