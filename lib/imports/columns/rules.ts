import type { ImportKind } from '../kind'

/** Field key → index of the column it is read from. Columns that are not named here are not imported. */
export type Mapping = Partial<Record<string, number>>
export type ColumnGuess = { column: number; header: string; field: string | null; confidence: 'certain' | 'likely' | 'none' }
/** Text: `imports.mapping.<code>`. */
export type MappingProblem =
  | { code: 'column-used-twice'; column: number; fields: string[] }
  | { code: 'required-missing'; oneOf: string[][] }
  | { code: 'unknown-field'; field: string }
  | { code: 'no-such-column'; field: string }

/**
 * Proposes a field for every column. 'certain' = the header is one of the words for the field; 'likely' = it holds one of them as its
 * own words ('Borgerens e-mail'). Each field is proposed once: the better match, then the one further left.
 */
export function guessColumns(headers: string[], kind: ImportKind): ColumnGuess[] {
  const guesses: ColumnGuess[] = headers.map((header, column) => ({ column, header, field: null, confidence: 'none' }))
  const taken = new Set<string>()
  for (const confidence of ['certain', 'likely'] as const) {
    for (const guess of guesses) {
      if (guess.field !== null) continue
      const field = bestField(guess.header, kind, confidence, taken)
      if (field === null) continue
      taken.add(field)
      Object.assign(guess, { field, confidence })
    }
  }
  return guesses
}

export function mappingOf(guesses: ColumnGuess[]): Mapping {
  return Object.fromEntries(guesses.flatMap((guess) => (guess.field === null ? [] : [[guess.field, guess.column]])))
}

/** What stands in the way of using the mapping; empty = go on. */
export function checkMapping(mapping: Mapping, columns: string[], kind: ImportKind): MappingProblem[] {
  const problems: MappingProblem[] = []
  const byColumn = new Map<number, string[]>()
  for (const [field, column] of Object.entries(mapping)) {
    if (column === undefined) continue
    if (!kind.fields.some((known) => known.key === field)) problems.push({ code: 'unknown-field', field })
    else if (!Number.isInteger(column) || column < 0 || column >= columns.length) problems.push({ code: 'no-such-column', field })
    byColumn.set(column, [...(byColumn.get(column) ?? []), field])
  }
  for (const [column, fields] of byColumn) if (fields.length > 1) problems.push({ code: 'column-used-twice', column, fields })
  const met = kind.required.some((group) => group.every((field) => mapping[field] !== undefined))
  if (kind.required.length > 0 && !met) problems.push({ code: 'required-missing', oneOf: kind.required.map((group) => [...group]) })
  return problems
}

/** 'Fødsels-dato ' and 'FOEDSELSDATO' are one header: lower case, ae/oe/aa for æ/ø/å, letters and digits only. */
export function foldHeader(text: string): string {
  return words(text).join('')
}

function words(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFC').replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('ö', 'oe').replaceAll('å', 'aa')
  return plain.normalize('NFD').replace(/\p{M}/gu, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

function bestField(header: string, kind: ImportKind, confidence: 'certain' | 'likely', taken: Set<string>): string | null {
  const folded = foldHeader(header)
  if (folded === '') return null
  const matches = kind.fields.flatMap((field) => {
    if (taken.has(field.key)) return []
    const lengths = field.synonyms.filter((synonym) => (confidence === 'certain' ? folded === foldHeader(synonym) : holds(header, synonym)))
    return lengths.length > 0 ? [{ key: field.key, length: Math.max(...lengths.map((synonym) => synonym.length)) }] : []
  })
  // The longest word wins: 'Dato for hjemkomst fra mission' is a date, not a mission.
  return matches.sort((a, b) => b.length - a.length)[0]?.key ?? null
}

/** The synonym stands in the header as whole words next to each other. Words of under three letters are too common to find that way. */
function holds(header: string, synonym: string): boolean {
  const wanted = words(synonym)
  if (wanted.join('').length < 3) return false
  return ` ${words(header).join(' ')} `.includes(` ${wanted.join(' ')} `)
}
