import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { type Lists, readLists } from '../../list/sql'
import { type AskedPair, askedPairs } from '../../matches/sql'
import { barriers, type HardRule, leftOut, stateOf } from '../rules'
import { reasons, type Reasons, score, type Score } from '../score/rules'
import { readPairs, readRefusals, readWished, type Pair, type Refusal, type Request } from './sql'

/** `unchecked`: whether they are free at the time of the meeting is not known. */
export type Candidate = Omit<Pair, 'between'> & { score: Score; reasons: Reasons; /** Chosen by the citizen from the catalogue. */ wished: boolean; unchecked: boolean }
/** Those who are hidden, by the first rule, and the first of them by name; nobody is named who is close to the person. */
export type Hidden = { rule: HardRule; count: number; names: { id: string; name: string }[] }
export type Candidates = { request: Request; asked: Candidate[]; candidates: Candidate[]; /** Up to two, in the order they were chosen, of those no rule forbids. */ compared: Candidate[]; hidden: Hidden[]; /** Whom the citizen chose, and whether a rule forbids it; null where they chose nobody. */ wish: { name: string; open: boolean } | null; lists: Lists; /** How far the questions are. */ answers: AskedPair[]; /** Who was turned down; `changed`: what was the cause is another now. */ refused: (Omit<Refusal, 'state'> & { name: string; changed: boolean })[] }
const SHOWN = 20
/** Names of those who are hidden by one rule: the others are counted. */
const NAMED = 40

/** Who could be asked, in order of fit with whom the citizen chose first, who has been, and who is left out and why. Null where nobody waits by this id. Five statements, whatever the number of volunteers. */
export async function openRequest(actor: Actor, requestId: string, today: Day, chosen: readonly string[] = []): Promise<Candidates | null> {
  if (!z.uuid().safeParse(requestId).success) return null
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const waits = await readWished(tx, requestId)
    if (!waits) return null
    const { request, wishedId: wish } = waits
    const [lists, pairs, answers, refusals] = [await readLists(tx), await readPairs(tx, request, today), await askedPairs(tx, today, requestId), await readRefusals(tx, requestId)]
    shown({ kind: 'VIEW', action: 'volunteer.request-viewed', ...(request.personId && { personId: request.personId }), details: { request: requestId } })
    const judged = pairs.map((pair) => ({ pair, forbidden: barriers(request.wanting, pair.helping, pair.between) }))
    const scored = (all: typeof judged): Candidate[] => all.map(({ pair: { between, ...pair } }) => {
      const found = score(request.wanting, pair.helping, today)
      return { ...pair, score: found, reasons: reasons(found), wished: pair.id === wish, unchecked: between.booked === null }
    }).sort((a, b) => Number(b.wished) - Number(a.wished) || b.score.total - a.score.total || a.number - b.number)
    const others = judged.filter(({ pair }) => pair.stands !== 'asked')
    const hidden = leftOut(others.map(({ forbidden }) => forbidden)).map(({ rule, count }) => ({ rule, count, names: rule === 'staff' ? [] : others.filter(({ forbidden: [first] }) => first?.rule === rule).slice(0, NAMED).map(({ pair: { id, name } }) => ({ id, name })) }))
    const [asked, open] = [scored(judged.filter(({ pair }) => pair.stands === 'asked')), scored(others.filter(({ forbidden }) => forbidden.length === 0))]
    // That two are close is told of nobody by name, and of a wish neither.
    const chosenOne = pairs.find(({ id, between }) => id === wish && !between.staff)
    const refused = refusals.flatMap(({ state, ...one }) => {
      const pair = pairs.find(({ id, between }) => id === one.volunteerId && !between.staff)
      return pair ? [{ ...one, name: pair.name, changed: state !== stateOf(one.cause, request.wanting, pair.helping) }] : []
    })
    return { request, refused, asked, wish: chosenOne ? { name: chosenOne.name, open: [...asked, ...open].some(({ id }) => id === wish) } : null, candidates: open.slice(0, SHOWN), compared: chosen.flatMap((id) => [...asked, ...open].filter((one) => one.id === id)), hidden, lists, answers }
  })
}
