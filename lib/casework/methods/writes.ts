import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { MoveKind, Place } from './rules'
import { followedBy } from './sql'

export type CaseRef = { personId: string; caseId: string }
type Added = { kind: MoveKind; versionId?: string; step?: string; item?: string; of?: number; on: Day; words?: string | null }

/**
 * The case with its place, held until the transaction ends: of two who move it at once the second waits here and then finds what the first did.
 * Throws Refused for a case that is not there, one that is closed, and behind emergency access.
 */
export async function holdPlace(tx: Tx, { personId, caseId }: CaseRef): Promise<{ place: Place | null; newest: number; turn: number }> {
  const found = await tx.caseFile.findFirst({ where: { id: caseId, personId }, select: { states: { select: { state: true }, orderBy: { number: 'desc' }, take: 1 } } })
  if (!found) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  if (found.states[0]?.state === 'closed') throw new Refused('casework.methods.error.closed')
  await tx.$queryRaw`SELECT true AS held FROM (SELECT pg_advisory_xact_lock(hashtextextended('case method ' || ${caseId}, 0))) held`
  const followed = (await followedBy(tx, [caseId])).get(caseId)
  const turns = followed?.moves.filter(({ kind }) => kind === 'follow' || kind === 'leave' || kind === 'enter' || kind === 'finish') ?? []
  return { place: followed?.place ?? null, newest: followed?.moves[0]?.number ?? 0, turn: turns[0]?.number ?? 0 }
}

/** The same for what needs a method to stand in. Throws Refused where none is followed. */
export async function requirePlace(tx: Tx, ref: CaseRef): Promise<{ place: Place; newest: number; turn: number }> {
  const { place, ...held } = await holdPlace(tx, ref)
  if (!place) throw new Refused('casework.methods.error.none')
  return { place, ...held }
}

/** Adds the next move. Throws Refused where the number was taken meanwhile. */
export async function addMove(tx: Tx, actor: Actor, { personId, caseId }: CaseRef, newest: number, versionId: string, { on, of, ...move }: Added): Promise<void> {
  const { count } = await tx.caseMove.createMany({ data: [{ versionId, ...move, caseId, personId, number: newest + 1, ofNumber: of, onDay: dayToDb(on), recordedBy: actor.userId }], skipDuplicates: true })
  if (count !== 1) throw new Refused('casework.cases.error.meanwhile')
}
