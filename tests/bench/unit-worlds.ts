import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { randomFor, type Random } from '@/prisma/demo/random'
import { addDays, type Day, momentAt } from '@/lib/platform/day'

const KINDS = ['veteran', 'integration', 'employment', 'other'] as const
type State = { state: 'open' | 'hold' | 'closed'; from: Day }
export type MadeCase = { id: string; person: string; veteran: boolean; kind: string; method: string | null; unit: string; holder: string | null; states: State[]; reached: Day | null }
export type MadeTask = { id: string; case: MadeCase | null; owner: string | null; unit: string | null; state: string; due: Day; closed: Date | null; moved: boolean }
export type MadeUnit = { id: string; staff: string[]; cases: MadeCase[]; tasks: MadeTask[] }

function statesOf(random: Random, today: Day): State[] {
  const states: State[] = [{ state: 'open', from: addDays(today, -random.between(1, 800)) }]
  for (let more = random.int(4); more > 0; more--) {
    const last = states.at(-1) as State
    const from = addDays(last.from, random.between(1, 200))
    if (from > today) break
    states.push({ state: last.state === 'closed' ? 'open' : last.state === 'hold' ? random.pick(['open', 'closed'] as const) : random.pick(['hold', 'closed', 'closed'] as const), from })
  }
  return states
}

