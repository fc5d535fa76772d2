import type { Day } from '@/lib/platform/day'
import type { Params } from './files/refused'

/**
 * 'error': the row stays out until the cell is corrected. 'doubt': a person decides about the row. 'hint': told, changes nothing.
 * Text: `imports.problem.<code>`; `row` and `column` are added to the params by the one who knows them.
 */
export type Severity = 'error' | 'doubt' | 'hint'
export type CellProblem = { code: string; severity: Severity; params?: Params }

/** `value` is the stored form (days 'YYYY-MM-DD', yes/no 'yes' | 'no', choices as codes, phones E.164); null when nothing usable stands there. */
export type ParsedCell = {
  value: string | null
  problem?: CellProblem
  /** Other fields found in the same cell: the town in '8900 Randers C'. */
  also?: Values
}
export type Values = Partial<Record<string, string>>
export type ParseContext = { today: Day }

/** Parsers get cleaned, non-empty text (values/clean.ts). */
export type CellParser = (text: string, context: ParseContext) => ParsedCell

export type ImportField = {
  key: string
  parse: CellParser
  /** Headers seen in the wild, written as people write them; compared without case, spaces, accents and punctuation. */
  synonyms: readonly string[]
  /** A field whose words are decided once for the whole file: text that is not known is collected, not refused cell by cell. */
  choices?: readonly { code: string; words: readonly string[] }[]
  /**
   * Part of the address. A 'head' (street, number, postcode) that differs makes it another address, and a floor the row leaves empty then
   * goes with the old one instead of staying behind on the new. A protected person's address is never changed unasked.
   */
  address?: 'head' | 'tail'
  /** The list may raise it ('yes') but never lower it: protection that has lapsed in CPR is reviewed by a person, not lifted by a file. */
  onlyRaises?: boolean
  /** Helps to understand the row but is not stored itself (a whole name that was split). */
  virtual?: boolean
  /** Stored unreadable (the CPR number): compared by the one who looks people up, never shown as an old value. */
  sealed?: boolean
  /** Recognises a person on its own (CPR number, the register's key). Rows that share one are the same person. */
  identity?: boolean
  /** Belongs to a record a person can have several of (a deployment): one row each, the person's own columns repeated. */
  repeated?: boolean
  /** Together these tell one repeated record from another. */
  repeatedKey?: boolean
}

/** One kind of list that can be imported. Built as data by the context that owns the people in it. */
export type ImportKind = {
  code: string
  fields: readonly ImportField[]
  /** At least one of these groups must be mapped in full. */
  required: readonly (readonly string[])[]
  /** Whole-row sense: joins, splits and checks that need two cells. */
  compose?: (values: Values, context: ParseContext) => { values: Values; problems: (CellProblem & { field: string })[] }
  /** Lets a row keep the stored spelling where it says the same (a whole name in one column, stored in two). */
  keepStored?: (values: Values, stored: Values) => Values
  /** What recognises a person where no identity field is filled: folded name and birth date; null when the row does not say. */
  weakIdentity?: (values: Values) => string | null
  /** How near the row's name is to the person found by another key; null = nothing alike. */
  nameHint?: (values: Values, stored: Values) => 'same' | 'close' | null
}

export function fieldOf(kind: ImportKind, key: string): ImportField {
  const field = kind.fields.find((candidate) => candidate.key === key)
  if (!field) throw new RangeError(`Unknown import field ${key}`)
  return field
}
