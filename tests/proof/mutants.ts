import type pg from 'pg'
import type { Asker } from './askers'
import { askCalls, type Call, callInWords, calls } from './calls'
import { sleepingGuards, weakenedParts } from './mutate'
import { aboutWho, decideNothing, judgedByTests, testsOfTable } from './judged-by-tests'
import type { Verb } from './oracle'
import { askTable, disagrees, inWords, type Table } from './rows'

/** `undo`: puts back what stood there. `tests`: of the ordinary suite, for what no question to the database tells. */
export type Mutant = { name: string; how: string; sql: string; undo: string; table?: string; verbs?: readonly Verb[]; /** Of the policy: whoever works as one of them is asked first. */ roles?: readonly string[]; function?: string; tests: readonly string[]; /** The other half of the policy asks the same: nothing is weakened. */ same?: string }

type Policy = { table: string; policy: string; permissive: string; roles: string[]; cmd: string; qual: string | null; check: string | null; /** What each role holds on the table. */ held: Record<string, string[] | null> }

const verbsOf: Record<string, readonly Verb[]> = { SELECT: ['select'], INSERT: ['insert'], UPDATE: ['update', 'move', 'blind update', 'blind move', 'blind take'], DELETE: ['delete', 'blind delete'], ALL: ['select', 'insert', 'update', 'move', 'blind update', 'blind move', 'blind take', 'delete', 'blind delete'] }

