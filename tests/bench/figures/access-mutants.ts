import type pg from 'pg'
import { databaseUrl, query, townClient } from '@/tests/support/database-server'
import { randomFrom } from '../letters-data'
import type { By, Mutant, Suite } from '@/tests/proof/mutants'
import type { Judge } from '@/tests/proof/judge-code'
import type { CodeMutant } from '@/tests/proof/mutate-code'
import type { Figure, FigureOptions } from './figure'

/** How many the small figure draws: of those questions to the database are asked about, and of the branches of the one file every right goes through. What only a test could tell of the others is for the whole figure. */
const SMALL = { asked: 40, tested: 4, file: 'lib/access/permissions.ts' }
/** As many are judged at a time, each on a database of its own. */
const LANES = 2

type One = Mutant | CodeMutant
type Count = { noticed: number; judged: number; settled: number; stillborn: number; /** For the whole figure: a test would have to be run. */ left: number; same: string[]; survivors: string[] }

/**
 * What is weakened in the database, and the planted world with who and what is asked in it; no world where nobody has to be asked. The connection it
 * was planted by is closed: databases are copied from it.
 */
async function plant(ownerUrl: string, wanted: (all: Mutant[]) => Mutant[]): Promise<{ suite: Suite; mutants: Mutant[]; forgotten: string[] }> {
  const { smallWorld } = await import('@/tests/proof/small-world')
  const { openAskers, plantMoreTies } = await import('@/tests/proof/askers')
  const { openTables } = await import('@/tests/proof/rows')
  const { knowPeople } = await import('@/tests/proof/calls')
  const { functionMutants, inOrder, policyMutants, unjudged } = await import('@/tests/proof/mutants')
  const db = townClient(ownerUrl)
  await db.connect()
  try {
    const mutants = wanted([...(await policyMutants(db)), ...(await functionMutants(db))])
    const forgotten = await unjudged(db)
    const suite: Suite = { askers: [], tables: [], reach: new Map(), known: new Set() }
    if (mutants.length === 0) return { suite, mutants, forgotten }
    const world = await smallWorld(ownerUrl, db)
    await plantMoreTies(db)
    Object.assign(suite, { askers: inOrder(await openAskers(db, world)), tables: await openTables(db, world) })
    await knowPeople(db, world)
    return { suite, mutants, forgotten }
  } finally {
    await db.end()
  }
}

