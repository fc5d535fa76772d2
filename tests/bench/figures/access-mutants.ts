import pg from 'pg'
import { randomFrom } from '../letters-data'
import type { Mutant } from '@/tests/proof/mutants'
import type { CodeMutant } from '@/tests/proof/mutate-code'
import type { Figure, FigureOptions } from './figure'

/** How many of each kind the small figure draws: of those a question to the database tells, and of those a test must be run for. */
const SMALL = { asked: 40, tested: 4 }

type Count = { noticed: number; judged: number; stillborn: number; same: string[]; survivors: string[] }

async function judgeAll({ ownerUrl, seed, small, log }: FigureOptions, db: pg.Client): Promise<{ count: Count; wrong: string[]; unjudged: string[] }> {
  const { smallWorld } = await import('@/tests/proof/small-world')
  const { openAskers, plantMoreTies } = await import('@/tests/proof/askers')
  const { openTables } = await import('@/tests/proof/rows')
  const { knowPeople } = await import('@/tests/proof/calls')
  const { asItIs, functionMutants, inOrder, judge, policyMutants, unjudged } = await import('@/tests/proof/mutants')
  const { codeMutants } = await import('@/tests/proof/mutate-code')
  const { openJudge } = await import('@/tests/proof/judge-code')
  const { equivalent } = await import('@/tests/proof/equivalent')
  const world = await smallWorld(ownerUrl, db)
  await plantMoreTies(db)
  const suite = { askers: inOrder(await openAskers(db, world)), tables: await openTables(db, world) }
  await knowPeople(db, world)
  const random = randomFrom(seed)
  const draw = <T>(all: readonly T[], wanted: number) => (small ? all.filter(() => random() < wanted / all.length) : all)
  const inDatabase = draw([...(await functionMutants(db)), ...(await policyMutants(db))], SMALL.asked)
  const inCode = draw(codeMutants(), SMALL.tested)
  const wrong = await asItIs(db, small ? { ...suite, askers: suite.askers.slice(0, 4) } : suite, small ? inDatabase.flatMap(({ table }) => table ?? []) : suite.tables.map(({ name }) => name))
  const count: Count = { noticed: 0, judged: 0, stillborn: 0, same: [], survivors: [] }
  const waiting: (Mutant | CodeMutant)[] = []
  const nameOf = (one: Mutant | CodeMutant) => `${'file' in one ? one.file : one.name}: ${one.how}`
  const settle = (one: Mutant | CodeMutant, by: string | null) => {
    const reason = by ? null : equivalent(one)
    if (reason) count.same.push(`${nameOf(one)}: ${reason}`)
    else {
      count.judged++
      if (by) count.noticed++
      else {
        count.survivors.push(nameOf(one))
        log(`unnoticed: ${nameOf(one)}`)
      }
    }
    if (count.judged % 100 === 0) log(`${count.judged} of ${inDatabase.length + inCode.length} judged, ${count.survivors.length} unnoticed`)
  }
  for (const mutant of inDatabase) {
    const { by, stillborn } = await judge(db, suite, mutant)
    if (stillborn) count.stillborn++
    else if (by || mutant.tests.length === 0 || (small && waiting.length >= SMALL.tested)) settle(mutant, by)
    else waiting.push(mutant)
  }
  const tested = [...waiting, ...inCode]
  log(`${tested.length} are judged by the tests`)
  const tests = await openJudge(ownerUrl)
  try {
    const before = await tests.noticedBy(null, [...new Set(tested.flatMap((one) => one.tests))])
    if (before) wrong.push(`fails with nothing weakened: ${before}`)
    for (const mutant of tested) settle(mutant, await tests.noticedBy(mutant))
  } finally {
    await tests.close()
  }
  return { count, wrong, unjudged: await unjudged(db) }
}

const figure: Figure = {
  bound: '100 % of weakened policies, functions and branches are noticed',
  database: true,
  async figure(options) {
    const db = new pg.Client({ connectionString: options.ownerUrl })
    await db.connect()
    try {
      const { count, wrong, unjudged } = await judgeAll(options, db)
      const { noticed, judged, same, stillborn, survivors } = count
      return {
        value: `${noticed} of ${judged} noticed, ${same.length} change nothing${wrong.length > 0 ? `, ${wrong.length} wrong with nothing weakened` : ''}`,
        ok: survivors.length === 0 && wrong.length === 0 && unjudged.length === 0 && judged > 0,
        details: [
          `${stillborn} are no valid definition and were not judged`, ...unjudged.map((one) => `nobody would notice: access.${one}`), ...wrong.slice(0, 20).map((one) => `as it is: ${one}`),
          ...same.map((one) => `changes nothing: ${one}`), ...survivors.map((one) => `unnoticed: ${one}`),
        ],
      }
    } finally {
      await db.end()
    }
  },
}
export default figure
