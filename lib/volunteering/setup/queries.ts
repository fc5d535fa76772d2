import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { RuleVersion } from '@/lib/deadlines/versions/queries'
import { dayFromDb } from '@/lib/platform/day'
import type { SetupList, Use } from './rules'

type Kept = { code: string; nameDa: string; nameEn: string; position: number; version: number; retired: boolean; uses: Use[] }
export type KeptRole = Kept & { list: 'roles'; descriptionDa: string; descriptionEn: string; papers: string[]; course: boolean }
/** `months` null: it holds until the volunteer ends. */
export type KeptPaper = Kept & { list: 'papers'; months: number | null; everybody: boolean }
export type KeptArea = Kept & { list: 'areas'; postcodes: string[] }
export type KeptGroupKind = Kept & { list: 'groups'; aboutDa: string; aboutEn: string; citizens: boolean }
export type Entry = KeptRole | KeptPaper | KeptArea | KeptGroupKind
export type Setup = { roles: KeptRole[]; papers: KeptPaper[]; areas: KeptArea[]; groups: KeptGroupKind[] }

/** Everything there is to choose among, in its order and those in use first, with how many have each. Five statements, whatever its number. */
export function readSetup(actor: Actor): Promise<Setup> {
  return readAs(actor, 'volunteer.setup', async ({ tx }) => {
    const order = { omit: { id: true as const }, orderBy: [{ position: 'asc' as const }, { code: 'asc' as const }] }
    const [roles, papers, areas, groups] = [await tx.volunteerRole.findMany(order), await tx.volunteerPaperKind.findMany(order), await tx.localArea.findMany(order), await tx.volunteerGroupKind.findMany(order)]
    const counted = await tx.$queryRaw<(Use & { list: SetupList; entry: string })[]>`SELECT list, entry, use, many FROM access.volunteer_setup_uses()`
    const uses = Map.groupBy(counted, ({ list, entry }) => `${list} ${entry}`)
    const kept = <L extends SetupList, R extends { code: string; retiredOn: Date | null }>(list: L, rows: R[]) => rows
      .map(({ retiredOn, ...row }) => ({ ...row, list, retired: retiredOn !== null, uses: (uses.get(`${list} ${row.code}`) ?? []).map(({ use, many }) => ({ use, many })) }))
      .sort((a, b) => Number(a.retired) - Number(b.retired))
    return { roles: kept('roles', roles), papers: kept('papers', papers), areas: kept('areas', areas), groups: kept('groups', groups) }
  })
}

/** The periods that volunteers, matches and associations are followed by: every version of each, the newest first. One statement. */
export function setupTimes(actor: Actor): Promise<RuleVersion[]> {
  return readAs(actor, 'volunteer.setup', async ({ tx }) => {
    const rows = await tx.deadlineRule.findMany({ where: { population: { in: ['volunteer', 'association'] } }, orderBy: [{ population: 'desc' }, { code: 'asc' }, { validFrom: 'desc' }] })
    return rows.map((row) => ({ ...row, validFrom: dayFromDb(row.validFrom), validTo: row.validTo && dayFromDb(row.validTo) }))
  })
}
