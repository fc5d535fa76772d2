import { rmSync } from 'node:fs'
import type { Ground } from '@/tests/probes/ground'
import type { Visit } from '@/tests/probes/visits'
import { randomFrom } from '../letters-data'
import type { Figure, FigureOptions, FigureResult } from './figure'

const SPOOL = `.indgang/canary-spool-${process.pid}`
/** In the small version: so many addresses of each subject, and no letters, mails or browser. */
const SMALL = 25

type Tally = { seen: Map<string, number>; forbidden: Map<string, string[]>; count: number; faults: string[] }

/** Looks at one answer. `columns` seen and allowed are kept: a page that shows nothing proves nothing. */
function judged(ground: Ground, tally: Tally, allowed: typeof import('@/tests/probes/fields').allowed, nameOf: (id: string) => string) {
  return ({ surface: { route, subject, address }, manner, found, answer }: Visit) => {
    tally.count++
    if (answer.status >= 500) tally.faults.push(`${subject.key} ${manner} ${address} answers ${answer.status}`)
    for (const planted of found) {
      const dataClass = ground.world.planter.classOf(planted.table, planted.column)
      const key = `${route.path} ${planted.table}.${planted.column}`
      if (allowed(route, subject, planted, dataClass)) tally.seen.set(key, (tally.seen.get(key) ?? 0) + 1)
      else tally.forbidden.set(key, [...(tally.forbidden.get(key) ?? []), `${subject.key} ${manner} of ${nameOf(planted.person)}`])
    }
  }
}

/** Letters, mails and the calendar, through real channels; then the queue and the log of whoever sent them. */
async function outgoing(ground: Ground, mailbox: { raw: string[] }, log: (line: string) => void): Promise<{ count: number; wrong: string[]; kinds: string }> {
  const { calendar, ready, sendLetters, sendMails, spooled, wrongIn } = await import('@/tests/probes/outgoing')
  await ready(ground)
  await sendMails(ground, () => mailbox.raw.length)
  await sendLetters(ground)
  const left = [...mailbox.raw.map((text, at) => ({ what: `mail ${at + 1}`, kind: 'mail' as const, text: decoded(text) })), await calendar(ground), ...(await spooled(SPOOL))]
  const found = left.map((one) => ({ one, found: ground.world.planter.find(one.text) }))
  const kinds = ['mail', 'memo', 'print', 'list', 'calendar'].map((kind) => `${kind} ${left.filter((one) => one.kind === kind).length} (${new Set(found.filter(({ one }) => one.kind === kind).flatMap(({ found }) => found.map(({ person }) => person))).size} of ours)`)
  log(kinds.join(', '))
  const jobs = (await ground.db.query<{ data: string }>("SELECT coalesce(data::text, '') || coalesce(output::text, '') AS data FROM pgboss.job")).rows.map(({ data }) => data).join('\n')
  const queue = ground.world.planter.find(jobs).map(({ table, column }) => `queue: ${table}.${column}`)
  return { count: left.length, wrong: [...found.flatMap(({ one, found: words }) => wrongIn(one, words)), ...queue], kinds: kinds.join(', ') }
}

/** A mail's text as it is read: soft line ends joined, parts in base64 opened. */
function decoded(mail: string): string {
  const parts = [...mail.matchAll(/base64\r?\n(?:[\w-]+:.*\r?\n)*\r?\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, text = '']) => Buffer.from(text, 'base64').toString())
  return [mail.replace(/=\r?\n/g, ''), ...parts].join('\n')
}

async function measure(ground: Ground, mailbox: { raw: string[] }, { log, small, seed }: FigureOptions) {
  const { searches, surfaces } = await import('@/tests/probes/surfaces')
  const { visitAll, Visitor } = await import('@/tests/probes/visits')
  const { allowed, byReferral, EVERYTHING, shows } = await import('@/tests/probes/fields')
  const { palette } = await import('@/tests/probes/palette')
  const { subjects, targets } = await import('@/tests/probes/people')
  const tally: Tally = { seen: new Map(), forbidden: new Map(), count: 0, faults: [] }
  const each = judged(ground, tally, allowed, (id) => targets.find((one) => one.id === id)?.key ?? 'nobody')
  if (!small) await (await import('@/tests/probes/shown')).plantShown(ground)
  const left = small ? { count: 0, wrong: [], kinds: '' } : await outgoing(ground, mailbox, log)
  const random = randomFrom(seed)
  const every = [...(await searches(ground)), ...surfaces(ground)]
  const all = small ? subjects.flatMap((subject) => every.filter((one) => one.subject === subject).map((one) => ({ one, by: random() })).sort((a, b) => a.by - b.by).slice(0, SMALL).map(({ one }) => one)) : every
  await visitAll(ground, all, each, log, !small)
  for (const { surface, probe } of palette(ground, ['Zq0', '6101', 'Zq00', ''])) each(await (await Visitor.of(ground, surface.subject)).visit(surface, 'page', probe))
  const { browserKeeps } = await import('@/tests/probes/browser')
  const browser = small ? { pages: 0, found: [] } : await browserKeeps(ground, all, 40)
  const unseen = small ? [] : [...Object.entries(shows), ...Object.entries(byReferral)].flatMap(([path, columns]) => columns.filter((column) => column !== EVERYTHING && !tally.seen.has(`${path} ${column}`)).map((column) => `${path} ${column}`))
  return { tally, left, browser, unseen, logged: ground.world.planter.find(ground.heard()) }
}

/** On a ground that is there: what of the markers stood where. */
export async function onGround(ground: Ground, mailbox: { raw: string[] }, options: FigureOptions): Promise<FigureResult> {
  const { tally, left, browser, unseen, logged } = await measure(ground, mailbox, options)
  const forbidden = [...[...tally.forbidden].map(([key, all]) => `${all.length} × ${key}: ${[...new Set(all)].slice(0, 6).join(', ')}`), ...left.wrong, ...browser.found.map(({ where, table, column }) => `browser ${where}: ${table}.${column}`), ...logged.map(({ table, column }) => `server log: ${table}.${column}`)]
  const markers = ground.world.planter.planted.length
  return {
    value: `${forbidden.length} forbidden; ${markers} markers, ${tally.count} answers, ${left.count} things sent, ${browser.pages} pages in a browser`,
    ok: forbidden.length + unseen.length + tally.faults.length === 0 && tally.seen.size > (options.small ? 20 : 100),
    details: [`seen where they may be: ${tally.seen.size} columns by route`, left.kinds, ...unseen.map((one) => `proves nothing, never seen: ${one}`), ...tally.faults.slice(0, 20), ...forbidden.slice(0, 60)],
  }
}

const figure: Figure = {
  bound: '0 forbidden',
  database: true,
  async figure(options) {
    const { breakGround } = await import('@/tests/probes/ground')
    const { mailServer } = await import('@/tests/support/mail-server')
    rmSync(SPOOL, { recursive: true, force: true })
    const mailbox = await mailServer()
    const ground = await breakGround(options.ownerUrl, { JOBS: options.small ? 'worker' : 'inline', SMTP_URL: mailbox.url, SPOOL_DIR: SPOOL, RUN_DELAY_SECONDS: '0' })
    try {
      return await onGround(ground, mailbox, options)
    } finally {
      await ground.stop()
      await mailbox.stop()
      rmSync(SPOOL, { recursive: true, force: true })
    }
  },
}
export default figure
