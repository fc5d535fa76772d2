import type { Actor } from '@/lib/access/permissions'
import { targets, target } from '@/tests/probes/people'
import type { World } from '@/tests/probes/world'
import { cleared } from './oracle'

/**
 * A place in the product that shows a person, by the permission that opens it. `holds`: whether somebody who is reached stands there at all.
 * Where they do, exactly those stand there whose page the asker can open: list, search, count, export and detail agree.
 */
export type Surface = { name: string; permission: string; app: (actor: Actor, world: World, key: string) => Promise<boolean>; holds?: (key: string) => boolean; /** On top of reaching them. */ needs?: (asker: string, key: string) => boolean }

const id = (key: string) => target(key).id
const alive = (key: string) => target(key).past !== 'merged' && target(key).past !== 'deleted'
const row = (world: World, table: string, key: string) => String(world.rows.get(table)?.get(key)?.id ?? '019a0000-0000-7000-8000-0000deadbeef')
const paired = (key: string) => !['ordinary', 'own'].includes(key)
const lastName = new Map<string, string>()

/** Words the searches find each person by: their own last name, a marker nobody else has. */
export function nameEverybody(names: Map<string, string>): void {
  for (const [person, name] of names) lastName.set(person, name)
}
/** Everybody on a list, asked once for each who asks. */
const asked = new Map<string, Promise<readonly string[]>>()
function once(actor: Actor, what: string, ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const key = `${actor.token} ${what}`
  if (!asked.has(key)) asked.set(key, ask())
  return asked.get(key) ?? Promise.resolve([])
}
/** Everybody on the list of one's own, page by page. */
async function queued(actor: Actor): Promise<readonly string[]> {
  const { queueList } = await import('@/lib/casework/queues/queries')
  const { queueState } = await import('@/lib/casework/queues/schema')
  return (await queueList(actor, (await import('@/lib/platform/clock')).today(), queueState({}))).rows.map((row) => row.id)
}

/** The list of everybody outreach is about, page by page as it is shown. A number beside it that counts others than it shows shows nobody. */
async function listed(actor: Actor): Promise<readonly string[]> {
  const { dueList } = await import('@/lib/outreach/due/list/queries')
  const { listState } = await import('@/lib/outreach/due/list/schema')
  const today = (await import('@/lib/platform/clock')).today()
  const people: string[] = []
  for (let page = 1; ; page++) {
    const { rows, total, counts } = await dueList(actor, today, listState({ queue: 'EVERYONE', page: String(page) }), 7)
    people.push(...rows.map(({ personId }) => personId))
    if (rows.length === 0) return people.length === total && total === counts.EVERYONE ? people : []
  }
}
async function exported(actor: Actor): Promise<readonly string[]> {
  const { dueExport } = await import('@/lib/outreach/due/list/queries')
  const { listState } = await import('@/lib/outreach/due/list/schema')
  return (await dueExport(actor, (await import('@/lib/platform/clock')).today(), listState({ queue: 'EVERYONE' }))).map(({ personId }) => personId)
}
const nameOf = (key: string) => lastName.get(id(key)) ?? 'ingen'

export const surfaces: readonly Surface[] = [
  {
    name: 'page', permission: 'person.read', holds: (key) => target(key).past !== 'deleted',
    // A record that was merged away leads to the one it lives on in.
    app: async (actor, _, key) => (await (await import('@/lib/people/record/queries')).personData(actor, id(key), 'data', async () => null)) !== null,
  },
  {
    name: 'history', permission: 'person.read', holds: (key) => target(key).past !== 'deleted',
    app: async (actor, _, key) => (await (await import('@/lib/people/history/queries')).personHistory(actor, id(key), { page: 1 }, async () => null)) !== null,
  },
  {
    // Broken glass opens one address, and puts nobody into a list.
    name: 'search', permission: 'person.search', holds: (key) => alive(key) && !key.startsWith('emergency'),
    app: async (actor, _, key) => (await (await import('@/lib/people/search/queries')).quickSearch(actor, nameOf(key), 20)).some((found) => found.id === id(key)),
  },
  {
    // A filed letter shows where its reader lives.
    name: 'letter', permission: 'letter.open', holds: (key) => target(key).past !== 'deleted', needs: (asker, key) => !['P1', 'P2'].includes(target(key).protection) || cleared(asker, 'PROTECTED_ADDRESS'),
    app: async (actor, world, key) => (await (await import('@/lib/people/letters/queries')).letterFile(actor, id(key), row(world, 'letter', key))) !== null,
  },
  {
    name: 'booking', permission: 'outreach.record', holds: (key) => target(key).past !== 'deleted',
    app: async (actor, _, key) => (await (await import('@/lib/outreach/talks/queries')).booking(actor, id(key))).person !== null,
  },
  {
    // The list is of veterans.
    name: 'panel of the list', permission: 'outreach.read', holds: (key) => alive(key) && target(key).kind === 'VETERAN',
    app: async (actor, _, key) => (await (await import('@/lib/outreach/due/panel/queries')).personPanel(actor, id(key), (await import('@/lib/platform/clock')).today())) !== null,
  },
  {
    name: 'list and its count', permission: 'outreach.read', holds: (key) => alive(key) && target(key).kind === 'VETERAN',
    app: async (actor, _, key) => (await once(actor, 'list', () => listed(actor))).includes(id(key)),
  },
  {
    name: 'export of the list', permission: 'outreach.export', holds: (key) => alive(key) && target(key).kind === 'VETERAN',
    app: async (actor, _, key) => (await once(actor, 'export', () => exported(actor))).includes(id(key)),
  },
  {
    // Whom one is responsible for today. Emergencies stand where they were opened.
    name: 'own people', permission: 'contact.record', needs: (asker, key) => asker === 'caseworker' && key === 'assigned',
    app: async (actor, _, key) => (await (await import('@/lib/casework/quick-log/queries')).quickLog(actor, [], (await import('@/lib/platform/clock')).today())).own.some((one) => one.id === id(key)),
  },
  {
    name: 'queue of own people', permission: 'case.read', needs: (asker, key) => asker === 'caseworker' && key === 'assigned',
    app: async (actor, _, key) => (await once(actor, 'queue', () => queued(actor))).includes(id(key)),
  },
  {
    name: 'list of pairs', permission: 'person.merge', holds: (key) => paired(key) && alive(key),
    app: async (actor, _, key) => paired(key) && (await (await import('@/lib/people/duplicates/queries')).duplicateList(actor, { person: id(key), page: 1 })).pairs.some(({ left, right }) => left.id === id(key) || right.id === id(key)),
  },
  {
    name: 'pair', permission: 'person.merge', holds: (key) => paired(key) && alive(key),
    app: async (actor, world, key) => paired(key) && (await (await import('@/lib/people/duplicates/queries')).comparison(actor, row(world, 'duplicate_pair', key))) !== null,
  },
]

export const everybody = targets.map(({ key }) => key)
