import pg from 'pg'
import { ask, compare, keepStatements } from '../bare-pages'
import { CITIZENS, CONTACTS, generateCasework } from '../casework-data'
import { mainQuery } from '../main-query'
import { benchActor } from '../session'
import type { Figure } from './figure'

const figure: Figure = {
  bound: 'fixed count ≤ 8; ≤ 2 × its own SQL run alone',
  database: true,
  async figure({ seed, log, ownerUrl }) {
    log(`generating ${CITIZENS} people and ${CONTACTS} contacts …`)
    const caseworker = await benchActor(ownerUrl, 'CASEWORKER')
    const { actor, cookie } = await benchActor(ownerUrl, 'MANAGER')
    const other = await benchActor(ownerUrl, 'MANAGER')
    await generateCasework(ownerUrl, seed, caseworker.actor.userId)
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    // The unit with most cases, its caseworkers in it; and one without any, which must cost as many statements.
    const unit = (await owner.query('SELECT unit_id FROM case_file GROUP BY 1 ORDER BY count(*) DESC LIMIT 1')).rows[0].unit_id as string
    await owner.query('UPDATE app_user SET unit_id = $1 WHERE id = $2 OR id IN (SELECT opened_by FROM case_file WHERE unit_id = $1)', [unit, actor.userId])
    await owner.query("INSERT INTO unit (code, name_da, name_en) VALUES ('tom', 'Tom', 'Empty')")
    await owner.query("UPDATE app_user SET unit_id = (SELECT id FROM unit WHERE code = 'tom') WHERE id = $1", [other.actor.userId])
    const cases = (await owner.query('SELECT count(*)::int AS n FROM case_file WHERE unit_id = $1', [unit])).rows[0].n as number
    await owner.query('ANALYZE app_user')
    await owner.end()
    const { unitFigures } = await import('@/lib/casework/management/queries')
    const { managementView } = await import('@/lib/casework/management/schema')
    const { today } = await import('@/lib/platform/clock')
    const statement = await mainQuery(() => unitFigures(actor, managementView({ period: 'year' }, today())))
    log(`a unit of ${cases} cases; its SQL ${statement.milliseconds.toFixed(0)} ms the first time`)
    keepStatements(actor, { management: statement })
    return compare(ownerUrl, (ours, bare) => [
      { name: 'the unit in figures', ours: ask(`${ours}/management?period=year`, { headers: { cookie } }), also: ask(`${ours}/management?period=year`, { headers: { cookie: other.cookie } }), bare: ask(`${bare}/rows/management`), rounds: 30 },
    ])
  },
}
export default figure
