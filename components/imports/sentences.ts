import type { RowIssue } from '@/lib/imports/values/rules'
import { formatDay } from '@/lib/platform/dates'
import { isDay } from '@/lib/platform/day'

type Translate = { (key: never, values?: never): string; has: (key: never) => boolean }
type Say = (key: string, values?: Record<string, string | number>) => string

// The catalogue's keys are checked where they are written out; these are put together from codes, and a test goes through every code.
const sayer = (t: unknown): Say => t as Say
const knows = (t: unknown, key: string): boolean => (t as Translate).has(key as never)

/** The whole sentence, with the row's number: for the file of bad rows. */
export function rowSentence(t: unknown, issue: RowIssue): string {
  return sayer(t)(`problem.${issue.code}`, { ...issue.params, row: issue.row, column: issue.column })
}

/** The sentence where the row's number already stands beside it. */
export function shortSentence(t: unknown, issue: RowIssue): string {
  const rest = rowSentence(t, issue).replace(/^(?:Række|Row) [\d.,]+(?:, |: )/, '')
  return rest.charAt(0).toLocaleUpperCase('da') + rest.slice(1)
}

/** A stored value as people read it: codes in words, days as days. */
export function valueText(t: unknown, field: string, value: string | null, locale: string): string {
  if (value === null || value === '') return '–'
  if (isDay(value)) return formatDay(value, locale, 'short')
  const key = `choice.${field}.${value}`
  return knows(t, key) ? sayer(t)(key) : value
}

/** The name of a reason in a few words, for lists and filters. */
export function reasonName(t: unknown, code: string): string {
  return sayer(t)(`short.${code}`)
}

export function fieldName(t: unknown, field: string): string {
  return sayer(t)(`field.${field}`)
}
