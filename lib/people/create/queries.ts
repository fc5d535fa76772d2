import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { today } from '@/lib/platform/clock'
import type { Day } from '@/lib/platform/day'
import { phone } from '../contacts/schema'
import { type Likely, likelyDuplicates } from '../duplicates/likely'
import { prefill, readQuery } from '../search/rules'
import { openSearch } from '../search/writes'

export type Draft = { firstName: string; lastName: string; birthDate: Day | null; registeredOn: Day | null; cpr: string; phone: string; language: string; roles: string[]; relativeOf: string; relation: string }
export type NewPersonPage = { query: string; draft: Draft; likely: Likely[] }

/** What the form of a new person begins with: the words searched for, or what was typed before the likely duplicates were shown. */
export async function newPersonPage(actor: Actor, s: string, check: boolean): Promise<NewPersonPage | null> {
  return readAs(actor, 'person.create', async ({ tx, shown }) => {
    const search = await openSearch(tx, s)
    const criteria = search && readQuery(search.query, today())
    if (!search || !criteria) return null
    const empty = { registeredOn: null, language: 'da', roles: ['VETERAN'], relativeOf: '', relation: '' }
    const typed = search.draft && !search.draft.createdId ? (search.draft as unknown as Draft) : null
    const draft: Draft = { ...empty, ...prefill(criteria), ...typed }
    const likely = check && typed ? await likelyDuplicates(tx, { ...draft, phone: phone(draft.phone) }) : []
    if (likely.length > 0) shown({ action: 'person.duplicates-shown', people: likely.map((person) => person.id) })
    return { query: search.query, draft, likely }
  })
}
