import { createHmac } from 'node:crypto'
import { addDays, addMonths, addYears, type Day } from '@/lib/platform/day'

/** Every kind of record that can be erased; access.retention_candidates() says what starts the period of each. */
export const KINDS = [
  'person', 'attempt', 'reply', 'talk', 'letter', 'outbox_message', 'import_row', 'subject_request', 'unusual_lookup', 'progress_measurement', 'task', 'volunteer', 'audit_log',
  'contact', 'contact_draft', 'screening', 'plan_goal', 'plan_agreement', 'plan_schedule', 'meeting_item', 'meeting', 'case_file', 'consent', 'volunteer_request', 'companion_meeting', 'power_of_attorney',
] as const
export type Kind = (typeof KINDS)[number]
export const UNITS = ['DAY', 'MONTH', 'YEAR'] as const
export type Period = { length: number; unit: (typeof UNITS)[number] }

/** The last day the record is kept. 29 February + 1 year is 28 February, as in every other period of the product. */
export function keptThrough(anchor: Day, { length, unit }: Period): Day {
  return unit === 'DAY' ? addDays(anchor, length) : unit === 'MONTH' ? addMonths(anchor, length) : addYears(anchor, length)
}

/** The period's last day is not over until it is past, in Danish time. */
export function mayErase(anchor: Day, period: Period, today: Day): boolean {
  return keptThrough(anchor, period) < today
}

/** The log is kept a year at least, and goes into no file: the database says the same (retention_rule_log). */
export function fitsKind(kind: Kind, { length, unit }: Period): boolean {
  return kind !== 'audit_log' || length >= { YEAR: 1, MONTH: 12, DAY: 366 }[unit]
}

export type RunState = 'PROPOSED' | 'APPROVED' | 'DONE' | 'CANCELLED'

/** One line of the ledger outside the database: ids, days and rules, no content. `mac` says that the product wrote it. */
export type LedgerLine = { id: string; at: string; kind: Kind; key: string; person: string | null; run: string; rule: string; approvedBy: string; receipt: string | null }

export function signLine(key: Buffer, { id, at, kind, key: row, person, run, rule, approvedBy, receipt }: LedgerLine): string {
  return createHmac('sha256', key).update(JSON.stringify(['erased', id, at, kind, row, person, run, rule, approvedBy, receipt])).digest('hex')
}

/** A line of the file as it may be trusted; null when it is broken, or somebody else wrote or changed it. */
export function readLine(key: Buffer, text: string): LedgerLine | null {
  try {
    const { mac, ...line } = JSON.parse(text) as LedgerLine & { mac: string }
    return typeof mac === 'string' && KINDS.includes(line.kind) && signLine(key, line) === mac ? line : null
  } catch {
    return null
  }
}
