import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { Ground } from '@/tests/probes/ground'
import type { Numbers } from '@/tests/probes/numbers'
import type { Figure, FigureOptions, FigureResult } from './figure'

const SPOOL = `.indgang/log-clean-spool-${process.pid}`
const WANTED = 10_000

export type Heard = { worker: string; mails: () => string[]; database: () => string }

/** Columns of the files sent in, and on to the worker: it reads, judges and stores rows that hold numbers. */
async function workFiles(ground: Ground): Promise<number> {
  const { builtActions } = await import('@/tests/probes/action-list')
  const { scripted } = await import('@/tests/probes/action-forms')
  const { headersOf, standing } = await import('@/tests/probes/action-probes')
  const { subjects } = await import('@/tests/probes/people')
  const colleague = subjects.find(({ key }) => key === 'colleague')!
  const press = async (name: string, fields: [string, string][]) => {
    const action = builtActions().find((one) => one.name.endsWith(` ${name}`))!
    await ground.send(scripted(action, [['submission', randomUUID()], ...fields], headersOf(ground, colleague), standing(colleague)))
  }
  const batches = async (state: string) => (await ground.db.query<{ id: string; version: number }>('SELECT id, version FROM import_batch WHERE state = $1 AND created_by = $2 AND id <> $3', [state, ground.world.users.colleague, ground.world.batch])).rows
  const uploaded = await batches('UPLOADED')
  for (const { id } of uploaded) await press('saveColumns', [['batch', id], ['complete', 'no'], ['column.cpr', '0'], ['column.firstName', '1'], ['column.lastName', '2']])
  for (let tries = 0; tries < 40 && (await batches('PREVIEWING')).length > 0; tries++) await new Promise((done) => setTimeout(done, 500))
  for (const { id, version } of await batches('PREVIEWED')) await press('confirmImport', [['batch', id], ['version', String(version)]])
  for (let tries = 0; tries < 20 && (await batches('CONFIRMING')).length > 0; tries++) await new Promise((done) => setTimeout(done, 500))
  return uploaded.length
}

/** One after the other: everything in order, then with tables that refuse, then with pages that fail. */
async function measure(ground: Ground, numbers: Numbers, { small, log }: FigureOptions) {
  const { inAddresses, inBroken, inFiles, inForms, spill, tooLarge } = await import('@/tests/probes/spills')
  const { breakPages, breakTables } = await import('@/tests/probes/sinks')
  const wrong = new Set<string>()
  const statuses: string[] = []
  const rounds = small ? 1 : 2
  const run = async (what: string, spills: Parameters<typeof spill>[2]) => {
    const before = numbers.given
    // Searches that find nobody are stopped after a while: what comes behind that is to be reached as well.
    await ground.db.query('DELETE FROM access.rate_limit')
    const answers = await spill(ground, numbers, small && !what.startsWith('files') ? spills.filter((_, at) => at % 6 === 0) : spills, wrong)
    statuses.push(`${what}: ${[...answers].map(([status, n]) => `${status} × ${n}`).join(', ')}`)
    log(`${statuses.at(-1)} (${before} numbers)`)
  }
  await run('forms', inForms(ground, numbers, rounds))
  await run('addresses', inAddresses(ground, numbers, rounds))
  await run('bodies', [...inBroken(ground, numbers, rounds * 6), tooLarge(ground, numbers)])
  await run('files', inFiles(ground, numbers, rounds * 2))
  const files = await workFiles(ground)
  await run('files before refusing tables', inFiles(ground, numbers, rounds))
  const mend = await breakTables(ground.db)
  await run('forms, tables refuse', inForms(ground, numbers, rounds))
  await run('files, tables refuse', inFiles(ground, numbers, rounds))
  await workFiles(ground)
  await mend()
  const quoted = Array.from({ length: 200 }, () => numbers.digits())
  for (const one of quoted) numbers.quoted.add(one)
  const restore = await breakPages(ground.db, quoted, Array.from({ length: 200 }, () => numbers.digits()))
  await run('addresses, pages fail', inAddresses(ground, numbers, rounds))
  await run('forms, pages fail', inForms(ground, numbers, 1))
  await run('people, pages fail', await everyPage(ground))
  await restore()
  return { wrong, statuses, files }
}

