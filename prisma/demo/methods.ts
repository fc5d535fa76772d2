import { addDays, type Day, dayToDb, diffDays } from '@/lib/platform/day'
import type { Prisma, PrismaClient } from '../generated/client'
import { METHOD_STORIES } from './method-stories'
import { writtenAt } from './moments'

type Made = Pick<Prisma.CaseMoveCreateManyInput, 'number' | 'kind' | 'versionId' | 'step' | 'item' | 'ofNumber' | 'onDay' | 'words' | 'recordedAt'>
/** Longest time a story takes, in days: in an older case the method began later. */
const LONGEST: Record<string, number> = { 'naeste-skridt': 88, arbejdsfaellesskab: 150, 'mit-liv': 300 }
const A_YEAR = 365

/** The first version of each method, by code. */
export async function methodVersions(db: PrismaClient): Promise<Map<string, string>> {
  const versions = await db.methodVersion.findMany({ where: { number: 1 }, select: { id: true, method: { select: { code: true } } } })
  return new Map(versions.map(({ id, method }) => [method.code, id]))
}

/** So many events of the story of a method, at even distances from the day the case was opened to `last`. */
export function movesOf([code, many]: readonly [string, number], versionId: string, openedOn: Day, last: Day): Made[] {
  const events = METHOD_STORIES[code]?.slice(0, many) ?? []
  const first = addDays(last, -(LONGEST[code] ?? A_YEAR))
  const begun = openedOn > first ? openedOn : first
  const span = Math.max(0, diffDays(begun, last))
  const at = (nth: number) => { const day = addDays(begun, Math.floor((span * nth) / Math.max(1, events.length))); return { versionId, onDay: dayToDb(day), recordedAt: writtenAt(day, 11, 40) } }
  return [{ number: 1, kind: 'follow', ...at(0) }, ...events.map(([kind, what, words], nth): Made => {
    const [step, item] = what.split('.')
    // What was a slip of the hand is taken back the same day.
    return kind === 'undo' ? { number: nth + 2, kind, ofNumber: nth + 1, ...at(nth) } : { number: nth + 2, kind, step: step || null, item: item ?? null, words, ...at(nth + 1) }
  })]
}
