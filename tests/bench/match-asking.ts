import type pg from 'pg'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Actor } from '@/lib/access/permissions'
import { addDays, dayToDb } from '@/lib/platform/day'
import { plantMatching, type PlantedMatching } from '@/tests/support/matching-rows'
import { type Random, randomFrom } from '@/tests/support/random'

/** How many of each were tried, and what became of them. */
export type Tally = { tried: number; asked: number; refused: number; accepted: number; started: number; held: number; faults: string[] }
type Pair = { request: string; volunteer: string }
const AT_ONCE = 3

function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const mine = [...all]
  for (let at = mine.length - 1; at > 0; at--) {
    const other = random.int(at + 1)
    ;[mine[at], mine[other]] = [mine[other] as T, mine[at] as T]
  }
  return mine
}
async function few<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await run(one)
  }))
}

/** One world in the database: two leads ask for every pair there is, each in an order of their own and several at the same moment; then both say yes for all that were asked, something changes, and both begin. */
export async function askWorld(db: PrismaClient, client: pg.Client, leads: readonly [Actor, Actor], unit: string, seed: number, side: number): Promise<Tally> {
  const { askEach } = await import('@/lib/volunteering/matching/plan/writes')
  const { startMatch } = await import('@/lib/volunteering/matching/asking/writes')
  const { transactionOver } = await import('@/lib/platform/db')
  const { Refused } = await import('@/lib/access/refused')
  const { today } = await import('@/lib/platform/clock')
  const random = randomFrom(seed)
  const day = today()
  const world = await plantMatching(db, { unit, by: leads[0].userId }, { seed, people: side, volunteers: side })
  const pairs: Pair[] = world.waiting.flatMap(({ request }) => world.helpers.map(({ id }) => ({ request, volunteer: id })))
  const tally: Tally = { tried: 0, asked: 0, refused: 0, accepted: 0, started: 0, held: 0, faults: [] }
  await Promise.all(leads.map((lead, at) => few(shuffled(randomFrom(seed * 7 + at), pairs), async ({ request, volunteer }) => {
    tally.tried++
    const { asked } = await askEach(lead, [{ requestId: request, volunteerId: volunteer }], day)
    tally[asked.length > 0 ? 'asked' : 'refused']++
  })))
  const standing = await standingPairs(client, world)
  tally.faults.push(...faultsOf(world, standing, new Map()))

  // Everybody says yes; then of some the room, the papers or the wish to go on is gone before the match begins.
  await client.query(`INSERT INTO volunteer_answer (request_id, volunteer_id, person_id, number, side, yes, how, fields, wording) SELECT s.request_id, s.volunteer_id, s.person_id, s.number, side, true, 'link', CASE side WHEN 'person' THEN ARRAY['contact'] END, CASE side WHEN 'person' THEN 'Vi må fortælle den frivillige dit navn.' END
    FROM volunteer_pair_step s CROSS JOIN unnest(ARRAY['volunteer', 'person']) AS side WHERE s.step = 'asked' AND s.request_id = ANY ($1::uuid[]) ON CONFLICT DO NOTHING`, [world.waiting.map(({ request }) => request)])
  const gone = new Map<string, string>()
  for (const { id } of world.helpers) {
    const what = random.int(6)
    if (what === 0) { gone.set(id, 'has no room left'); await client.query('UPDATE volunteer SET capacity = (SELECT count(*) FROM volunteer_match m WHERE m.volunteer_id = volunteer.id) WHERE id = $1', [id]) }
    if (what === 1) { gone.set(id, 'has a paper that ran out'); await client.query("UPDATE volunteer_paper SET expires_on = $2 WHERE volunteer_id = $1 AND kind_code = 'criminal-record'", [id, dayToDb(addDays(day, -1))]) }
    if (what === 2) { gone.set(id, 'has paused'); await client.query("INSERT INTO volunteer_step (volunteer_id, number, step, on_day, until_day, recorded_by) VALUES ($1, 2, 'paused', $2, $3, $4)", [id, dayToDb(day), dayToDb(addDays(day, 9)), leads[0].userId]) }
  }
  tally.accepted = standing.length
  await Promise.all(leads.map((lead, at) => few(shuffled(randomFrom(seed * 13 + at), standing), async ({ request, volunteer }) => {
    await transactionOver({ role: 'app', token: lead.token }, (tx) => startMatch(tx, request, volunteer, day)).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
    })
  })))
  const { rows } = await client.query<Pair>('SELECT m.request_id AS request, m.volunteer_id AS volunteer FROM volunteer_match m WHERE m.request_id = ANY ($1::uuid[])', [world.waiting.map(({ request }) => request)])
  tally.started = rows.length
  tally.held = standing.length - rows.length
  tally.faults.push(...faultsOf(world, rows, gone))
  return tally
}

async function standingPairs(client: pg.Client, { waiting }: PlantedMatching): Promise<Pair[]> {
  const { rows } = await client.query<Pair>(`SELECT n.request_id AS request, n.volunteer_id AS volunteer FROM (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.* FROM volunteer_pair_step s ORDER BY s.request_id, s.volunteer_id, s.number DESC) n
    WHERE n.step = 'asked' AND n.request_id = ANY ($1::uuid[])`, [waiting.map(({ request }) => request)])
  return rows
}

/** What was planted, held against what stands in the tables: nothing of the product is asked. */
function faultsOf({ waiting, helpers, close, refused, matched, running }: PlantedMatching, pairs: readonly Pair[], gone: ReadonlyMap<string, string>): string[] {
  const faults: string[] = []
  for (const { request, volunteer } of pairs) {
    const [one, other, key] = [waiting.find((each) => each.request === request), helpers.find(({ id }) => id === volunteer), `${request} ${volunteer}`]
    if (!one || !other) { faults.push('a pair nobody planted'); continue }
    if (!one.known) faults.push('somebody who may not be known')
    if (close.has(key)) faults.push('two who are close')
    if (refused.has(key)) faults.push('two who were turned down')
    if (matched.has(key)) faults.push('two who have each other')
    if (!other.roles.includes(one.role)) faults.push('another role')
    if (!other.active || !other.cleared) faults.push('a volunteer who is not ready')
    if (other.lapsed) faults.push('a lapsed agreement')
    if (gone.has(volunteer)) faults.push(`a volunteer who ${gone.get(volunteer)}`)
  }
  for (const [id, mine] of Map.groupBy(pairs, ({ volunteer }) => volunteer)) {
    const other = helpers.find((helper) => helper.id === id)
    if (other && (running.get(id) ?? 0) + mine.length > other.capacity) faults.push('more than there is room for')
    if (other && other.monthly !== null && mine.length > other.monthly) faults.push('more questions than were agreed')
  }
  for (const [, mine] of Map.groupBy(pairs, ({ request }) => request)) if (mine.length > 1) faults.push('two at once for one who waits')
  return faults
}
