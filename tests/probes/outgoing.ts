import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { formOf, scripted } from './action-forms'
import { builtActions } from './action-list'
import { headersOf, standing } from './action-probes'
import type { Ground } from './ground'
import { subjects, target, targets } from './people'
import type { Planted } from './planter'
import { wordsOf } from './words'

/** Something that left the house. `of`: whose words may stand in it. */
export type Left = { what: string; kind: 'mail' | 'memo' | 'print' | 'list' | 'calendar'; text: string }

const who = (key: string) => subjects.find((one) => one.key === key)!
const waited = async <T>(what: string, look: () => Promise<T | undefined>, seconds = 120): Promise<T> => {
  for (const giveUp = Date.now() + seconds * 1000; Date.now() < giveUp; await new Promise((done) => setTimeout(done, 200))) {
    const found = await look()
    if (found !== undefined) return found
  }
  throw new Error(`Waited in vain: ${what}`)
}

/** Presses a button of the product, and stops when it did not do its work. */
async function press(ground: Ground, name: string, subjectKey: string, ids: Record<string, string>, extra: [string, string][] = []): Promise<string> {
  const action = builtActions().find((one) => one.name.endsWith(` ${name}`))
  if (!action) throw new Error(`No action ${name} in the build`)
  const subject = who(subjectKey)
  const answer = await ground.send(scripted(action, formOf(action, ids, [['submission', randomUUID()], ...extra]), headersOf(ground, subject), standing(subject)))
  const to = answer.headers['x-action-redirect']
  if (!to && !answer.body.includes('"ok":true')) throw new Error(`${name}: ${answer.body.toString().slice(-600)}`)
  return to ?? ''
}

/** Everybody has an e-mail address and is owed a letter; some are on Digital Post. */
export async function ready(ground: Ground): Promise<void> {
  const { db, world } = ground
  for (const { id, key, past } of targets) {
    if (past === 'deleted') continue
    const value = world.planter.marker(id, 'contact_point', 'value')
    await db.query("INSERT INTO contact_point (id, person_id, kind, value, allowed, from_day, source) VALUES ($1, $2, 'EMAIL', $3, true, '2020-01-01', 'test')", [randomUUID(), id, `${value}@probe.invalid`])
    await db.query("UPDATE letter SET sent_on = '2025-01-10', sent_at = '2025-01-10' WHERE person_id = $1", [id])
    if (['second', 'secret', 'officer-kin'].includes(key)) await db.query("UPDATE person SET digital_post = 'YES' WHERE id = $1", [id])
  }
}

/** The letter of the year, made by one and released by another, through to the last file in the spool. Returns the run's id. */
export async function sendLetters(ground: Ground): Promise<string> {
  const { db } = ground
  const template = String((await db.query("SELECT id FROM letter_template WHERE code = 'yearly-letter'")).rows[0].id)
  const first = String((await db.query("SELECT id FROM letter_template WHERE code = 'first-letter'")).rows[0].id)
  await db.query("UPDATE run SET state = 'CLOSED' WHERE state NOT IN ('CLOSED', 'CANCELLED')")
  const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-')
  const monday = (8 - new Date().getUTCDay()) % 7 || 7
  const boxes = (name: string, [year = '', month = '', day = '']: string[]): [string, string][] => [[`${name}.year`, year], [`${name}.month`, month], [`${name}.day`, day]]
  await press(ground, 'createRun', 'coordinator', { templateId: template, firstTemplateId: first }, [...boxes('dueThrough', soon(40)), ...boxes('letterDate', soon(monday))])
  const run = String((await db.query('SELECT id FROM run ORDER BY frozen_at DESC LIMIT 1')).rows[0].id)
  const version = async () => String((await db.query('SELECT version FROM run WHERE id = $1', [run])).rows[0].version)
  await waited('the run to be frozen', async () => ((await db.query('SELECT population FROM run WHERE id = $1', [run])).rows[0].population === null ? undefined : true))
  await press(ground, 'reviewRun', 'coordinator', { runId: run }, [['version', await version()]])
  await press(ground, 'releaseRun', 'colleague', { runId: run }, [['version', await version()]])
  await waited('the letters to leave', async () => ((await db.query('SELECT state FROM run WHERE id = $1', [run])).rows[0].state === 'SENT' ? true : undefined), 300)
  return run
}

/** Invitations to an event, and a talk that is booked and called off: each sends mail. */
export async function sendMails(ground: Ground, sent: () => number): Promise<void> {
  const { db, world } = ground
  await press(ground, 'sendInvitations', 'coordinator', { eventId: world.events[0] })
  for (const key of ['ordinary', 'secret', 'shielded']) {
    const talk = world.rows.get('talk')?.get(key)
    await press(ground, 'cancelTalkByStaff', 'colleague', { talkId: String(talk?.id) })
    await press(ground, 'bookTalk', 'colleague', { personId: target(key).id, slotId: String(talk?.slot_id) })
  }
  await waited('the mails to leave', async () => ((await db.query("SELECT count(*)::int AS n FROM outbox_message WHERE state IN ('QUEUED', 'SENDING')")).rows[0].n === 0 && sent() > 0 ? true : undefined))
}

/** A calendar program's view of the coordinator's talks. */
export async function calendar(ground: Ground): Promise<Left> {
  const token = randomBytes(32).toString('base64url')
  await ground.db.query('INSERT INTO calendar_feed (user_id, token_hash) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET token_hash = EXCLUDED.token_hash', [ground.world.users.coordinator, createHash('sha256').update(token).digest()])
  const answer = await ground.send({ path: `/api/calendar/${token}.ics` })
  if (!answer.body.includes('BEGIN:VEVENT')) throw new Error('The calendar holds no talk')
  return { what: 'calendar feed', kind: 'calendar', text: JSON.stringify(answer.headers) + answer.body.toString() }
}

/** What lies in the spool: messages with the letters inside them, print files, and the lists beside them. */
export async function spooled(folder: string): Promise<Left[]> {
  const left: Left[] = []
  for (const file of globSync(`${folder}/**/*.{xml,pdf,csv}`)) {
    const bytes = readFileSync(file)
    const inside = [...bytes.toString().matchAll(/<memo:content>([^<]+)</g)].map(([, base64 = '']) => Buffer.from(base64, 'base64'))
    const kind = file.endsWith('.xml') ? 'memo' : file.endsWith('.pdf') ? 'print' : 'list'
    left.push({ what: basename(file), kind, text: [basename(file), await wordsOf(bytes), ...(await Promise.all(inside.map(wordsOf)))].join('\n') })
  }
  return left
}

const letterhead = ['person.first_name', 'person.last_name', ...['care_of', 'street', 'number', 'floor', 'door', 'town'].flatMap((column) => [`address.${column}`, `protected_address.${column}`])]
/** What may leave, and on what. A message or mail to somebody holds nothing of anybody else. */
const leaves: Record<Left['kind'], readonly string[]> = {
  mail: ['contact_point.value'], memo: ['person.first_name', 'person.last_name', 'person_cpr.cipher'], print: letterhead, list: [], calendar: [],
}

export function wrongIn(left: Left, found: readonly Planted[]): string[] {
  const strange = found.filter(({ table, column }) => !leaves[left.kind].includes(`${table}.${column}`))
  const people = new Set(found.map(({ person }) => person))
  const mixed = (left.kind === 'mail' || left.kind === 'memo') && people.size > 1 ? [`${left.kind} holds words of ${people.size} people`] : []
  return [...mixed, ...strange.map(({ table, column, person }) => `${left.kind}: ${table}.${column} of ${targets.find(({ id }) => id === person)?.key}`)]
}
