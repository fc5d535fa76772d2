import type pg from 'pg'
import type { Asker } from './askers'
import { askCalls, type Call, callInWords, calls } from './calls'
import { sleepingGuards, weakenedParts } from './mutate'
import { aboutWho, decideNothing, judgedByTests, testsOfTable } from './judged-by-tests'
import type { Verb } from './oracle'
import { askTable, disagrees, inWords, type Table } from './rows'

/** `undo`: puts back what stood there. `tests`: of the ordinary suite, for what no question to the database tells. */
export type Mutant = { name: string; how: string; sql: string; undo: string; table?: string; verbs?: readonly Verb[]; function?: string; tests: readonly string[] }

type Policy = { table: string; policy: string; permissive: string; roles: string[]; cmd: string; qual: string | null; check: string | null }

const verbsOf: Record<string, readonly Verb[]> = { SELECT: ['select'], INSERT: ['insert'], UPDATE: ['update', 'move', 'blind update', 'blind move', 'blind take'], DELETE: ['delete', 'blind delete'], ALL: ['select', 'insert', 'update', 'move', 'blind update', 'blind move', 'blind take', 'delete', 'blind delete'] }

/** Every policy of the roles a request or a job works as: taken away, opened, given to another role, and each of its conditions weakened. */
export async function policyMutants(db: pg.Client): Promise<Mutant[]> {
  const { rows } = await db.query<Policy>(`SELECT tablename AS table, policyname AS policy, permissive, roles::text[] AS roles, cmd, qual, with_check AS check FROM pg_policies
    WHERE schemaname = 'public' AND roles <> '{indgang_definer}' ORDER BY tablename, policyname`)
  return rows.flatMap(({ table, policy, permissive, roles, cmd, qual, check }) => {
    const undo = `DROP POLICY IF EXISTS ${policy} ON "${table}"; CREATE POLICY ${policy} ON "${table}" AS ${permissive} FOR ${cmd} TO ${roles.join(', ')}${qual ? ` USING (${qual})` : ''}${check ? ` WITH CHECK (${check})` : ''}`
    const on = `${policy} ON "${table}"`
    const alter = (what: string) => `ALTER POLICY ${on} ${what}`
    const reads = cmd !== 'INSERT'
    const writes = cmd !== 'SELECT' && cmd !== 'DELETE'
    const found: [string, string][] = [
      ['taken away', `DROP POLICY ${on}`],
      [`for ${roles[0] === 'indgang_app' ? 'visitors' : 'staff'} instead`, alter(`TO ${roles[0] === 'indgang_app' ? 'indgang_public' : 'indgang_app'}`)],
      ...(reads && qual && qual !== 'true' ? [['USING true', alter('USING (true)')] as [string, string]] : []),
      ...(writes && (check ?? qual) !== 'true' ? [['WITH CHECK true', alter('WITH CHECK (true)')] as [string, string]] : []),
      ...(reads && qual ? weakenedParts(qual).map(({ how, text }): [string, string] => [`USING ${how}`, alter(`USING (${text})`)]) : []),
      ...(writes && check ? weakenedParts(check).map(({ how, text }): [string, string] => [`WITH CHECK ${how}`, alter(`WITH CHECK (${text})`)]) : []),
    ]
    return found.map(([how, sql]): Mutant => ({ name: `${table}.${policy}`, how, sql, undo, table, verbs: verbsOf[cmd], tests: testsOfTable[table] ?? [] }))
  })
}

/** Functions that decide who may: all of schema `access` that have a condition, but for those that are said to decide nothing. */
export async function functionMutants(db: pg.Client): Promise<Mutant[]> {
  const { rows } = await db.query<{ name: string; text: string }>(`SELECT p.proname AS name, pg_get_functiondef(p.oid) AS text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'access' AND p.proname <> ALL ($1) ORDER BY p.proname`, [Object.values(decideNothing).flat()])
  return rows.flatMap(({ name, text }) => {
    const [head = '', body = '', tail = ''] = text.split('$function$')
    return [...weakenedParts(body), ...sleepingGuards(body)].filter(({ how }) => asked(name) || aboutWho.test(how)).map((mutant): Mutant => ({ name: `access.${name}`, how: mutant.how, sql: `${head}$function$${mutant.text}$function$${tail}`, undo: text, function: name, tests: judgedByTests[name] ?? [] }))
  })
}

/** Functions with conditions that neither a question nor a test is named for: nobody would notice. */
export async function unjudged(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>("SELECT DISTINCT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'access' AND p.prosrc ~* '\\y(AND|OR|IF)\\y' ORDER BY 1")
  const known = [...Object.values(decideNothing).flat(), ...Object.keys(judgedByTests)]
  return rows.map(({ name }) => name).filter((name) => !known.includes(name) && !asked(name))
}

const asked = (name: string | undefined) => calls.some(({ sql }) => name && sql.includes(`access.${name}(`))