/** Every page about everybody as it stands: what is thrown there is thrown while a page is made. */
async function everyPage(ground: Ground) {
  const { ask, surfaces } = await import('@/tests/probes/surfaces')
  return surfaces(ground).filter(({ subject }) => ['colleague', 'officer'].includes(subject.key)).filter((_, at) => at % 3 === 0).map((surface) => ({ what: `page ${surface.route.path}`, subject: surface.subject, probe: ask(ground, surface, 'page') }))
}

async function found(ground: Ground, numbers: Numbers, heard: Heard): Promise<string[]> {
  const { tablesBeside } = await import('@/tests/probes/sinks')
  const heads = heard.mails().map((mail) => mail.split(/\r?\n\r?\n/)[0] ?? '').join('\n')
  const ownLog = heard.database()
  if (!ownLog.includes('ERROR')) throw new Error('PostgreSQL wrote nothing down: its log cannot be judged')
  const places = [{ name: 'web log', text: ground.heard() }, { name: 'worker log', text: heard.worker }, { name: 'mail heads', text: heads }, ...(await tablesBeside(ground.db))]
  const all = [...places.map(({ name, text }) => ({ name, text, hits: numbers.find(text) })), { name: 'PostgreSQL log', text: ownLog, hits: numbers.find(ownLog).filter((one) => !numbers.quoted.has(one)) }]
  return all.filter(({ hits }) => hits.length > 0).map(({ name, hits, text }) => `${name}: ${hits.length}, as ${around(text, hits[0] ?? '')}`)
}

function around(text: string, digits: string): string {
  const at = text.search(new RegExp(`${digits.slice(0, 6)}.{0,12}?${digits.slice(6)}`))
  return JSON.stringify(text.slice(Math.max(0, at - 200), at + 60))
}

/** On a ground that is there, with a worker and a mail server beside it that are listened to. */
export async function onGround(ground: Ground, heard: Heard, options: FigureOptions): Promise<FigureResult> {
  const { Numbers } = await import('@/tests/probes/numbers')
  const numbers = new Numbers(options.seed)
  const { wrong, statuses, files } = await measure(ground, numbers, options)
  await new Promise((done) => setTimeout(done, 3000))
  const places = [...(await found(ground, numbers, heard)), ...wrong]
  const powerless = files === 0 ? ['no file was taken in'] : options.small || heard.worker.includes('job.failed') ? [] : ['no job failed']
  return {
    value: `${places.length} places with one of ${numbers.given} numbers`,
    ok: places.length + powerless.length === 0 && (options.small || numbers.given >= WANTED),
    details: [...statuses, `${ground.heard().length} characters of web log, ${heard.worker.length} of worker log, ${heard.mails().length} mails`, ...powerless.map((one) => `proves nothing: ${one}`), ...places],
  }
}

const figure: Figure = {
  bound: '0 found of ≥ 10,000',
  database: true,
  async figure(options) {
    const { breakGround } = await import('@/tests/probes/ground')
    const { startWorkerProcess } = await import('@/tests/probes/sinks')
    const { mailServer } = await import('@/tests/support/mail-server')
    const mailbox = await mailServer()
    const environment = { SMTP_URL: mailbox.url, SPOOL_DIR: SPOOL, LOG_LEVEL: 'debug' }
    const ground = await breakGround(options.ownerUrl, environment)
    const heard: Heard = { worker: '', mails: () => mailbox.raw, database: options.databaseLog }
    const worker = await startWorkerProcess(environment, (text) => void (heard.worker += text))
    try {
      return await onGround(ground, heard, options)
    } finally {
      worker.kill('SIGTERM')
      await ground.stop()
      await mailbox.stop()
      rmSync(SPOOL, { recursive: true, force: true })
    }
  },
}
export default figure
