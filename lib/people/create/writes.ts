import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Actor } from '@/lib/access/permissions'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { phone as readablePhone } from '../contacts/schema'
import { writeCpr } from '../cpr/writes'
import { giveRole } from '../roles/writes'

export type NewPerson = { firstName: string; lastName: string; birthDate: Day | null; registeredOn: Day; language: string; cpr: string; phone: string; roles: ('VETERAN' | 'RELATIVE')[] }

/** The person with roles, number and phone, in the caller's transaction. Refuses what cannot be read, naming the field. Returns the id. */
export async function insertPerson(tx: Tx, actor: Actor, input: NewPerson, today: Day): Promise<string> {
  const phone = input.phone === '' ? null : readablePhone(input.phone)
  if (input.phone !== '' && phone === null) throw new Refused('people.error.phone', {}, 'phone')
  // Written out so that created_at is the transaction's own now(): that, and created_by, is what lets the row be seen before it has a role.
  const [row] = await tx.$queryRaw<{ id: string }[]>`INSERT INTO person (first_name, last_name, birth_date, language, registered_on, source, created_by)
    VALUES (${input.firstName}, ${input.lastName}, ${input.birthDate}::date, ${input.language}, ${input.registeredOn}::date, 'staff', ${actor.userId}::uuid) RETURNING id`
  if (!row) throw new Error('The person was not created')
  for (const kind of input.roles) await giveRole(tx, row.id, kind, input.registeredOn)
  if (input.cpr !== '') await writeCpr(tx, row.id, input.cpr)
  if (phone) await tx.contactPoint.createMany({ data: [{ personId: row.id, kind: 'PHONE', value: phone, source: 'staff', fromDay: dayToDb(today) }] })
  return row.id
}
