import 'server-only'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** A veteran also has a profile, where vulnerability stands. */
export async function giveRole(tx: Tx, personId: string, kind: 'VETERAN' | 'RELATIVE', fromDay: Day): Promise<void> {
  await tx.personRole.createMany({ data: [{ personId, kind, fromDay: dayToDb(fromDay) }] })
  if (kind === 'VETERAN') await tx.veteranProfile.createMany({ data: [{ personId }], skipDuplicates: true })
}
