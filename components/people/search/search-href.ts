import type { SearchView } from '@/lib/people/search/schema'

/** The list as it stands in the address: the id of the search, never its words. */
export function searchHref(view: Partial<SearchView>): string {
  const state = new URLSearchParams()
  for (const key of ['s', 'role', 'gone', 'last'] as const) if (view[key]) state.set(key, view[key])
  if (view.page && view.page > 1) state.set('page', String(view.page))
  return `/people?${state}`
}
