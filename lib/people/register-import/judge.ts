import type { JudgedRow } from '@/lib/imports/batches/writes'
import { compareInFile } from '@/lib/imports/rows/in-file'
import type { Stored } from '@/lib/imports/rows/diff'
import { judgeRows } from '@/lib/imports/rows/rules'
import type { Decision } from '@/lib/imports/rows/verdict'
import type { ParsedRow, RowIssue } from '@/lib/imports/values/rules'
import { ADDRESS_FIELDS, ADDRESS_HEADS, REGISTER } from './kind'
import { hidesAddress, keysOf, ownerOf, type Register, type RegisterPerson, storedFor } from './lookup/register'

/** Verdicts for a whole file against the register, with what only this register knows: who is not to be seen, and addresses that are not to be compared. */
export function judgeFile(rows: readonly ParsedRow[], register: Register, decisions: ReadonlyMap<number, Decision>): JudgedRow[] {
  const fitted = rows.map((row) => fit(row, register, decisions.get(row.number)))
  const firsts = compareInFile(fitted, REGISTER).firstRow
  const verdicts = judgeRows(fitted, { kind: REGISTER, decisions, lookUp: (row) => candidates(row, register).map(({ person, by }) => storedFor(person, row, by, register)) })
  return verdicts.map((verdict, index) => {
    const parsed = fitted[index]
    if (!parsed) throw new RangeError('A verdict without a row')
    const found = candidates(parsed, register).map(({ person, by }) => ({ personId: person.personId, by }))
    return { parsed, verdict, first: firsts.get(parsed.number) ?? parsed.number, candidates: found, label: labelOf(parsed) }
  })
}

function candidates(row: ParsedRow, register: Register): { person: RegisterPerson; by: Stored['by'] }[] {
  const found = new Map<string, { person: RegisterPerson; by: Stored['by'] }>()
  for (const { key, by } of keysOf(row, register, REGISTER.weakIdentity?.(row.values) ?? null))
    for (const id of register.matches.get(key) ?? []) {
      const person = id === null ? undefined : register.people.get(id)
      if (person && !found.has(person.personId)) found.set(person.personId, { person, by })
    }
  return [...found.values()]
}

/** Takes out of a row what must not be read from it for these people, and says so. */
function fit(row: ParsedRow, register: Register, decision: Decision | undefined): ParsedRow {
  const keys = keysOf(row, register, null)
  if (keys.some(({ key }) => ownerOf(register, key) === null)) return withIssue(row, 'not-open-to-you', 'error')
  const found = candidates(row, register)
  let fitted = decision?.as === 'person' ? withoutOthersKeys(row, register, decision.personId) : row
  if (!register.readsProtected && found.some(({ person }) => hidesAddress(person)) && ADDRESS_FIELDS.some((field) => row.values[field] !== undefined))
    fitted = without(fitted, ADDRESS_FIELDS, 'protected-address-not-read')
  fitted = withWholeAddress(fitted, found.length === 1 ? found[0]?.person : undefined)
  if (found.length === 1 && found[0]?.person.died) fitted = withIssue(fitted, 'registered-as-dead', 'hint')
  else if (found.length === 1 && found[0]?.person.movedAway) fitted = withIssue(fitted, 'registered-as-moved', 'hint')
  return fitted
}

/** Somebody chose this person although the number or key in the row is another's: it stays with that other. */
function withoutOthersKeys(row: ParsedRow, register: Register, personId: string): ParsedRow {
  const others = (['cpr', 'externalId'] as const).filter((field) => {
    const value = row.values[field]
    const owner = value && ownerOf(register, field === 'cpr' ? `cpr:${register.hashOf(value)}` : `key:${value}`)
    return owner && owner !== personId
  })
  return others.length > 0 ? without(row, others, 'identity-of-another') : row
}

/** An address without street, postcode or town reaches nobody; half of one is not stored over or beside a whole one. */
function withWholeAddress(row: ParsedRow, person: RegisterPerson | undefined): ParsedRow {
  if (!ADDRESS_FIELDS.some((field) => row.values[field] !== undefined)) return row
  const moved = ADDRESS_HEADS.some((field) => row.values[field] !== undefined && row.values[field] !== person?.values[field])
  const stored = moved && row.values.street !== undefined ? undefined : person?.values
  const whole = ['street', 'postcode', 'town'].every((field) => (row.values[field] ?? stored?.[field]) !== undefined)
  return whole ? row : without(row, ADDRESS_FIELDS, 'address-not-stored')
}

function without(row: ParsedRow, fields: readonly string[], code: string): ParsedRow {
  const values = Object.fromEntries(Object.entries(row.values).filter(([field]) => !fields.includes(field)))
  return withIssue({ ...row, values }, code, 'hint')
}

function withIssue(row: ParsedRow, code: string, severity: RowIssue['severity']): ParsedRow {
  return { ...row, issues: [...row.issues, { row: row.number, column: '', field: null, code, severity, params: {} }] }
}

function labelOf({ values }: ParsedRow): Record<string, string> {
  const name = [values.firstName, values.lastName].filter(Boolean).join(' ')
  return { ...(name ? { name } : {}), ...(values.birthDate ? { birthDate: values.birthDate } : {}) }
}
