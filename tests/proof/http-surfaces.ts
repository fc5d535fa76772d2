import { formOf, scripted } from '@/tests/probes/action-forms'
import { builtActions } from '@/tests/probes/action-list'
import { type Ground, inParallel } from '@/tests/probes/ground'
import { type Subject, subjects, target, targets } from '@/tests/probes/people'
import type { LayerCell } from './cells'
import { opened } from './http'
import { may, reaches } from './oracle'

const alive = (key: string) => target(key).past !== 'merged' && target(key).past !== 'deleted'
const staff = subjects.filter(({ email }) => email !== null)

type Ask = { subject: Subject; key: string }

/** The same people in the search, in the palette, in the file of the list and behind their own address; nobody at all in a calendar; and nobody without a reason where one is asked for. */
export async function askHttpSurfaces(ground: Ground, wanted: () => boolean = () => true): Promise<LayerCell[]> {
  const { rows } = await ground.db.query<{ id: string; name: string }>('SELECT id, last_name AS name FROM person WHERE id = ANY ($1)', [targets.map(({ id }) => id)])
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const nameOf = (key: string) => names.get(target(key).id) ?? 'Zq99999x'
  const cells: LayerCell[] = []
  const everywhere = staff.flatMap((subject) => targets.map(({ key }): Ask => ({ subject, key }))).filter(wanted)
  const over = (what: string, asks: readonly Ask[], width: number, declared: (ask: Ask) => boolean, found: (ask: Ask) => Promise<boolean>) =>
    inParallel(asks, width, async (ask) => void cells.push({ layer: 'http', asker: ask.subject.key, what, row: ask.key, declared: declared(ask), found: await found(ask) }))
  // Broken glass opens one address, and puts nobody into a list.
  const finds = ({ subject, key }: Ask) => may(subject.key, 'person.search') && reaches(subject.key, key) && alive(key) && !key.startsWith('emergency')
  await over('palette', everywhere, 6, finds, async ({ subject, key }) => {
    const answer = await ground.send({ method: 'POST', path: '/api/palette', headers: { 'content-type': 'application/json', origin: ground.address, ...ground.cookie(subject) }, body: JSON.stringify({ query: nameOf(key) }) })
    return answer.body.toString().includes(target(key).id)
  })
  const search = builtActions().find(({ name }) => name.endsWith(' searchPeople'))
  if (!search) throw new Error('The build has no search')
  await over('search', everywhere, 6, finds, async ({ subject, key }) => {
    const sent = await ground.send(scripted(search, formOf(search, {}, [['q', nameOf(key)]]), { origin: ground.address, ...ground.cookie(subject) }, '/people'))
    const at = sent.headers['x-action-redirect']?.split(';')[0]
    return at !== undefined && (await ground.send({ path: at, headers: ground.cookie(subject) })).body.toString().includes(target(key).id)
  })
  const files = new Map<string, string>()
  for (const subject of staff) files.set(subject.key, (await ground.send({ path: '/outreach/export?queue=EVERYONE', headers: ground.cookie(subject) })).body.toString())
  await over('export of the list', everywhere, 1, ({ subject, key }) => may(subject.key, 'outreach.export') && reaches(subject.key, key) && alive(key) && target(key).kind === 'VETERAN', async ({ subject, key }) => (files.get(subject.key) ?? '').includes(nameOf(key)))
  cells.push(...(await calendars(ground, nameOf)), ...(await withoutReason(ground)))
  return cells
}

/** A calendar is read by others than its owner: times and places, and not who comes. */
async function calendars(ground: Ground, nameOf: (key: string) => string): Promise<LayerCell[]> {
  const { createHash, randomBytes } = await import('node:crypto')
  const token = randomBytes(32).toString('base64url')
  await ground.db.query('INSERT INTO calendar_feed (user_id, token_hash) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash', [ground.world.users.coordinator, createHash('sha256').update(token).digest()])
  const body = (await ground.send({ path: `/api/calendar/${token}` })).body.toString()
  if (!body.includes('BEGIN:VEVENT')) throw new Error('The calendar of the coordinator holds no talk, and tells nothing')
  return targets.map(({ key, id }): LayerCell => ({ layer: 'http', asker: 'nobody', what: 'calendar feed', row: key, declared: false, found: body.includes(nameOf(key)) || body.includes(id) }))
}

/** The same person with the reasons taken back for as long as is asked: every page leads to the question. */
async function withoutReason(ground: Ground): Promise<LayerCell[]> {
  const { id } = target('explained')
  const cells: LayerCell[] = []
  for (const given of [true, false]) {
    const taken = given ? [] : (await ground.db.query<{ user_id: string }>('DELETE FROM access_reason WHERE person_id = $1 AND day = access.today() RETURNING user_id', [id])).rows
    for (const subject of staff) for (const page of ['', '/data', '/timeline', '/history']) {
      const answer = await ground.send({ path: `/people/${id}${page}`, headers: { accept: 'text/html', ...ground.cookie(subject) } })
      const asked = answer.headers.location?.includes('/reason') || answer.body.toString().includes(`/people/${id}/reason?to=`)
      cells.push({ layer: 'http', asker: subject.key, what: `/people/[personId]${page} ${given ? 'with' : 'without'} a reason`, row: 'explained', declared: given && may(subject.key, 'person.read') && reaches(subject.key, 'explained'), found: opened(answer) && !asked })
    }
    for (const { user_id } of taken) await ground.db.query("INSERT INTO access_reason (user_id, person_id, day, code) VALUES ($1, $2, access.today(), 'covering')", [user_id, id])
  }
  return cells
}
