import 'server-only'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { type Day, dayFromDb } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { omit } from '@/lib/platform/omit'
import type { Criteria } from './rules'

export type FoundPerson = {
  id: string
  firstName: string
  lastName: string
  birthDate: Day | null
  protection: 'P0' | 'P1' | 'P2' | 'P3'
  diedOn: Day | null
  movedAwayOn: Day | null
  vulnerable: boolean
  roles: string[]
  /** Null where the address is protected, unknown, or not the reader's to see. */
  town: string | null
  matched: 'cpr' | 'phone' | 'birth-date' | 'name' | 'street'
}
type Filter = { role?: string; gone?: boolean; limit: number; offset: number }
type Row = Omit<FoundPerson, 'birthDate' | 'diedOn' | 'movedAwayOn'> & { birthDate: Date | null; diedOn: Date | null; movedAwayOn: Date | null; total: bigint }

/** One statement. The database function applies the caller's own scope: people outside it are neither returned nor counted. */
export async function findPeople(tx: Tx, criteria: Criteria, filter: Filter): Promise<{ rows: FoundPerson[]; total: number }> {
  const hash = criteria.cpr ? blindIndex(criteria.cpr) : null
  const roles = filter.role ? [filter.role] : []
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT id, first_name AS "firstName", last_name AS "lastName", birth_date AS "birthDate", protection::text, died_on AS "diedOn",
      moved_away_on AS "movedAwayOn", vulnerable, roles, town, matched, total
    FROM access.find_people(${criteria.words}::text[], ${criteria.born}::date, ${criteria.phone}, ${hash}::bytea, ${roles}::person_role_kind[],
      ${filter.gone ?? false}::boolean, ${filter.limit}::int, ${filter.offset}::int)`)
  const total = Number(rows[0]?.total ?? 0)
  return { total, rows: rows.map((row) => ({ ...omit(row, 'total'), birthDate: dayOrNull(row.birthDate), diedOn: dayOrNull(row.diedOn), movedAwayOn: dayOrNull(row.movedAwayOn) })) }
}

function dayOrNull(date: Date | null): Day | null {
  return date && dayFromDb(date)
}
