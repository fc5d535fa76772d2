/** What one row of a confirmed import did, as kept with the row. `recordId` set: the change is on that repeated record. */
export type AppliedRow = {
  row: number
  personId: string
  created: boolean
  changes: { field: string; from: string | null; to: string | null; recordId?: string }[]
  addedRecordIds: string[]
}
/** The register now. `touched`: fields somebody changed after the import, by field history, also if the value is the same again. */
export type PersonNow = {
  values: Partial<Record<string, string>>
  touched: ReadonlySet<string>
  records: ReadonlyMap<string, { values: Partial<Record<string, string>>; touched: ReadonlySet<string> }>
  /** The person has got letters, contacts, cases or a merge since: they are no longer only a row of a list. */
  inUse: boolean
}
export type UndoStep =
  | { do: 'set'; personId: string; recordId: string | null; field: string; from: string | null; to: string | null }
  | { do: 'remove-record'; personId: string; recordId: string }
  | { do: 'remove-person'; personId: string }
/** Text: `imports.undo.<code>`. */
export type UndoRefusal = { row: number; personId: string; field: string | null; code: 'changed-later' | 'person-in-use' | 'person-gone' | 'record-gone' | 'protection-stays' }
export type UndoPlan = { steps: UndoStep[]; refused: UndoRefusal[] }

/**
 * The way back, last row first, to exactly the former state. What somebody changed after the import is theirs and is refused with the
 * reason; the rest can still be taken back. A created person who is in use since stays, with everything the import gave them. What a field
 * of `protecting` hides of somebody who was here before stays hidden: a protection is lifted by somebody with the clearance, never by an undoing.
 */
export function undoPlan(applied: AppliedRow[], now: (personId: string) => PersonNow | null, protecting: ReadonlySet<string> = new Set()): UndoPlan {
  const plan: UndoPlan = { steps: [], refused: [] }
  const created = new Map(applied.filter((row) => row.created).map((row) => [row.personId, row.row]))
  const removable = new Map([...created].map(([personId, row]) => [personId, removal(personId, row, now(personId), applied, plan)]))
  const restored = new Map<string, string | null>()
  for (const row of applied.toReversed()) {
    if (created.has(row.personId)) {
      if (row.created && removable.get(row.personId)) plan.steps.push({ do: 'remove-person', personId: row.personId })
      continue
    }
    undoRow(row, now(row.personId), plan, restored, protecting)
  }
  return plan
}

/** A new person goes as a whole or not at all: half of one would be a state that never was. */
function removal(personId: string, row: number, person: PersonNow | null, applied: AppliedRow[], plan: UndoPlan): boolean {
  if (!person) plan.refused.push({ row, personId, field: null, code: 'person-gone' })
  else if (person.inUse) plan.refused.push({ row, personId, field: null, code: 'person-in-use' })
  else {
    const own = applied.filter((other) => other.personId === personId)
    const records = new Set(own.flatMap((other) => other.addedRecordIds))
    const recordTouched = [...person.records].some(([id, record]) => record.touched.size > 0 || !records.has(id))
    const field = [...person.touched][0]
    if (field === undefined && !recordTouched) return true
    plan.refused.push({ row, personId, field: field ?? null, code: 'changed-later' })
  }
  return false
}

function undoRow(row: AppliedRow, person: PersonNow | null, plan: UndoPlan, restored: Map<string, string | null>, protecting: ReadonlySet<string>): void {
  const { personId } = row
  if (!person) {
    plan.refused.push({ row: row.row, personId, field: null, code: 'person-gone' })
    return
  }
  for (const recordId of row.addedRecordIds.toReversed()) {
    const record = person.records.get(recordId)
    if (!record) plan.refused.push({ row: row.row, personId, field: null, code: 'record-gone' })
    else if (record.touched.size > 0) plan.refused.push({ row: row.row, personId, field: [...record.touched][0] ?? null, code: 'changed-later' })
    else plan.steps.push({ do: 'remove-record', personId, recordId })
  }
  for (const change of row.changes.toReversed()) {
    if (protecting.has(change.field)) plan.refused.push({ row: row.row, personId, field: change.field, code: 'protection-stays' })
    else undoChange(row, change, person, plan, restored)
  }
}

function undoChange(row: AppliedRow, change: AppliedRow['changes'][number], person: PersonNow, plan: UndoPlan, restored: Map<string, string | null>): void {
  const { personId } = row
  const target = change.recordId === undefined ? person : person.records.get(change.recordId)
  if (!target) {
    plan.refused.push({ row: row.row, personId, field: change.field, code: 'record-gone' })
    return
  }
  // A later row of the same import may have changed the field again; its own undo has been planned already.
  const place = `${personId}\n${change.recordId ?? ''}\n${change.field}`
  const value = restored.has(place) ? (restored.get(place) ?? null) : (target.values[change.field] ?? null)
  if (target.touched.has(change.field) || value !== change.to) {
    plan.refused.push({ row: row.row, personId, field: change.field, code: 'changed-later' })
    return
  }
  restored.set(place, change.from)
  plan.steps.push({ do: 'set', personId, recordId: change.recordId ?? null, field: change.field, from: change.to, to: change.from })
}
