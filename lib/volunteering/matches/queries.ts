import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Deadline } from '@/lib/deadlines/rules'
import { type Day, diffDays } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Alarm, alarms, nextFollowUp, reachedSomebody } from '../follow-ups/rules'
import { type Followed, readFollowed } from '../follow-ups/sql'
import { type Lists, readLists } from '../list/sql'
import type { PathRules } from '../path/rules'
import { pathRules } from '../path/sql'
import { type MatchesView, MATCH_ROWS } from './schema'
import { type AskedPair, askedPairs, type Match, matches } from './sql'

/** A match with what was asked about it. `next`: nothing once it has ended, and of one for a single meeting. `inDays`: negative when it has passed. */
export type FollowedMatch = Match & Followed & { next: Deadline | null; inDays: number | null; alarms: Alarm[] }
/** Of the tab that is looked at the rows of the page, of the others how many. */
export type MatchList = { asked: AskedPair[]; running: FollowedMatch[]; ended: Match[]; counts: Record<MatchesView['tab'], number>; lists: Lists }

function follow(match: Match, { followUps, checkIns, meetings }: Followed, rules: PathRules, today: Day): FollowedMatch {
  const next = match.end || match.forMeeting ? null : nextFollowUp(match.startedOn, followUps, rules)
  return { ...match, followUps, checkIns, meetings, next, inDays: next && diffDays(today, next.due), alarms: match.end ? [] : alarms(checkIns, meetings, followUps.findLast(reachedSomebody)?.recordedAt ?? null) }
}
/** Alarms first, then the soonest; what has no day of its own stands last. */
const soonest = (a: FollowedMatch, b: FollowedMatch) => b.alarms.length - a.alarms.length || (a.inDays ?? 1e6) - (b.inDays ?? 1e6) || a.number - b.number

/** Questions nobody has resolved, matches that run or those that ended: one page of one of them, and how many there are of each. Seven statements at most; citizens who are named on it stand in the log. */
export function listMatches(actor: Actor, today: Day, { tab, page }: MatchesView): Promise<MatchList> {
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const [lists, asked, all] = [await readLists(tx), await askedPairs(tx, today), await matches(tx)]
    const [running, ended] = [all.filter(({ end }) => !end), all.filter(({ end }) => end)]
    const part = <T>(of: MatchesView['tab'], rows: readonly T[]): T[] => (of === tab ? rows.slice((page - 1) * MATCH_ROWS, page * MATCH_ROWS) : [])
    const list = { asked: part('asked', asked), running: part('running', tab === 'running' ? await sorted(tx, running, today) : []), ended: part('ended', ended), counts: { asked: asked.length, running: running.length, ended: ended.length }, lists }
    const rows: { personId: string | null }[] = [...list.asked, ...list.running, ...list.ended]
    shown({ action: 'volunteer.matches-listed', people: [...new Set(rows.flatMap(({ personId }) => personId ?? []))], details: { shown: rows.length } })
    return list
  })
}
async function sorted(tx: Tx, running: readonly Match[], today: Day): Promise<FollowedMatch[]> {
  const [rules, followed] = [await pathRules(tx), await readFollowed(tx)]
  return running.map((match) => follow(match, followed(match.id), rules, today)).sort(soonest)
}

/** One match with everything asked about it. Null where there is none for the reader. Six statements. */
export async function openMatch(actor: Actor, matchId: string, today: Day): Promise<{ match: FollowedMatch; lists: Lists } | null> {
  if (!z.uuid().safeParse(matchId).success) return null
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const [lists, [match]] = [await readLists(tx), await matches(tx, Prisma.sql`m.id = ${matchId}::uuid`)]
    if (!match) return null
    shown({ kind: 'VIEW', action: 'volunteer.match-viewed', ...(match.personId && { personId: match.personId }), details: { match: matchId } })
    const [rules, followed] = [await pathRules(tx), await readFollowed(tx, matchId)]
    return { match: follow(match, followed(matchId), rules, today), lists }
  })
}

export type MatchFigures = { alarms: number; late: number; both: number; long: number }
/** What waits for whoever leads volunteers among questions and matches, in numbers: the same rows as the lists. */
export function matchFigures(actor: Actor, today: Day): Promise<MatchFigures> {
  return readAs(actor, 'volunteer.match', async ({ tx }) => {
    const [asked, all, rules, followed] = [await askedPairs(tx, today), await matches(tx, Prisma.sql`m.ended_on IS NULL`), await pathRules(tx), await readFollowed(tx)]
    const running = all.map((match) => follow(match, followed(match.id), rules, today))
    return { alarms: running.filter((one) => one.alarms.length > 0).length, late: running.filter(({ inDays }) => inDays !== null && inDays < 0).length, both: asked.filter(({ state }) => state === 'both').length, long: asked.filter(({ state }) => state === 'long').length }
  })
}
