import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs, type ReadContext } from '@/lib/access/read'
import type { BatchState, StoredVerdict } from '@/lib/imports/batches/rules'
import type { Mapping } from '@/lib/imports/columns/rules'
import { type RowIssue, type UnknownValue, type ValueMap } from '@/lib/imports/values/rules'
import { type Day, dayOf } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { FileInfo } from './batch/reading'
import { REGISTER } from './kind'
import type { BatchView, Shown } from './schema'

export type Counts = Partial<Record<'new' | 'changed' | 'same' | 'doubtful' | 'error' | 'changedSince' | 'undone' | 'undoRefused', number>>
export type BatchLine = { id: string; fileName: string; state: BatchState; total: number; counts: Counts; createdAt: Date; createdBy: string; mine: boolean; confirmedAt: Date | null; undoneAt: Date | null }

const LINE = Prisma.sql`b.id::text, b.file_name AS "fileName", b.state::text, b.total, coalesce(b.counts, '{}') AS counts, b.created_at AS "createdAt", coalesce(u.name, '') AS "createdBy",
  b.created_by = (SELECT access.uid()) AS mine, b.confirmed_at AS "confirmedAt", b.undone_at AS "undoneAt"`

export const HISTORY_PAGE = 25

/** Every import that was begun, newest first. Who, when and how many: never about whom. */
export async function importHistory(actor: Actor, page: number): Promise<{ lines: BatchLine[]; total: number }> {
  return readAs(actor, 'import.run', async ({ tx, shown }) => {
    const lines = await tx.$queryRaw<(BatchLine & { found: number })[]>`
      SELECT ${LINE}, (count(*) OVER ())::int AS found FROM import_batch b LEFT JOIN app_user u ON u.id = b.created_by
      WHERE b.kind = ${REGISTER.code} ORDER BY b.created_at DESC LIMIT ${HISTORY_PAGE} OFFSET ${(page - 1) * HISTORY_PAGE}`
    shown({ action: 'import.history' })
    return { lines, total: lines[0]?.found ?? 0 }
  })
}

export type Batch = BatchLine & {
  version: number; info: FileInfo; columns: string[]; mapping: Mapping; valueMap: ValueMap; unknown: UnknownValue[]; complete: boolean
  /** People here who are not in the file, and those who may be meant by a row that is not settled. */
  missing: number; unsure: number
  progress: number; progressAt: Date | null; errorCode: string | null; confirmedBy: string | null; undoneBy: string | null
  /** Answers that have not been judged yet: only in large files. */
  waiting: number
  /** The same file went in before. */
  before: { id: string; on: Day } | null
}
type BatchRow = Omit<Batch, 'before'> & { beforeId: string | null; beforeAt: Date | null }

/** One import with its numbers; null when there is none. */
export async function importBatch(actor: Actor, id: string): Promise<Batch | null> {
  return readAs(actor, 'import.run', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<BatchRow[]>`
      SELECT ${LINE}, b.version, b.file_info AS info, b.columns, coalesce(b.mapping, '{}') AS mapping, coalesce(b.value_map, '{}') AS "valueMap",
        coalesce(b.unknown_values, '[]') AS unknown, b.complete, (SELECT count(*)::int FROM jsonb_to_recordset(coalesce(b.missing, '[]')) AS m(certainty text) WHERE m.certainty = 'gone') AS missing,
        (SELECT count(*)::int FROM jsonb_to_recordset(coalesce(b.missing, '[]')) AS m(certainty text) WHERE m.certainty = 'unsure') AS unsure, b.progress, b.progress_at AS "progressAt",
        b.error_code AS "errorCode", c.name AS "confirmedBy", n.name AS "undoneBy", e.id::text AS "beforeId", e.confirmed_at AS "beforeAt",
        (SELECT count(*)::int FROM import_row r WHERE r.batch_id = b.id AND r.fingerprint IS NULL AND b.state = 'PREVIEWED') AS waiting
      FROM import_batch b LEFT JOIN app_user u ON u.id = b.created_by LEFT JOIN app_user c ON c.id = b.confirmed_by LEFT JOIN app_user n ON n.id = b.undone_by
      LEFT JOIN LATERAL (SELECT x.id, x.confirmed_at FROM import_batch x WHERE x.kind = b.kind AND x.sha256 = b.sha256 AND x.id <> b.id AND x.confirmed_at IS NOT NULL AND x.undone_at IS NULL
        ORDER BY x.confirmed_at DESC LIMIT 1) e ON true
      WHERE b.id = ${id}::uuid AND b.kind = ${REGISTER.code}`
    shown({ kind: 'VIEW', action: 'import.viewed', details: { batch: id } })
    if (!row) return null
    const { beforeId, beforeAt, ...batch } = row
    return { ...batch, before: beforeId && beforeAt ? { id: beforeId, on: dayOf(beforeAt) } : null }
  })
}

