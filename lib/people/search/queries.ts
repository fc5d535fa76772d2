import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { today } from '@/lib/platform/clock'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { type Day, dayFromDb } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Criteria, kindsOf, readQuery } from './rules'
import { openSearch } from './saved'
import type { SearchView } from './schema'

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
export type SearchResult = { query: string; rows: FoundPerson[]; total: number; pageSize: number }
type Filter = { role?: string; gone?: boolean; limit: number; offset: number }

export const PAGE_SIZE = 25

/** The kept search with its rows; null when there is none of that id. At most three statements and one for the audit trail. */
export async function searchResult(actor: Actor, view: SearchView): Promise<SearchResult | null> {
  const id = view.s
  if (!id) return null
  return readAs(actor, 'person.search', async ({ tx, shown }) => {
    const saved = await openSearch(tx, id)
    const criteria = saved && readQuery(saved.query, today())
    if (!saved || !criteria) return null
    const filter = { role: view.role, gone: view.gone === '1', limit: PAGE_SIZE, offset: (view.page - 1) * PAGE_SIZE }
    const current = await findPeople(tx, criteria, filter)
    // Only the dead and the moved answer to these words: say so instead of "nobody".
    const gone = filter.gone || current.total > 0
    const { rows, total } = gone ? current : await findPeople(tx, criteria, { ...filter, gone: true })
    shown({ action: 'person.found', people: rows.map((row) => row.id), details: { by: kindsOf(criteria).join(), page: view.page, found: total } })
    return { query: saved.query, rows, total, pageSize: PAGE_SIZE }
  })
}

/** The words behind a search id, to fill in the form of a new person. */
export async function savedSearch(actor: Actor, id: string) {
  return readAs(actor, 'person.search', ({ tx }) => openSearch(tx, id))
}

/** For the command palette: the first few, without keeping the words. */
export async function quickSearch(actor: Actor, text: string, limit: number): Promise<FoundPerson[]> {
  const criteria = readQuery(text, today())
  if (!criteria) return []
  return readAs(actor, 'person.search', async ({ tx, shown }) => {
    const { rows } = await findPeople(tx, criteria, { limit, offset: 0, gone: true })
    shown({ action: 'person.found', people: rows.map((row) => row.id), details: { by: kindsOf(criteria).join(), route: 'palette' } })
    return rows
  })
}

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
  return { total, rows: rows.map(({ total: _total, ...row }) => ({ ...row, birthDate: dayOrNull(row.birthDate), diedOn: dayOrNull(row.diedOn), movedAwayOn: dayOrNull(row.movedAwayOn) })) }
}

function dayOrNull(date: Date | null): Day | null {
  return date && dayFromDb(date)
}
