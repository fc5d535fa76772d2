import type { Stored } from '@/lib/imports/rows/diff'
import type { Values } from '@/lib/imports/kind'
import type { ParsedRow } from '@/lib/imports/values/rules'

/** Ids of the rows a person's current values stand in, for the one who writes. */
export type Places = {
  address: { id: string; protected: boolean } | null
  phones: { id: string; value: string; allowed: boolean }[]
  emails: { id: string; value: string; allowed: boolean }[]
  externalKey: string | null
  cprHash: string | null
}
export type RegisterPerson = {
  personId: string
  values: Values
  records: Stored['records']
  protection: 'P0' | 'P1' | 'P2' | 'P3'
  died: boolean
  movedAway: boolean
  places: Places
}
/** What the register says about the rows of one file. `hashOf` gives the keyed hash of a CPR number as hex. */
export type Register = {
  people: ReadonlyMap<string, RegisterPerson>
  /** 'cpr:<hash>', 'key:<key>' or 'name:<folded name>|<birth date>' → who; null for somebody who is not the asker's to see. */
  matches: ReadonlyMap<string, (string | null)[]>
  hashOf: (cpr: string) => string
  /** The asker may read protected addresses, so that they can be compared. */
  readsProtected: boolean
}

/** The keys a row is looked up by, the surest first. */
export function keysOf(row: Pick<ParsedRow, 'values'>, register: Pick<Register, 'hashOf'>, weak: string | null): { key: string; by: Stored['by'] }[] {
  const { cpr, externalId } = row.values
  return [
    ...(cpr ? [{ key: `cpr:${register.hashOf(cpr)}`, by: 'identity' as const }] : []),
    ...(externalId ? [{ key: `key:${externalId}`, by: 'identity' as const }] : []),
    ...(weak ? [{ key: `name:${weak}`, by: 'name' as const }] : []),
  ]
}

/** Whose number or key this is: a person's id, null for somebody not to be seen, undefined for nobody. */
export function ownerOf(register: Register, key: string): string | null | undefined {
  return register.matches.get(key)?.[0]
}

export function hidesAddress(person: RegisterPerson): boolean {
  return person.protection === 'P1' || person.protection === 'P2'
}

/** The person as this row is compared with them. Of several phone numbers the one the row names is the one that counts. */
export function storedFor(person: RegisterPerson, row: ParsedRow, by: Stored['by'], register: Register): Stored {
  const { cprHash, phones, emails } = person.places
  const { cpr, phone, email } = row.values
  const values = { ...person.values }
  if (phone && phones.some((point) => point.value === phone)) values.phone = phone
  if (email && emails.some((point) => point.value === email)) values.email = email
  // A row without a number says nothing against the one that is stored.
  const sealed = cprHash === null ? 'none' : !cpr || register.hashOf(cpr) === cprHash ? 'same' : 'other'
  return { personId: person.personId, by, values, records: person.records, sealed: { cpr: sealed }, addressProtected: hidesAddress(person) }
}
