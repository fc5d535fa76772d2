import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type Day, dayFromDb, dayOf } from '@/lib/platform/day'
import type { ContactOutcome, Entry } from './rules'

/** The newest entries of all, for the clock and what comes next. The transaction is the reader's own. */
export async function newestEntries(tx: Tx, personId: string): Promise<Entry[]> {
  const rows = await tx.contact.findMany({ where: { personId, redactedAt: null }, select: { outcome: true, happenedAt: true, nextOn: true, nextStep: true }, orderBy: [{ happenedAt: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }], take: 200 })
  return rows.map(({ outcome, happenedAt, nextOn, nextStep }) => ({ outcome: outcome as ContactOutcome, on: dayOf(happenedAt) as Day, nextOn: nextOn && dayFromDb(nextOn), nextStep }))
}

export type Topic = { code: string; nameDa: string; nameEn: string }

/** The municipality's topics a new entry may name, in its own order. */
export function topicsInUse(tx: Tx): Promise<Topic[]> {
  return tx.contactTopic.findMany({ where: { retiredOn: null }, select: { code: true, nameDa: true, nameEn: true }, orderBy: { position: 'asc' } })
}
