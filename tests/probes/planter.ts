import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { classedColumns } from './data-classes'

type Column = { name: string; type: string; enumName: string | null; needed: boolean; refers: string | null }
export type Row = Record<string, unknown>

/** What a marker found somewhere says: whose it is and which column it was planted in. */
export type Planted = { person: string; table: string; column: string }

/**
 * Fills rows of any table from the catalogue: what a column must have by its type, and in every column of class K2 or higher that can hold
 * text a marker of its own. So a table that comes later is planted without a line here; one that cannot be is an error, never left out.
 */
export class Planter {
  private readonly markers = new Map<string, Planted>()
  private tables = new Map<string, Column[]>()
  private readonly classes = new Map(classedColumns().map((one) => [`${one.table}.${one.column}`, one.dataClass]))

  constructor(private readonly db: pg.Client) {}

  async open(): Promise<this> {
    const { rows } = await this.db.query<{ table: string; name: string; type: string; enum_name: string | null; needed: boolean; refers: string | null }>(
      `SELECT c.relname AS table, a.attname AS name, t.typname AS type, CASE WHEN t.typtype = 'e' THEN t.typname END AS enum_name,
         a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AND a.attgenerated = '' AS needed,
         (SELECT f.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS refers
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       JOIN pg_type t ON t.oid = a.atttypid WHERE c.relkind IN ('r', 'p') AND a.attgenerated = '' ORDER BY c.relname, a.attnum`)
    for (const row of rows) this.tables.set(row.table, [...(this.tables.get(row.table) ?? []), { name: row.name, type: row.type, enumName: row.enum_name, needed: row.needed, refers: row.refers }])
    return this
  }

  /** Tables with a column `person_id`: those whose rows belong to somebody. */
  personTables(): string[] {
    return [...this.tables].filter(([, columns]) => columns.some(({ name }) => name === 'person_id')).map(([table]) => table)
  }

  has(table: string): boolean {
    return this.tables.has(table)
  }

  classOf(table: string, column: string): string {
    return this.classes.get(`${table}.${column}`) ?? 'K1'
  }

  /** One row. What is not given is made up; a marker carries `person` as its owner. Returns the row as it stands in the database. */
  async plant(table: string, person: string, given: Row): Promise<Row> {
    const columns = this.tables.get(table)
    if (!columns) throw new Error(`There is no table ${table}`)
    const row: Row = {}
    for (const column of columns) {
      if (column.name in given) row[column.name] = given[column.name]
      else if (column.name === 'id' && column.type === 'uuid') row.id = randomUUID()
      else {
        const value = await this.madeUp(table, column, person)
        if (value !== undefined) row[column.name] = value
      }
    }
    const names = Object.keys(row)
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`
    await this.db.query(sql, names.map((name) => row[name])).catch((error: Error) => {
      throw new Error(`${table} cannot be planted: ${error.message}`)
    })
    return row
  }

  marker(person: string, table: string, column: string): string {
    const text = `Zq${String(this.markers.size).padStart(5, '0')}x`
    this.markers.set(text.toLowerCase(), { person, table, column })
    return text
  }

  /** A number or word of another shape than the markers: a CPR number, a telephone number. */
  note(text: string, planted: Planted): string {
    this.markers.set(text.toLowerCase(), planted)
    return text
  }

  /** Every marker that stands in the text, whatever the case. */
  find(text: string): Planted[] {
    const found = new Set(text.toLowerCase().match(/zq\d{5}x|(?<!\d)\d{6}-?\d{4}(?!\d)/g) ?? [])
    return [...found].flatMap((one) => this.markers.get(one) ?? [])
  }

  get planted(): Planted[] {
    return [...this.markers.values()]
  }

  private async madeUp(table: string, column: Column, person: string): Promise<unknown> {
    const secret = this.classOf(table, column.name) >= 'K2'
    if (column.refers) return column.needed ? this.anyOf(column.refers) : undefined
    if (column.type === 'text' || column.type === 'varchar') return secret && (column.needed || this.classOf(table, column.name) >= 'K3') ? this.marker(person, table, column.name) : column.needed ? 'probe' : undefined
    if (column.type === 'jsonb' || column.type === 'json') return secret && this.classOf(table, column.name) >= 'K3' ? JSON.stringify({ note: this.marker(person, table, column.name) }) : column.needed ? '{}' : undefined
    if (column.type === 'bytea') return secret && (column.needed || this.classOf(table, column.name) >= 'K3') ? Buffer.from(this.marker(person, table, column.name)) : column.needed ? Buffer.from(randomUUID()) : undefined
    if (!column.needed) return undefined
    if (column.enumName) return (await this.db.query(`SELECT enumlabel AS label FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = $1 ORDER BY enumsortorder LIMIT 1`, [column.enumName])).rows[0].label
    const plain: Record<string, unknown> = { uuid: randomUUID(), date: '2026-01-15', timestamptz: new Date(), timestamp: new Date(), bool: false, int4: 1, int8: 1, int2: 1, _text: [], float8: 1, numeric: 1 }
    if (column.type in plain) return plain[column.type]
    throw new Error(`${table}.${column.name} is of type ${column.type}, which the probes cannot make up`)
  }

  private async anyOf(table: string): Promise<unknown> {
    const { rows } = await this.db.query(`SELECT id FROM "${table}" ORDER BY id LIMIT 1`)
    // Nothing there yet to refer to: one is made, of nobody in particular.
    return rows[0] ? rows[0].id : (await this.plant(table, '', {})).id
  }
}
