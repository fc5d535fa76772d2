import { ask, compare, keepStatements } from '../bare-pages'
import { AUDIT_ROWS, generateOutreach, PEOPLE } from '../due-page-data'
import { mainQuery } from '../main-query'
import { benchActor } from '../session'
import type { Figure } from './figure'

async function saveMainQueries(ownerUrl: string, person: string, log: (line: string) => void) {
  const { actor, cookie } = await benchActor(ownerUrl, 'VETERAN_COORDINATOR')
  const { dueList } = await import('@/lib/outreach/due/list/queries')
  const { listState } = await import('@/lib/outreach/due/list/schema')
  const { personOverview } = await import('@/lib/people/record/queries')
  const { nextStepPart } = await import('@/lib/outreach/due/queries')
  const { today } = await import('@/lib/platform/clock')
  const due = await mainQuery(() => dueList(actor, today(), listState({})))
  const opened = await mainQuery(() => personOverview(actor, person, ({ actor: reader, tx }) => nextStepPart(reader, tx, person, today())))
  for (const [name, { milliseconds }] of Object.entries({ due, person: opened })) log(`main query of ${name}: ${milliseconds.toFixed(0)} ms the first time`)
  keepStatements(actor, { due, person: opened })
  return cookie
}

const figure: Figure = {
  bound: 'fixed count ≤ 8; ≤ 2 ×',
  database: true,
  async figure({ seed, log, ownerUrl }) {
    log(`generating ${PEOPLE} people and ${AUDIT_ROWS} audit rows …`)
    const { person } = await generateOutreach(ownerUrl, seed)
    const headers = { cookie: await saveMainQueries(ownerUrl, person, log) }
    return compare(ownerUrl, (ours, bare) => [
      { name: 'due list', ours: ask(`${ours}/outreach`, { headers }), also: ask(`${ours}/outreach?queue=EVERYONE&sort=name&page=7`, { headers }), bare: ask(`${bare}/due`), rounds: 15 },
      { name: 'person page', ours: ask(`${ours}/people/${person}`, { headers }), also: ask(`${ours}/people/${person}`, { headers }), bare: ask(`${bare}/rows/person`), rounds: 45 },
    ])
  },
}
export default figure
