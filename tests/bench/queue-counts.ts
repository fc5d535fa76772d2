import type pg from 'pg'
import type { Actor } from '@/lib/access/permissions'
import type { QueueList } from '@/lib/casework/queues/queries'
import type { QueueState } from '@/lib/casework/queues/schema'
import type { Day } from '@/lib/platform/day'
import { signedIn } from './session'

type Told = { compared: number; differ: string[] }

/** Those who carry most, of as many units as there are, and coordinators, who may look at their whole unit. Without a record of their own: nobody is their family. */
async function askersIn(owner: pg.Client, most: number): Promise<Actor[]> {
  const found = await owner.query(`SELECT u.id FROM app_user u JOIN LATERAL (SELECT count(*) AS n FROM assignment a WHERE a.user_id = u.id AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)) a ON true
    JOIN role_grant g ON g.user_id = u.id AND g.role IN ('CASEWORKER', 'VETERAN_COORDINATOR') AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date) WHERE u.active AND u.person_id IS NULL
    GROUP BY u.id, u.unit_id, g.role, a.n ORDER BY row_number() OVER (PARTITION BY u.unit_id, g.role ORDER BY a.n DESC, u.id), u.unit_id, g.role LIMIT $1`, [most])
  const actors: Actor[] = []
  for (const { id } of found.rows) actors.push(await signedIn(owner, String(id)))
  return actors
}

/** Every page of a queue: who stands on them, in their order. */
async function everybodyIn(actor: Actor, today: Day, state: QueueState): Promise<{ list: QueueList; ids: string[] }> {
  const { queueList } = await import('@/lib/casework/queues/queries')
  const { PAGE_SIZE } = await import('@/lib/casework/queues/schema')
  const list = await queueList(actor, today, state)
  const ids = (of: QueueList) => (state.queue === 'unclaimed' ? of.free : of.rows).map(({ id }) => id)
  const all = ids(list)
  for (let page = 2; page <= Math.ceil(list.total / PAGE_SIZE); page++) all.push(...ids(await queueList(actor, today, { ...state, page })))
  return { list, ids: all }
}

/**
 * The queues of cases: the number beside each, the rows of all its pages, the rule of the queue asked of everybody the reader has, the first page, and how many people
 * and cases there are by a statement that knows no queue.
 */
export async function compareQueues(owner: pg.Client, today: Day, most: number): Promise<Told> {
  const { queueList } = await import('@/lib/casework/queues/queries')
  const { dueOn, queues, standsIn } = await import('@/lib/casework/queues/rules')
  const { phases, queueState } = await import('@/lib/casework/queues/schema')
  const { caseKinds, standingOf } = await import('@/lib/casework/cases/rules')
  const { myDay } = await import('@/lib/casework/day/queries')
  const told: Told = { compared: 0, differ: [] }
  const same = (what: string, one: unknown, two: unknown) => { told.compared++; if (JSON.stringify(one) !== JSON.stringify(two)) told.differ.push(`${what}: ${JSON.stringify(one)} and ${JSON.stringify(two)}`) }
  for (const actor of await askersIn(owner, most)) for (const scope of ['mine', 'unit'] as const) {
    const who = `${actor.name} (${actor.roles.join()}, ${scope})`
    const all = (await queueList(actor, today, queueState({ queue: 'mine', scope }), 10_000)).rows
    const drafts = (await queueList(actor, today, queueState({ queue: 'drafts', scope }), 10_000)).rows
    const known = [...all, ...drafts.filter(({ id }) => !all.some((row) => row.id === id))]
    for (const queue of queues) for (const filter of [{}, { days: '14' }, { days: '60' }]) {
      const state = queueState({ queue, scope, ...filter })
      const { list, ids } = await everybodyIn(actor, today, state)
      same(`${who} ${queue} ${JSON.stringify(filter)}: number and rows`, [list.counts[queue], list.total], [ids.length, new Set(ids).size])
      if (queue !== 'unclaimed') same(`${who} ${queue} ${JSON.stringify(filter)}: rows and rule`, [...ids].sort(), known.filter((row) => standsIn(queue, row, state.days, today)).map(({ id }) => id).sort())
    }
    for (const queue of queues.filter((one) => one !== 'unclaimed')) for (const kind of caseKinds) for (const phase of [null, ...phases]) {
      const { list, ids } = await everybodyIn(actor, today, queueState({ queue, scope, kind, ...(phase && { phase }) }))
      const wanted = known.filter((row) => standsIn(queue, row, null, today) && row.cases.some((one) => one.kind === kind && (!phase || standingOf(one, today) === phase)))
      same(`${who} ${queue} ${kind} ${String(phase)}`, [list.total, [...ids].sort()], [ids.length, wanted.map(({ id }) => id).sort()])
    }
    const free = (await queueList(actor, today, queueState({ queue: 'unclaimed' }))).counts.unclaimed
    if (scope === 'mine') {
      const people = await owner.query(`SELECT count(DISTINCT p.id)::int AS n FROM assignment a JOIN person p ON p.id = a.person_id WHERE a.user_id = $1 AND a.from_day <= $2 AND (a.to_day IS NULL OR a.to_day >= $2) AND p.merged_into_id IS NULL AND ($3 OR NOT p.shielded)`, [actor.userId, today, actor.clearances.includes('SHIELDED')])
      same(`${who}: people by responsibility`, all.length, people.rows[0].n)
      const day = await myDay(actor, today, null)
      same(`${who}: the first page`, [day.people?.counts, day.people?.total], [(await queueList(actor, today, queueState({}))).counts, known.filter((row) => row.own && (dueOn(row, today) ?? '9') <= today).length])
    } else same(`${who}: cases nobody has are those of the unit`, free, (await queueList(actor, today, queueState({ queue: 'unclaimed', scope }))).total)
  }
  return told
}
