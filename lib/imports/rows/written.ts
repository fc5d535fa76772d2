import type { ImportKind, Values } from '../kind'
import type { Stored, StoredRecord } from './diff'
import type { Verdict } from './verdict'

/** `values` and `patches` may hold undefined: the field was emptied. */
type Layer = { values: Values; sealed: Stored['sealed']; records: StoredRecord[]; patches: Map<string, Values> }

/** The name of a person or record that row `number` of the same file makes, until the database gives it an id. */
export function madeByRow(number: number): string {
  return `row:${number}`
}

/** What the rows judged so far would write, laid over the register: the next row about the same person is compared with that. */
export class Written {
  private readonly layers = new Map<string, Layer>()

  constructor(private readonly kind: ImportKind) {}

  overlay(stored: Stored): Stored {
    const layer = this.layers.get(stored.personId)
    if (!layer) return stored
    const records = [...stored.records, ...layer.records].map((record) => {
      const patch = layer.patches.get(record.id)
      return patch ? { id: record.id, values: { ...record.values, ...patch } } : record
    })
    return { ...stored, values: { ...stored.values, ...layer.values }, sealed: { ...stored.sealed, ...layer.sealed }, records }
  }

  /** The new person an earlier row makes, or null when that row is not going in. */
  newPerson(row: number): Stored | null {
    const personId = madeByRow(row)
    if (!this.layers.has(personId)) return null
    return this.overlay({ personId, by: 'identity', values: {}, records: [], sealed: {}, addressProtected: false })
  }

  add(verdict: Verdict): void {
    if (verdict.kind !== 'new' && verdict.kind !== 'changed') return
    const personId = verdict.personId ?? madeByRow(verdict.joins ?? verdict.row)
    const layer = this.layers.get(personId) ?? { values: {}, sealed: {}, records: [], patches: new Map<string, Values>() }
    for (const change of verdict.changes) {
      const value = { [change.field]: change.to ?? undefined }
      if (change.recordId !== undefined) layer.patches.set(change.recordId, { ...layer.patches.get(change.recordId), ...value })
      else if (this.isSealed(change.field)) layer.sealed[change.field] = 'same'
      else Object.assign(layer.values, value)
    }
    if (verdict.addition) layer.records.push({ id: madeByRow(verdict.row), values: verdict.addition })
    this.layers.set(personId, layer)
  }

  private isSealed(key: string): boolean {
    return this.kind.fields.some((field) => field.key === key && field.sealed)
  }
}