/** The first cells of each column, to see what is in it. Only the owner's. */
export async function columnSamples(actor: Actor, id: string): Promise<string[][]> {
  return readAs(actor, 'import.run', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<{ cells: string[]; personId: string | null }[]>`SELECT cells, person_id::text AS "personId" FROM import_row WHERE batch_id = ${id}::uuid AND problem IS NULL ORDER BY number LIMIT 30`
    shown({ action: 'import.columns-viewed', people: rows.flatMap((row) => row.personId ?? []), details: { batch: id } })
    return rows.map((row) => row.cells)
  })
}

export type RowLine = StoredVerdict & {
  number: number; verdict: 'NEW' | 'CHANGED' | 'SAME' | 'DOUBTFUL' | 'ERROR'; decision: string | null; judged: boolean; issues: RowIssue[]; label: { name?: string; birthDate?: Day }
  personId: string | null; personName: string | null; refused: { code: string; field: string | null }[] | null
  /** The person is not the reader's to see any more, or only without the address: of the row no more is said than that. */
  shut: 'person' | 'address' | null
}
export type Candidate = { id: string; name: string; birthDate: Day | null; town: string | null }
export type RowPage = {
  rows: RowLine[]
  people: Candidate[]
  counts: Record<Shown, number>
  /** Why rows of this kind wait, with how many each. */
  reasons: { code: string; count: number }[]
  total: number
  show: Shown
}
export const ROWS_PAGE = 50

const WHERE: Record<Shown, Prisma.Sql> = {
  doubtful: Prisma.sql`r.verdict = 'DOUBTFUL' AND r.decision IS DISTINCT FROM 'skip'`, skipped: Prisma.sql`r.verdict = 'DOUBTFUL' AND r.decision = 'skip'`,
  error: Prisma.sql`r.verdict = 'ERROR'`, changed: Prisma.sql`r.verdict = 'CHANGED'`, new: Prisma.sql`r.verdict = 'NEW'`, same: Prisma.sql`r.verdict = 'SAME'`, all: Prisma.sql`true`,
}
const FIRST_OPEN: readonly Shown[] = ['doubtful', 'error', 'changed', 'new', 'same']

/** The rows of a file, and those that have closed with their people as no more than their number: a file adds up whoever reads it. */
const rowsOf = (id: string) => Prisma.sql`(
  SELECT number, verdict, decision, fingerprint IS NOT NULL AS judged, reasons, reason_codes, parsed, changes, person_id, applied -> 'refused' AS refused, NULL AS shut FROM import_row WHERE batch_id = ${id}::uuid
  UNION ALL SELECT number, verdict, decision, true, '[]', '{}', label, NULL, person_id, refused, shut FROM access.shut_import_rows(${id}::uuid)) r`

/** The rows of a kind with the number beside every kind: one statement for the numbers, one for the rows, one for the people named. */
export async function importRows(actor: Actor, id: string, view: BatchView): Promise<RowPage> {
  return readAs(actor, 'import.run', async ({ tx, shown }) => {
    const counts = await countRows(tx, id)
    const show = view.show ?? FIRST_OPEN.find((kind) => counts[kind] > 0) ?? 'all'
    const reason = view.reason ? Prisma.sql`AND r.reason_codes @> ARRAY[${view.reason}]::text[]` : Prisma.empty
    const rows = await tx.$queryRaw<(RowLine & { changes: StoredVerdict; found: number })[]>`
      SELECT r.number, r.verdict::text, r.decision, r.judged, r.reasons AS issues, coalesce(r.parsed, '{}') AS label, r.changes, r.person_id::text AS "personId",
        p.first_name || ' ' || p.last_name AS "personName", r.refused, r.shut, (count(*) OVER ())::int AS found
      FROM ${rowsOf(id)} LEFT JOIN person p ON p.id = r.person_id
      WHERE ${WHERE[show]} ${reason} ORDER BY r.number LIMIT ${ROWS_PAGE} OFFSET ${(view.page - 1) * ROWS_PAGE}`
    const lines = rows.map(({ changes, found: _found, ...row }) => ({ ...row, ...changes }))
    const named = [...new Set(lines.flatMap((row) => (row.candidates ?? []).map((candidate) => candidate.personId)))]
    const people = named.length === 0 ? [] : await tx.$queryRaw<Candidate[]>`
      SELECT p.id::text, p.first_name || ' ' || p.last_name AS name, p.birth_date::text AS "birthDate",
        (SELECT a.town FROM address a WHERE a.person_id = p.id AND a.to_day IS NULL ORDER BY a.from_day DESC NULLS LAST LIMIT 1) AS town
      FROM person p WHERE p.id = ANY (${named}::uuid[])`
    const reasons = await tx.$queryRaw<{ code: string; count: number }[]>`
      SELECT code, count(*)::int AS count FROM import_row r, unnest(r.reason_codes) code WHERE r.batch_id = ${id}::uuid AND ${WHERE[show]} GROUP BY code ORDER BY count(*) DESC, code`
    shown({ action: 'import.rows-viewed', people: [...named, ...lines.flatMap((row) => row.personId ?? [])], details: { batch: id, show, page: view.page } })
    return { rows: lines, people, counts, reasons, total: rows[0]?.found ?? 0, show }
  })
}

