import type { ImportKind, Values } from '@/lib/imports/kind'
import type { Stored } from '@/lib/imports/rows/diff'
import { madeByRow } from '@/lib/imports/rows/written'
import type { Verdict } from '@/lib/imports/rows/verdict'
import type { ParsedRow } from '@/lib/imports/values/rules'

/** A register in memory that takes verdicts the way the database part does: enough to run a file against itself. */
export class RegisterMemory {
  private readonly people = new Map<string, Stored & { cpr: string | undefined }>()
  private readonly recordMade = new Map<string, string>()
  private readonly byKey = new Map<string, string[]>()

  constructor(private readonly kind: ImportKind) {}

  get size(): number {
    return this.people.size
  }

  lookUp = (row: ParsedRow): Stored[] => {
    const found = new Map<string, Stored>()
    for (const [key, by] of this.keys(row.values)) {
      for (const personId of this.byKey.get(key) ?? []) {
        const person = this.people.get(personId)
        if (!person || found.has(personId)) continue
        const sealed = { cpr: person.cpr === undefined ? 'none' : person.cpr === row.values.cpr ? 'same' : 'other' } as const
        found.set(personId, { ...person, by, sealed })
      }
    }
    return [...found.values()]
  }

  apply(verdicts: Verdict[]): void {
    this.recordMade.clear()
    const created = new Map<number, string>()
    for (const verdict of verdicts) {
      if (verdict.kind !== 'new' && verdict.kind !== 'changed') continue
      const personId = verdict.personId ?? created.get(verdict.joins ?? -1) ?? `p${this.people.size + 1}`
      created.set(verdict.joins ?? verdict.row, personId)
      this.write(personId, verdict)
    }
  }

  private write(personId: string, verdict: Verdict): void {
    const person = this.people.get(personId) ?? { personId, by: 'identity' as const, values: {}, records: [], sealed: {}, addressProtected: false, cpr: undefined }
    for (const change of verdict.changes) {
      const recordId = change.recordId && (this.recordMade.get(change.recordId) ?? change.recordId)
      const target: Values = recordId ? (person.records.find((record) => record.id === recordId)?.values ?? {}) : person.values
      if (change.field === 'cpr') person.cpr = change.to ?? undefined
      else if (change.to === null) delete target[change.field]
      else target[change.field] = change.to
    }
    if (verdict.addition) {
      const id = `${personId}-d${person.records.length + 1}`
      this.recordMade.set(madeByRow(verdict.row), id)
      person.records.push({ id, values: verdict.addition })
    }
    person.addressProtected = person.values.protectedAddress === 'yes'
    this.people.set(personId, person)
    for (const [key] of this.keys({ ...person.values, ...(person.cpr ? { cpr: person.cpr } : {}) })) {
      const list = this.byKey.get(key) ?? []
      if (!list.includes(personId)) this.byKey.set(key, [...list, personId])
    }
  }

  private keys(values: Values): [string, Stored['by']][] {
    const strong = this.kind.fields.flatMap((field): [string, Stored['by']][] => (field.identity && values[field.key] ? [[`${field.key}=${values[field.key]}`, 'identity']] : []))
    const weak = this.kind.weakIdentity?.(values)
    return weak ? [...strong, [weak, 'name']] : strong
  }
}
