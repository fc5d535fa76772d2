import 'server-only'
import type { z } from 'zod'
import { Refused } from '@/lib/access/refused'
import { conflictOf, type Stored } from '@/lib/access/stale'
import { codeOf } from '@/lib/platform/codes'
import { type Day, dayToDb } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { SetupList } from './rules'
import type { areaInput, groupKindInput, paperKindInput, roleInput } from './schema'

const tables = { roles: Prisma.sql`volunteer_role`, papers: Prisma.sql`volunteer_paper_kind`, areas: Prisma.sql`local_area`, groups: Prisma.sql`volunteer_group_kind` } as const satisfies Record<SetupList, Prisma.Sql>

/** What a list's own code falls back on where nothing of the name can stand in one. */
const otherwise = { roles: 'rolle', papers: 'papir', areas: 'omraade', groups: 'gruppe' } as const satisfies Record<SetupList, string>

type Inputs = { roles: z.output<typeof roleInput>; papers: z.output<typeof paperKindInput>; areas: z.output<typeof areaInput>; groups: z.output<typeof groupKindInput> }
type Columns<L extends SetupList> = Omit<Inputs[L], 'entry' | 'version'>
/** The writes of one list, whose columns are named as the fields of its form are. */
type Writes<L extends SetupList> = { add: (data: Columns<L> & { code: string }) => Promise<unknown>; change: (where: { code: string; version: number }, data: Columns<L> & { version: number }) => Promise<{ count: number }>; find: (code: string) => Promise<Stored | null> }
const writes: { [L in SetupList]: (tx: Tx) => Writes<L> } = {
  roles: (tx) => ({ add: (data) => tx.volunteerRole.createMany({ data }), change: (where, data) => tx.volunteerRole.updateMany({ where, data }), find: (code) => tx.volunteerRole.findUnique({ where: { code } }) }),
  papers: (tx) => ({ add: (data) => tx.volunteerPaperKind.createMany({ data }), change: (where, data) => tx.volunteerPaperKind.updateMany({ where, data }), find: (code) => tx.volunteerPaperKind.findUnique({ where: { code } }) }),
  areas: (tx) => ({ add: (data) => tx.localArea.createMany({ data }), change: (where, data) => tx.localArea.updateMany({ where, data }), find: (code) => tx.localArea.findUnique({ where: { code } }) }),
  groups: (tx) => ({ add: (data) => tx.volunteerGroupKind.createMany({ data }), change: (where, data) => tx.volunteerGroupKind.updateMany({ where, data }), find: (code) => tx.volunteerGroupKind.findUnique({ where: { code } }) }),
}

/** Adds an entry, or changes the one that is named. Throws Refused where another in use has the name or it is gone, Conflict where it was changed meanwhile. */
export async function keepEntry<L extends SetupList>(tx: Tx, list: L, { entry, version, ...columns }: Inputs[L]): Promise<{ code: string; added: boolean }> {
  await onlyOne(tx, list)
  const same = await nameTaken(tx, list, entry, columns)
  if (same) throw new Refused('volunteerSetup.error.same', {}, same)
  const { add, change, find } = writes[list](tx)
  if (entry === null) {
    const code = codeOf(columns.nameDa, otherwise[list])
    await add({ ...columns, code })
    return { code, added: true }
  }
  if ((await change({ code: entry, version }, { ...columns, version: version + 1 })).count === 1) return { code: entry, added: false }
  const stored = await find(entry)
  throw stored ? conflictOf(stored, columns) : new Refused('volunteerSetup.error.gone')
}

/** One at a time gives names in a list: whoever comes second reads what the first wrote, and is told at the field. The unique index behind it says the same to everything else. */
const onlyOne = (tx: Tx, list: SetupList) => tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`volunteer setup ${list}`}, 0))) locked`

type Names = { nameDa: string; nameEn: string }
/** Which of the names another in use has: nobody could tell the two apart in a list. Null where none has. */
async function nameTaken(tx: Tx, list: SetupList, entry: string | null, { nameDa, nameEn }: Names): Promise<keyof Names | null> {
  const [same] = await tx.$queryRaw<{ da: boolean }[]>`SELECT lower(name_da) = lower(${nameDa}) AS da FROM ${tables[list]} WHERE retired_on IS NULL AND code IS DISTINCT FROM ${entry} AND (lower(name_da) = lower(${nameDa}) OR lower(name_en) = lower(${nameEn})) LIMIT 1`
  return same ? (same.da ? 'nameDa' : 'nameEn') : null
}

/** Out of use from today, or in use again. Throws Refused when it is so already, when there is none, or when another in use has taken its name meanwhile. */
export async function setUse(tx: Tx, list: SetupList, entry: string, inUse: boolean, today: Day): Promise<void> {
  await onlyOne(tx, list)
  const [found] = await tx.$queryRaw<Names[]>`SELECT name_da AS "nameDa", name_en AS "nameEn" FROM ${tables[list]} WHERE code = ${entry} AND (retired_on IS NULL) <> ${inUse}`
  if (!found) throw new Refused('volunteerSetup.error.meanwhile')
  if (inUse && (await nameTaken(tx, list, entry, found))) throw new Refused('volunteerSetup.error.taken')
  const changed = await tx.$executeRaw`UPDATE ${tables[list]} SET retired_on = ${inUse ? null : dayToDb(today)}::date, version = version + 1 WHERE code = ${entry} AND (retired_on IS NULL) <> ${inUse}`
  if (changed !== 1) throw new Refused('volunteerSetup.error.meanwhile')
}
