import pg from 'pg'
import { barriers, type Between, type Helping, places, questions, type Wanting } from '@/lib/volunteering/matching/rules'
import { oneAtATime, openPairs } from '@/lib/volunteering/matching/plan/rules'
import { bestPlan } from '@/lib/volunteering/matching/plan/solver'
import { ownerClient } from '@/prisma/client'
import { TODAY, world } from '@/tests/support/matching'
import { randomFrom } from '@/tests/support/random'
import { askWorld } from '../match-asking'
import { mayNot } from '../match-oracle'
import { signedIn } from '../session'
import type { Figure } from './figure'

const WORLDS = 5000
const REAL = 24
const SIDE = 12

type Counted = { pairs: number; proposed: number; planned: number; asked: number; faults: string[] }
/** One world: what is proposed, what the plan gives, what taking the best one at a time gives, and two leads who each work through a plan that is out of date. */
async function checkWorld(seed: number, counted: Counted): Promise<void> {
  const random = randomFrom(seed)
  const { waiting, helpers, between } = world(seed, 1 + random.int(8), 1 + random.int(8))
  const known = new Map(waiting.flatMap((one) => helpers.map((other) => [`${one.id} ${other.id}`, between(one, other)] as const)))
  const lies = (one: Wanting, other: Helping): Between => known.get(`${one.id} ${other.id}`) as Between
  const { options, room } = openPairs({ waiting, helpers: () => helpers, between: lies }, TODAY)
  const [proposed, best] = [new Set(options.map(({ wanting, helping }) => `${wanting} ${helping}`)), await bestPlan(options, room)]
  for (const one of waiting) for (const other of helpers) {
    counted.pairs++
    const [why, open] = [mayNot(one, other, lies(one, other)), proposed.has(`${one.id} ${other.id}`)]
    if (open && why) counted.faults.push(`proposed although: ${why}`)
    // The other way too: a rule that forbids everybody breaks nothing.
    if (!open && !why) counted.faults.push('not proposed although nothing forbids it')
  }
  counted.proposed += proposed.size
  for (const plan of [best, oneAtATime(options, room, waiting.map(({ id }) => id))]) {
    const [has, given] = [new Map<string, number>(), new Set<string>()]
    for (const { wanting, helping } of plan) {
      const [one, other] = [waiting.find(({ id }) => id === wanting) as Wanting, helpers.find(({ id }) => id === helping) as Helping]
      const many = has.get(helping) ?? 0
      // Each is one question and one place more than the one before.
      const why = mayNot(one, { ...other, asked: other.asked + many, askedThisMonth: other.askedThisMonth + many }, lies(one, other))
      if (why || given.has(wanting)) counted.faults.push(`planned although: ${why ?? 'they have somebody in the plan already'}`)
      has.set(helping, many + 1)
      given.add(wanting)
    }
    counted.planned += plan.length
  }
  // Both hold the same old plan and ask for all of it, and for pairs at random, in turns; each is judged as it is then.
  const now = new Map(helpers.map((one) => [one.id, one]))
  const asked = new Set<string>()
  const wishes = [...best, ...best, ...waiting.map(({ id }) => ({ wanting: id, helping: random.pick(helpers).id }))]
  for (const { wanting, helping } of wishes) {
    const [one, other] = [waiting.find(({ id }) => id === wanting) as Wanting, now.get(helping) as Helping]
    if (asked.has(wanting) || barriers(one, other, lies(one, other)).length > 0) continue
    const why = mayNot(one, other, lies(one, other))
    if (why || places(other) < 1 || questions(other) < 1) counted.faults.push(`asked although: ${why}`)
    now.set(helping, { ...other, asked: other.asked + 1, askedThisMonth: other.askedThisMonth + 1 })
    asked.add(wanting)
  }
  counted.asked += asked.size
}

const figure: Figure = {
  bound: `≥ ${WORLDS} worlds: 0 proposals, plans or started matches against a hard rule, also when two ask and begin at once`,
  database: true,
  async figure({ seed, small, log, ownerUrl }) {
    const counted: Counted = { pairs: 0, proposed: 0, planned: 0, asked: 0, faults: [] }
    const worlds = small ? 500 : WORLDS
    for (let nth = 0; nth < worlds; nth++) await checkWorld(seed * 1_000_003 + nth, counted)
    log(`${worlds} generated worlds, ${counted.pairs} pairs: ${counted.proposed} proposed, ${counted.planned} planned, ${counted.asked} asked; each held against the rules written anew`)
    const [db, client] = [ownerClient(ownerUrl), new pg.Client({ connectionString: ownerUrl })]
    await client.connect()
    const total = { tried: 0, asked: 0, refused: 0, accepted: 0, started: 0, held: 0 }
    const real = small ? 3 : REAL
    try {
      const unit = String((await client.query("INSERT INTO unit (code, kind, name_da, name_en) VALUES ('frivillige-figur', 'VOLUNTEERING', 'Frivillige', 'Volunteers') RETURNING id")).rows[0].id)
      const lead = async (name: string) => {
        const { rows } = await client.query("INSERT INTO app_user (email, name, unit_id) VALUES ($1, 'Lead', $2) RETURNING id", [`${name}@test.invalid`, unit])
        await client.query("INSERT INTO role_grant (user_id, role, from_day) VALUES ($1, 'VOLUNTEER_LEAD', '2020-01-01')", [rows[0].id])
        return signedIn(client, rows[0].id)
      }
      const leads = [await lead('one'), await lead('two')] as const
      for (let nth = 0; nth < real; nth++) {
        const { faults, ...one } = await askWorld(db, client, leads, unit, seed * 101 + nth, SIDE)
        counted.faults.push(...faults.map((fault) => `in the database: ${fault}`))
        for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += one[key]
      }
    } finally {
      await client.end()
      await db.$disconnect()
    }
    log(`${real} worlds of ${SIDE} × ${SIDE} in the database, two leads at once: ${total.tried} questions tried, ${total.asked} asked, ${total.refused} refused; ${total.accepted} accepted by both sides, of which ${total.started} began and ${total.held} were held back by what had changed`)
    return { value: `${counted.faults.length} in ${worlds} + ${real} worlds`, ok: counted.faults.length === 0 && counted.proposed > worlds && total.asked > real && total.started > 0 && total.held > 0, details: [...new Set(counted.faults)].slice(0, 20) }
  },
}
export default figure
