import pg from 'pg'
import type { Actor } from '@/lib/access/permissions'
import type { Asked, UnitFigures } from '@/lib/casework/management/rules'
import type { Day } from '@/lib/platform/day'
import { compareQueues } from '../queue-counts'
import { benchActor } from '../session'
import { rowsOf } from '../unit-oracle'
import { type MadeCase, type MadeTask, type MadeUnit, makeUnit } from '../unit-worlds'
import type { Figure } from './figure'

const ROLES = { manager: [], 'manager and coordinator': ['VETERAN_COORDINATOR'], 'manager and caseworker': ['CASEWORKER'] } as const
type Asker = { role: keyof typeof ROLES; actor: Actor }
/** Whose rows the asker may open: of their programme, or those they are responsible for; of tasks about nobody one's own and the unit's. */
const sees = ({ role, actor }: Asker, { of, task }: { of: MadeCase | null; task: MadeTask | null }, own: ReadonlySet<string>): boolean =>
  of === null ? role !== 'manager' && (task?.owner ?? actor.userId) === actor.userId : role === 'manager and coordinator' ? of.veteran : role === 'manager and caseworker' && own.has(of.person)

async function askersOf(owner: pg.Client, ownerUrl: string, unit: MadeUnit): Promise<{ askers: Asker[]; own: Set<string> }> {
  const own = new Set(unit.cases.filter((_, at) => at % 3 === 0).map(({ person }) => person))
  const askers: Asker[] = []
  for (const role of Object.keys(ROLES) as (keyof typeof ROLES)[]) {
    const { actor } = await benchActor(ownerUrl, 'MANAGER')
    await owner.query('UPDATE app_user SET unit_id = $2 WHERE id = $1', [actor.userId, unit.id])
    for (const more of ROLES[role]) await owner.query("INSERT INTO role_grant (user_id, role, from_day) VALUES ($1, $2::role, '2020-01-01')", [actor.userId, more])
    if (role === 'manager and caseworker') await owner.query("INSERT INTO assignment (user_id, person_id, reason, from_day) SELECT $1, p, 'bench', '2024-01-01' FROM unnest($2::uuid[]) p", [actor.userId, [...own]])
    askers.push({ role, actor: { ...actor, unitId: unit.id, roles: ['MANAGER', ...ROLES[role]] } })
  }
  return { askers, own }
}

/** Every figure of the page, as its links ask for it. */
async function figuresOn(page: UnitFigures, today: Day, seed: number): Promise<Asked[]> {
  const { binsAt, contactsOf, moves, outcomesOfDeadlines, partsIn, periodOf } = await import('@/lib/casework/management/rules')
  const { addMonths } = await import('@/lib/platform/day')
  const periods = [periodOf('quarter', today), periodOf('year', today), periodOf('between', today, addMonths(today, -14 - (seed % 9)), addMonths(today, -(seed % 13)))]
  const parts = partsIn(page.methods)
  return [
    ...page.holders.flatMap(({ id }) => (['open', 'hold'] as const).map((state): Asked => ({ figure: 'caseload', who: id, state }))),
    ...parts.flatMap((of) => (contactsOf(page, of)?.groups ?? binsAt(3)).map(({ from, to }): Asked => ({ figure: 'contacts', of, bins: { from, to } }))),
    ...periods.flatMap((period) => [...moves.flatMap((figure) => parts.map((of): Asked => ({ figure, of, period }))), ...outcomesOfDeadlines.map((outcome): Asked => ({ figure: 'deadlines', outcome, period }))]),
  ]
}

async function compareUnit(owner: pg.Client, ownerUrl: string, unit: MadeUnit, today: Day, seed: number) {
  const { figureRows, ROWS, unitFigures } = await import('@/lib/casework/management/queries')
  const { numberOf } = await import('@/lib/casework/management/rules')
  const { askers, own } = await askersOf(owner, ownerUrl, unit)
  const told = { compared: 0, kept: 0, hidden: 0, differ: [] as string[] }
  for (const asker of askers) {
    const pages = new Map<string, UnitFigures>()
    const pageOf = async (asked: Asked) => {
      const period = 'period' in asked ? asked.period : { first: today, last: today }
      const key = `${period.first} ${period.last}`
      pages.set(key, pages.get(key) ?? (await unitFigures(asker.actor, { span: 'between', period, of: 'all', within: 30 })))
      return pages.get(key) as UnitFigures
    }
    for (const asked of await figuresOn(await unitFigures(asker.actor, { span: 'between', period: { first: today, last: today }, of: 'all', within: 30 }), today, seed)) {
      const [shown, list, all] = [numberOf(await pageOf(asked), asked), await figureRows(asker.actor, asked, today, 1), rowsOf(unit, asked, today)]
      const open = all.filter((row) => sees(asker, row, own))
      const wrong = [
        shown !== list.number && `the page says ${shown}, the list ${list.number}`, shown !== null && shown !== all.length && `says ${shown} of ${all.length}`,
        shown !== null && shown !== list.open + (list.hidden ?? Number.NaN) && `${shown} is not ${list.open} and ${list.hidden}`, list.open !== open.length && `opens ${list.open} of ${open.length}`,
        list.rows.length !== Math.min(open.length, ROWS) && `shows ${list.rows.length}`, open.length <= ROWS && list.rows.map(({ id }) => id).sort().join() !== open.map(({ id }) => id).sort().join() && 'shows other rows',
        // What is kept back is kept back because of those who are out of reach, of a figure about citizens.
        shown === null && (asked.figure === 'caseload' || asked.figure === 'deadlines' || all.length === open.length) && asker.role !== 'manager' && unit.cases.every((one) => sees(asker, { of: one, task: null }, own)) && 'is kept back from somebody who may open all',
        // How many open cases there are is work, as the caseloads say it.
        asked.figure !== 'caseload' && asked.figure !== 'deadlines' && !(asked.figure === 'contacts' && asked.of === 'all' && asked.bins.to - asked.bins.from === 5) && shown !== null && all.length - open.length >= 1 && all.length - open.length <= 4 && `tells ${all.length - open.length} out of reach`,
      ].filter((one) => one !== false)
      told.compared++
      if (shown === null) told.kept++
      if ((list.hidden ?? 0) > 0) told.hidden++
      if (wrong.length > 0) told.differ.push(`${asker.role}, ${JSON.stringify(asked)}: ${wrong.join('; ')}`)
    }
  }
  return told
}

