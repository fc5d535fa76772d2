import 'server-only'
import { Refused } from '@/lib/access/refused'
import { conflictOf, type Stored } from '@/lib/access/stale'
import { type Day, dayToDb } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { SetupList } from './rules'

const tables = { roles: Prisma.sql`volunteer_role`, papers: Prisma.sql`volunteer_paper_kind`, areas: Prisma.sql`local_area`, groups: Prisma.sql`volunteer_group_kind` } as const satisfies Record<SetupList, Prisma.Sql>

/** Throws Refused where another in use has the name: nobody could tell the two apart in a list. */
export async function refuseSameName(tx: Tx, list: SetupList, { entry, nameDa, nameEn }: { entry: string | null; nameDa: string; nameEn: string }): Promise<void> {
  const [same] = await tx.$queryRaw<{ da: boolean }[]>`SELECT lower(name_da) = lower(${nameDa}) AS da FROM ${tables[list]} WHERE retired_on IS NULL AND code IS DISTINCT FROM ${entry} AND (lower(name_da) = lower(${nameDa}) OR lower(name_en) = lower(${nameEn})) LIMIT 1`
  if (same) throw new Refused('volunteerSetup.error.same', {}, same.da ? 'nameDa' : 'nameEn')
}

/** What is told to whoever saved second; both by the form's field names. Throws. */
export function refuseStale(stored: Stored | null, typed: Record<string, unknown>): never {
  if (!stored) throw new Refused('volunteerSetup.error.gone')
  throw conflictOf(stored, typed)
}

/** Out of use from today, or in use again. Throws Refused when it is so already, or there is none. */
export async function setUse(tx: Tx, list: SetupList, entry: string, inUse: boolean, today: Day): Promise<void> {
  const count = await tx.$executeRaw`UPDATE ${tables[list]} SET retired_on = ${inUse ? null : dayToDb(today)}::date, version = version + 1 WHERE code = ${entry} AND (retired_on IS NULL) <> ${inUse}`
  if (count !== 1) throw new Refused('volunteerSetup.error.meanwhile')
}
