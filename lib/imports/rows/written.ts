import type { ImportKind, Values } from '../kind'
import type { ParsedRow } from '../values/rules'
import type { Stored, StoredRecord } from './diff'
import type { Verdict } from './verdict'

type Layer = { values: Values; records: StoredRecord[]; sealed: Stored['sealed'] }

/** What the rows judged so far would write, laid over the register: the next row about the same person is compared with that. */
export class Written {
  private readonly people = new Map<string, Layer>()
  private readonly fresh = new Map<number, Stored>()

  constructor(private readonly kind: ImportKind) {}

  overlay(stored: Stored): Stored {
    const layer = this.people.get(stored.personId)
    if (!layer) return stored
    const records = stored.records.filter((record) => !layer.records.some((newer) => newer.id === record.id))
    return { ...stored, values: { ...stored.values, ...layer.values }, records: [...records, ...layer.records], sealed: { ...stored.sealed, ...layer.sealed } }
  }

  /** The new person an earlier row makes, or null when that row is not going in. */
  newPerson(row: number): Stored | null {
    return this.fresh.get(row) ?? null
  }

  add(row: ParsedRow, verdict: Verdict): void {
    if (verdict.kind !== 'new' && verdict.kind !== 'changed') return
    if (verdict.personId) this.extend(verdict.personId, verdict)
    else if (verdict.joins === null) this.fresh.set(row.number, this.asStored(row, verdict))
    else this.fresh.set(verdict.joins, this.joined(verdict))
  }

  private extend(personId: string, verdict: Verdict): void {
    const layer = this.people.get(personId) ?? { values: {}, records: [], sealed: {} }
    this.people.set(personId, this.withVerdict(layer, verdict))
  }

  private joined(verdict: Verdict): Stored {
    const before = this.fresh.get(verdict.joins ?? -1) ?? emptyPerson()
    return { ...before, ...this.withVerdict(before, verdict) }
  }

  private asStored(row: ParsedRow, verdict: Verdict): Stored {
    const person = emptyPerson()
    return { ...person, personId: `row:${row.number}`, ...this.withVerdict(person, verdict) }
  }

  private withVerdict(layer: Layer, verdict: Verdict): Layer {
    const values = { ...layer.values }
    const sealed = { ...layer.sealed }
    for (const change of verdict.changes) {
      if (change.recordId !== undefined) continue
      if (this.kind.fields.some((field) => field.key === change.field && field.sealed)) sealed[change.field] = 'same'
      else if (change.to === null) delete values[change.field]
      else values[change.field] = change.to
    }
    const records = verdict.addition ? [...layer.records, { id: `row:${verdict.row}`, values: verdict.addition }] : layer.records
    return { values, records, sealed }
  }
}

function emptyPerson(): Stored {
  return { personId: '', by: 'identity', values: {}, records: [], sealed: {}, addressProtected: false }
}
