/** The list one came from, for this tab alone and as long as it is open: its address, what it is called, and its rows in order as addresses. No names. */
export type KeptList = { href: string; label: string; rows: string[] }
const KEPT = 'indgang-list'

export function keepList(list: KeptList): void {
  // A browser that keeps nothing: then there is no way on, and nothing else is missing.
  try { sessionStorage.setItem(KEPT, JSON.stringify(list)) } catch {}
}

export function keptList(): string | null {
  try { return sessionStorage.getItem(KEPT) } catch { return null }
}

export type Walk = { href: string; label: string; nth: number; of: number; next: string | null }

/** Where the page at `path` stands in the list, and the row after it; null where it is in none. A row's address begins like those of all pages of it. */
export function walkFrom(kept: string | null, path: string): Walk | null {
  const list = kept === null ? null : (JSON.parse(kept) as KeptList)
  const at = list ? list.rows.findIndex((row) => beginning(row) === beginning(path)) : -1
  return list && at >= 0 ? { href: list.href, label: list.label, nth: at + 1, of: list.rows.length, next: list.rows[at + 1] ?? null } : null
}

const beginning = (path: string): string => path.split(/[?#]/)[0]?.split('/').slice(0, 3).join('/') ?? ''
