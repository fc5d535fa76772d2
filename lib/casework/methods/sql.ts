import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { toDay } from '@/lib/platform/day'
import { type MethodVersion, stepList } from './parts'
import { type Move, type Place, placeOf } from './rules'

/** With who did it and when, for the history. */
export type MoveRow = Move & { by: string; at: Date }
export type Followed = { place: Place | null; /** Newest first. */ moves: MoveRow[]; versions: MethodVersion[] }
type Stored = Awaited<ReturnType<Tx['methodVersion']['findMany']>>[number]

export function versionOf({ nameDa, nameEn, leadDa, leadEn, steps, ...row }: Omit<Stored, 'createdBy' | 'createdAt'>): MethodVersion {
  const { id, methodId, number, source, lookBackMonths, caseLimit, silentDays, aftercareWeeks, certificate, scaleCode } = row
  return { id, methodId, number, source, lookBackMonths, caseLimit, silentDays, aftercareWeeks, certificate, scaleCode, name: { da: nameDa, en: nameEn }, lead: { da: leadDa, en: leadEn }, steps: stepList.parse(steps) }
}

type Raw = { moves: (Omit<MoveRow, 'at'> & { caseId: string; at: string })[] | null; versions: Parameters<typeof versionOf>[0][] | null }

/** Where these cases stand in their methods, by case. `turnsOnly`: without ticks and clips, for a list that shows the step alone. One statement, also for none; the transaction is the reader's own. */
export async function followedBy(tx: Tx, caseIds: readonly string[], { turnsOnly = false } = {}): Promise<Map<string, Followed>> {
  const [found] = await tx.$queryRaw<Raw[]>`
    WITH mine AS (SELECT m.case_id, m.number, m.kind, m.version_id, m.step, m.item, m.of_number, m.on_day, m.words, m.recorded_by, m.recorded_at FROM case_move m
      WHERE m.case_id = ANY (${[...caseIds]}::uuid[]) AND (NOT ${turnsOnly} OR m.kind NOT IN ('met', 'clip')))
    SELECT (SELECT jsonb_agg(jsonb_build_object('caseId', m.case_id, 'number', m.number, 'kind', m.kind, 'versionId', m.version_id, 'step', m.step, 'item', m.item, 'of', m.of_number, 'on', m.on_day, 'words', m.words, 'by', u.name, 'at', m.recorded_at) ORDER BY m.case_id, m.number)
        FROM mine m JOIN app_user u ON u.id = m.recorded_by) AS moves,
      (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'methodId', v.method_id, 'number', v.number, 'nameDa', v.name_da, 'nameEn', v.name_en, 'leadDa', v.lead_da, 'leadEn', v.lead_en, 'source', v.source, 'steps', v.steps, 'lookBackMonths', v.look_back_months,
        'caseLimit', v.case_limit, 'silentDays', v.silent_days, 'aftercareWeeks', v.aftercare_weeks, 'certificate', v.certificate, 'scaleCode', v.scale_code)) FROM method_version v WHERE v.id IN (SELECT m.version_id FROM mine m)) AS versions`
  const versions = (found?.versions ?? []).map(versionOf)
  const byCase = Map.groupBy(found?.moves ?? [], ({ caseId }) => caseId)
  return new Map([...byCase].map(([caseId, mine]) => {
    const moves = mine.map(({ caseId: _, at, ...move }): MoveRow => ({ ...move, on: toDay(move.on), at: new Date(at) }))
    return [caseId, { place: placeOf(moves, versions), moves: moves.toReversed(), versions }]
  }))
}

/** The newest version of each method a case may begin to follow. One statement. */
export async function currentVersions(tx: Tx): Promise<MethodVersion[]> {
  const rows = await tx.methodVersion.findMany({ where: { method: { retiredOn: null } }, orderBy: [{ methodId: 'asc' }, { number: 'desc' }], distinct: ['methodId'] })
  return rows.map(versionOf).sort((a, b) => a.name.da.localeCompare(b.name.da, 'da'))
}
