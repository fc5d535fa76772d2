import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, diffDays } from '@/lib/platform/day'
import { type Lists, readLists } from '../../list/sql'
import type { Request } from '../candidates/sql'
import type { HardRule } from '../rules'
import { reasons, type Reasons, score } from '../score/rules'
import { oneAtATime, openPairs, planPage, type Sum, sumOf } from './rules'
import { PLAN_ROWS, type PlanTab, type PlanView } from './schema'
import { bestPlan } from './solver'
import { readWorld } from './sql'

/** One who waits and may be known: whom the plan gives them, or why nobody. */
export type PlanRow = {
  request: Pick<Request, 'id' | 'number' | 'name' | 'role'>; /** Days. */ waited: number
  given: { id: string; name: string; reasons: Reasons; /** Chosen by the citizen. */ wished: boolean } | null
  /** How many could be asked for them, whoever else needs the same. */ open: number
  closed: { rule: HardRule; count: number }[]
}
/** `asked`: of whom somebody is asked already; `untold`: who wait for a consent. Neither is in the plan. */
export type Plan = {
  /** Of the page alone. */ rows: PlanRow[]; tab: PlanTab; page: number; /** How many stand in each part. */ counts: Record<PlanTab, number>; best: Sum; oneByOne: Sum; asked: number; untold: number
  /** Names, by request, of those just asked for who may still be known: to tell what became of each. */ names: Record<string, string>; lists: Lists
}

/**
 * The best plan for everybody who waits, beside what taking the best one at a time would give: a proposal, which changes nothing. Two statements, whatever the numbers; reckoned after the connection was given back.
 * What is given back is one page of it, and the log names whom that page shows: everybody had to be read to make the plan, and of the others nobody learns a word.
 */
export async function planForAll(actor: Actor, today: Day, view: PlanView, size = PLAN_ROWS): Promise<Plan> {
  const { world, lists } = await readAs(actor, 'volunteer.match', async ({ tx }) => ({ lists: await readLists(tx), world: await readWorld(tx, today) }))
  const [told, helpers] = [world.requests.filter(({ wanting }) => wanting.consent), (role: string) => world.helpers(role).map(({ helping }) => helping)]
  const waiting = told.filter(({ id }) => !world.asked.has(id))
  const { options, room, closed } = openPairs({ waiting: waiting.map(({ wanting }) => wanting), helpers, between: world.between, wishes: world.wishes }, today)
  const best = await bestPlan(options, room, world.apart)
  const given = new Map(best.map((pair) => [pair.wanting, pair.helping]))
  const open = Map.groupBy(options, ({ wanting }) => wanting)
  const parts = { given: waiting.filter(({ id }) => given.has(id)), left: waiting.filter(({ id }) => !given.has(id)) }
  const { tab, page, part } = planPage(parts, view, size)
  const rows = part.map(({ id, number, name, role, wanting }): PlanRow => {
    const one = world.helpers(role).find((helper) => helper.id === given.get(id))
    return { request: { id, number, name, role }, waited: diffDays(wanting.since, today), given: one ? { id: one.id, name: one.name, reasons: reasons(score(wanting, one.helping, today)), wished: world.wishes.get(id) === one.id } : null, open: open.get(id)?.length ?? 0, closed: closed.get(id) ?? [] }
  })
  const done = new Set([...view.asked, ...view.stayed.map(({ requestId }) => requestId)])
  const named = told.filter(({ id }) => done.has(id))
  await readAs(actor, 'volunteer.match', async ({ shown }) => shown({ action: 'volunteer.plan-viewed', people: [...new Set([...part, ...named].flatMap(({ personId }) => personId ?? []))], details: { shown: rows.length, planned: waiting.length } }))
  return {
    rows, tab, page, counts: { given: parts.given.length, left: parts.left.length }, best: sumOf(best), oneByOne: sumOf(oneAtATime(options, room, waiting.map(({ id }) => id), world.apart)),
    asked: told.length - waiting.length, untold: world.requests.length - told.length, names: Object.fromEntries(named.map(({ id, name }) => [id, name ?? ''])), lists,
  }
}