async function connect(ownerUrl: string): Promise<pg.Client[]> {
  const lanes: pg.Client[] = []
  for (let lane = 0; lane < LANES; lane++) {
    const name = `indgang_figure_${lane}`
    await query(databaseUrl(ownerUrl, 'postgres'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE indgang_figure`)
    const db = townClient(databaseUrl(ownerUrl, name))
    await db.connect()
    // The server may go first where the figure fails: what failed is what must be told.
    db.on('error', () => {})
    lanes.push(db)
  }
  return lanes
}

/** Everything worked through, each lane taking the next that nobody has taken. */
async function inLanes<L, T>(lanes: readonly L[], all: readonly T[], work: (lane: L, one: T) => Promise<void>): Promise<void> {
  const left = [...all].reverse()
  await Promise.all(lanes.map(async (lane) => { for (let one = left.pop(); one !== undefined; one = left.pop()) await work(lane, one) }))
}

async function judgeAll({ ownerUrl, seed, small, goOn, only, log }: FigureOptions): Promise<{ count: Count; wrong: string[]; forgotten: string[] }> {
  const { asItIs, born, judge, toAsk } = await import('@/tests/proof/mutants')
  const { codeMutants } = await import('@/tests/proof/mutate-code')
  const { equivalent } = await import('@/tests/proof/equivalent')
  const { nameOf, openVerdicts } = await import('@/tests/proof/verdicts')
  const random = randomFrom(seed)
  const draw = <T>(all: readonly T[], wanted: number) => (small ? all.filter(() => random() < wanted / all.length) : [...all])
  const named = (one: One) => only.length === 0 || only.some((text) => nameOf(one).includes(text))
  const { suite, mutants: inDatabase, forgotten } = await plant(ownerUrl, (all) => draw(all.filter(named), SMALL.asked))
  const inCode = draw(codeMutants().filter((one) => named(one) && (!small || one.file === SMALL.file)), SMALL.tested)
  const verdicts = openVerdicts(goOn)
  const count: Count = { noticed: 0, judged: 0, settled: 0, stillborn: 0, left: 0, same: [], survivors: [] }
  const settle = (one: One, by: By | null) => {
    const reason = by ? null : equivalent(one)
    if (reason) return void count.same.push(`${nameOf(one)}: ${reason}`)
    count.judged++
    if (by) count.noticed++
    else {
      count.survivors.push(nameOf(one))
      log(`unnoticed: ${nameOf(one)}`)
    }
    if (count.judged % 100 === 0) log(`${count.judged} of ${inDatabase.length + inCode.length} judged, ${count.survivors.length} unnoticed`)
  }
  /** Judged now; or, where an interrupted run is gone on with, as it was judged then. */
  const settledAs = async (one: One, now: (before?: By) => Promise<By | null>) => {
    const known = verdicts.settled(one)
    if (known) count.settled++
    const by = known ?? (await now(verdicts.before(one)))
    if (by && !known) verdicts.keep(one, by)
    return by
  }
  /** A function that a test told of before is tried with that test first: asking everybody everything takes longer. It is asked afterwards where no test tells. */
  const putOff = ({ table }: Mutant, before: By | undefined) => !table && before?.test !== undefined
  const waiting: One[] = []
  const lanes = await connect(ownerUrl)
  const wrong: string[] = []
  const asked = toAsk(suite, inDatabase, small ? 'few' : only.length > 0 ? 'named' : 'all')
  const first = { ...suite, askers: asked.askers }
  await inLanes(lanes, first.askers, async (lane, asker) => void wrong.push(...(await asItIs(lane, suite, asker, asked.tables, asked.calls))))
  log(`as it is: ${wrong.length} disagree`)
  for (const one of wrong) log(one)
  await inLanes(lanes, inDatabase, async (lane, mutant) => {
    if (mutant.same) return settle(mutant, null)
    let stillborn: true | undefined
    const by = await settledAs(mutant, async (before) => {
      const outcome = putOff(mutant, before) ? await born(lane, mutant) : await judge(lane, first, mutant, before)
      stillborn = outcome.stillborn
      return outcome.by
    })
    if (stillborn) count.stillborn++
    else if (by || mutant.tests.length === 0) settle(mutant, by ?? (first.askers.length < suite.askers.length ? (await judge(lane, { ...suite, known: new Set() }, mutant)).by : null))
    else if (small) count.left++
    else waiting.push(mutant)
  })
  const ask = async (lane: number, mutant: Mutant) => (putOff(mutant, verdicts.before(mutant)) && lanes[lane] ? (await judge(lanes[lane], first, mutant)).by : null)
  wrong.push(...(await byTests([...waiting, ...inCode], { log, settle, settledAs, ask })))
  await Promise.all(lanes.map((lane) => lane.end()))
  return { count, wrong, forgotten }
}

type Settling = { log: FigureOptions['log']; settle: (one: One, by: By | null) => void; settledAs: (one: One, now: (before?: By) => Promise<By | null>) => Promise<By | null>; /** The questions that were put off, on the database of the lane. */ ask: (lane: number, mutant: Mutant) => Promise<By | null> }

/** Those a test must be run for. Answers with what fails as it is. */
async function byTests(tested: readonly One[], { log, settle, settledAs, ask }: Settling): Promise<string[]> {
  const { openJudge } = await import('@/tests/proof/judge-code')
  log(`${tested.length} are judged by the tests`)
  const judges: Judge[] = []
  try {
    for (let lane = 0; lane < LANES; lane++) judges.push(await openJudge(lane))
    const wrong: string[] = []
    await inLanes(judges, [...new Set(tested.flatMap((one) => one.tests))], async (lane, test) => {
      const by = await lane.noticedBy(null, [test])
      if (!by) return
      wrong.push(`fails with nothing weakened: ${by.words}`)
      log(`fails with nothing weakened: ${by.words}`)
    })
    await inLanes(judges, tested, async (lane, one) => settle(one, await settledAs(one, async (before) => {
      const by = await lane.noticedBy(one, [...one.tests].sort((a, b) => Number(b === before?.test) - Number(a === before?.test)))
      return by ?? ('file' in one ? null : ask(judges.indexOf(lane), one))
    })))
    return wrong
  } finally {
    for (const one of judges) await one.close()
  }
}

const figure: Figure = {
  bound: '100 % of weakened policies, functions and branches are noticed',
  database: true,
  async figure(options) {
    const { count, wrong, forgotten } = await judgeAll(options)
    const { noticed, judged, left, same, settled, stillborn, survivors } = count
    return {
      value: `${noticed} of ${judged} noticed, ${same.length} change nothing${wrong.length > 0 ? `, ${wrong.length} wrong with nothing weakened` : ''}`,
      ok: survivors.length === 0 && wrong.length === 0 && forgotten.length === 0 && judged > 0,
      details: [
        `${stillborn} are no valid definition and were not judged; ${left} are left for the whole figure; ${settled} were judged before this run was gone on with, on the same code`, ...forgotten.map((one) => `nobody would notice: access.${one}`),
        ...same.map((one) => `changes nothing: ${one}`), ...survivors.map((one) => `unnoticed: ${one}`),
      ],
    }
  },
}
export default figure
