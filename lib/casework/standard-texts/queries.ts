import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { StandardText } from './sql'

export type KeptText = StandardText & { own: boolean; retired: boolean; version: number }

/** One's own and the unit's, those in use first. One statement. */
export function keptTexts(actor: Actor): Promise<KeptText[]> {
  return readAs(actor, 'contact.record', async ({ tx }) => {
    const rows = await tx.standardText.findMany({ orderBy: [{ retiredOn: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }] })
    return rows.map(({ id, name, text, userId, retiredOn, version }) => ({ id, name, text, own: userId !== null, retired: retiredOn !== null, version }))
  })
}
