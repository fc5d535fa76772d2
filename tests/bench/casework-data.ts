import pg from 'pg'
import { generatePeople } from './people-data'

export const CITIZENS = 100_000
export const CONTACTS = 1_000_000
/** A caseworker’s people. */
const EACH = 60

/**
 * 100,000 people, each with a case and the caseworker who has it, sixty to a caseworker; a million entries of two years, some thin and some long logs; tasks.
 * Answers with two caseworkers’ people: those of the first are `mine`.
 */
export async function generateCasework(ownerUrl: string, seed: number, me: string): Promise<{ mine: string[] }> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await generatePeople(owner, CITIZENS)
    await owner.query("SET session_replication_role = 'replica'")
    await owner.query('SELECT setseed($1)', [((seed % 1000) + 1) / 1002])
    const staff = Math.ceil(CITIZENS / EACH)
    await owner.query("INSERT INTO unit (code, name_da, name_en) SELECT 'enhed-' || n, 'Enhed ' || n, 'Unit ' || n FROM generate_series(1, 40) n")
    await owner.query("INSERT INTO app_user (email, name) SELECT 'caseworker' || n || '@test.invalid', 'Caseworker ' || n FROM generate_series(1, $1::int) n", [staff])
    await owner.query("CREATE TEMP TABLE worker AS SELECT id, row_number() OVER () AS n FROM (SELECT $1::uuid AS id UNION ALL (SELECT id FROM app_user WHERE email LIKE 'caseworker%')) u", [me])
    await owner.query('CREATE TEMP TABLE unit_no AS SELECT id, row_number() OVER () AS n FROM unit')
    await owner.query('CREATE TEMP TABLE citizen AS SELECT p.id, (p.n - 1) / $1 + 1 AS worker, p.n FROM (SELECT id, row_number() OVER () AS n FROM person) p', [EACH])
    await owner.query('CREATE INDEX ON citizen (n); CREATE INDEX ON worker (n); ANALYZE citizen; ANALYZE worker')
    await owner.query(`INSERT INTO case_file (person_id, kind, unit_id, opened_on, opened_by) SELECT c.id, 'veteran', u.id, current_date - 700 + (c.n % 600)::int, w.id FROM citizen c JOIN worker w ON w.n = c.worker JOIN unit_no u ON u.n = 1 + c.worker % (SELECT count(*) FROM unit_no)`)
    await owner.query("INSERT INTO case_state (case_id, person_id, number, state, from_day, recorded_by) SELECT id, person_id, 1, 'open', opened_on, opened_by FROM case_file")
    await owner.query("INSERT INTO case_state (case_id, person_id, number, state, from_day, until_day, words, recorded_by) SELECT id, person_id, 2, 'hold', current_date - 20, current_date + 40, 'Afventer', opened_by FROM case_file WHERE random() < 0.1")
    await owner.query("INSERT INTO assignment (user_id, person_id, reason, from_day, case_id, case_role) SELECT opened_by, person_id, 'responsible', opened_on, id, 'coordinator' FROM case_file")
    // Many have a handful of entries, a few have more than a hundred. Drawn before the join: a condition that names no entry is drawn once for each citizen, and two of them got everything.
    await owner.query(
      `INSERT INTO contact (person_id, outcome, channel, happened_at, minutes, agreed, next_step, next_on, recorded_by, recorded_at)
       SELECT id, outcome, CASE outcome WHEN 'work' THEN 'none' ELSE 'phone' END, at, 30, CASE WHEN outcome = 'reached' THEN 'Vi tales ved igen' END, CASE WHEN next THEN 'Ring om aftalen' END, CASE WHEN next THEN at::date + 14 END, by, at
       FROM (SELECT c.id, w.id AS by, (ARRAY['reached', 'reached', 'reached', 'tried', 'work'])[1 + (random() * 4)::int] AS outcome, now() - random() * interval '730 days' AS at, random() < 0.3 AS next
         FROM (SELECT 1 + floor(power(random(), 1.5) * $2)::int AS n FROM generate_series(1, $1::int) OFFSET 0) g JOIN citizen c ON c.n = g.n JOIN worker w ON w.n = c.worker) x`,
      [CONTACTS, CITIZENS],
    )
    await owner.query("INSERT INTO contact_note (contact_id, person_id, topic_code, text) SELECT id, person_id, 'general', 'Vi talte om ugen der gik, om søvnen og om praktikken, og hvad der skal ske til næste gang.' FROM contact WHERE outcome <> 'tried'")
    await owner.query("INSERT INTO task (person_id, text, due_on, owner_id, created_by) SELECT c.id, 'Send aftalen til underskrift', current_date + (random() * 60)::int - 10, w.id, w.id FROM citizen c JOIN worker w ON w.n = c.worker WHERE random() < 0.4")
    await owner.query("SET session_replication_role = 'origin'")
    await owner.query('VACUUM ANALYZE')
    // The longest logs are those of the first.
    return { mine: (await owner.query('SELECT id FROM citizen WHERE worker = 1 ORDER BY n')).rows.map(({ id }) => String(id)) }
  } finally {
    await owner.end()
  }
}
