import { dayOfAddress } from '@/lib/platform/date-input'
import type { Day } from '@/lib/platform/day'

/** One use of a person's data, as the citizen may see it: never who it was, never anybody else. */
export type Lookup = { at: Date; kind: LookupKind; /** The noun before the dot of the action: which part of the work it was. */ work: string; role: string | null; reason: string | null; /** The page it came from, by its pattern: for the officer alone. */ route: string | null; direct: boolean }

/**
 * What the citizen is told about (GDPR art. 15; the Danish authority's decision 2024-32-0283: dates and purposes of look-ups, as a rule not
 * the names of staff). Refusals and sign-ins showed nobody anything; what the machine does by itself is no look-up.
 */
export const LOOKUP_KINDS = ['VIEW', 'LIST', 'CHANGE', 'DISCLOSURE'] as const
export type LookupKind = (typeof LOOKUP_KINDS)[number]

/** `run.member-viewed` → `run`. The citizen reads in which work it happened, not what each button is called. */
export function workOf(action: string): string {
  return action.split('.')[0] ?? action
}

export type ReportAddress = { person: string; from: Day | null; to: Day | null }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What the address of the report says; null when it names nobody. Days that are none are left out. */
export function readReport(address: Record<string, string | string[] | undefined>): ReportAddress | null {
  const person = address.person
  if (typeof person !== 'string' || !uuid.test(person)) return null
  return { person: person.toLowerCase(), from: dayOfAddress(address, 'from') ?? null, to: dayOfAddress(address, 'to') ?? null }
}

export function reportHref(path: string, { person, from, to }: ReportAddress, more: Record<string, string> = {}): string {
  return `${path}?${new URLSearchParams({ person, ...(from ? { from } : {}), ...(to ? { to } : {}), ...more })}`
}

export type LookupCounts = Record<LookupKind, number>

export function countsOf(lookups: readonly Pick<Lookup, 'kind'>[]): LookupCounts {
  const counts: LookupCounts = { VIEW: 0, LIST: 0, CHANGE: 0, DISCLOSURE: 0 }
  for (const { kind } of lookups) counts[kind]++
  return counts
}
