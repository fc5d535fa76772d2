import type { Ground } from '../ground'
import { citizenOf, type Outside } from './world'

/** Columns of words that hold no marker, and why none can stand in them. */
const without: Record<string, string> = { 'person.language': 'two letters, asked of everybody who writes to them', 'person_merge.moved': 'ids and columns, and no word of anybody' }
/** What is kept about volunteers and associations, beside the tables that name a person. */
const theirs = /^(person$|volunteer|association|partnership|dialogue|companion|power_of)/

/** Columns about citizens, volunteers and associations that could hold a word of somebody, and hold no marker: a leak of one would not be seen. What holds one of a few codes cannot. */
export async function unmarked({ db, world: { planter } }: Ground): Promise<string[]> {
  const marked = new Set(planter.planted.map(({ table, column }) => `${table}.${column}`))
  const { rows } = await db.query<{ table: string; column: string }>(
    `SELECT c.relname AS table, a.attname AS column FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     JOIN pg_type t ON t.oid = a.atttypid AND t.typname IN ('text', 'varchar', 'bytea', 'json', 'jsonb') WHERE c.relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND (k.contype = 'f' OR (k.contype = 'c' AND pg_get_constraintdef(k.oid) ~ (a.attname || E'\\\\)?( = ANY \\\\(| ~ )')))) ORDER BY 1, 2`)
  const tables = planter.personTables()
  return rows.filter(({ table }) => tables.includes(table) || theirs.test(table)).map(({ table, column }) => ({ name: `${table}.${column}`, dataClass: planter.classOf(table, column) })).filter(({ name, dataClass }) => dataClass >= 'K2' && !marked.has(name) && !without[name]).map(({ name }) => name)
}

/** Of these every word is filled in, also those a row can do without. */
const whole = ['met', 'asked', 'ended', 'met by another']

/** A marker in every column that stands empty so far, where the row takes one. */
export async function markRest(ground: Ground, outside: Outside): Promise<void> {
  const { db, world: { planter } } = ground
  const tables = planter.personTables()
  for (const name of await unmarked(ground)) {
    const [table = '', column = ''] = name.split('.')
    if (tables.includes(table)) for (const { id } of whole.map((key) => citizenOf(outside, key))) await db.query(`UPDATE "${table}" SET "${column}" = $2 WHERE person_id = $1 AND "${column}" IS NULL`, [id, planter.marker(id, table, column)]).catch(() => null)
  }
}
