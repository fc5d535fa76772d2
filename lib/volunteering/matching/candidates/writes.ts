import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { lockFacts } from '../../path/sql'
import { barriers, type Cause, statesOf } from '../rules'
import { readPairs, readRequest } from './sql'

/** Adds a step of the pair, and returns whose request it is. Throws Refused with what the database says against it: it alone counts places and questions. */
export async function stepPair(tx: Tx, requestId: string, volunteerId: string, step: 'asked' | 'turned-down' | 'taken-back', why: { cause: Cause | null; state: string } | null = null): Promise<string> {
  const [row] = await tx.$queryRaw<{ said: string; personId: string | null }[]>`SELECT said, person_id::text AS "personId" FROM access.step_pair(${requestId}::uuid, ${volunteerId}::uuid, ${step}, ${why?.cause ?? null}, ${why?.state ?? null})`
  if (row?.said !== 'done' || !row.personId) throw new Refused(`matching.error.pair.${row?.said ?? 'gone'}`)
  return row.personId
}

/** Asks one volunteer for one who waits, after every rule was asked again while whoever else asks the same volunteer waits. Returns whose request it is; throws Refused with what is in the way. */
export async function askPair(tx: Tx, requestId: string, volunteerId: string, today: Day): Promise<string> {
  await lockFacts(tx, volunteerId)
  const request = await readRequest(tx, requestId)
  const [pair] = request ? await readPairs(tx, request, today, volunteerId) : []
  if (!request || !pair) throw new Refused('matching.error.pair.gone')
  const [first] = barriers(request.wanting, pair.helping, pair.between)
  if (first) throw new Refused(`matching.error.pair.${first.rule === 'capacity' ? 'full' : first.rule === 'limit' || first.rule === 'booked' ? first.rule : 'forbidden'}`)
  const personId = await stepPair(tx, requestId, volunteerId, 'asked', { cause: null, state: statesOf(request.wanting, pair.helping) })
  // Both are written to when this stands, and not before.
  await enqueue(tx, 'volunteer.ask', { requestId, volunteerId })
  return personId
}
