import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { dayOf } from '@/lib/platform/day'
import { target } from '@/tests/probes/people'
import type { World } from '@/tests/probes/world'
import type { Asker } from './askers'
import { allowed, neverMoved, oneByOne, refusedWhole, type Verb } from './oracle'
import { plantOwned } from './owned'

type Column = { name: string; type: string; uses: Record<string, string> }
/** A row that is tried: by its key column, with what a new one like it would hold. */
export type Sample = { key: string; id: string; content: Record<string, unknown>; /** Gone from the register: only a new row can be tried. */ gone?: true }
export type Table = { name: string; keyColumn: string; columns: Column[]; samples: Sample[] }
export type Cell = { asker: string; table: string; verb: Verb; row: string; declared: boolean; found: string }

/** Tables the product does not know of, and the migrations' own. */
const foreign = ['_prisma_migrations', 'probe_effect']

export async function openTables(db: pg.Client, world: World): Promise<Table[]> {
  await db.query(readFileSync('tests/proof/rows.sql', 'utf8'))
  const owned = await plantOwned(db, world)
  const { rows } = await db.query<{ table: string; name: string; type: string; uses: Record<string, string> }>(`SELECT c.relname AS table, a.attname AS name, t.typname AS type,
      jsonb_object_agg(r.rolname, concat(CASE WHEN has_column_privilege(r.oid, c.oid, a.attnum, 'INSERT') THEN 'I' END, CASE WHEN has_column_privilege(r.oid, c.oid, a.attnum, 'UPDATE') THEN 'U' END)) AS uses
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    JOIN pg_type t ON t.oid = a.atttypid CROSS JOIN pg_roles r WHERE c.relkind = 'r' AND c.relname <> ALL ($1) AND r.rolname IN ('indgang_app', 'indgang_public', 'indgang_worker')
    GROUP BY c.relname, a.attname, a.attnum, t.typname ORDER BY c.relname, a.attnum`, [foreign])
  const tables = new Map<string, Table>()
  for (const { table, ...column } of rows) {
    const known = tables.get(table) ?? { name: table, keyColumn: '', columns: [], samples: [] }
    known.columns.push(column)
    tables.set(table, known)
  }
  for (const table of tables.values()) {
    table.keyColumn = ['id', 'contact_id', 'person_id', 'user_id', 'event_id', 'no', 'day', 'run_id'].find((name) => table.columns.some((column) => column.name === name)) ?? table.columns[0]?.name ?? ''
    table.samples = await samplesOf(db, world, table, owned.get(table.name))
  }
  return [...tables.values()]
}

async function samplesOf(db: pg.Client, world: World, table: Table, owned: Map<string, string> | undefined): Promise<Sample[]> {
  const planted = world.rows.get(table.name)
  const wanted = table.name === 'person'
    ? new Map([...(world.rows.get('person_role') ?? [])].map(([key, row]) => [key, String(row.person_id)]))
    : owned ?? new Map([...(planted ?? [])].map(([key, row]) => [key, String(row[table.keyColumn])]))
  const plain = wanted.size === 0
  const { rows } = await db.query<{ id: string; content: Record<string, unknown> }>(
    `SELECT ${table.keyColumn}::text AS id, to_jsonb(t) AS content FROM "${table.name}" t ${plain ? 'ORDER BY 1 LIMIT 1' : `WHERE ${table.keyColumn}::text = ANY ($1)`}`, plain ? [] : [[...wanted.values()]])
  if (plain) return rows.map((row) => ({ key: '', ...row }))
  const content = new Map(rows.map((row) => [row.id, row.content]))
  const like = rows[0]?.content ?? {}
  // Somebody who is gone has no row; a new one of theirs may be tried all the same.
  return [...wanted].filter(([, id]) => content.has(id) || 'person_id' in like).map(([key, id]) => {
    const there = content.get(id)
    return there ? { key, id, content: there } : { key, id, gone: true, content: { ...like, person_id: target(key.split(' of ').at(-1) ?? '').id } }
  })
}

