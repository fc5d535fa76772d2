import pg from 'pg'
import { ownerClient } from '@/prisma/client'
import { plantMatching } from '@/tests/support/matching-rows'
import { ask, compare, keepStatements } from '../bare-pages'
import { mainQuery } from '../main-query'
import { benchActor } from '../session'
import type { Figure } from './figure'

const VOLUNTEERS = 5000
const WAITING = 120

const figure: Figure = {
  bound: 'fixed count ≤ 8; p50 ≤ 2 × a bare page with the same main query',
  database: true,
  async figure({ seed, log, ownerUrl }) {
    const [{ actor, cookie }, client, db] = [await benchActor(ownerUrl, 'VOLUNTEER_LEAD'), new pg.Client({ connectionString: ownerUrl }), ownerClient(ownerUrl)]
    await client.connect()
    let requests: string[] = []
    try {
      const unit = String((await client.query("INSERT INTO unit (code, kind, name_da, name_en) VALUES ('frivillige-figur', 'VOLUNTEERING', 'Frivillige', 'Volunteers') RETURNING id")).rows[0].id)
      await client.query('UPDATE app_user SET unit_id = $2 WHERE id = $1', [actor.userId, unit])
      log(`planting ${VOLUNTEERS} volunteers and ${WAITING} who wait …`)
      requests = (await plantMatching(db, { unit, by: actor.userId }, { seed, people: WAITING, volunteers: VOLUNTEERS })).waiting.filter(({ known }) => known).map(({ request }) => request)
      await client.query('ANALYZE')
    } finally {
      await client.end()
      await db.$disconnect()
    }
    const [first = '', second = ''] = requests
    const { openRequest } = await import('@/lib/volunteering/matching/candidates/queries')
    const { today } = await import('@/lib/platform/clock')
    const candidates = await mainQuery(() => openRequest(actor, first, today()))
    log(`main query of candidates: ${candidates.milliseconds.toFixed(0)} ms the first time`)
    keepStatements(actor, { candidates })
    const headers = { cookie }
    return compare(ownerUrl, (ours, bare) => [
      { name: 'candidates', ours: ask(`${ours}/volunteers/requests/${first}`, { headers }), also: ask(`${ours}/volunteers/requests/${second}`, { headers }), bare: ask(`${bare}/rows/candidates`), rounds: 30 },
    ])
  },
}
export default figure
