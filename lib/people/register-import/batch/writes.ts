import 'server-only'
import { NotAllowed } from '@/lib/access/read'
import { record } from '@/lib/audit/record'
import { fingerprintOf, inChunks, type JudgedRow, storeVerdicts, waitingRows } from '@/lib/imports/batches/writes'
import { newId } from '@/lib/imports/batches/ids'
import type { Mapping } from '@/lib/imports/columns/rules'
import { countVerdicts, disappeared } from '@/lib/imports/rows/summary'
import type { Decision } from '@/lib/imports/rows/verdict'
import { type ParseInput, type ParsedRow, parseRow, type ValueMap } from '@/lib/imports/values/rules'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { planWrites, type AppliedRecord } from '../apply/plan'
import { writePlan } from '../apply/writes'
import { judgeFile } from '../judge'
import { REGISTER } from '../kind'
import type { Register } from '../lookup/register'
import { readRegister } from '../lookup/sql'

export type BatchSetup = { id: string; columns: string[]; mapping: Mapping; valueMap: ValueMap; complete: boolean; createdBy: string }

/** How a batch's rows are read: its columns, and what was decided about its words. */
export function parseInput(batch: Pick<BatchSetup, 'columns' | 'mapping' | 'valueMap'>, today: Day): ParseInput {
  return { kind: REGISTER, columns: batch.columns, mapping: batch.mapping, valueMap: batch.valueMap, context: { today } }
}

export async function findBatch(tx: Tx, id: string): Promise<(BatchSetup & { state: string; confirmedBy: string | null; undoneBy: string | null }) | null> {
  const row = await tx.importBatch.findFirst({ where: { id, kind: REGISTER.code } })
  if (!row) return null
  return {
    id, state: row.state, columns: row.columns as string[], mapping: (row.mapping ?? {}) as Mapping, valueMap: (row.valueMap ?? {}) as ValueMap,
    complete: row.complete, createdBy: row.createdBy, confirmedBy: row.confirmedBy, undoneBy: row.undoneBy,
  }
}

type Rows = { parsed: ParsedRow[]; decisions: Map<number, Decision>; /** The fingerprint of what was shown, by row. */ shown: Map<number, string | null> }

/** The rows of a batch, read as it says. Their cells as they stood in the file are not kept. */
async function readRows(tx: Tx, batch: BatchSetup, today: Day): Promise<Rows> {
  const rows: Rows = { parsed: [], decisions: new Map(), shown: new Map() }
  const input = parseInput(batch, today)
  await waitingRows(tx, batch.id, (row) => {
    rows.parsed.push(parseRow(row, input))
    rows.shown.set(row.number, row.fingerprint)
    if (row.decision) rows.decisions.set(row.number, row.decision)
  })
  return rows
}

/** Judges every row against the register as it is now, and keeps the verdicts. Nothing but the batch's own rows is written. */
export async function previewBatch(tx: Tx, batch: BatchSetup, today: Day, progress?: (done: number) => Promise<void>): Promise<Record<string, number>> {
  const { parsed, decisions } = await readRows(tx, batch, today)
  const register = await readRegister(tx, parsed)
  const judged = judgeFile(parsed, register, decisions)
  await storeVerdicts(tx, batch.id, REGISTER, judged, progress)
  const counts = countVerdicts(judged.map((row) => row.verdict))
  const missing = batch.complete ? disappeared(await onTheList(tx), judged.map((row) => row.verdict)) : []
  await tx.$executeRaw`UPDATE import_batch SET state = 'PREVIEWED', counts = ${JSON.stringify(counts)}::jsonb, missing = ${JSON.stringify(missing)}::jsonb, unknown_values = NULL,
    progress = ${parsed.length}, total = ${parsed.length}, error_code = NULL, version = version + 1 WHERE id = ${batch.id}::uuid`
  return counts
}

