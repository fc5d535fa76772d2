import type { ImportField, ImportKind, Values } from '../kind'

/**
 * `from` is null where nothing was stored, and where the old value may not be shown (`hidden`). `recordId` names the repeated record
 * (deployment) that is changed; without it the change is on the person. 'row:N' is the record that row N of the same file adds.
 */
export type Change = { field: string; from: string | null; to: string | null; hidden?: true; recordId?: string }
export type StoredRecord = { id: string; values: Values }
/** One person of the register as a row is compared with. Looked up by the caller; nothing here reads a database. */
export type Stored = {
  personId: string
  /** Which key of the row found the person. */
  by: 'identity' | 'name'
  values: Values
  records: StoredRecord[]
  /** Per sealed field: does the row's value equal what is stored, differ from it, or is nothing stored? */
  sealed: Partial<Record<string, 'same' | 'other' | 'none'>>
  addressProtected: boolean
}
export type Diff = {
  changes: Change[]
  /** Would change, but only when a person says so: a protected address. */
  heldBack: Change[]
  /** The list says 'no' where 'yes' is stored, on a field a list may only raise. */
  notLowered: string[]
  /** A repeated record the person does not have yet. */
  addition: Values | null
}

/** What the row would change. An empty cell never erases; a floor or door goes only with the street it belonged to. */
export function diffRow(row: Values, stored: Stored, kind: ImportKind): Diff {
  const values = kind.keepStored?.(row, stored.values) ?? row
  const moved = kind.fields.some((field) => field.address === 'head' && differs(values[field.key], stored.values[field.key]))
  const diff: Diff = { changes: [], heldBack: [], notLowered: [], addition: null }
  for (const field of kind.fields) {
    if (field.virtual || field.repeated) continue
    const change = field.sealed ? sealedChange(field, values, stored) : plainChange(field, values, stored.values, moved)
    if (!change) continue
    if (field.onlyRaises && change.to === 'no') {
      if (change.from === 'yes') diff.notLowered.push(field.key)
      else diff.changes.push(change)
    } else if (field.address && stored.addressProtected) diff.heldBack.push({ ...change, from: null, hidden: true })
    else diff.changes.push(change)
  }
  const record = recordOf(row, kind)
  const match = record && matchRecord(record, stored.records, kind)
  if (match) diff.changes.push(...recordChanges(record, match, kind))
  else diff.addition = record
  return diff
}

/** The repeated part of a row (its deployment), or null when no cell that tells one from another is filled. */
export function recordOf(values: Values, kind: ImportKind): Values | null {
  const fields = kind.fields.filter((field) => field.repeated)
  if (!fields.some((field) => field.repeatedKey && values[field.key])) return null
  return Object.fromEntries(fields.flatMap((field) => (values[field.key] ? [[field.key, values[field.key]]] : [])))
}

/** The stored record with most keys in common and none against; a key that one side lacks counts neither way. */
export function matchRecord(record: Values, records: StoredRecord[], kind: ImportKind): StoredRecord | null {
  const keys = kind.fields.filter((field) => field.repeatedKey).map((field) => field.key)
  const scored = records.flatMap((candidate) => {
    const both = keys.filter((key) => record[key] && candidate.values[key])
    const against = both.some((key) => fold(record[key]) !== fold(candidate.values[key]))
    return against || both.length === 0 ? [] : [{ candidate, score: both.length }]
  })
  return scored.sort((a, b) => b.score - a.score)[0]?.candidate ?? null
}

function plainChange(field: ImportField, values: Values, stored: Values, moved: boolean): Change | null {
  const to = values[field.key]
  const from = stored[field.key] ?? null
  if (to === undefined) return field.address === 'tail' && moved && from !== null ? { field: field.key, from, to: null } : null
  return to === from ? null : { field: field.key, from, to }
}

function sealedChange(field: ImportField, values: Values, stored: Stored): Change | null {
  const to = values[field.key]
  if (to === undefined || stored.sealed[field.key] === 'same') return null
  return { field: field.key, from: null, to, hidden: true }
}

function recordChanges(record: Values, match: StoredRecord, kind: ImportKind): Change[] {
  return kind.fields.flatMap((field) => {
    const to = record[field.key]
    const from = match.values[field.key] ?? null
    if (!field.repeated || to === undefined || to === from || (from !== null && fold(to) === fold(from))) return []
    return [{ field: field.key, from, to, recordId: match.id }]
  })
}

function differs(value: string | undefined, stored: string | undefined): boolean {
  return value !== undefined && value !== stored
}

function fold(text: string | undefined): string {
  return (text ?? '').toLocaleLowerCase('da')
}
