import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { now } from '@/lib/platform/clock'
import type { Day } from '@/lib/platform/day'
import { omit } from '@/lib/platform/omit'
import { MERGE_UNDO_DAYS, mergePreview, type MergeRow, type MergeSide } from './merge'
import { comparedRecords, type ComparedRecord } from './records'
import type { DuplicateReason } from './rules'

type Side = { id: string; name: string; birthDate: Day | null; protection: string }
export type PairLine = { id: string; score: number; reasons: DuplicateReason[]; left: Side; right: Side }
export type MergeLine = { id: string; keptId: string; name: string; mergedName: string; at: Date; by: string | null; undoableUntil: Date }
export type DuplicateList = { pairs: PairLine[]; total: number; merges: MergeLine[] }

export const PAIRS_PAGE = 25

/** Pairs that may be one person, most likely first, and the merges that can still be taken back. Three statements with the audit. */
export async function duplicateList(actor: Actor, view: { person?: string; page: number }): Promise<DuplicateList> {
  return readAs(actor, 'person.merge', async ({ tx, shown }) => {
    const pairs = await tx.$queryRaw<(PairLine & { total: bigint })[]>`
      SELECT d.id, d.score, d.reasons, jsonb_build_object('id', l.id, 'name', l.first_name || ' ' || l.last_name, 'birthDate', l.birth_date, 'protection', l.protection) AS left,
        jsonb_build_object('id', r.id, 'name', r.first_name || ' ' || r.last_name, 'birthDate', r.birth_date, 'protection', r.protection) AS right, count(*) OVER () AS total
      FROM duplicate_pair d JOIN person l ON l.id = d.left_id AND l.merged_into_id IS NULL JOIN person r ON r.id = d.right_id AND r.merged_into_id IS NULL
      WHERE d.state = 'OPEN' AND (${view.person ?? null}::uuid IS NULL OR ${view.person ?? null}::uuid IN (d.left_id, d.right_id))
      ORDER BY d.score DESC, l.last_name, d.id LIMIT ${PAIRS_PAGE}::int OFFSET ${(view.page - 1) * PAIRS_PAGE}::int`
    const merges = await tx.$queryRaw<Omit<MergeLine, 'undoableUntil'>[]>`
      SELECT m.id, m.kept_id AS "keptId", k.first_name || ' ' || k.last_name AS name, s.first_name || ' ' || s.last_name AS "mergedName", m.merged_at AS at, u.name AS by
      FROM person_merge m JOIN person k ON k.id = m.kept_id AND k.merged_into_id IS NULL JOIN person s ON s.id = m.merged_id AND s.merged_into_id = m.kept_id LEFT JOIN app_user u ON u.id = m.merged_by
      WHERE m.undone_at IS NULL AND m.merged_at > now() - make_interval(days => ${MERGE_UNDO_DAYS}::int) AND (${view.person ?? null}::uuid IS NULL OR m.kept_id = ${view.person ?? null}::uuid)
      ORDER BY m.merged_at DESC LIMIT 20`
    shown({ action: 'person.duplicates-listed', people: [...pairs.flatMap((pair) => [pair.left.id, pair.right.id]), ...merges.map((merge) => merge.keptId)] })
    const until = (at: Date) => new Date(at.getTime() + MERGE_UNDO_DAYS * 86_400_000)
    return { total: Number(pairs[0]?.total ?? 0), pairs: pairs.map((pair) => omit(pair, 'total')), merges: merges.map((merge) => ({ ...merge, undoableUntil: until(merge.at) })) }
  })
}

export type Comparison = { pairId: string; reasons: DuplicateReason[]; sides: Record<MergeSide, ComparedRecord>; rows: MergeRow[]; at: Date }

/** The two records side by side with what the rule proposes. The left one, registered first, is the one that lives on. */
export async function comparison(actor: Actor, pairId: string): Promise<Comparison | null> {
  if (!z.uuid().safeParse(pairId).success) return null
  return readAs(actor, 'person.merge', async ({ tx, shown }) => {
    const pair = await tx.duplicatePair.findFirst({ where: { id: pairId, state: 'OPEN' } })
    const sides = pair && (await comparedRecords(tx, [pair.leftId, pair.rightId]))
    if (!pair || !sides || sides.left.mergedIntoId || sides.right.mergedIntoId) return null
    // A row for each: both are opened, and the log asks for each of them what opening asks (ADR 0014).
    for (const personId of [pair.leftId, pair.rightId]) shown({ kind: 'VIEW', action: 'person.compared', personId })
    return { pairId, reasons: pair.reasons as DuplicateReason[], sides, rows: mergePreview(sides.left.record, sides.right.record, 'left'), at: now() }
  })
}
