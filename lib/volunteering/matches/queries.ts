import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Deadline } from '@/lib/deadlines/rules'
import { type Day, diffDays } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { type Alarm, alarms, nextFollowUp } from '../follow-ups/rules'
import { type Followed, readFollowed } from '../follow-ups/sql'
import { type Lists, readLists } from '../list/sql'
import type { PathRules } from '../path/rules'
import { pathRules } from '../path/sql'
import { type AskedPair, askedPairs, type Match, matches } from './sql'

/** A match with what was asked about it. `next`: nothing once it has ended. `inDays`: negative when it has passed. */
export type FollowedMatch = Match & Followed & { next: Deadline | null; inDays: number | null; alarms: Alarm[] }
export type MatchList = { asked: AskedPair[]; running: FollowedMatch[]; ended: Match[]; lists: Lists }

function follow(match: Match, { followUps, checkIns, meetings }: Followed, rules: PathRules, today: Day): FollowedMatch {
  const next = match.end ? null : nextFollowUp(match.startedOn, followUps, rules)
  return { ...match, followUps, checkIns, meetings, next, inDays: next && diffDays(today, next.due), alarms: match.end ? [] : alarms(checkIns, meetings, followUps.at(-1)?.recordedAt ?? null) }
}
const soonest = (a: FollowedMatch, b: FollowedMatch) => b.alarms.length - a.alarms.length || (a.inDays ?? 0) - (b.inDays ?? 0) || a.number - b.number

/** Every question nobody has resolved, every match that runs and those that ended. Seven statements, whatever their number; citizens who are named stand in the log. */
export function listMatches(actor: Actor, today: Day): Promise<MatchList> {
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const [lists, asked, all] = [await readLists(tx), await askedPairs(tx, today), await matches(tx)]
    shown({ action: 'volunteer.matches-listed', people: [...new Set([...asked.map(({ personId }) => personId), ...all.flatMap(({ personId }) => personId ?? [])])], details: { shown: asked.length + all.length } })
    const [rules, followed] = [await pathRules(tx), await readFollowed(tx)]
    return { asked, running: all.filter(({ end }) => !end).map((match) => follow(match, followed(match.id), rules, today)).sort(soonest), ended: all.filter(({ end }) => end), lists }
  })
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
