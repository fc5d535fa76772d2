import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { factsSql, pathRules, type RawFacts, readFacts } from '../path/sql'
import { AHEAD_DAYS, standing, type Standing } from './rules'

/** `retired`: nobody chooses it anew; whoever has it keeps it. */
export type Named = { code: string; nameDa: string; nameEn: string; retired?: boolean }
export type Lists = { roles: Named[]; areas: Named[]; kinds: Named[]; associations: { id: string; name: string }[] }

/** Names of roles, areas, papers and associations, those retired as well: somebody may have them still. One statement. */
export async function readLists(tx: Tx): Promise<Lists> {
  const [row] = await tx.$queryRaw<[Lists]>`SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en, 'retired', retired_on IS NOT NULL) ORDER BY position), '[]') FROM volunteer_role) AS roles,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en, 'retired', retired_on IS NOT NULL) ORDER BY position), '[]') FROM local_area) AS areas,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en, 'retired', retired_on IS NOT NULL) ORDER BY position), '[]') FROM volunteer_paper_kind) AS kinds,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name), '[]') FROM association WHERE closed_on IS NULL AND NOT EXISTS (SELECT 1 FROM association_signup s WHERE s.association_id = association.id AND s.accepted IS NULL)) AS associations`
  return row
}

/** Where every volunteer of the reader's stands today, as the lists have them. Two statements. */
export async function standings(tx: Tx, today: Day, ahead = AHEAD_DAYS): Promise<Standing[]> {
  const rules = await pathRules(tx)
  return (await tx.$queryRaw<RawFacts[]>`SELECT ${factsSql} FROM volunteer v`).map((row) => standing(readFacts(row), today, rules, ahead))
}
