import { dayOfAddress } from '@/lib/platform/date-input'
import { addDays, startOfDay, type Day } from '@/lib/platform/day'

export const trailKinds = ['VIEW', 'LIST', 'CHANGE', 'DISCLOSURE', 'DENIED', 'MACHINE', 'SIGN_IN'] as const
export type TrailKind = (typeof trailKinds)[number]

/** What the address asks for. Parts that cannot be understood are named in `wrong` and left out, never guessed. */
export type TrailFilter = { person?: string; user?: string; kind?: TrailKind; from?: Day; to?: Day; before?: number; wrong: string[] }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function readFilter(address: Record<string, string | string[] | undefined>): TrailFilter {
  const filter: TrailFilter = { wrong: [] }
  const text = (name: string) => (typeof address[name] === 'string' ? address[name].trim() : '')
  const take = <T>(name: string, accept: (value: string) => T | undefined, keep: (value: T) => void) => {
    const value = text(name)
    if (value === '') return
    const accepted = accept(value)
    if (accepted === undefined) filter.wrong.push(name)
    else keep(accepted)
  }
  take('person', (value) => (uuid.test(value) ? value.toLowerCase() : undefined), (value) => (filter.person = value))
  take('user', (value) => (uuid.test(value) ? value.toLowerCase() : undefined), (value) => (filter.user = value))
  take('kind', (value) => trailKinds.find((kind) => kind === value), (value) => (filter.kind = value))
  for (const name of ['from', 'to'] as const) {
    const day = dayOfAddress(address, name)
    if (day === undefined) filter.wrong.push(name)
    else if (day) filter[name] = day
  }
  take('before', (value) => (/^\d{1,15}$/.test(value) ? Number(value) : undefined), (value) => (filter.before = value))
  return filter
}

/** Danish days as the moments they begin and end: a day of 23 or 25 hours is covered whole. */
export function momentsOf(filter: Pick<TrailFilter, 'from' | 'to'>): { from: Date | null; until: Date | null } {
  return { from: filter.from ? startOfDay(filter.from) : null, until: filter.to ? startOfDay(addDays(filter.to, 1)) : null }
}

/** The address of the same search, with changes. */
export function trailHref(filter: TrailFilter, change: Partial<Record<'person' | 'user' | 'before', string>> = {}): string {
  const { person, user, kind, from, to } = filter
  const parts = Object.entries({ person, user, kind, from, to, ...change }).filter(([, value]) => value)
  return parts.length === 0 ? '/audit' : `/audit?${new URLSearchParams(parts as [string, string][])}`
}
