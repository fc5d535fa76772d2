import 'server-only'
import { pageAt } from '@/lib/audit/pages'
import type { AuditEntry } from '@/lib/audit/record'

/** Where the browser was going: written by the proxy, never taken from the visitor. Nothing where nobody asks: a job reads too, and has no web framework, which is why it is loaded only here. */
export async function addressAsked(): Promise<string> {
  try {
    return (await (await import('next/headers')).headers()).get('x-address') ?? ''
  } catch {
    return ''
  }
}

/** The rows of the log with the page they came from, by its pattern: no id and no word of the address. */
export async function onPage(entries: readonly AuditEntry[]): Promise<AuditEntry[]> {
  if (entries.length === 0) return []
  const route = pageAt(await addressAsked()) ?? undefined
  return entries.map((entry) => ({ route, ...entry }))
}