async function countRows(tx: ReadContext['tx'], id: string): Promise<Record<Shown, number>> {
  const parts = Object.entries(WHERE).map(([kind, where]) => Prisma.sql`(count(*) FILTER (WHERE ${where}))::int AS ${Prisma.raw(`"${kind}"`)}`)
  const [counts] = await tx.$queryRaw<Record<Shown, number>[]>`SELECT ${Prisma.join(parts)} FROM ${rowsOf(id)}`
  if (!counts) throw new Error('The count gave no row')
  return counts
}

export type MissingPerson = { id: string; name: string; birthDate: Day | null; town: string | null; certainty: 'gone' | 'unsure'; lastLetterOn: Day | null; returnedOn: Day | null; movedAwayOn: Day | null; diedOn: Day | null }

/** People of the register here who are not in the file, those first of whom that is certain. Only for the owner of the file. */
export async function missingPeople(actor: Actor, id: string, page: number): Promise<{ people: MissingPerson[]; total: number }> {
  return readAs(actor, 'import.run', async ({ tx, shown }) => {
    const people = await tx.$queryRaw<(MissingPerson & { found: number })[]>`
      SELECT p.id::text, p.first_name || ' ' || p.last_name AS name, p.birth_date::text AS "birthDate", m.certainty, p.moved_away_on::text AS "movedAwayOn", p.died_on::text AS "diedOn",
        f.town, f.last_letter_sent_on::text AS "lastLetterOn", f.returned_on::text AS "returnedOn", (count(*) OVER ())::int AS found
      FROM import_batch b, jsonb_to_recordset(coalesce(b.missing, '[]')) AS m("personId" uuid, certainty text) JOIN person p ON p.id = m."personId"
      LEFT JOIN outreach_fact f ON f.person_id = p.id
      WHERE b.id = ${id}::uuid AND b.created_by = (SELECT access.uid()) AND p.merged_into_id IS NULL
      ORDER BY m.certainty, p.moved_away_on IS NOT NULL, p.last_name, p.first_name, p.id LIMIT ${ROWS_PAGE} OFFSET ${(page - 1) * ROWS_PAGE}`
    shown({ action: 'import.missing-viewed', people: people.map((person) => person.id), details: { batch: id, page } })
    return { people, total: people[0]?.found ?? 0 }
  })
}

export type BadRows = { fileName: string; columns: string[]; rows: { number: number; cells: string[]; issues: RowIssue[]; personId: string | null }[] }

/** Rows that did not go in, with their cells as they were. Leaves the house, so it is written down as a disclosure. Null when not the actor's. */
export async function badRows(actor: Actor, id: string): Promise<BadRows | null> {
  return readAs(actor, 'import.run', async ({ tx, prove, shown }) => {
    const [batch] = await tx.$queryRaw<{ fileName: string; columns: string[] }[]>`
      SELECT file_name AS "fileName", columns FROM import_batch WHERE id = ${id}::uuid AND kind = ${REGISTER.code} AND created_by = (SELECT access.uid())`
    if (!batch) return null
    // Numbers and addresses as they came, also of somebody protected: it asks what every export asks (ADR 0064).
    await prove('self.prove')
    const rows = await tx.$queryRaw<BadRows['rows']>`
      SELECT r.number, r.cells, r.reasons AS issues, r.person_id::text AS "personId" FROM import_row r WHERE r.batch_id = ${id}::uuid AND r.verdict IN ('DOUBTFUL', 'ERROR') AND r.decision IS DISTINCT FROM 'skip' ORDER BY r.number`
    shown({ kind: 'DISCLOSURE', action: 'import.bad-rows', people: rows.flatMap((row) => row.personId ?? []), details: { batch: id, rows: rows.length } })
    return { ...batch, rows }
  })
}