/** Depends on who asks alone, and on no row. */
const ofTheAsker = /^\( ?SELECT access\.(?:may|has_scope|cleared)\((?:'[^']*'::[\w.]+(?:, )?)+\) AS \w+\)$/

/**
 * Why a half of an UPDATE policy that is weakened weakens nothing: a part that depends on the asker alone, and that the other half begins with or is.
 * `part`: what is left out; the whole half where it is nothing else.
 */
function askedTwice(part: string, other: string | null): string | undefined {
  const [left, right] = [part, other ?? ''].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string]
  return ofTheAsker.test(left) && (right === left || right.startsWith(`(${left} AND `)) ? 'USING and WITH CHECK of the one policy for changes both ask it, and it depends on no row' : undefined
}

/** Every policy of the roles a request or a job works as: taken away, opened, given to another role, and each of its conditions weakened. */
export async function policyMutants(db: pg.Client): Promise<Mutant[]> {
  const { rows } = await db.query<Policy>(`SELECT tablename AS table, policyname AS policy, permissive, roles::text[] AS roles, cmd, qual, with_check AS check,
      (SELECT jsonb_object_agg(r, (SELECT jsonb_agg(v) FROM unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) v WHERE CASE v WHEN 'DELETE' THEN has_table_privilege(r, t, v) ELSE has_any_column_privilege(r, t, v) END)) FROM unnest('{indgang_app,indgang_public,indgang_worker}'::text[]) r, to_regclass(format('public.%I', tablename)) t) AS held
    FROM pg_policies
    WHERE schemaname = 'public' AND roles <> '{indgang_definer}' ORDER BY tablename, policyname`)
  return rows.flatMap(({ table, policy, permissive, roles, cmd, qual, check, held }) => {
    const undo = `DROP POLICY IF EXISTS ${policy} ON "${table}"; CREATE POLICY ${policy} ON "${table}" AS ${permissive} FOR ${cmd} TO ${roles.join(', ')}${qual ? ` USING (${qual})` : ''}${check ? ` WITH CHECK (${check})` : ''}`
    const on = `${policy} ON "${table}"`
    const alter = (what: string) => `ALTER POLICY ${on} ${what}`
    const instead = roles[0] === 'indgang_app' ? 'indgang_public' : 'indgang_app'
    const reads = cmd !== 'INSERT'
    const writes = cmd !== 'SELECT' && cmd !== 'DELETE'
    // The halves of several policies are taken together: then a row may come in by the one and go out by the other.
    const others = rows.some((one) => one.table === table && one.policy !== policy && one.permissive === 'PERMISSIVE' && ['UPDATE', 'ALL'].includes(one.cmd) && one.roles.some((role) => roles.includes(role)))
    const twice = (half: string | null, part: string) => (cmd === 'UPDATE' && !others ? askedTwice(part, half === qual ? check : qual) : undefined)
    const found: [string, string, string?][] = [
      ['taken away', `DROP POLICY ${on}`],
      [`for ${instead === 'indgang_public' ? 'visitors' : 'staff'} instead`, alter(`TO ${instead}`)],
      ...(reads && qual && qual !== 'true' ? [['USING true', alter('USING (true)'), twice(qual, qual)] as [string, string, string?]] : []),
      ...(writes && (check ?? qual) !== 'true' ? [['WITH CHECK true', alter('WITH CHECK (true)'), check ? twice(check, check) : undefined] as [string, string, string?]] : []),
      ...(reads && qual ? weakenedParts(qual).map(({ how, text, part }): [string, string, string?] => [`USING ${how}`, alter(`USING (${text})`), how.startsWith('true') ? twice(qual, part) : undefined]) : []),
      ...(writes && check ? weakenedParts(check).map(({ how, text, part }): [string, string, string?] => [`WITH CHECK ${how}`, alter(`WITH CHECK (${text})`), how.startsWith('true') ? twice(check, part) : undefined]) : []),
    ]
    const idle = (role: string) => !held[role]?.some((verb) => cmd === 'ALL' || verb === cmd)
    const unused = (how: string) => ([...roles, ...(how.startsWith('for ') ? [instead] : [])].every(idle) ? 'the role holds no right on the table that the policy could open' : undefined)
    return found.map(([how, sql, same = unused(how)]): Mutant => ({ name: `${table}.${policy}`, how, sql, undo, table, roles, verbs: verbsOf[cmd], tests: testsOfTable[table] ?? [], ...(same ? { same } : {}) }))
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

/** Those who notice most, and one of each role: for the small figure. */
const likeliest = (askers: readonly Asker[]): Asker[] => askers.filter(({ key }) => [...order, 'worker', 'sign-in'].includes(key))
/** The questions that are about what these mutants weaken. */
const callsAbout = (mutants: readonly Mutant[]): Call[] => calls.filter(({ sql, table }) => mutants.some((one) => (one.function ? sql.includes(`access.${one.function}(`) : table === one.table)))

/**
 * Who is asked what for these mutants. `few`: the small figure. `named`: what a policy is asked by is known by its table; a function may be come by from
 * anywhere (a guard from every change of its table), and all is asked of those likeliest to notice.
 */
export function toAsk({ askers, tables }: Pick<Suite, 'askers' | 'tables'>, mutants: readonly Mutant[], how: 'few' | 'named' | 'all'): { askers: Asker[]; tables: string[]; calls: readonly Call[] } {
  if (how === 'all') return { askers, tables: tables.map(({ name }) => name), calls }
  const own = [...new Set(mutants.flatMap(({ table }) => table ?? []))]
  const functions = mutants.some(({ table }) => !table)
  if (how === 'named' && functions) return { askers: likeliest(askers), tables: [...new Set([...own, ...telling])], calls }
  return { askers: how === 'few' ? likeliest(askers) : askers, tables: own, calls: callsAbout(mutants) }
}

const asked = (name: string | undefined) => calls.some(({ sql, partly }) => name && !partly && sql.includes(`access.${name}(`))

/** Tables the policies of others read: weakened there, it may show itself elsewhere. */
const readByOthers = ['person', 'person_role', 'assignment', 'import_batch', 'subject_request', 'unusual_lookup']
/** Tables every kind of policy stands on: asked when a function is weakened, and when a table is that other policies read. */
const telling = ['person', 'person_role', 'protected_address', 'address', 'relation', 'assignment', 'talk', 'reply', 'role_grant', 'session', 'stored_file', 'subject_request', 'import_row']
/** Those most likely to notice come first. */
const order = ['coordinator', 'caseworker', 'reader', 'volunteer', 'uncleared', 'officer', 'administrator', 'citizen', 'visitor', 'manager', 'colleague']

export type Suite = { tables: Table[]; askers: Asker[]; /** By function of schema access: the questions that came by it with nothing weakened. No other can tell. */ reach: Map<string, Reach>; /** Who was asked so. */ known: Set<string> }
export type Reach = { calls: Map<string, Set<string>>; tables: Map<string, Set<string>> }
/** Who noticed. What noticed once is asked first the next time; it is asked all the same. */
export type By = { words: string; asker?: string; table?: string; verb?: Verb; call?: string; test?: string }

export function inOrder(askers: Asker[]): Asker[] {
  const place = ({ key }: Asker) => (order.includes(key) ? order.indexOf(key) : order.length)
  return [...askers].sort((a, b) => place(a) - place(b))
}

async function noticedOn(db: pg.Client, { askers, tables }: Pick<Suite, 'askers' | 'tables'>, names: readonly string[], verbs?: readonly Verb[]): Promise<By | null> {
  for (const asker of askers) for (const name of names) {
    const table = tables.find((one) => one.name === name)
    const cell = table ? (await askTable(db, table, asker, verbs)).find(disagrees) : undefined
    if (cell) return { words: inWords(cell), asker: cell.asker, table: cell.table, verb: cell.verb }
  }
  return null
}

async function noticedByCalls(db: pg.Client, asker: Asker, wanted: readonly Call[]): Promise<By | null> {
  const cell = wanted.length > 0 ? (await askCalls(db, asker, wanted)).find(({ declared, found }) => declared !== found) : undefined
  return cell ? { words: callInWords(cell), asker: cell.asker, call: cell.call } : null
}

async function noticedByAll(db: pg.Client, askers: readonly Asker[], wanted: readonly Call[]): Promise<By | null> {
  for (const asker of askers) {
    const by = await noticedByCalls(db, asker, wanted)
    if (by) return by
  }
  return null
}

async function noticedAsBefore(db: pg.Client, { askers, tables }: Suite, { asker, table, verb, call }: By): Promise<By | null> {
  const one = askers.find(({ key }) => key === asker)
  if (!one) return null
  if (call) return noticedByCalls(db, one, calls.filter(({ name }) => name === call))
  return table && verb ? noticedOn(db, { askers: [one], tables }, [table], [verb]) : null
}

async function noticed(db: pg.Client, suite: Suite, mutant: Mutant): Promise<By | null> {
  const { tables, reach, known } = suite
  const concerned = ({ role }: Asker) => Number(mutant.roles?.includes(role) ?? false)
  const askers = [...suite.askers].sort((a, b) => concerned(b) - concerned(a))
  const few = askers.slice(0, 8)
  if (mutant.table) {
    const by = (await noticedOn(db, { askers, tables }, [mutant.table], mutant.verbs)) ?? (await noticedByAll(db, askers, calls.filter(({ table }) => table === mutant.table)))
    return by ?? (readByOthers.includes(mutant.table) ? noticedOn(db, { askers: few, tables }, telling, ['select', 'insert', 'update']) : null)
  }
  const reached = reach.get(mutant.function ?? '')
  if (!reached && askers.every(({ key }) => known.has(key))) return null
  const own = calls.filter(({ sql }) => sql.includes(`access.${mutant.function}(`))
  const cameBy = ({ key }: Asker, wanted: readonly Call[]) => (known.has(key) ? wanted.filter(({ name }) => reached?.calls.get(key)?.has(name)) : null)
  // Where tests wait as well, those who are likeliest to notice are asked everything; else everybody. What is asked of this very function is asked of everybody: it may be a manager's alone.
  const asking = mutant.tests.length > 0 ? askers.filter((one) => few.includes(one) || ['sign-in', 'worker'].includes(one.key)) : askers
  for (const wanted of [own, calls.filter((one) => !own.includes(one))]) for (const asker of asking) {
    const by = await noticedByCalls(db, asker, cameBy(asker, wanted) ?? (wanted === own ? own : []))
    if (by) return by
  }
  for (const asker of askers.filter((one) => !asking.includes(one))) {
    const by = await noticedByCalls(db, asker, cameBy(asker, own) ?? own)
    if (by) return by
  }
  for (const asker of few) {
    const by = await noticedOn(db, { askers: [asker], tables }, known.has(asker.key) ? telling.filter((name) => reached?.tables.get(asker.key)?.has(name)) : telling, ['select', 'insert', 'update'])
    if (by) return by
  }
  return null
}

export type Outcome = { by: By | null; stillborn?: true }

/** Whether the weakened text is a definition at all, for one whose questions are put off. */
export async function born(db: pg.Client, { sql }: Mutant): Promise<Outcome> {
  await db.query('BEGIN')
  try {
    return await db.query(sql).then(() => ({ by: null }), () => ({ by: null, stillborn: true }))
  } finally {
    await db.query('ROLLBACK')
  }
}

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

/** The functions of schema access that ran since this transaction began; also those that failed. */
async function ran(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>("SELECT DISTINCT proname AS name FROM pg_proc WHERE pronamespace = 'access'::regnamespace AND pg_stat_get_xact_function_calls(oid) IS NOT NULL")
  // Told at once, or the next question would seem to have run them too.
  await db.query('SELECT pg_stat_force_next_flush(); ROLLBACK')
  return rows.map(({ name }) => name)
}

/**
 * One asker asked with nothing weakened: what disagrees, for as long as there is any every mutant would seem to be noticed; and which function
 * each question came by, into `reach`.
 */
export async function asItIs(db: pg.Client, { tables, reach, known }: Suite, asker: Asker, names: readonly string[], wanted: readonly Call[] = calls): Promise<string[]> {
  const wrong: string[] = []
  known.add(asker.key)
  const note = async (kind: keyof Reach, question: string) => {
    for (const name of await ran(db)) {
      const reached = reach.get(name) ?? { calls: new Map(), tables: new Map() }
      reached[kind].set(asker.key, (reached[kind].get(asker.key) ?? new Set<string>()).add(question))
      reach.set(name, reached)
    }
  }
  await db.query("SET track_functions = 'all'")
  for (const call of wanted) {
    await db.query('BEGIN')
    wrong.push(...(await askCalls(db, asker, [call])).filter(({ declared, found }) => declared !== found).map(callInWords))
    await note('calls', call.name)
  }
  for (const table of tables.filter(({ name }) => names.includes(name))) {
    await db.query('BEGIN')
    wrong.push(...(await askTable(db, table, asker)).filter(disagrees).map(inWords))
    await note('tables', table.name)
  }
  await db.query("SET track_functions = 'none'")
  return wrong
}
