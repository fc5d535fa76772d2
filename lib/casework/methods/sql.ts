import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { dayFromDb } from '@/lib/platform/day'
import { type MethodVersion, stepList } from './parts'
import { type Move, type MoveKind, type Place, placeOf } from './rules'

/** With who did it and when, for the history. */
export type MoveRow = Move & { by: string; at: Date }
export type Followed = { place: Place | null; /** Newest first. */ moves: MoveRow[]; versions: MethodVersion[] }
type Stored = Awaited<ReturnType<Tx['methodVersion']['findMany']>>[number]

export function versionOf({ nameDa, nameEn, leadDa, leadEn, steps, ...row }: Omit<Stored, 'createdBy' | 'createdAt'>): MethodVersion {
  const { id, methodId, number, source, lookBackMonths, caseLimit, aftercareWeeks, certificate, scaleCode } = row
  return { id, methodId, number, source, lookBackMonths, caseLimit, aftercareWeeks, certificate, scaleCode, name: { da: nameDa, en: nameEn }, lead: { da: leadDa, en: leadEn }, steps: stepList.parse(steps) }
}

type Raw = Omit<Move, 'on'> & { caseId: string; on: Date; at: Date; by: string }

/** Where these cases stand in their methods, by case. `turnsOnly`: without ticks and clips, for a list that shows the step alone. Two statements; the transaction is the reader's own. */
export async function followedBy(tx: Tx, caseIds: readonly string[], { turnsOnly = false } = {}): Promise<Map<string, Followed>> {
  const rows = await tx.$queryRaw<Raw[]>`SELECT m.case_id AS "caseId", m.number, m.kind, m.version_id AS "versionId", m.step, m.item, m.of_number AS "of", m.on_day AS "on", m.words, m.recorded_at AS at, u.name AS by
    FROM case_move m JOIN app_user u ON u.id = m.recorded_by WHERE m.case_id = ANY (${[...caseIds]}::uuid[]) AND (NOT ${turnsOnly} OR m.kind IN ('follow', 'leave', 'enter', 'finish')) ORDER BY m.case_id, m.number`
  const versions = (await tx.methodVersion.findMany({ where: { id: { in: [...new Set(rows.map(({ versionId }) => versionId))] } } })).map(versionOf)
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId)
  return new Map([...byCase].map(([caseId, mine]) => {
    const moves = mine.map(({ caseId: _, ...move }): MoveRow => ({ ...move, kind: move.kind as MoveKind, on: dayFromDb(move.on) }))
    return [caseId, { place: placeOf(moves, versions), moves: moves.toReversed(), versions }]
  }))
}

/** The newest version of each method a case may begin to follow. One statement. */
export async function currentVersions(tx: Tx): Promise<MethodVersion[]> {
  const rows = await tx.methodVersion.findMany({ where: { method: { retiredOn: null } }, orderBy: [{ methodId: 'asc' }, { number: 'desc' }], distinct: ['methodId'] })
  return rows.map(versionOf).sort((a, b) => a.name.da.localeCompare(b.name.da, 'da'))
}
