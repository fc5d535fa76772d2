import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type Named = { code: string; nameDa: string; nameEn: string }
export type Lists = { roles: Named[]; areas: Named[]; kinds: Named[] }

/** Names of roles, areas and papers, those retired as well: somebody may have them still. One statement. */
export async function readLists(tx: Tx): Promise<Lists> {
  const [row] = await tx.$queryRaw<[Lists]>`SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM volunteer_role) AS roles,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM local_area) AS areas,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM volunteer_paper_kind) AS kinds`
  return row
}
