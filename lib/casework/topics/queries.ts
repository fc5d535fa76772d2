import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'

export type KeptTopic = { code: string; nameDa: string; nameEn: string; position: number; retired: boolean; version: number }

/** All topics in their order, those in use first. One statement. */
export function keptTopics(actor: Actor): Promise<KeptTopic[]> {
  return readAs(actor, 'method.manage', async ({ tx }) => {
    const rows = await tx.contactTopic.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }] })
    return rows.map(({ retiredOn, ...row }) => ({ ...row, retired: retiredOn !== null })).sort((a, b) => Number(a.retired) - Number(b.retired))
  })
}
