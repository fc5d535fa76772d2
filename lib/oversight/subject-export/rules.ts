import type { Catalogue, CatalogueColumn } from '../catalogue/rules'
import type { Day } from '@/lib/platform/day'

/** One row of the register that is about the person, with the columns the reader may read, as the database writes them in JSON. */
export type SubjectRow = { tab: string; key: string; image: Record<string, unknown> }
export type Redaction = { tab: string; key: string; /** '' is the whole row. */ field: string; reason: RedactionReason; replacement: string | null }
export type Field = { column: CatalogueColumn; value: unknown; /** Written by somebody: may name others. */ free: boolean; struck: Redaction | null }
export type Part = { tab: string; key: string; fields: Field[]; struck: Redaction | null }

/** Databeskyttelsesforordningen art. 15(4) and databeskyttelsesloven § 22: why something may be kept back. */
export const REDACTION_REASONS = ['third-party', 'public-interest', 'crime', 'own-interest'] as const
export type RedactionReason = (typeof REDACTION_REASONS)[number]
export const ASKED_BY = ['self', 'guardian', 'representative'] as const
export const ASKED_HOW = ['digital-post', 'letter', 'mail', 'phone', 'in-person'] as const
export const HANDED_HOW = ['digital-post', 'letter', 'in-person'] as const

/** In the order a person reads about themselves; a table that is not here comes after. */
export const ORDER = ['person', 'person_cpr', 'person_protection', 'address', 'protected_address', 'contact_point', 'person_role', 'relation', 'veteran_profile', 'deployment', 'competence', 'external_key', 'assignment',
  'letter', 'stored_file', 'reply', 'wish', 'talk', 'attempt', 'contact', 'contact_note', 'contact_addition', 'contact_redaction', 'contact_draft', 'contact_case', 'case_file', 'case_state', 'case_weight', 'case_transfer', 'case_move', 'consent', 'consent_withdrawal', 'referral', 'referral_step', 'person_note', 'plan_goal', 'plan_goal_step', 'plan_agreement', 'plan_agreement_step', 'plan_schedule', 'plan_slot', 'screening', 'screening_answer', 'volunteer_tie', 'volunteer_request', 'volunteer_request_state', 'volunteer_pair_step', 'volunteer_group_citizen', 'volunteer_question', 'volunteer_answer', 'volunteer_match', 'volunteer_match_end', 'volunteer_match_meeting', 'volunteer_match_concern', 'volunteer_follow_up', 'volunteer_check_in', 'companion_meeting', 'companion_step', 'power_of_attorney', 'meeting_item', 'meeting_minute', 'task', 'task_event', 'progress_aim', 'progress_measurement', 'progress_value', 'outreach_task', 'invitation', 'outbox_message', 'run_member', 'run_member_change', 'reply_code', 'field_history', 'import_row', 'duplicate_pair', 'person_merge', 'legal_hold', 'breach_subject']

/** Ordinary columns without which a row says nothing. Everything else that is shown is there because of its data class. */
const ALSO: Record<string, readonly string[]> = {
  assignment: ['reason', 'from_day', 'to_day'], field_history: ['changed_at', 'table_name', 'field'], stored_file: ['name', 'created_at'], external_key: ['register'], outbox_message: ['channel', 'subject', 'created_at', 'sent_at'],
  reply_code: ['created_at', 'expires_at', 'revoked_at'], outreach_task: ['created_at', 'done_at'], attempt: ['withdrawn_at'], person_merge: ['merged_at', 'undone_at'], run_member_change: ['changed_at'], letter: ['created_at'],
  duplicate_pair: ['created_at'], person: ['source'], contact_point: ['source'], address: ['source'], protected_address: ['source'], wish: ['source'], person_protection: ['noted_at', 'lifted_at'],
  person_note: ['recorded_at'], referral: ['sent_at'], referral_step: ['recorded_at'], case_weight: ['recorded_at'], task: ['created_at'], task_event: ['at'], plan_goal: ['created_at'], plan_goal_step: ['recorded_at'], plan_agreement: ['created_at'], plan_agreement_step: ['recorded_at'], plan_slot: ['added_at'], meeting_item: ['marked_at'], meeting_minute: ['recorded_at'], volunteer_request_state: ['recorded_at'], volunteer_pair_step: ['recorded_at'], companion_meeting: ['created_at'], companion_step: ['recorded_at'], power_of_attorney: ['recorded_at'], volunteer_question: ['expires_on', 'created_at'], volunteer_answer: ['side', 'recorded_at'], volunteer_match_end: ['recorded_at'], volunteer_match_meeting: ['recorded_at', 'taken_back_at'], volunteer_match_concern: ['raised_at', 'settled_at'], volunteer_follow_up: ['recorded_at'], volunteer_check_in: ['side', 'answered_at', 'created_at'],
}
/** Working copies of what stands elsewhere in the answer: machine texts, not information of their own. */
const WORKING: Record<string, readonly string[]> = {
  import_row: ['parsed', 'reasons', 'changes', 'applied'], person_merge: ['before', 'moved'], outreach_task: ['explanation'], task: ['explanation'], run_member: ['scope'], outbox_message: ['calendar'],
  // What was taken back was wrong, or is about somebody else; it goes for good within weeks.
  contact_redaction: ['original'],
  // Codes of what both had said, to be compared with.
  volunteer_pair_step: ['field_state'],
}
const FREE = /^(note|communication_note|resources|wishes|message|body|cancel_reason|postpone_reason|outcome|old_value|new_value|cells|protection_source|reason|end_reason|return_reason|lift_reason|care_of|text|why|agreed|next_step|needs|words|who_words|activity|place|company|what|agenda|covers|evidence|given_to|kin_name|meeting_point)$/

