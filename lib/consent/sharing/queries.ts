import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import type { FieldSet, Purpose } from '../register/rules'

export type SharedPerson = { id: string; personId: string; name: string; purpose: Purpose; fields: FieldSet[]; givenOn: Day; expiresOn: Day; byName: string }

/** Who is shared with one's own unit now. One statement; everybody in it is named in the log. */
export async function sharedPeople(actor: Actor): Promise<SharedPerson[]> {
  return readAs(actor, 'person.read.shared', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(Omit<SharedPerson, 'givenOn' | 'expiresOn'> & { givenOn: string; expiresOn: string })[]>`
      SELECT id, person_id AS "personId", name, purpose, fields, given_on::text AS "givenOn", expires_on::text AS "expiresOn", by_name AS "byName" FROM access.shared_people()`
    shown({ action: 'consent.shared-listed', people: rows.map((row) => row.personId) })
    return rows.map((row) => ({ ...row, givenOn: toDay(row.givenOn), expiresOn: toDay(row.expiresOn) }))
  })
}

/** What stands on the card: a part that is null was not agreed to, or is protected. */
export type SharedCard = {
  id: string; personId: string; name: string; purpose: Purpose; fields: FieldSet[]; wording: string; givenOn: Day; expiresOn: Day; byName: string; responsible: string[]
  contacts: { kind: 'PHONE' | 'EMAIL'; value: string }[] | null
  address: { careOf: string | null; street: string; number: string; floor: string | null; door: string | null; postcode: string; town: string } | null
  needs: { language: string; interpreter: boolean; largePrint: boolean; signLanguage: boolean; note: string | null } | null
  service: { mission: string; country: string; from: Day | null; to: Day | null }[] | null
}

/** The card behind one consent to one's own unit; null when there is none that holds. One statement, one row in the log. */
export async function sharedCard(actor: Actor, consentId: string): Promise<SharedCard | null> {
  if (!z.uuid().safeParse(consentId).success) return null
  return readAs(actor, 'person.read.shared', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<{ card: SharedCard | null }[]>`SELECT access.shared_card(${consentId}::uuid) AS card`
    if (!row?.card) return null
    shown({ kind: 'VIEW', action: 'consent.card-viewed', personId: row.card.personId, details: { consent: consentId, fields: row.card.fields.join(), ...(row.card.address && { page: 'address' }) } })
    return row.card
  })
}
