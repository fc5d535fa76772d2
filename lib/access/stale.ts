import { formatDay } from '@/lib/platform/dates'
import { dayFromDb } from '@/lib/platform/day'
import { Conflict } from './conflict'

export type Stored = Record<string, unknown> & { version: number }

/**
 * What is told to whoever saved second: the fields in which what they typed is not what stands there now. Both use the form's field names; a code is handed in
 * as its word. `changedBy` and `personId`: null where nobody is noted, and where no person is behind the record.
 */
export function conflictOf(stored: Stored, typed: Record<string, unknown>, changedBy: string | null = null, personId: string | null = null): Conflict {
  const differing = Object.keys(typed).filter((field) => field in stored && textOf(stored[field]) !== textOf(typed[field]))
  return new Conflict(stored.version, Object.fromEntries(differing.map((field) => [field, textOf(stored[field])])), changedBy, personId)
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return formatDay(dayFromDb(value), 'da', 'short')
  if (typeof value === 'boolean') return value ? '✓' : ''
  return Array.isArray(value) ? value.map(String).join(', ') : String(value)
}