const values: Record<string, string> = { text: "'zz-proof'", varchar: "'zz-proof'", date: "'1999-09-09'", timestamptz: "'1999-09-09'", int4: '4711', int8: '4711', bool: 'NOT false', jsonb: `'{"zz":1}'`, _text: "'{zz}'", bytea: "'\\x2a'" }
/** Changes that are only taken together with who made them. The looked-for value comes first. */
const signedChanges: Record<string, readonly [string, string]> = {
  session: ['revoked_at', 'now()'], unusual_lookup: ['outcome', "'EXPLAINED'"], role_grant: ['to_day', "'1999-09-09'"], clearance: ['to_day', "'1999-09-09'"],
  assignment: ['to_day', 'current_date + 400'],
  access_reason: ['verdict', "'fine', reviewed_by = access.uid(), reviewed_at = now()"],
  power_of_attorney: ['ended_on', "'1999-09-09', ended_by = access.uid()"],
  legal_hold: ['ended_at', "'1999-09-09', ended_by = access.uid()"], retention_run: ['state', "'CANCELLED', cancelled_by = access.uid()"],
}
/** A column the role may change, by the likelihood that nothing else hangs on it. */
function change(table: Table, role: string): { column: string; value: string } | null {
  const [column, value] = ((role === 'indgang_app' || table.name === 'unusual_lookup') && table.columns.some(({ uses }) => uses[role]?.includes('U')) ? signedChanges[table.name] : undefined) ?? []
  if (column && value) return { column, value }
  const order = Object.keys(values)
  const free = table.columns.filter(({ name, type, uses }) => type in values && uses[role]?.includes('U') && !['code', 'email', 'language', 'merged_into_id', 'kind', table.keyColumn].includes(name))
  const [first] = free.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
  return first ? { column: first.name, value: values[first.type] ?? 'NULL' } : null
}

type Item = { verb: Verb; key: string; statement: string; id: string; content: Record<string, unknown> | null }

/** What has to be tried row by row, because one refusal would end the statement: new rows, and rows moved to somebody else. */
function itemsOf(table: Table, asker: Asker): Item[] {
  const { name, keyColumn, columns, samples } = table
  const inserted = columns.filter(({ uses }) => uses[asker.role]?.includes('I')).map((column) => `"${column.name}"`)
  const base = samples.find(({ key }) => key === baseOf(asker))
  const movable = columns.some((column) => column.name === 'person_id' && column.uses[asker.role]?.includes('U'))
  const changed = change(table, asker.role)
  return samples.flatMap(({ key, id, gone, content }): Item[] => [
    ...(inserted.length > 0 ? [{ verb: 'insert' as const, key, id, content: fresh(table, asker, content), statement: `INSERT INTO public."${name}" (${inserted.join(', ')}) SELECT ${inserted.join(', ')} FROM jsonb_populate_record(NULL::public."${name}", $2)` }] : []),
    ...(changed && oneByOne.has(name) && !gone ? [{ verb: 'update' as const, key, id, content: null, statement: `UPDATE public."${name}" SET "${changed.column}" = ${changed.value} WHERE "${keyColumn}"::text = $1` }] : []),
    ...(movable && base && base.key !== key ? [{ verb: 'move' as const, key, id: base.id, content: { person_id: content.person_id }, statement: `UPDATE public."${name}" SET person_id = ($2 ->> 'person_id')::uuid WHERE "${keyColumn}"::text = $1` }] : []),
  ])
}

/** What can be tried on all rows at once. References and triggers are switched off for it: a row in use would hide all the others. */
function setsOf(table: Table, asker: Asker): [Verb, string][] {
  const { name, keyColumn } = table
  const changed = change(table, asker.role)
  const here = `WHERE "${keyColumn}"::text = ANY ($1)`
  const touched = (statement: string) => `WITH touched AS (${statement} ${here} RETURNING "${keyColumn}"::text AS id) SELECT array_agg(id) FROM touched`
  return [
    ['select', `SELECT array_agg("${keyColumn}"::text) FROM public."${name}" ${here}`],
    ['delete', touched(`DELETE FROM public."${name}"`)],
    ...(changed && !oneByOne.has(name) ? [['update', touched(`UPDATE public."${name}" SET "${changed.column}" = ${changed.value}`)] as [Verb, string]] : []),
  ]
}

