import { spawn, type ChildProcess } from 'node:child_process'
import type pg from 'pg'

/** What stands beside the data and is read by whoever looks after the machine: jobs, their results, the trail, what was answered to a form. */
export async function tablesBeside(db: pg.Client): Promise<{ name: string; text: string }[]> {
  const read = async (name: string, what = 't') => ({ name, text: (await db.query<{ text: string }>(`SELECT coalesce(string_agg(${what}::text, E'\\n'), '') AS text FROM ${name} t`)).rows[0]?.text ?? '' })
  return Promise.all([
    read('pgboss.job', "(coalesce(t.data::text, '') || coalesce(t.output::text, ''))"), read('job_run'), read('submission'), read('outbox_message', "(t.subject || coalesce(t.receipt, '') || coalesce(t.error_code, ''))"),
    read('audit_event', "concat(t.action, ' ', t.route, ' ', t.purpose, ' ', t.details)"), read('stored_file', 't.name'),
  ])
}

/** A worker process of its own, and all it says. */
export async function startWorkerProcess(environment: Record<string, string>, heard: (text: string) => void): Promise<ChildProcess> {
  const child = spawn('node_modules/.bin/tsx', ['scripts/worker.ts'], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { said += chunk.toString(); heard(chunk.toString()) })
  for (const giveUp = Date.now() + 60_000; !said.includes('jobs.started'); await new Promise((done) => setTimeout(done, 100))) {
    if (child.exitCode !== null || Date.now() > giveUp) throw new Error(`The worker did not start: ${said.slice(-400)}`)
  }
  return child
}

const spared = ['session', '_prisma_migrations', 'audit_event', 'audit_subject', 'submission', 'job_run']

/** No table takes a row any more, and the refusal quotes the whole row: what a full disk, a broken rule or a bad release looks like. */
export async function breakTables(db: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await db.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)", [spared])
  for (const { name } of rows) await db.query(`ALTER TABLE "${name}" ADD CONSTRAINT probe_takes_nothing CHECK (false) NOT VALID`)
  return async () => {
    for (const { name } of rows) await db.query(`ALTER TABLE "${name}" DROP CONSTRAINT probe_takes_nothing`)
  }
}

/** Every page that shows anybody fails, with words of the register in the error: in its message, and in its details. */
export async function breakPages(db: pg.Client, inMessage: readonly string[], inDetail: readonly string[]): Promise<() => Promise<void>> {
  await db.query(`CREATE FUNCTION probe_fails() RETURNS trigger LANGUAGE plpgsql AS $f$ DECLARE a text[] := '{${inMessage.join(',')}}'; b text[] := '{${inDetail.join(',')}}';
    BEGIN RAISE EXCEPTION 'Nothing is stored for %', a[1 + floor(random() * cardinality(a))::int] USING DETAIL = 'Key (cpr)=(' || b[1 + floor(random() * cardinality(b))::int] || ') already exists.'; END $f$`)
  await db.query('CREATE TRIGGER a_probe_fails BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION probe_fails()')
  return async () => void (await db.query('DROP FUNCTION probe_fails() CASCADE'))
}
