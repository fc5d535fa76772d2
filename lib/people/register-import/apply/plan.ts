import type { JudgedRow } from '@/lib/imports/batches/writes'
import type { Values } from '@/lib/imports/kind'
import type { AppliedRow } from '@/lib/imports/undo/rules'
import type { Register, RegisterPerson } from '../lookup/register'
import { REGISTER } from '../kind'
import { type Op, unitsOf } from './units'

type Edits = Partial<Record<string, string | null>>
export type AppliedRecord = AppliedRow & { ops: Op[] }
/** Everything a confirmed file writes, person by person and record by record: each is written once, whatever number of rows speak of it. */
export type WritePlan = {
  created: Map<string, Values>
  edited: Map<string, { person: RegisterPerson; edits: Edits; ops: Op[] }>
  addedRecords: Map<string, { personId: string; values: Edits }>
  editedRecords: Map<string, Edits>
  applied: AppliedRecord[]
}

const SEALED = new Set(REGISTER.fields.filter((field) => field.sealed).map((field) => field.key))

/** Rows that are new or changed, in the order of the file, to what is written. Names like 'row:7' become the ids of what row 7 makes. */
export function planWrites(judged: readonly JudgedRow[], register: Register, newId: () => string): WritePlan {
  const plan: WritePlan = { created: new Map(), edited: new Map(), addedRecords: new Map(), editedRecords: new Map(), applied: [] }
  const peopleOfRow = new Map<number, string>()
  const recordOfRow = new Map<string, string>()
  for (const { verdict } of judged) {
    if (verdict.kind !== 'new' && verdict.kind !== 'changed') continue
    const known = verdict.personId ?? peopleOfRow.get(verdict.joins ?? -1)
    const personId = known ?? newId()
    if (!known) plan.created.set(personId, {})
    peopleOfRow.set(verdict.row, personId)
    const row: AppliedRecord = { row: verdict.row, personId, created: !known, changes: [], addedRecordIds: [], ops: [] }
    for (const change of verdict.changes) {
      const recordId = change.recordId && (recordOfRow.get(change.recordId) ?? change.recordId)
      edit(plan, register, personId, recordId, change.field, change.to)
      row.changes.push(remembered(change, recordId, personId, register))
    }
    if (verdict.addition) {
      const recordId = newId()
      recordOfRow.set(`row:${verdict.row}`, recordId)
      plan.addedRecords.set(recordId, { personId, values: { ...verdict.addition } })
      row.addedRecordIds.push(recordId)
    }
    plan.applied.push(row)
  }
  attachUnits(plan, newId)
  return plan
}

function edit(plan: WritePlan, register: Register, personId: string, recordId: string | undefined, field: string, to: string | null): void {
  if (recordId !== undefined) {
    const added = plan.addedRecords.get(recordId)
    if (added) added.values[field] = to
    else plan.editedRecords.set(recordId, { ...plan.editedRecords.get(recordId), [field]: to })
    return
  }
  const created = plan.created.get(personId)
  if (created) {
    if (to === null) delete created[field]
    else created[field] = to
    return
  }
  const person = register.people.get(personId)
  if (!person) throw new RangeError('A change for a person who was not looked up')
  const edited = plan.edited.get(personId) ?? { person, edits: {}, ops: [] }
  edited.edits[field] = to
  plan.edited.set(personId, edited)
}

/** As the row keeps it for undoing. A CPR number is kept as its keyed hash: enough to see that nobody has changed it since. */
function remembered(change: JudgedRow['verdict']['changes'][number], recordId: string | undefined, personId: string, register: Register): AppliedRow['changes'][number] {
  const { field, from, to } = change
  if (SEALED.has(field)) return { field, from: register.people.get(personId)?.places.cprHash ?? null, to: to && register.hashOf(to) }
  return recordId === undefined ? { field, from, to } : { field, from, to, recordId }
}

/** What is stored as rows of its own (address, phone …) is opened and closed as one; the last row that touched the person remembers it. */
function attachUnits(plan: WritePlan, newId: () => string): void {
  const lastRow = new Map(plan.applied.map((row) => [row.personId, row]))
  for (const [personId, edited] of plan.edited) {
    edited.ops = unitsOf(edited.person, edited.edits, newId)
    lastRow.get(personId)?.ops.push(...edited.ops)
  }
}
