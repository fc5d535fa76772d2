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
  const firstByKey = new Map<string, number>()
  const groups = new Map<number, Group>()
  const personFields = kind.fields.filter((field) => !field.repeated && !field.virtual).map((field) => field.key)
  for (const row of rows) {
    const keys = keysOf(row.values, kind)
    const known = keys.lookFor.map((key) => firstByKey.get(key)).find((found) => found !== undefined)
    const first = known ?? row.number
    result.firstRow.set(row.number, first)
    for (const key of keys.register) if (!firstByKey.has(key)) firstByKey.set(key, first)
    const group = groups.get(first) ?? { said: new Map(), rows: new Map() }
    groups.set(first, group)
    relate(group, row, personFields, kind, result)
  }
  return result
}

/** What the rows about one person have said so far. Kept per field, so that a file of one person twenty thousand times is no trap. */
type Group = { said: Map<string, { value: string; row: number }>; rows: Map<string, number> }

function relate(group: Group, row: ParsedRow, personFields: string[], kind: ImportKind, result: InFile): void {
  const signature = JSON.stringify(kind.fields.map((field) => row.values[field.key] ?? null))
  const same = group.rows.get(signature)
  if (same === undefined) group.rows.set(signature, row.number)
  else result.repeats.set(row.number, same)
  for (const field of personFields) {
    const value = row.values[field]
    const said = group.said.get(field)
    if (value === undefined) continue
    if (!said) group.said.set(field, { value, row: row.number })
    else if (said.value !== value) contradict(result, said.row, row.number, field)
  }
}

function contradict(result: InFile, earlier: number, later: number, field: string): void {
  for (const [row, other] of [[earlier, later], [later, earlier]] as const) {
    const known = result.contradicts.get(row)
    if (!known) result.contradicts.set(row, { other, fields: [field] })
    else if (!known.fields.includes(field)) known.fields.push(field)
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