const baseOf = ({ key }: Asker): string => (['caseworker', 'reader'].includes(key) ? 'assigned' : 'ordinary')

function fresh(table: Table, asker: Asker, content: Record<string, unknown>): Record<string, unknown> {
  const id = table.columns.some(({ name, type }) => name === 'id' && type === 'uuid') ? { id: crypto.randomUUID() } : {}
  // Whoever writes a row says it is they: what is written in another's name is tried by the moves and by tests of their own.
  const signed = Object.fromEntries(['created_by', 'recorded_by', 'struck_by', 'proposed_by', 'attested_by', 'decided_by', 'added_by', 'opened_by', 'asked_by', 'marked_by'].flatMap((name) => (asker.user && name in content ? [[name, asker.user]] : [])))
  const reason = table.name === 'access_reason' && asker.user ? { user_id: asker.user, day: dayOf(new Date()) } : {}
  // What one is typing is one's own: a draft in another's name is refused by its first condition, and would try nothing else.
  const typed = table.name === 'contact_draft' && asker.user ? { user_id: asker.user } : {}
  return { ...content, ...id, ...signed, ...reason, ...typed, ...(table.name === 'person' ? { created_at: new Date(), merged_into_id: null } : {}) }
}

/** The transaction that is open works for them from here on. The role it had must be the owner's. */
export async function become(db: pg.Client, { role, session, code, first }: Asker): Promise<void> {
  if (first) await db.query(first)
  await db.query("SELECT set_config('role', $1, true), set_config('app.session', $2, true), set_config('app.code', $3, true), set_config('app.on_behalf', '', true)", [role, session, code])
}

/** What has ended nobody changes: said as the owner before rows are changed where the world holds ended ones. */
const opened: Record<string, string> = { volunteer_group_citizen: 'UPDATE volunteer_group_citizen SET to_day = NULL' }

/** One asker, one table: these verbs on every row, inside the transaction that is open. Leaves nothing behind. */
export async function askTable(db: pg.Client, table: Table, asker: Asker, verbs?: readonly Verb[]): Promise<Cell[]> {
  const wanted = (verb: Verb) => !verbs || verbs.includes(verb)
  const items = itemsOf(table, asker).filter(({ verb }) => wanted(verb))
  await db.query('SAVEPOINT asked')
  await become(db, asker)
  const found: { verb: Verb; key: string; found: string }[] = []
  if (items.length > 0) {
    const { rows } = await db.query<{ verb: Verb; key: string; said: string }>('SELECT * FROM proof.tried_all($1)', [JSON.stringify(items)])
    const said = new Map(rows.map((row) => [`${row.verb} ${row.key}`, row.said]))
    found.push(...items.map(({ verb, key }) => ({ verb, key, found: said.get(`${verb} ${key}`) ?? 'no' })))
  }
  await db.query(`RESET ROLE; SET LOCAL session_replication_role = 'replica'; ${opened[table.name] ?? ''}`)
  await become(db, asker)
  const ids = table.samples.map(({ id }) => id)
  for (const [verb, statement] of setsOf(table, asker).filter(([verb]) => wanted(verb))) {
    const { rows } = await db.query<{ ids: string[] | null }>('SELECT proof.reached($1, $2) AS ids', [statement, ids])
    if (rows[0]?.ids === null) continue
    found.push(...table.samples.map(({ key, id }) => ({ verb, key, found: rows[0]?.ids?.includes(id) ? 'yes' : 'no' })))
  }
  found.push(...(await askBlindly(db, table, asker, wanted)))
  await db.query('ROLLBACK TO asked')
  return found.map(({ verb, key, found }) => ({ asker: asker.key, table: table.name, verb, row: key, declared: declared(table, asker, verb, key), found }))
}

function declared(table: Table, asker: Asker, verb: Verb, key: string): boolean {
  if (verb !== 'insert' && verb !== 'move' && table.samples.find((sample) => sample.key === key)?.gone) return false
  if (verb === 'blind move' || verb === 'blind take') return declaredBlindly(table, asker, verb, key)
  // One row that may not be written as it would stand refuses the whole statement.
  if (verb === 'blind update' && asker.role === 'indgang_app' && refusedWhole(asker.key, table.name)) return false
  if (verb === 'move' && neverMoved.has(table.name) && asker.role === 'indgang_app') return false
  return allowed(asker.key, table.name, verb, key) && (verb !== 'move' || allowed(asker.key, table.name, verb, baseOf(asker)))
}

