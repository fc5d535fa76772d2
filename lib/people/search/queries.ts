import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { today } from '@/lib/platform/clock'
import { findPeople, type FoundPerson } from './sql'
import { kindsOf, readQuery } from './rules'
import { openSearch } from './writes'
import type { SearchView } from './schema'

export type SearchResult = { query: string; rows: FoundPerson[]; total: number; pageSize: number }

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