/** Tables the policies of others read: weakened there, it may show itself elsewhere. */
const readByOthers = ['person', 'person_role', 'assignment', 'import_batch', 'subject_request', 'unusual_lookup']
/** Tables every kind of policy stands on: asked when a function is weakened, and when a table is that other policies read. */
const telling = ['person', 'person_role', 'protected_address', 'address', 'relation', 'assignment', 'talk', 'reply', 'role_grant', 'session', 'stored_file', 'subject_request', 'import_row']
/** Functions the policies of those tables ask. */
const inPolicies = ['session_id', 'uid', 'live_roles', 'may', 'has_scope', 'programmes', 'cleared', 'conflicts', 'citizen_code', 'citizen', 'sees_person', 'reaches_person', 'reaches_lastingly', 'my_glass', 'open_glass', 'answers_for', 'reviews', 'is_responsible', 'guard_address', 'guard_own_user', 'guard_origin', 'guard_request']
/** Those most likely to notice come first. */
const order = ['coordinator', 'caseworker', 'reader', 'volunteer', 'uncleared', 'officer', 'administrator', 'citizen', 'visitor', 'manager', 'colleague']

export type Suite = { tables: Table[]; askers: Asker[] }
/** Who noticed. What noticed once is asked first the next time; it is asked all the same. */
export type By = { words: string; asker?: string; table?: string; verb?: Verb; call?: string; test?: string }

export function inOrder(askers: Asker[]): Asker[] {
  const place = ({ key }: Asker) => (order.includes(key) ? order.indexOf(key) : order.length)
  return [...askers].sort((a, b) => place(a) - place(b))
}

async function noticedOn(db: pg.Client, { askers, tables }: Suite, names: readonly string[], verbs?: readonly Verb[]): Promise<By | null> {
  for (const asker of askers) for (const name of names) {
    const table = tables.find((one) => one.name === name)
    const cell = table ? (await askTable(db, table, asker, verbs)).find(disagrees) : undefined
    if (cell) return { words: inWords(cell), asker: cell.asker, table: cell.table, verb: cell.verb }
  }
  return null
}

async function noticedByCalls(db: pg.Client, askers: readonly Asker[], wanted: readonly Call[]): Promise<By | null> {
  for (const asker of wanted.length > 0 ? askers : []) {
    const cell = (await askCalls(db, asker, wanted)).find(({ declared, found }) => declared !== found)
    if (cell) return { words: callInWords(cell), asker: cell.asker, call: cell.call }
  }
  return null
}

async function noticedAsBefore(db: pg.Client, { askers, tables }: Suite, { asker, table, verb, call }: By): Promise<By | null> {
  const one = { askers: askers.filter(({ key }) => key === asker), tables }
  if (call) return noticedByCalls(db, one.askers, calls.filter(({ name }) => name === call))
  return table && verb ? noticedOn(db, one, [table], [verb]) : null
}

async function noticed(db: pg.Client, suite: Suite, mutant: Mutant): Promise<By | null> {
  const few = { ...suite, askers: suite.askers.slice(0, 8) }
  const told = () => noticedOn(db, few, telling, ['select', 'insert', 'update'])
  if (mutant.table) return (await noticedOn(db, suite, [mutant.table], mutant.verbs)) ?? (readByOthers.includes(mutant.table) ? await told() : null)
  const inPolicy = inPolicies.includes(mutant.function ?? '')
  // What no policy asks either is for the tests alone.
  if (!asked(mutant.function) && !inPolicy) return null
  const own = calls.filter(({ sql }) => sql.includes(`access.${mutant.function}(`))
  return (await noticedByCalls(db, suite.askers, own)) ?? (await noticedByCalls(db, suite.askers, calls.filter((one) => !own.includes(one)))) ?? (inPolicy ? await told() : null)
}

export type Outcome = { by: By | null; stillborn?: true }

/** The weakened database asked until a cell is not as declared. Null: no question tells. Undone before it returns. */
export async function judge(db: pg.Client, suite: Suite, mutant: Mutant, before?: By): Promise<Outcome> {
  await db.query('BEGIN')
  try {
    try {
      await db.query(mutant.sql)
    } catch {
      return { by: null, stillborn: true }
    }
    return { by: (before ? await noticedAsBefore(db, suite, before) : null) ?? (await noticed(db, suite, mutant)) }
  } catch (error) {
    // A weakened condition that makes the statement fail is noticed by whoever sends it.
    return { by: { words: `fails: ${(error as Error).message}` } }
  } finally {
    await db.query('ROLLBACK')
  }
}

/** What disagrees with nothing weakened: as long as there is any, every mutant would seem to be noticed. */
export async function asItIs(db: pg.Client, suite: Suite, tables: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  await db.query('BEGIN')
  for (const asker of suite.askers) {
    wrong.push(...(await askCalls(db, asker)).filter(({ declared, found }) => declared !== found).map(callInWords))
    for (const table of suite.tables.filter(({ name }) => tables.includes(name))) wrong.push(...(await askTable(db, table, asker)).filter(disagrees).map(inWords))
  }
  await db.query('ROLLBACK')
  return wrong
}
