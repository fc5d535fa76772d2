import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { type Lists, readLists } from '../list/sql'
import { type AskedPair, askedPairs, type Match, matches } from './sql'

export type MatchList = { asked: AskedPair[]; running: Match[]; ended: Match[]; lists: Lists }

/** Every question nobody has resolved, every match that runs and those that ended. Three statements; citizens who are named stand in the log. */
export function listMatches(actor: Actor, today: Day): Promise<MatchList> {
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const [lists, asked, all] = [await readLists(tx), await askedPairs(tx, today), await matches(tx)]
    shown({ action: 'volunteer.matches-listed', people: [...new Set([...asked.map(({ personId }) => personId), ...all.flatMap(({ personId }) => personId ?? [])])], details: { shown: asked.length + all.length } })
    return { asked, running: all.filter(({ end }) => !end), ended: all.filter(({ end }) => end), lists }
  })
}

/** One match. Null where there is none for the reader. Two statements. */
export async function openMatch(actor: Actor, matchId: string): Promise<{ match: Match; lists: Lists } | null> {
  if (!z.uuid().safeParse(matchId).success) return null
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const [lists, [match]] = [await readLists(tx), await matches(tx, Prisma.sql`m.id = ${matchId}::uuid`)]
    if (!match) return null
    shown({ kind: 'VIEW', action: 'volunteer.match-viewed', ...(match.personId && { personId: match.personId }), details: { match: matchId } })
    return { match, lists }
  })
}
