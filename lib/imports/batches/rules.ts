import { type Day, addDays } from '@/lib/platform/day'
import type { Change } from '../rows/diff'
import type { Decision } from '../rows/verdict'
import type { Values } from '../kind'

export type BatchState = 'UPLOADED' | 'MAPPED' | 'PREVIEWING' | 'PREVIEWED' | 'CONFIRMING' | 'CONFIRMED' | 'UNDOING' | 'UNDONE' | 'ABANDONED'
export const STEPS = ['file', 'columns', 'values', 'preview', 'confirm', 'result'] as const
export type StepKey = (typeof STEPS)[number]

/** What one row would do, as kept with it. Values of sealed fields are never in here. */
export type StoredVerdict = {
  changes: Change[]
  heldBack: Change[]
  addition: Values | null
  joins: number | null
  /** The first row of the file about the same person; its own number where there is none before it. */
  first: number
  candidates: { personId: string; by: 'identity' | 'name' }[]
}

/** The step a batch stands at. Steps before it can be gone back to until it is confirmed. */
export function stepOf(state: BatchState): StepKey {
  if (state === 'UPLOADED' || state === 'ABANDONED') return 'columns'
  if (state === 'MAPPED') return 'values'
  return state === 'PREVIEWING' || state === 'PREVIEWED' ? 'preview' : 'result'
}

/** The step to show: the one asked for where the batch has come that far and may still go back, else the one it stands at. */
export function shownStep(state: BatchState, wanted: StepKey | 'missing' | undefined): StepKey | 'missing' {
  const at = stepOf(state)
  if (wanted === 'missing') return state === 'PREVIEWED' || state === 'CONFIRMED' ? 'missing' : at
  if (!wanted || isWorking(state) || at === 'result') return at
  if (wanted === 'confirm') return state === 'PREVIEWED' ? 'confirm' : at
  return STEPS.indexOf(wanted) <= STEPS.indexOf(at) ? wanted : at
}

export function isWorking(state: BatchState): boolean {
  return state === 'PREVIEWING' || state === 'CONFIRMING' || state === 'UNDOING'
}

/** Days an import can be taken back; its rows are kept as long. After that other work has been built on it. */
export const UNDO_DAYS = 30

export function lastUndoDay(confirmedOn: Day): Day {
  return addDays(confirmedOn, UNDO_DAYS)
}

const PERSON = /^person:([0-9a-f-]{36})(:address)?$/

/** A decision as it stands in a form and in the database: 'skip', 'new', 'person:<id>', 'person:<id>:address'. */
export function decisionText(decision: Decision): string {
  return decision.as === 'person' ? `person:${decision.personId}${decision.acceptAddress ? ':address' : ''}` : decision.as
}

export function readDecision(text: string | null | undefined): Decision | null {
  if (text === 'skip' || text === 'new') return { as: text }
  const match = PERSON.exec(text ?? '')
  return match?.[1] ? { as: 'person', personId: match[1], ...(match[2] ? { acceptAddress: true } : {}) } : null
}

type Asked = Pick<StoredVerdict, 'candidates' | 'first' | 'heldBack'> & { row: number }

/**
 * What a person may answer about a doubtful row. A new person is no answer where the number or key already belongs to somebody, here or
 * on an earlier row of the file: two people cannot have the same.
 */
export function answersFor(asked: Asked): Decision[] {
  const people = asked.candidates.flatMap(({ personId }): Decision[] =>
    asked.heldBack.length > 0 ? [{ as: 'person', personId }, { as: 'person', personId, acceptAddress: true }] : [{ as: 'person', personId }])
  const taken = asked.candidates.some((candidate) => candidate.by === 'identity') || asked.first !== asked.row
  return [...people, ...(taken ? [] : [{ as: 'new' } as const]), { as: 'skip' }]
}

/** One answer for all rows of a kind. Null where the row has several and somebody must choose. A protected address is never taken along. */
export function answerForAll(asked: Asked, wanted: 'apply' | 'skip'): Decision | null {
  if (wanted === 'skip') return { as: 'skip' }
  const answers = answersFor(asked).filter((answer) => answer.as !== 'skip' && !(answer.as === 'person' && answer.acceptAddress))
  const person = answers.filter((answer) => answer.as === 'person')
  if (person.length > 1) return null
  return person[0] ?? answers[0] ?? null
}

/** A file that came from here as bad rows, corrected or not, is never the whole register. */
export function looksPartial(columns: readonly string[], ownHeaders: readonly string[]): boolean {
  return columns.some((column) => ownHeaders.includes(column))
}
