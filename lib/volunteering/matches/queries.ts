import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { type Lists, readLists } from '../list/sql'
import { countWaiting } from '../matching/waiting/sql'
import { isOnly } from './rules'
import { type MatchesView, MATCH_ROWS } from './schema'
import { type AskedPair, askedPairs, followed, type FollowedMatch, type Match, matches } from './sql'

/** Of the tab that is looked at the rows of the page, of the others how many. `total`: of the tab, of those that are asked for alone where some are. */
export type MatchList = { asked: AskedPair[]; running: FollowedMatch[]; ended: Match[]; total: number; counts: Record<MatchesView['tab'] | 'waiting', number>; lists: Lists }

/** Questions nobody has resolved, matches that run or those that ended: one page of one of them, and how many there are of each. Eight statements at most; citizens who are named on it stand in the log. */
export function listMatches(actor: Actor, today: Day, { tab, page, only = null }: MatchesView): Promise<MatchList> {
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const [lists, asked, all] = [await readLists(tx), await askedPairs(tx, today), await matches(tx)]
    const [running, ended] = [all.filter(({ end }) => !end), all.filter(({ end }) => end)]
    const wanted = { asked: asked.filter(({ state }) => only === null || state === only), running: tab === 'running' ? (await followed(tx, running, today)).filter((one) => only === null || isOnly(only, one)) : [], ended }
    const part = <T>(of: MatchesView['tab'], rows: readonly T[]): T[] => (of === tab ? rows.slice((page - 1) * MATCH_ROWS, page * MATCH_ROWS) : [])
    const list = { asked: part('asked', wanted.asked), running: part('running', wanted.running), ended: part('ended', wanted.ended), total: wanted[tab].length, counts: { asked: asked.length, running: running.length, ended: ended.length, waiting: await countWaiting(tx) }, lists }
    const rows: { personId: string | null }[] = [...list.asked, ...list.running, ...list.ended]
    shown({ action: 'volunteer.matches-listed', people: [...new Set(rows.flatMap(({ personId }) => personId ?? []))], details: { shown: rows.length } })
    return list
  })
}
/** One match with everything asked about it. Null where there is none for the reader. Six statements. */
export async function openMatch(actor: Actor, matchId: string, today: Day): Promise<{ match: FollowedMatch; lists: Lists } | null> {
  if (!z.uuid().safeParse(matchId).success) return null
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const [lists, [match]] = [await readLists(tx), await matches(tx, Prisma.sql`m.id = ${matchId}::uuid`)]
    if (!match) return null
    shown({ kind: 'VIEW', action: 'volunteer.match-viewed', ...(match.personId && { personId: match.personId }), details: { match: matchId } })
    const [one] = await followed(tx, [match], today, matchId)
    return one ? { match: one, lists } : null
  })
}

export type OneVolunteersMatches = { asked: AskedPair[]; matches: Match[] }
/** Whom one volunteer is asked about and whom they meet or met: those that run first, then the newest. Citizens by name only where a live consent lets them; who is named stands in the log. Two statements. */
export function matchesOf(actor: Actor, volunteerId: string, today: Day): Promise<OneVolunteersMatches> {
  if (!z.uuid().safeParse(volunteerId).success) return Promise.resolve({ asked: [], matches: [] })
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const asked = (await askedPairs(tx, today)).filter(({ volunteer }) => volunteer.id === volunteerId)
    const all = await matches(tx, Prisma.sql`m.volunteer_id = ${volunteerId}::uuid`)
    const people = [...new Set([...asked, ...all].flatMap(({ personId }) => personId ?? []))]
    if (people.length > 0) shown({ action: 'volunteer.matches-listed', people, details: { shown: asked.length + all.length } })
    return { asked, matches: [...all.filter(({ end }) => !end), ...all.filter(({ end }) => end)] }
  })
}