/** A unit with staff, cases and tasks as they come: some kinds and months lively, others nearly empty, so that some figures are told and some are not. */
export async function makeUnit(owner: pg.Client, seed: number, size: number, today: Day): Promise<MadeUnit> {
  const random = randomFor('unit', seed)
  const methods = (await owner.query("SELECT DISTINCT ON (method_id) id, method_id FROM method_version ORDER BY method_id, number DESC")).rows as { id: string; method_id: string }[]
  const [unit, staff] = [randomUUID(), Array.from({ length: 5 }, () => randomUUID())]
  const liked = random.chance(0.5) ? KINDS : KINDS.slice(0, 2)
  const cases = Array.from({ length: size }, (): MadeCase & { version: string | null } => {
    const follows = random.chance(0.5) ? random.pick(methods.slice(0, 3)) : null
    return { id: randomUUID(), person: randomUUID(), veteran: random.chance(0.5), kind: random.chance(0.95) ? random.pick(liked) : random.pick(KINDS), method: follows?.method_id ?? null, version: follows?.id ?? null, unit, holder: random.chance(0.9) ? random.pick(staff) : null,
      states: statesOf(random, today), reached: random.chance(0.85) ? addDays(today, -random.between(0, 90)) : null }
  })
  const tasks = Array.from({ length: size }, (): MadeTask => {
    const [due, state] = [addDays(today, random.between(-150, 30)), random.pick(['open', 'done', 'done', 'dropped'])]
    // On the hour that is another day in other zones.
    const closed = state === 'open' ? null : momentAt(addDays(due, random.between(-2, 2)), random.pick([0, 12, 23]), 30)
    return { id: randomUUID(), case: random.chance(0.8) ? random.pick(cases) : null, ...(random.chance(0.8) ? { owner: random.pick(staff), unit: null } : { owner: null, unit }), state, due, closed, moved: random.chance(0.2) }
  })
  const put = (table: string, columns: string, types: string, rows: readonly Record<string, unknown>[]) => owner.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_to_recordset($1::jsonb) AS r (${types})`, [JSON.stringify(rows)])
  await owner.query("SET session_replication_role = 'replica'")
  await owner.query("INSERT INTO unit (id, code, name_da, name_en) VALUES ($1, $2, 'Enhed', 'Unit')", [unit, `u-${unit.slice(0, 8)}`])
  await put('app_user', 'id, email, name, unit_id', 'id uuid, email text, name text, unit_id uuid', staff.map((id, nth) => ({ id, email: `${id}@test.invalid`, name: `Medarbejder ${nth}`, unit_id: unit })))
  await put('person', 'id, first_name, last_name, registered_on, source', 'id uuid, first_name text, last_name text, registered_on date, source text', cases.map(({ person }, nth) => ({ id: person, first_name: `Borger${nth}`, last_name: 'Prøve', registered_on: '2024-01-01', source: 'bench' })))
  await put('person_role', 'person_id, kind, from_day', 'person_id uuid, kind person_role_kind, from_day date', cases.map(({ person, veteran }) => ({ person_id: person, kind: veteran ? 'VETERAN' : 'JOBCENTRE_CLIENT', from_day: '2024-01-01' })))
  await put('case_file', 'id, person_id, kind, unit_id, opened_on, opened_by', 'id uuid, person_id uuid, kind text, unit_id uuid, opened_on date, opened_by uuid', cases.map((one) => ({ id: one.id, person_id: one.person, kind: one.kind, unit_id: unit, opened_on: one.states[0]?.from, opened_by: staff[0] })))
  await put('case_state', 'case_id, person_id, number, state, from_day, until_day, words, outcome, recorded_by', 'case_id uuid, person_id uuid, number int, state text, from_day date, until_day date, words text, outcome text, recorded_by uuid',
    cases.flatMap((one) => one.states.map(({ state, from }, at) => ({ case_id: one.id, person_id: one.person, number: at + 1, state, from_day: from, until_day: state === 'hold' ? addDays(from, 300) : null, words: state === 'hold' ? 'Afventer' : null, outcome: state === 'closed' ? 'goal' : null, recorded_by: staff[0] }))))
  await put('case_move', 'case_id, person_id, number, kind, version_id, on_day, recorded_by', 'case_id uuid, person_id uuid, number int, kind text, version_id uuid, on_day date, recorded_by uuid', cases.filter(({ version }) => version).map((one) => ({ case_id: one.id, person_id: one.person, number: 1, kind: 'follow', version_id: one.version, on_day: one.states[0]?.from, recorded_by: staff[0] })))
  await put('assignment', 'user_id, person_id, reason, from_day, case_id, case_role', 'user_id uuid, person_id uuid, reason text, from_day date, case_id uuid, case_role text', cases.filter(({ holder }) => holder).map((one) => ({ user_id: one.holder, person_id: one.person, reason: 'case', from_day: '2024-01-01', case_id: one.id, case_role: 'coordinator' })))
  await put('contact', 'person_id, outcome, channel, happened_at, recorded_by', 'person_id uuid, outcome text, channel text, happened_at timestamptz, recorded_by uuid',
    cases.flatMap((one) => [...(one.reached ? [{ outcome: 'reached', happened_at: momentAt(one.reached, 0, 15) }, { outcome: 'reached', happened_at: momentAt(addDays(one.reached, -40), 12) }] : []), { outcome: 'tried', happened_at: momentAt(addDays(today, -1), 12) }].map((row) => ({ ...row, person_id: one.person, channel: 'phone', recorded_by: staff[0] }))))
  await put('task', 'id, person_id, text, due_on, owner_id, unit_id, state, reason, closed_at, created_by', 'id uuid, person_id uuid, text text, due_on date, owner_id uuid, unit_id uuid, state text, reason text, closed_at timestamptz, created_by uuid',
    tasks.map((one) => ({ id: one.id, person_id: one.case?.person ?? null, text: 'Ring', due_on: one.due, owner_id: one.owner, unit_id: one.unit, state: one.state, reason: one.state === 'dropped' ? 'Ikke mere' : null, closed_at: one.closed, created_by: staff[0] })))
  await put('task_event', 'task_id, person_id, kind, due_on', 'task_id uuid, person_id uuid, kind text, due_on date', tasks.filter(({ moved }) => moved).map((one) => ({ task_id: one.id, person_id: one.case?.person ?? null, kind: 'moved', due_on: one.due })))
  await owner.query("SET session_replication_role = 'origin'")
  return { id: unit, staff, cases, tasks }
}
