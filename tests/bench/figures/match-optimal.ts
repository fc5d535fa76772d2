import { barriers, type Helping, places, questions, type Wanting } from '@/lib/volunteering/matching/rules'
import { oneAtATime, type Option, type Pairs, type Room, type Sum, sumOf } from '@/lib/volunteering/matching/plan/rules'
import { bestPlan } from '@/lib/volunteering/matching/plan/solver'
import { score } from '@/lib/volunteering/matching/score/rules'
import { randomFrom } from '@/tests/support/random'
import { TODAY, world, type World } from '@/tests/support/matching'
import type { Figure } from './figure'

const SMALL_WORLDS = 2000
const SIDE = 300
const SECONDS = 5

function optionsOf({ waiting, helpers, between }: World): { options: Option[]; room: Room } {
  const open = (one: Wanting, other: Helping) => barriers(one, other, between(one, other)).length === 0
  const options = waiting.flatMap((one) => helpers.filter((other) => open(one, other)).map((other) => ({ wanting: one.id, helping: other.id, score: score(one, other, TODAY).total })))
  return { options, room: new Map(helpers.map((one) => [one.id, Math.min(places(one), questions(one))])) }
}
const turnOf = ({ waiting }: World) => waiting.toSorted((a, b) => a.since.localeCompare(b.since) || a.id.localeCompare(b.id)).map(({ id }) => id)

/** Every plan there is, without the solver and without its weights: as many people as can be, then the best sum. */
function everyPlan(waiting: readonly string[], options: readonly Option[], room: Room): Sum {
  const left = new Map(room)
  const go = (at: number): Sum => {
    const id = waiting[at]
    if (id === undefined) return { people: 0, total: 0 }
    let best = go(at + 1)
    for (const option of options.filter(({ wanting }) => wanting === id)) {
      const free = left.get(option.helping) ?? 0
      if (free === 0) continue
      left.set(option.helping, free - 1)
      const rest = go(at + 1)
      const all = { people: rest.people + 1, total: rest.total + option.score }
      if (all.people > best.people || (all.people === best.people && all.total > best.total + 1e-9)) best = all
      left.set(option.helping, free)
    }
    return best
  }
  const { people, total } = go(0)
  return { people, total: Math.round(total * 10) / 10 }
}
const same = (pairs: Pairs, sum: Sum) => sumOf(pairs).people === sum.people && Math.abs(sumOf(pairs).total - sum.total) < 0.05

const figure: Figure = {
  bound: `the optimum in every small world; ≤ ${SECONDS} s for ${SIDE} × ${SIDE}`,
  database: false,
  async figure({ seed, small, log }) {
    const random = randomFrom(seed)
    const worlds = small ? 200 : SMALL_WORLDS
    let [optimal, greedy, empty] = [0, 0, 0]
    const wrong: string[] = []
    for (let nth = 0; nth < worlds; nth++) {
      const of = world(seed * 1_000_003 + nth, 1 + random.int(6), 1 + random.int(6))
      const { options, room } = optionsOf(of)
      const turn = turnOf(of)
      const best = everyPlan(turn, options, room)
      if (best.people === 0) empty++
      if (same(await bestPlan(options, room), best)) optimal++
      else wrong.push(`world ${nth}`)
      if (same(oneAtATime(options, room, turn), best)) greedy++
    }
    // The hardest there is: nothing forbids anybody, and everybody has room for one to four.
    const large = world(seed, small ? 60 : SIDE, small ? 60 : SIDE)
    const options = large.waiting.flatMap((one) => large.helpers.map((other) => ({ wanting: one.id, helping: other.id, score: score(one, other, TODAY).total })))
    const room = new Map(large.helpers.map(({ id }) => [id, 1 + random.int(4)]))
    const began = performance.now()
    const plan = await bestPlan(options, room)
    const seconds = (performance.now() - began) / 1000
    const [mine, theirs] = [sumOf(plan), sumOf(oneAtATime(options, room, turnOf(large)))]
    log(`${worlds} small worlds, ${empty} of them with nothing to plan; the best one at a time finds the optimum in ${greedy}`)
    log(`${large.waiting.length} × ${large.helpers.length}, ${options.length} pairs: ${mine.people} people and ${mine.total} points in ${seconds.toFixed(2)} s; one at a time ${theirs.people} and ${theirs.total}`)
    const ahead = mine.people > theirs.people || (mine.people === theirs.people && mine.total >= theirs.total)
    return { value: `${optimal} of ${worlds} optimal; ${seconds.toFixed(2)} s`, ok: optimal === worlds && empty < worlds / 2 && ahead && seconds <= SECONDS, details: wrong.slice(0, 20) }
  },
}
export default figure