/** Everything one may change is moved to somebody nobody reaches, or to somebody one does. */
function declaredBlindly(table: Table, asker: Asker, verb: Verb, key: string): boolean {
  const change = (row: string) => allowed(asker.key, table.name, 'move', row)
  if (asker.role === 'indgang_app' && (neverMoved.has(table.name) || signedOnly.has(table.name))) return false
  if (verb === 'blind move') return change('refugee') && table.samples.some(({ key: one, gone }) => !gone && change(one))
  return change(key) && change(baseOf(asker))
}

/** Changed only together with who changes it: without that nothing is taken. */
const signedOnly = new Set(['legal_hold'])

/** Without WHERE: what the policy of the verb alone lets through. */
async function askBlindly(db: pg.Client, table: Table, asker: Asker, wanted: (verb: Verb) => boolean): Promise<{ verb: Verb; key: string; found: string }[]> {
  const { name, keyColumn, columns, samples } = table
  const changed = change(table, asker.role)
  const statements: [Verb, string, string][] = [
    ['blind delete', `DELETE FROM public."${name}"`, `SELECT array_agg(i) FROM unnest($1) i WHERE NOT EXISTS (SELECT 1 FROM public."${name}" WHERE "${keyColumn}"::text = i)`],
    ...(changed ? [['blind update', `UPDATE public."${name}" SET "${changed.column}" = ${changed.value}`, `SELECT array_agg("${keyColumn}"::text) FROM public."${name}" WHERE "${keyColumn}"::text = ANY ($1) AND "${changed.column}" IS NOT DISTINCT FROM ${changed.value.split(',')[0]}`] as [Verb, string, string]] : []),
  ]
  const present = samples.filter(({ gone }) => !gone)
  const mine = samples.find(({ key }) => key === baseOf(asker))?.content.person_id
  const movable = columns.some((column) => column.name === 'person_id' && column.uses[asker.role]?.includes('U'))
  // Rows of others made one's own: what may be taken is what may be changed.
  if (movable && mine && !neverMoved.has(name)) statements.push(['blind take', `UPDATE public."${name}" SET person_id = '${String(mine)}'`, `SELECT array_agg("${keyColumn}"::text) FROM public."${name}" WHERE "${keyColumn}"::text = ANY ($1) AND person_id = '${String(mine)}'`])
  const found: { verb: Verb; key: string; found: string }[] = []
  for (const [verb, statement, looked] of statements.filter(([verb]) => wanted(verb))) {
    const { rows } = await db.query<{ ids: string[] | null }>('SELECT proof.blind($1, $2, $3) AS ids', [statement, looked, present.map(({ id }) => id)])
    // One key for two rows: the policies let it through, and what more is not known.
    if (rows[0]?.ids === null) continue
    // What stood there already is not taken.
    found.push(...present.filter(({ content }) => verb !== 'blind take' || content.person_id !== mine).map(({ key, id }) => ({ verb, key, found: rows[0]?.ids?.includes(id) ? 'yes' : 'no' })))
  }
  if (movable && !neverMoved.has(name) && wanted('blind move')) {
    const { rows } = await db.query<{ said: string }>('SELECT proof.tried($1, NULL, NULL) AS said', [`UPDATE public."${name}" SET person_id = '${target('refugee').id}'`])
    found.push({ verb: 'blind move', key: 'refugee', found: rows[0]?.said ?? 'no' })
  }
  return found
}

/** A cell the layers do not agree on, in words. */
export const disagrees = (cell: Cell): boolean => cell.found !== (cell.declared ? 'yes' : 'no')
export const inWords = ({ asker, table, verb, row, declared, found }: Cell): string => `${asker}: ${verb} ${table}${row ? ` of ${row}` : ''}: declared ${declared ? 'yes' : 'no'}, database ${found}`
