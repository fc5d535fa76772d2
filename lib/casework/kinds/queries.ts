import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Channel, mayChangeChannel } from './rules'
import { usedKinds } from './sql'

export type KeptKind = { code: string; nameDa: string; nameEn: string; channel: Channel; /** What it counts as may still be changed. */ movable: boolean; position: number; retired: boolean; version: number }

/** All kinds of contact in their order, those in use first. Two statements. */
export function keptKinds(actor: Actor): Promise<KeptKind[]> {
  return readAs(actor, 'method.manage', async ({ tx }) => {
    const rows = await tx.contactKind.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }] })
    const used = await usedKinds(tx)
    return rows.map(({ retiredOn, channel, ...row }) => ({ ...row, channel: channel as Channel, movable: mayChangeChannel({ code: row.code, used: used.has(row.code) }), retired: retiredOn !== null })).sort((a, b) => Number(a.retired) - Number(b.retired))
  })
}