/** Veterans here who should be in a whole register: alive, living here, and the asker's to see. */
async function onTheList(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT p.id::text FROM person p
    WHERE p.merged_into_id IS NULL AND p.died_on IS NULL AND (p.moved_away_on IS NULL OR p.moved_in_on > p.moved_away_on)
      AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL)
      AND 'VETERAN' = ANY ((SELECT access.programmes('person.read'))::person_role_kind[])
      AND NOT (p.id = ANY ((SELECT access.conflicts())::uuid[])) AND (NOT p.shielded OR (SELECT access.cleared('SHIELDED')))
    ORDER BY p.last_name, p.first_name, p.id`
  return rows.map((row) => row.id)
}

/**
 * Writes the good rows, in the caller's one transaction. A row that would do anything else now than what was shown (somebody has changed
 * the person since) is held back and asked about again, and so is every row that built on it.
 */
export async function confirmBatch(tx: Tx, batch: BatchSetup & { confirmedBy: string | null }, today: Day): Promise<Record<string, number>> {
  if (!batch.confirmedBy) throw new NotAllowed('import.run')
  const { parsed, decisions, shown } = await readRows(tx, batch, today)
  const register = await readRegister(tx, parsed, true)
  const { judged, changed } = asShown(parsed, register, decisions, shown)
  const plan = planWrites(judged, register, newId)
  await writePlan(tx, plan, batch.confirmedBy, today)
  await keepApplied(tx, batch.id, plan.applied)
  const counts = { ...countVerdicts(judged.map((row) => row.verdict)), changedSince: changed.size }
  await holdBack(tx, batch.id, changed)
  await tx.$executeRaw`UPDATE import_batch SET state = 'CONFIRMED', confirmed_at = now(), counts = ${JSON.stringify(counts)}::jsonb, progress = total, error_code = NULL, version = version + 1
    WHERE id = ${batch.id}::uuid`
  const people = [...new Set(plan.applied.map((row) => row.personId))]
  await record(tx, { kind: 'CHANGE', action: 'import.applied', people, details: { batch: batch.id, new: counts.new, changed: counts.changed, held: changed.size } })
  return counts
}

type Judged = { judged: JudgedRow[]; changed: Set<number> }

/** Judged until what is left does exactly what was shown. Ends: every round holds at least one more row back. */
export function asShown(parsed: ParsedRow[], register: Register, decided: ReadonlyMap<number, Decision>, shown: ReadonlyMap<number, string | null>): Judged {
  const changed = new Set<number>()
  for (;;) {
    const decisions = new Map([...decided, ...[...changed].map((row): [number, Decision] => [row, { as: 'skip' }])])
    const judged = judgeFile(parsed, register, decisions)
    const other = judged.filter((row) => !changed.has(row.verdict.row) && fingerprintOf(row).toString('hex') !== shown.get(row.verdict.row))
    if (other.length === 0) return { judged, changed }
    for (const row of other) changed.add(row.verdict.row)
  }
}

/** What each row did, for undoing it. Rows that went in need their cells no longer: the register holds them now. */
async function keepApplied(tx: Tx, batchId: string, applied: AppliedRecord[]): Promise<void> {
  await inChunks(applied, (json) => tx.$executeRaw`UPDATE import_row r SET applied = to_jsonb(v.*) - 'row', person_id = v."personId", cells = '[]'::jsonb
    FROM jsonb_to_recordset(${json}::jsonb) AS v("row" int, "personId" uuid, created boolean, changes jsonb, "addedRecordIds" jsonb, ops jsonb)
    WHERE r.batch_id = ${batchId}::uuid AND r.number = v."row"`)
  await tx.$executeRaw`UPDATE import_row SET cells = '[]'::jsonb WHERE batch_id = ${batchId}::uuid AND verdict = 'SAME'`
}

async function holdBack(tx: Tx, batchId: string, rows: ReadonlySet<number>): Promise<void> {
  if (rows.size === 0) return
  const issue = { column: '', field: null, code: 'changed-since-preview', severity: 'doubt', params: {} }
  await tx.$executeRaw`UPDATE import_row SET verdict = 'DOUBTFUL', decision = NULL, reason_codes = ARRAY['changed-since-preview'],
    reasons = jsonb_build_array(${JSON.stringify(issue)}::jsonb || jsonb_build_object('row', number)) || reasons
    WHERE batch_id = ${batchId}::uuid AND number = ANY (${[...rows]}::int[])`
}
