import 'server-only'
import { Refused } from '@/lib/access/refused'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { giveRole } from '../roles/writes'
import type { RELATION_KINDS } from './schema'

/** Makes `relatedId` the relative of `personId`. Two open records are asked for; the relative gets the role of one when they have none. */
export async function relate(tx: Tx, input: { personId: string; relatedId: string; kind: (typeof RELATION_KINDS)[number]; livesTogether?: boolean }, today: Day): Promise<void> {
  const { personId, relatedId, kind, livesTogether = false } = input
  if (personId === relatedId) throw new Refused('people.error.relationSelf', {}, 'relatedId')
  const seen = await tx.person.findMany({ where: { id: { in: [personId, relatedId] }, mergedIntoId: null }, select: { id: true } })
  if (seen.length !== 2) throw new Refused('people.error.notFound')
  const known = await tx.relation.findFirst({ where: { personId, relatedPersonId: relatedId, kind } })
  if (known && !known.toDay) throw new Refused('people.error.relationKnown', {}, 'kind')
  if (known) await tx.relation.updateMany({ where: { id: known.id }, data: { fromDay: dayToDb(today), toDay: null, livesTogether } })
  else await tx.relation.createMany({ data: [{ personId, relatedPersonId: relatedId, kind, livesTogether, fromDay: dayToDb(today) }] })
  if (!(await tx.personRole.findFirst({ where: { personId: relatedId, kind: 'RELATIVE', toDay: null }, select: { id: true } }))) await giveRole(tx, relatedId, 'RELATIVE', today)
}
