import pg from 'pg'
import { randomFrom } from '../letters-data'
import type { Figure } from './figure'

const SMALL = 60

const figure: Figure = {
  bound: '100 % of weakened policies and functions are noticed',
  database: true,
  async figure({ ownerUrl, seed, small, log }) {
    const { smallWorld } = await import('@/tests/proof/small-world')
    const { openAskers, plantMoreTies } = await import('@/tests/proof/askers')
    const { openTables } = await import('@/tests/proof/rows')
    const { knowPeople } = await import('@/tests/proof/calls')
    const { equivalent, functionMutants, inOrder, judge, leftAlone, policyMutants } = await import('@/tests/proof/mutants')
    const db = new pg.Client({ connectionString: ownerUrl })
    await db.connect()
    try {
      const world = await smallWorld(ownerUrl, db)
      await plantMoreTies(db)
      const suite = { askers: inOrder(await openAskers(db, world)), tables: await openTables(db, world) }
      await knowPeople(db, world)
      const all = [...(await functionMutants(db)), ...(await policyMutants(db))]
      const random = randomFrom(seed)
      const drawn = small ? all.filter(() => random() < SMALL / all.length) : all
      const [survivors, same] = [[] as string[], [] as string[]]
      let [judged, noticed] = [0, 0]
      for (const mutant of drawn) {
        const reason = equivalent(mutant)
        if (reason) {
          same.push(`${mutant.name}: ${mutant.how}: ${reason}`)
          continue
        }
        const { by, stillborn } = await judge(db, suite, mutant)
        if (stillborn) continue
        judged++
        if (by) noticed++
        else survivors.push(`${mutant.name}: ${mutant.how}`)
        if (judged % 100 === 0) log(`${judged} of ${drawn.length} tried, ${survivors.length} unnoticed`)
      }
      return {
        value: `${noticed} of ${judged} noticed, ${same.length} change nothing`,
        ok: survivors.length === 0 && judged > 0,
        details: [`conditions nobody weakened: ${(await leftAlone(db)).join(', ')}`, ...same.slice(0, 60), ...survivors.slice(0, 200).map((one) => `unnoticed: ${one}`)],
      }
    } finally {
      await db.end()
    }
  },
}
export default figure
