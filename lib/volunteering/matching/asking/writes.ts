import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { readPairs, readRequest } from '../candidates/sql'
import { barriers } from '../rules'
import { lockFacts } from '../../path/sql'

export type Said = 'yes' | 'no' | 'both' | 'gone' | 'meanwhile'

/** What follows from an answer that was written: a match that both want is begun by a job, and whoever said yes to what is not to be is told by another. Throws Refused where nothing was written. */
export async function afterAnswer(tx: Tx, said: Said | undefined, requestId: string, volunteerId: string): Promise<'yes' | 'no' | 'both'> {
  if (said === undefined || said === 'gone' || said === 'meanwhile') throw new Refused(`matches.error.${said ?? 'gone'}`)
  if (said === 'both') await enqueue(tx, 'volunteer.start', { requestId, volunteerId })
  if (said === 'no') await enqueue(tx, 'volunteer.no-match', null)
  return said
}

/** Begins a match: every rule again under a lock, then the database's own. Questions take no place here: of several who say yes the first begins. Throws Refused with what is against it. */
export async function startMatch(tx: Tx, requestId: string, volunteerId: string, today: Day): Promise<{ matchId: string; personId: string }> {
  await lockFacts(tx, volunteerId)
  const request = await readRequest(tx, requestId)
  const [pair] = request ? await readPairs(tx, request, today, volunteerId) : []
  if (!request || !pair || pair.stands !== 'asked') throw new Refused('matches.error.gone')
  const helping = { ...pair.helping, asked: 0, monthlyLimit: null }
  const [first] = barriers(request.wanting, helping, pair.between)
  if (first) throw new Refused(`matches.error.start.${first.rule === 'capacity' ? 'full' : first.rule === 'clearance' || first.rule === 'agreement' ? first.rule : 'forbidden'}`)
  const [row] = await tx.$queryRaw<{ said: 'done' | 'gone' | 'waits' | 'forbidden' | 'full'; matchId: string | null; personId: string | null }[]>`SELECT said, match_id::text AS "matchId", person_id::text AS "personId" FROM access.start_match(${requestId}::uuid, ${volunteerId}::uuid)`
  if (row?.said !== 'done' || !row.matchId || !row.personId) throw new Refused(row?.said === 'gone' || row?.said === undefined || row.said === 'done' ? 'matches.error.gone' : `matches.error.start.${row.said}`)
  return { matchId: row.matchId, personId: row.personId }
}
