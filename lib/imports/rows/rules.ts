import type { Params } from '../files/refused'
import type { ImportKind, Values } from '../kind'
import type { ParsedRow, RowIssue } from '../values/rules'
import { type Diff, type Stored, diffRow } from './diff'
import { type InFile, compareInFile } from './in-file'
import type { Decision, Verdict, VerdictKind } from './verdict'
import { Written } from './written'

export type JudgeInput = {
  kind: ImportKind
  /** Everybody in the register the row may be about, found by identity fields and by name and birth date. */
  lookUp: (row: ParsedRow) => Stored[]
  decisions?: ReadonlyMap<number, Decision>
}

/**
 * One verdict per row, in the order of the file. Rows see what earlier rows of the same file would write, so a person named five times
 * is one new person with five deployments, and the same file a second time is 'same' throughout.
 */
export function judgeRows(rows: ParsedRow[], input: JudgeInput): Verdict[] {
  const inFile = compareInFile(rows, input.kind)
  const written = new Written(input.kind)
  return rows.map((row) => {
    const verdict = judge(row, input, inFile, written)
    written.add(verdict)
    return verdict
  })
}

function judge(row: ParsedRow, input: JudgeInput, inFile: InFile, written: Written): Verdict {
  const found = input.lookUp(row)
  const decision = input.decisions?.get(row.number)
  const { person, issues: whoIssues } = whoIsIt(row, found, input.kind, decision)
  const first = inFile.firstRow.get(row.number) ?? row.number
  const joined = person || first === row.number || decision?.as === 'new' ? null : written.newPerson(first)
  const stored = person ? written.overlay(person) : joined
  const diff = stored ? diffRow(row.values, stored, input.kind) : diffNew(row.values, input.kind)
  const acceptAddress = decision?.as === 'person' && decision.acceptAddress === true
  const waits = !person && first !== row.number && !joined && decision === undefined ? [about(row, 'waits-for-row', 'doubt', { other: first })] : []
  const issues = [...row.issues, ...whoIssues, ...fileIssues(row, inFile), ...waits, ...diffIssues(row, diff, acceptAddress)]
  const changes = acceptAddress ? [...diff.changes, ...diff.heldBack] : diff.changes
  return {
    row: row.number,
    kind: kindOf(issues, decision, stored !== null, changes.length > 0 || diff.addition !== null, joined !== null),
    personId: person?.personId ?? null,
    mentions: [...new Set(found.map((candidate) => candidate.personId))],
    joins: joined ? first : null,
    changes,
    heldBack: acceptAddress ? [] : diff.heldBack,
    addition: diff.addition,
    issues,
    skipped: decision?.as === 'skip',
  }
}

function kindOf(issues: RowIssue[], decision: Decision | undefined, known: boolean, changes: boolean, joined: boolean): VerdictKind {
  if (issues.some((issue) => issue.severity === 'error')) return 'error'
  if (decision?.as === 'skip') return 'doubtful'
  if (decision === undefined && issues.some((issue) => issue.severity === 'doubt')) return 'doubtful'
  if (!known) return 'new'
  if (!changes) return 'same'
  return joined ? 'new' : 'changed'
}

function whoIsIt(row: ParsedRow, found: Stored[], kind: ImportKind, decision: Decision | undefined): { person: Stored | null; issues: RowIssue[] } {
  if (decision?.as === 'new') return { person: null, issues: [] }
  if (decision?.as === 'person') {
    const chosen = found.find((candidate) => candidate.personId === decision.personId)
    // The register has changed since the answer was given: the answer no longer fits and must be asked again.
    return chosen ? { person: chosen, issues: [] } : { person: null, issues: [about(row, 'decision-outdated', 'error')] }
  }
  const sure = found.filter((candidate) => candidate.by === 'identity')
  const candidates = sure.length > 0 ? sure : found.filter((candidate) => candidate.by === 'name')
  const [only, ...others] = candidates
  if (others.length > 0) return { person: null, issues: [about(row, 'several-candidates', 'doubt', { count: candidates.length })] }
  if (!only) return { person: null, issues: recognisable(row, kind) ? [] : [about(row, 'nothing-to-recognise-by', 'doubt')] }
  return { person: only, issues: matchIssues(row, only, kind) }
}

function matchIssues(row: ParsedRow, person: Stored, kind: ImportKind): RowIssue[] {
  const other = kind.fields.filter((field) => field.sealed && person.sealed[field.key] === 'other')
  const issues = other.map((field) => about(row, `${field.key}-differs`, 'doubt', {}, field.key))
  const hint = kind.nameHint?.(row.values, person.values)
  return hint === null ? [...issues, about(row, 'name-differs', 'doubt')] : issues
}

function recognisable(row: ParsedRow, kind: ImportKind): boolean {
  return kind.fields.some((field) => field.identity && row.values[field.key]) || Boolean(kind.weakIdentity?.(row.values))
}

function fileIssues(row: ParsedRow, inFile: InFile): RowIssue[] {
  const repeats = inFile.repeats.get(row.number)
  const contradicts = inFile.contradicts.get(row.number)
  if (contradicts) return [about(row, 'contradicts-row', 'doubt', { other: contradicts.other }, contradicts.fields[0])]
  return repeats === undefined ? [] : [about(row, 'duplicate-in-file', 'doubt', { other: repeats })]
}

function diffIssues(row: ParsedRow, diff: Diff, acceptAddress: boolean): RowIssue[] {
  const lowered = diff.notLowered.map((field) => about(row, 'protection-not-lowered', 'hint', {}, field))
  return diff.heldBack.length === 0 || acceptAddress ? lowered : [...lowered, about(row, 'protected-address-would-change', 'doubt')]
}

function diffNew(values: Values, kind: ImportKind): Diff {
  const nobody: Stored = { personId: '', by: 'identity', values: {}, records: [], sealed: {}, addressProtected: false }
  return diffRow(values, nobody, kind)
}

function about(row: ParsedRow, code: string, severity: RowIssue['severity'], params: Params = {}, field: string | null = null): RowIssue {
  return { row: row.number, column: '', field, code, severity, params }
}
