import 'server-only'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { type Tx, transaction } from '@/lib/platform/db'
import type { TableRow } from '../files/table'
import type { ImportKind } from '../kind'
import type { Decision, Verdict } from '../rows/verdict'
import type { ParsedRow } from '../values/rules'
import { readDecision, type StoredVerdict } from './rules'

const CHUNK = 500
/** Rows read at once. Few: what an answer is while it is unpacked must die young, or the collector lets it pile up for a whole import. */
export const READ_AT_ONCE = 400

/** Runs once per some hundred rows: one statement each, and never one parameter of a hundred megabytes. `shape` is called when a row's turn comes. */
export async function inChunks<T>(rows: readonly T[], run: (json: string, done: number) => Promise<unknown>, shape: (row: T) => unknown = (row) => row): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await run(JSON.stringify(rows.slice(at, at + CHUNK).map(shape)), Math.min(rows.length, at + CHUNK))
}

/** Replaces the rows of a batch by those of a table that was just read. */
export async function storeRows(tx: Tx, batchId: string, rows: readonly TableRow[]): Promise<void> {
  await tx.importRow.deleteMany({ where: { batchId } })
  await inChunks(rows, (json) => tx.$executeRaw`
    INSERT INTO import_row (batch_id, number, cells, problem, reasons)
    SELECT ${batchId}::uuid, r.number, r.cells, r.problem, '[]'::jsonb FROM jsonb_to_recordset(${json}::jsonb) AS r(number int, cells jsonb, problem jsonb)`)
}

export type WaitingRow = TableRow & { decision: Decision | null; fingerprint: string | null }

/** The rows as the file had them, in its order, with what has been answered about them: handed over part by part, and not kept. */
export async function waitingRows(tx: Tx, batchId: string, take: (row: WaitingRow) => void): Promise<void> {
  type Row = { number: number; cells: string[]; problem: TableRow['problem'] | null; decision: string | null; fingerprint: string | null }
  for (let after = -1; ; ) {
    const rows = await tx.$queryRaw<Row[]>`SELECT number, cells, problem, decision, encode(fingerprint, 'hex') AS fingerprint FROM import_row
      WHERE batch_id = ${batchId}::uuid AND number > ${after}::int ORDER BY number LIMIT ${READ_AT_ONCE}::int`
    for (const { problem, decision, ...row } of rows) take({ ...row, ...(problem ? { problem } : {}), decision: readDecision(decision) })
    if (rows.length < READ_AT_ONCE) return
    after = rows.at(-1)?.number ?? after
  }
}

/** `label`: what names the row to a person (their name as the file has it). */
export type JudgedRow = { parsed: ParsedRow; verdict: Verdict; first: number; candidates: StoredVerdict['candidates']; label: Record<string, string> }

/** Keyed hash of all a row would do. Equal before and after means that what was shown is what is done. */
export function fingerprintOf({ verdict }: Pick<JudgedRow, 'verdict'>): Buffer {
  const { kind, personId, joins, changes, heldBack, addition } = verdict
  return Buffer.from(blindIndex(JSON.stringify([kind, personId, joins, changes, heldBack, addition])))
}

/** Writes the verdict of every row. Sealed values are left out: nothing here may hold a CPR number a second time. */
export async function storeVerdicts(tx: Tx, batchId: string, kind: ImportKind, rows: readonly JudgedRow[], progress?: (done: number) => Promise<void>): Promise<void> {
  await inChunks(rows, async (json, done) => {
    await tx.$executeRaw`
      UPDATE import_row r SET verdict = v.verdict::import_verdict, person_id = v.person_id, reasons = v.reasons, reason_codes = v.codes, changes = v.changes,
        parsed = v.label, fingerprint = decode(v.fingerprint, 'hex')
      FROM jsonb_to_recordset(${json}::jsonb) AS v(number int, verdict text, person_id uuid, reasons jsonb, codes text[], changes jsonb, label jsonb, fingerprint text)
      WHERE r.batch_id = ${batchId}::uuid AND r.number = v.number`
    await progress?.(done)
  }, (row) => verdictRecord(row, kind))
}

function verdictRecord(row: JudgedRow, kind: ImportKind) {
  const { verdict } = row
  const sealed = new Set(kind.fields.filter((field) => field.sealed).map((field) => field.key))
  const shown = (changes: Verdict['changes']) => changes.map((change) => (sealed.has(change.field) ? { ...change, to: null } : change))
  const changes: StoredVerdict = {
    changes: shown(verdict.changes), heldBack: shown(verdict.heldBack), addition: verdict.addition, joins: verdict.joins, first: row.first, candidates: row.candidates,
  }
  return {
    number: verdict.row, verdict: verdict.kind.toUpperCase(), person_id: verdict.personId, reasons: verdict.issues,
    codes: reasonsOf(verdict), changes, label: row.label, fingerprint: fingerprintOf(row).toString('hex'),
  }
}

/** Why the row stands where it stands. What is only told along the way is no reason. */
function reasonsOf({ issues, kind }: Verdict): string[] {
  const held = kind === 'doubtful' || kind === 'error'
  return [...new Set(issues.filter((issue) => !held || issue.severity !== 'hint').map((issue) => issue.code))]
}

/** How far a job is. Its own transaction: the job's is not seen before it ends. */
export async function noteProgress(batchId: string, done: number): Promise<void> {
  await transaction({ role: 'worker' }, (tx) => tx.$executeRaw`UPDATE import_batch SET progress = ${done}, progress_at = now() WHERE id = ${batchId}::uuid`)
}

/** True when no other job is at work on the batch. Held until the transaction ends, also when the process is killed. */
export async function takeBatch(tx: Tx, batchId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`import ${batchId}`}, 0)) AS taken`
  return row?.taken ?? false
}