/** The queues of outreach: the number beside each, the list it opens, and where the figures page counts the same people its newest month. */
async function compareOutreach(owner: pg.Client, ownerUrl: string, today: Day) {
  // Whoever is shielded is counted and listed for the cleared alone.
  const { actor: cleared } = await benchActor(ownerUrl, 'VETERAN_COORDINATOR')
  await owner.query("INSERT INTO clearance (user_id, kind, from_day) VALUES ($1, 'SHIELDED', '2020-01-01')", [cleared.userId])
  const { actor: plain } = await benchActor(ownerUrl, 'VETERAN_COORDINATOR')
  const { dueList } = await import('@/lib/outreach/due/list/queries')
  const { LIST_QUEUES } = await import('@/lib/outreach/due/list/queues')
  const { CHANNELS, listState } = await import('@/lib/outreach/due/list/schema')
  const { outreachMonths } = await import('@/lib/outreach/figures/queries')
  const told = { compared: 0, differ: [] as string[] }
  const same = (what: string, one: unknown, two: unknown) => { told.compared++; if (one !== two) told.differ.push(`${what}: ${String(one)} and ${String(two)}`) }
  const filters = [{}, { vulnerable: '1' }, ...CHANNELS.map((channel) => ({ channel })), { area: '8900' }]
  for (const [role, actor] of [['cleared', cleared], ['without the clearance', plain]] as const) {
    const totals: Record<string, number> = {}
    for (const queue of LIST_QUEUES) for (const filter of filters) {
      const list = await dueList(actor, today, listState({ queue, ...filter }), 100_000)
      same(`${role}: ${queue} ${JSON.stringify(filter)}`, list.total, new Set(list.rows.map(({ personId }) => personId)).size)
      if (Object.keys(filter).length === 0) { same(`${role}: ${queue}, the number beside it`, list.counts[queue], list.total); totals[queue] = list.total }
    }
    const newest = (await outreachMonths(actor, today, 1)).at(-1)
    same(`${role}, figures: covered`, newest?.covered, totals.COVERED)
    same(`${role}, figures: not covered`, Number(newest?.population) - Number(newest?.covered), totals.NOT_COVERED)
    same(`${role}, figures: overdue`, newest?.overdue, totals.OVERDUE)
  }
  return told
}

const figure: Figure = {
  bound: '≥ 1,000 comparisons over all dashboards, roles and filters: number shown = rows the list opens + those out of reach: 0 differences',
  database: true,
  async figure({ seed, log, ownerUrl, small }) {
    const { today } = await import('@/lib/platform/clock')
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    try {
      const { seedDemo } = await import('@/prisma/seed')
      await seedDemo(ownerUrl, () => {}, undefined, '.indgang/figure-register')
      const outreach = await compareOutreach(owner, ownerUrl, today())
      log(`outreach, its queues and figures: ${outreach.compared} compared`)
      const queues = await compareQueues(owner, today(), small ? 2 : 8)
      log(`queues of cases: ${queues.compared} compared`)
      const differ = [...outreach.differ, ...queues.differ]
      let compared = outreach.compared + queues.compared
      for (const [nth, size] of (small ? [12, 60] : [7, 25, 60, 110, 180, 300]).entries()) {
        const unit = await makeUnit(owner, seed * 100 + nth, size, today())
        const told = await compareUnit(owner, ownerUrl, unit, today(), seed + nth)
        log(`a unit of ${size} cases, three roles: ${told.compared} figures, ${told.kept} of them kept back, ${told.hidden} with rows out of reach`)
        compared += told.compared
        differ.push(...told.differ)
      }
      return { value: `${compared} compared: ${differ.length} differ`, ok: differ.length === 0 && (small || compared >= 1000), details: differ.slice(0, 20) }
    } finally {
      await owner.end()
    }
  },
}
export default figure