/** Columns of a table that are shown to the person: what is about them (K2 and up), and what makes it understandable. Never ids or bytes. */
export function shownColumns(catalogue: Catalogue, tab: string): CatalogueColumn[] {
  const columns = catalogue.tables.find((table) => table.name === tab)?.columns ?? []
  return columns.filter((column) => !['id', 'bytes'].includes(column.kind) && !WORKING[tab]?.includes(column.name) && (column.dataClass >= 'K2' || ALSO[tab]?.includes(column.name)))
}

/** The answer in parts: one per row, in reading order, with what is struck out marked. Empty fields are left out. */
export function partsOf(rows: readonly SubjectRow[], catalogue: Catalogue, redactions: readonly Redaction[]): Part[] {
  const find = (tab: string, key: string, field: string) => redactions.find((one) => one.tab === tab && one.key === key && one.field === field) ?? null
  const place = (tab: string) => (ORDER.includes(tab) ? ORDER.indexOf(tab) : ORDER.length)
  const parts = [...rows].sort((a, b) => place(a.tab) - place(b.tab) || (a.tab === b.tab ? 0 : a.tab < b.tab ? -1 : 1)).map(({ tab, key, image }) => ({
    tab, key, struck: find(tab, key, ''),
    fields: shownColumns(catalogue, tab).filter((column) => filled(image[column.name])).map((column) => ({ column, value: image[column.name], free: isFree(tab, column), struck: find(tab, key, column.name) })),
  }))
  return echoes(parts)
}

function filled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function isFree(tab: string, column: CatalogueColumn): boolean {
  // Reasons of runs are codes.
  return (column.kind === 'text' || column.kind === 'json') && FREE.test(column.name) && !(['run_member', 'run_member_change', 'assignment'].includes(tab) && column.name === 'reason')
}

/** Shorter texts are too likely to be the same by chance. */
const ECHO_FROM = 12

/** A text that is struck in one place is struck wherever it stands again, whole or inside another: the history remembers what a field said. */
function echoes(parts: Part[]): Part[] {
  const struck = parts.flatMap((part) => part.fields.flatMap((field) => {
    const redaction = field.struck ?? part.struck
    return redaction && field.free && typeof field.value === 'string' && field.value.trim().length >= ECHO_FROM ? [{ text: field.value.trim(), redaction }] : []
  }))
  if (struck.length === 0) return parts
  return parts.map((part) => ({ ...part, fields: part.fields.map((field) => {
    if (field.struck || part.struck) return field
    const again = struck.find(({ text }) => (typeof field.value === 'string' ? field.value : JSON.stringify(field.value) ?? '').includes(text))
    return again ? { ...field, struck: { ...again.redaction, tab: part.tab, key: part.key, field: field.column.name, replacement: null } } : field
  }) }))
}

/** Tables of which there is more than the reader may see, with how many rows. A file is made only when this is empty. */
export function sealed(rows: readonly SubjectRow[], held: readonly { tab: string; held: number }[]): { tab: string; rows: number }[] {
  const seen = (tab: string) => rows.filter((row) => row.tab === tab).length
  return held.map(({ tab, held: all }) => ({ tab, rows: all - seen(tab) })).filter((one) => one.rows > 0)
}

export type RequestDates = { receivedOn: Day; dueOn: Day; extendedTo: Day | null; handedOn: Day | null; closedOn: Day | null }
export type RequestState = 'open' | 'late' | 'handed' | 'handed-late' | 'closed'

/** The day the person must have the answer: one month, or three when they were told why within the first. */
export function dueDay({ dueOn, extendedTo }: Pick<RequestDates, 'dueOn' | 'extendedTo'>): Day {
  return extendedTo ?? dueOn
}

export function stateOf(request: RequestDates, today: Day): RequestState {
  if (request.handedOn) return request.handedOn > dueDay(request) ? 'handed-late' : 'handed'
  if (request.closedOn) return 'closed'
  return today > dueDay(request) ? 'late' : 'open'
}
