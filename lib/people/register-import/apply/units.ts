import { ADDRESS_FIELDS, ADDRESS_HEADS } from '../kind'
import type { RegisterPerson } from '../lookup/register'

/**
 * What was done to the rows a person's values stand in, so that it can be taken back exactly. 'opened' is the row that was made, 'closed'
 * the one that ended because of it, 'patched' one that was corrected where it stood.
 */
export type Op =
  | { unit: 'address'; opened: string | null; closed: string | null; patched: string | null; protected: boolean }
  | { unit: 'phone' | 'email'; opened: string; closed: string | null; allowed: boolean }
  | { unit: 'externalId'; keyId: string; former: string | null }
  | { unit: 'cpr'; former: { kind: string; cipher: string; keyedHash: string; birthPart: string } | null }
  | { unit: 'role'; roleId: string; profile: boolean }
  | { unit: 'protectedAddress' }

type Edits = Partial<Record<string, string | null>>

export function unitOf(field: string): Op['unit'] | null {
  if (ADDRESS_FIELDS.includes(field)) return 'address'
  const own = ['phone', 'email', 'externalId', 'cpr', 'role', 'protectedAddress'] as const
  return own.find((unit) => unit === field) ?? null
}

export function unitsOf(person: RegisterPerson, edits: Edits, newId: () => string): Op[] {
  const { places } = person
  const ops: Op[] = []
  if (ADDRESS_FIELDS.some((field) => field in edits)) {
    // Another street or number is another address with its own first day; a floor that was missing is a correction.
    const moved = places.address === null || ADDRESS_HEADS.some((field) => field in edits)
    const current = places.address?.id ?? null
    const hidden = places.address?.protected ?? (person.protection === 'P1' || person.protection === 'P2')
    ops.push({ unit: 'address', opened: moved ? newId() : null, closed: moved ? current : null, patched: moved ? null : current, protected: hidden })
  }
  for (const unit of ['phone', 'email'] as const) {
    if (!edits[unit]) continue
    const former = (unit === 'phone' ? places.phones : places.emails)[0]
    // A new number does not overrule a no to being called: the wish was about the person, not the number.
    ops.push({ unit, opened: newId(), closed: former?.id ?? null, allowed: former?.allowed ?? true })
  }
  if (edits.externalId) ops.push({ unit: 'externalId', keyId: places.externalKey ?? newId(), former: person.values.externalId ?? null })
  if (edits.cpr) ops.push({ unit: 'cpr', former: null })
  if (edits.role === 'yes') ops.push({ unit: 'role', roleId: newId(), profile: false })
  if (edits.protectedAddress === 'yes') ops.push({ unit: 'protectedAddress' })
  return ops
}
