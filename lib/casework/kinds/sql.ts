import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Kinds that entries are of; which entries is told to nobody who keeps the list. */
export async function usedKinds(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ code: string }[]>`SELECT u.code FROM access.contact_kinds_used() u`
  return new Set(rows.map(({ code }) => code))
}
