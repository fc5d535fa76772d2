import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { type MergeField, type MergeRecord, type MergeSide, MERGE_FIELDS } from './merge'

/** One of the two, with what the comparison shows besides the fields. */
export type ComparedRecord = { id: string; version: number; name: string; mergedIntoId: string | null; record: MergeRecord; counts: { letters: number; replies: number; attempts: number; talks: number; relations: number; deployments: number } }

type Raw = { id: string; version: number; name: string; mergedIntoId: string | null; values: Partial<Record<MergeField, string | null>>; changed: Record<string, Day>; counts: ComparedRecord['counts'] }

const columns: Record<string, MergeField> = { first_name: 'firstName', last_name: 'lastName', birth_date: 'birthDate', language: 'language', interpreter_needed: 'interpreterNeeded', large_print: 'largePrint', sign_language: 'signLanguage', communication_note: 'communicationNote', digital_post: 'digitalPost', protection: 'protection', registered_on: 'registeredOn', moved_in_on: 'movedInOn', moved_away_on: 'movedAwayOn', died_on: 'diedOn' }

/** Both records in one statement, values as stored (days as 'YYYY-MM-DD', codes, 'true'), the number masked, a protected address only as such. */
export async function comparedRecords(tx: Tx, ids: [string, string]): Promise<Record<MergeSide, ComparedRecord> | null> {
  const rows = await tx.$queryRaw<{ raw: Raw }[]>`
    SELECT jsonb_build_object('id', p.id, 'version', p.version, 'name', p.first_name || ' ' || p.last_name, 'mergedIntoId', p.merged_into_id,
      'values', jsonb_build_object('firstName', p.first_name, 'lastName', p.last_name, 'birthDate', p.birth_date, 'language', p.language, 'interpreterNeeded', p.interpreter_needed::text,
        'largePrint', p.large_print::text, 'signLanguage', p.sign_language::text, 'communicationNote', p.communication_note, 'digitalPost', p.digital_post, 'protection', p.protection,
        'registeredOn', p.registered_on, 'movedInOn', p.moved_in_on, 'movedAwayOn', p.moved_away_on, 'diedOn', p.died_on,
        'cpr', (SELECT c.birth_part || '-•••• ' || c.kind FROM person_cpr c WHERE c.person_id = p.id),
        'address', CASE WHEN p.protection IN ('P1', 'P2') THEN 'protected' ELSE (SELECT concat_ws(', ', 'c/o ' || a.care_of, a.street || ' ' || a.number, nullif(concat_ws(' ', a.floor || '.', a.door), ''), a.postcode || ' ' || a.town)
          FROM address a WHERE a.person_id = p.id AND a.to_day IS NULL ORDER BY a.from_day DESC NULLS LAST LIMIT 1) END),
      'changed', coalesce((SELECT jsonb_object_agg(h.field, h.on_day) FROM (SELECT CASE WHEN table_name = 'person' THEN field WHEN table_name = 'person_cpr' THEN 'cpr' ELSE 'address' END AS field,
        max((changed_at AT TIME ZONE 'Europe/Copenhagen')::date) AS on_day FROM field_history WHERE person_id = p.id AND table_name IN ('person', 'person_cpr', 'address') GROUP BY 1) h), '{}'),
      'counts', jsonb_build_object('letters', (SELECT count(*) FROM letter WHERE person_id = p.id AND sent_on IS NOT NULL), 'replies', (SELECT count(*) FROM reply WHERE person_id = p.id),
        'attempts', (SELECT count(*) FROM attempt WHERE person_id = p.id), 'talks', (SELECT count(*) FROM talk WHERE person_id = p.id),
        'relations', (SELECT count(*) FROM relation WHERE person_id = p.id OR related_person_id = p.id), 'deployments', (SELECT count(*) FROM deployment WHERE person_id = p.id))) AS raw
    FROM person p WHERE p.id = ANY (${ids}::uuid[])`
  const [left, right] = ids.map((id) => rows.find((row) => row.raw.id === id)?.raw)
  return left && right ? { left: toRecord(left), right: toRecord(right) } : null
}

function toRecord({ values, changed, ...rest }: Raw): ComparedRecord {
  const changedOn = Object.fromEntries(Object.entries(changed).map(([column, on]) => [columns[column] ?? column, on])) as Partial<Record<MergeField, Day>>
  const record = Object.fromEntries(MERGE_FIELDS.map((field) => [field, values[field] ? { text: values[field], changedOn: changedOn[field] ?? null } : null])) as MergeRecord
  return { ...rest, record }
}
