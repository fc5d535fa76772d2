import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { type Lists, readLists } from '../../list/sql'
import { type AskedPair, askedPairs } from '../../matches/sql'
import { barriers, type HardRule, leftOut } from '../rules'
import { reasons, type Reasons, score, type Score } from '../score/rules'
import { readPairs, readRequest, type Pair, type Request } from './sql'

/** `unchecked`: whether they are free at the time of the meeting is not known. */
export type Candidate = Omit<Pair, 'between'> & { score: Score; reasons: Reasons; unchecked: boolean }
/** Those who are hidden, by the first rule; nobody is named who is close to the person. */
export type Hidden = { rule: HardRule; count: number; names: { id: string; name: string }[] }
export type Candidates = { request: Request; asked: Candidate[]; candidates: Candidate[]; hidden: Hidden[]; lists: Lists; /** How far the questions are. */ answers: AskedPair[] }
const SHOWN = 20

/** Who could be asked, in order of fit, who has been, and who is left out and why. Null where nobody waits by this id. Four statements, whatever the number of volunteers. */
export async function openRequest(actor: Actor, requestId: string, today: Day): Promise<Candidates | null> {
  if (!z.uuid().safeParse(requestId).success) return null
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const request = await readRequest(tx, requestId)
    if (!request) return null
    const [lists, pairs, answers] = [await readLists(tx), await readPairs(tx, request, today), await askedPairs(tx, today, requestId)]
    shown({ kind: 'VIEW', action: 'volunteer.request-viewed', ...(request.personId && { personId: request.personId }), details: { request: requestId } })
    const judged = pairs.map((pair) => ({ pair, forbidden: barriers(request.wanting, pair.helping, pair.between) }))
    const scored = (all: typeof judged): Candidate[] => all.map(({ pair: { between, ...pair } }) => {
      const found = score(request.wanting, pair.helping, today)
      return { ...pair, score: found, reasons: reasons(found), unchecked: between.booked === null }
    }).sort((a, b) => b.score.total - a.score.total || a.number - b.number)
    const others = judged.filter(({ pair }) => pair.stands !== 'asked')
    const hidden = leftOut(others.map(({ forbidden }) => forbidden)).map(({ rule, count }) => ({ rule, count, names: rule === 'staff' ? [] : others.filter(({ forbidden: [first] }) => first?.rule === rule).map(({ pair: { id, name } }) => ({ id, name })) }))
    return { request, asked: scored(judged.filter(({ pair }) => pair.stands === 'asked')), candidates: scored(others.filter(({ forbidden }) => forbidden.length === 0)).slice(0, SHOWN), hidden, lists, answers }
  })
}
