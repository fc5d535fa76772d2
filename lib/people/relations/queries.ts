import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { searchResult, type SearchResult } from '../search/queries'
import { searchView } from '../search/schema'

/** Those who could be the relative: the answer to a kept search, without the person themselves. Everybody is shown, also the dead. */
export async function relativeCandidates(actor: Actor, personId: string, s?: string): Promise<SearchResult | null> {
  const result = await searchResult(actor, searchView.parse({ s, gone: '1' }))
  return result && { ...result, rows: result.rows.filter((row) => row.id !== personId) }
}
