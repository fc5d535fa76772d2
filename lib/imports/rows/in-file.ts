import type { ImportKind, Values } from '../kind'
import type { ParsedRow } from '../values/rules'

/** Rows of one file that speak of one person: the first such row, and per row what stands in the way of reading them together. */
export type InFile = {
  /** Row number → number of the first row about the same person (its own for a person named once). */
  firstRow: Map<number, number>
  /** Row number → an earlier row that says exactly the same. */
  repeats: Map<number, number>
  /** Row number → another row about the person that contradicts it, and in which fields. Both rows are in the map. */
  contradicts: Map<number, { other: number; fields: string[] }>
}

/**
 * A register with one row per deployment names a person several times and that is right; the same row twice, or two rows that
 * disagree about an address, are for a person to look at.
 */
export function compareInFile(rows: ParsedRow[], kind: ImportKind): InFile {
  const result: InFile = { firstRow: new Map(), repeats: new Map(), contradicts: new Map() }
  const firstByKey = new Map<string, ParsedRow>()
  const groups = new Map<number, ParsedRow[]>()
  const personFields = kind.fields.filter((field) => !field.repeated && !field.virtual).map((field) => field.key)
  for (const row of rows) {
    const keys = keysOf(row.values, kind)
    const known = keys.lookFor.map((key) => firstByKey.get(key)).find((found) => found !== undefined)
    const first = known ? (result.firstRow.get(known.number) ?? known.number) : row.number
    result.firstRow.set(row.number, first)
    for (const key of keys.register) if (!firstByKey.has(key)) firstByKey.set(key, row)
    const group = groups.get(first) ?? []
    for (const earlier of group) relate(earlier, row, personFields, kind, result)
    group.push(row)
    groups.set(first, group)
  }
  return result
}

function relate(earlier: ParsedRow, row: ParsedRow, personFields: string[], kind: ImportKind, result: InFile): void {
  const fields = personFields.filter((key) => earlier.values[key] && row.values[key] && earlier.values[key] !== row.values[key])
  if (fields.length > 0) {
    if (!result.contradicts.has(earlier.number)) result.contradicts.set(earlier.number, { other: row.number, fields })
    if (!result.contradicts.has(row.number)) result.contradicts.set(row.number, { other: earlier.number, fields })
  } else if (kind.fields.every((field) => earlier.values[field.key] === row.values[field.key])) {
    if (!result.repeats.has(row.number)) result.repeats.set(row.number, earlier.number)
  }
}

/**
 * Identity fields always connect. Name and birth date connect only where one of the two rows has no CPR number or register key: two
 * people of the same name born on the same day, each with a number, are two people.
 */
function keysOf(values: Values, kind: ImportKind): { lookFor: string[]; register: string[] } {
  const strong = kind.fields.flatMap((field) => (field.identity && values[field.key] ? [`${field.key}=${values[field.key]}`] : []))
  const weak = kind.weakIdentity?.(values)
  if (!weak) return { lookFor: strong, register: strong }
  if (strong.length === 0) return { lookFor: [`bare:${weak}`, `any:${weak}`], register: [`bare:${weak}`, `any:${weak}`] }
  return { lookFor: [...strong, `bare:${weak}`], register: [...strong, `any:${weak}`] }
}
