import type { Races } from '@/tests/probes/two-editors'
import { randomFrom } from '@/tests/support/random'
import type { Figure } from './figure'

const WANTED = 5000
/** Each form so often at a time: where the machine is slow, all have been raced when it is given up. */
const AT_A_TIME = 8
const MINUTES = 60

/** Tables the product may change a row of, that no form was raced on. */
async function unraced(db: { query: (sql: string, values?: unknown[]) => Promise<{ rows: { name: string }[] }> }, tables: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await db.query(`SELECT DISTINCT table_name AS name FROM information_schema.column_privileges WHERE grantee IN ('indgang_app', 'indgang_public') AND privilege_type = 'UPDATE' AND table_schema = 'public' ORDER BY 1`)
  return rows.map(({ name }) => name).filter((name) => !tables.has(name))
}

const figure: Figure = {
  bound: '≥ 5,000 races of two who edit the same, on everything that can be edited: 0 lost, 0 silently dropped',
  database: true,
  async figure({ ownerUrl, seed, log, small, only }) {
    const { withoutFramework } = await import('@/tests/proof/request')
    withoutFramework('tests/support/next-intl-server.ts')
    const { sourceActions, askedOf } = await import('@/tests/probes/action-list')
    const { registerOf } = await import('@/tests/probes/register')
    const { excused, neverRaced } = await import('@/tests/probes/excused')
    const { nameOf } = await import('@/tests/probes/prepared')
    const { race } = await import('@/tests/probes/two-editors')
    const { Undo } = await import('@/tests/probes/undo')
    const ground = await registerOf(ownerUrl)
    try {
      const undo = await new Undo(ground.db).open()
      const random = randomFrom(seed)
      const actions = sourceActions()
      const chosen = askedOf(actions, { only, small, seed }, 3).filter((action) => !excused[nameOf(action)]?.alone)
      const part = small || only.length > 0
      const all: Races[] = []
      const end = Date.now() + MINUTES * 60_000
      const enough = () => Date.now() > end || all.reduce((total, one) => total + one.races, 0) >= WANTED
      for (let round = 0; round === 0 || !(part || enough()); round++) for (const action of chosen) if (round === 0 || !enough()) all.push(await race(ground, undo, actions, action, small ? 1 : AT_A_TIME, random))
      const sum = (of: (one: Races) => number) => all.reduce((total, one) => total + of(one), 0)
      const missing = part ? [] : (await unraced(ground.db, new Set(all.flatMap(({ tables }) => tables)))).filter((table) => !(table in neverRaced))
      const list = (what: string, of: (one: Races) => string[]) => all.flatMap((one) => (of(one).length > 0 ? [`${what}: ${one.action}, ${of(one).length} × ${[...new Set(of(one))].slice(0, 3).join(' | ')}`] : []))
      const [races, lost, dropped, wrong] = [sum((one) => one.races), sum((one) => one.lost.length), sum((one) => one.dropped.length), sum((one) => one.wrong.length)]
      log(`${sum((one) => one.both)} times both were saved, each in a place of its own; ${sum((one) => one.shown)} second ones were shown the other's text beside their own, ${sum((one) => one.kept)} kept theirs`)
      return {
        value: `${races} races on ${chosen.length} forms: ${lost} lost, ${dropped} dropped`,
        ok: (part || races >= WANTED) && lost + dropped + wrong + missing.length === 0,
        details: [...list('lost', (one) => one.lost), ...list('dropped', (one) => one.dropped), ...list('wrong', (one) => one.wrong), ...missing.map((table) => `not raced: ${table}`)],
      }
    } finally {
      await ground.stop()
    }
  },
}
export default figure
