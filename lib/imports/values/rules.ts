import type { Params } from '../files/refused'
import type { TableRow } from '../files/table'
import type { Mapping } from '../columns/rules'
import type { ImportField, ImportKind, ParseContext, ParsedCell, Severity, Values } from '../kind'
import { foldChoice } from './choices'
import { cleanCell, shown } from './clean'

/** One thing about one row. `column` is the header as the user sees it, '' when it is about the whole row. Text: `imports.problem.<code>`. */
export type RowIssue = { row: number; column: string; field: string | null; code: string; severity: Severity; params: Params }
export type ParsedRow = { number: number; cells: string[]; values: Values; issues: RowIssue[] }
/** What the user decided for words that were not known: field → folded word → code, or null for 'leave empty'. */
export type ValueMap = Partial<Record<string, Partial<Record<string, string | null>>>>
export type UnknownValue = { field: string; column: string; text: string; folded: string; count: number; rows: number[] }

export type ParseInput = { kind: ImportKind; columns: string[]; mapping: Mapping; valueMap?: ValueMap; context: ParseContext }

const ROWS_NAMED = 5

/** Every mapped cell of one row to its stored form. A cell that cannot be read leaves its field out and says so; it never stops the row. */
export function parseRow(row: TableRow, input: ParseInput): ParsedRow {
  const values: Values = {}
  const also: Values = {}
  const issues: RowIssue[] = []
  if (row.problem) issues.push({ row: row.number, column: '', field: null, code: row.problem.code, severity: 'error', params: row.problem.params })
  for (const field of input.kind.fields) {
    const index = input.mapping[field.key]
    if (index === undefined) continue
    const parsed = parseCell(row.cells[index] ?? '', field, input)
    if (parsed.value !== null) values[field.key] = parsed.value
    Object.assign(also, parsed.also)
    if (parsed.problem) issues.push(issue(row.number, input, field.key, parsed.problem))
  }
  const own = { ...also, ...values }
  const composed = input.kind.compose?.(own, input.context) ?? { values: own, problems: [] }
  for (const problem of composed.problems) issues.push(issue(row.number, input, problem.field, problem))
  if (!satisfies(composed.values, input.kind) && !issues.some((found) => found.severity === 'error')) issues.push(missing(row.number, input))
  return { number: row.number, cells: row.cells, values: composed.values, issues }
}

/** Words in choice columns that nobody has decided yet, most frequent first, so that each is decided once for the whole file. */
export function unknownValues(rows: TableRow[], input: ParseInput): UnknownValue[] {
  const found = new Map<string, UnknownValue>()
  for (const field of input.kind.fields) {
    const index = input.mapping[field.key]
    if (!field.choices || index === undefined) continue
    for (const row of rows) {
      const { text } = cleanCell(row.cells[index] ?? '')
      if (text === '' || row.problem || parseCell(text, field, input).problem?.code !== 'value-not-understood') continue
      const folded = foldChoice(text)
      const key = `${field.key}\n${folded}`
      const entry = found.get(key) ?? { field: field.key, column: input.columns[index] ?? '', text: shown(text), folded, count: 0, rows: [] }
      entry.count += 1
      if (entry.rows.length < ROWS_NAMED) entry.rows.push(row.number)
      found.set(key, entry)
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.field.localeCompare(b.field) || a.folded.localeCompare(b.folded))
}

function parseCell(original: string, field: ImportField, input: ParseInput): ParsedCell {
  const { text, problem } = cleanCell(original)
  if (problem) return { value: null, problem }
  if (text === '') return { value: null }
  const parsed = field.parse(text, input.context)
  if (parsed.problem?.code !== 'value-not-understood') return parsed
  const decided = input.valueMap?.[field.key]?.[foldChoice(text)]
  return decided === undefined ? parsed : { value: decided }
}

function issue(row: number, input: ParseInput, field: string, problem: NonNullable<ParsedCell['problem']>): RowIssue {
  const column = input.columns[input.mapping[field] ?? -1] ?? ''
  const params = Object.fromEntries(Object.entries(problem.params ?? {}).map(([key, value]) => [key, typeof value === 'string' ? shown(value) : value]))
  return { row, column, field, code: problem.code, severity: problem.severity, params }
}

function satisfies(values: Values, kind: ImportKind): boolean {
  return kind.required.length === 0 || kind.required.some((group) => group.every((field) => values[field] !== undefined))
}

function missing(row: number, input: ParseInput): RowIssue {
  const group = input.kind.required.find((fields) => fields.every((field) => input.mapping[field] !== undefined)) ?? input.kind.required[0] ?? []
  const columns = group.map((field) => input.columns[input.mapping[field] ?? -1] ?? '').filter(Boolean)
  return { row, column: columns.join(', '), field: group[0] ?? null, code: 'required-empty', severity: 'error', params: {} }
}
