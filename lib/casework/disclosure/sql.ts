import 'server-only'
import { formatCpr } from '@/lib/people/cpr/rules'
import { unseal } from '@/lib/platform/crypto/sealed'
import type { Tx } from '@/lib/platform/db'

/** Who a file is about and who made it. Null when the person does not exist for this reader, or the record was merged away. */
export async function headOf(tx: Tx, personId: string): Promise<{ name: string; municipality: string } | null> {
  const person = await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { firstName: true, lastName: true } })
  return person && { name: `${person.firstName} ${person.lastName}`, municipality: (await tx.municipality.findFirst({ select: { name: true } }))?.name ?? '' }
}

/** The number as it is written. The caller has seen that it was asked for and may be read. */
export async function cprOf(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx.personCpr.findFirst({ where: { personId }, select: { cipher: true } })
  return row && formatCpr(unseal(row.cipher))
}
