import 'server-only'
import type { PersonNow } from '@/lib/imports/undo/rules'
import type { Tx } from '@/lib/platform/db'
import { ADDRESS_FIELDS } from '../kind'
import { peopleOf } from '../lookup/sql'

type Touch = { personId: string; table: string; rowId: string; field: string; contact: string | null }

const PERSON_FIELDS: Record<string, string> = {
  first_name: 'firstName', last_name: 'lastName', birth_date: 'birthDate', digital_post: 'digitalPost', protection: 'protectedAddress',
}
const RECORD_FIELDS: Record<string, string> = { mission: 'mission', country: 'country', service: 'service', from_day: 'deployedFrom', to_day: 'deployedTo' }

/** The people of an import as they are now, with every field somebody has changed since it was confirmed. Four statements. */
export async function readPeopleNow(tx: Tx, batchId: string, ids: readonly string[]): Promise<(personId: string) => PersonNow | null> {
  const people = await peopleOf(tx, await visible(tx, ids))
  const inUse = new Set((await tx.$queryRaw<{ id: string }[]>`SELECT access.people_in_use(${[...ids]}::uuid[])::text AS id`).map((row) => row.id))
  const touched = await touchedSince(tx, batchId, ids)
  return (personId) => {
    const person = people.get(personId)
    if (!person) return null
    const own = touched.get(personId) ?? { fields: new Set<string>(), records: new Map<string, Set<string>>() }
    const records = new Map(person.records.map((record) => [record.id, { values: record.values, touched: own.records.get(record.id) ?? new Set<string>() }]))
    const cpr = person.places.cprHash
    return { values: { ...person.values, ...(cpr ? { cpr } : {}) }, touched: own.fields, records, inUse: inUse.has(personId) }
  }
}

/** Somebody who has become another's to see (shielded, the undoer's own family) is not touched either. */
async function visible(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT p.id::text FROM person p WHERE p.id = ANY (${[...ids]}::uuid[]) AND p.merged_into_id IS NULL AND access.sees_person(p.id)`
  return rows.map((row) => row.id)
}

type Touched = Map<string, { fields: Set<string>; records: Map<string, Set<string>> }>

async function touchedSince(tx: Tx, batchId: string, ids: readonly string[]): Promise<Touched> {
  const rows = await tx.$queryRaw<Touch[]>`
    SELECT DISTINCT h.person_id::text AS "personId", h.table_name AS "table", h.row_id::text AS "rowId", h.field, c.kind::text AS contact
    FROM field_history h JOIN import_batch b ON b.id = ${batchId}::uuid AND h.changed_at > b.confirmed_at
    LEFT JOIN contact_point c ON h.table_name = 'contact_point' AND c.id = h.row_id
    WHERE h.person_id = ANY (${[...ids]}::uuid[])`
  const touched: Touched = new Map()
  for (const row of rows) {
    const own = touched.get(row.personId) ?? { fields: new Set<string>(), records: new Map<string, Set<string>>() }
    touched.set(row.personId, own)
    if (row.table === 'deployment') own.records.set(row.rowId, (own.records.get(row.rowId) ?? new Set()).add(RECORD_FIELDS[row.field] ?? row.field))
    else for (const field of fieldsOf(row)) own.fields.add(field)
  }
  return touched
}

function fieldsOf(row: Touch): readonly string[] {
  if (row.table === 'person') return [PERSON_FIELDS[row.field] ?? `person.${row.field}`]
  if (row.table === 'address' || row.table === 'protected_address') return ADDRESS_FIELDS
  if (row.table === 'person_role') return ['role']
  if (row.table === 'person_cpr') return ['cpr']
  // A row that has been deleted since does not say which kind it was.
  if (row.table === 'contact_point') return row.contact === null ? ['phone', 'email'] : [row.contact.toLowerCase()]
  return [`${row.table}.${row.field}`]
}
