import pg from 'pg'
import { generatePeople } from './people-data'

export const PEOPLE = 100_000
export const AUDIT_ROWS = 1_000_000

/** 100,000 veterans with what a municipality knows of them after years: letters, answers, attempts, tasks; and a log of a million rows. */
export async function generateOutreach(ownerUrl: string, seed: number): Promise<{ person: string }> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await generatePeople(owner, PEOPLE)
    await owner.query("SET session_replication_role = 'replica'")
    await owner.query('SELECT setseed($1)', [((seed % 1000) + 1) / 1002])
    await owner.query("INSERT INTO app_user (email, name) SELECT 'staff' || n || '@test.invalid', 'Staff ' || n FROM generate_series(1, 20) n")
    // Nine in ten have had a letter, most within the year, some long ago; one in ten of those two letters.
    const letter = `INSERT INTO letter (person_id, template_version_id, language, channel, state, idempotency_key, sent_at, sent_on, returned_on)
      SELECT id, uuidv7(), 'da', CASE digital_post WHEN 'YES' THEN 'DIGITAL_POST' ELSE 'PAPER' END::letter_channel, CASE WHEN back THEN 'RETURNED' ELSE 'SENT' END::letter_state, gen_random_uuid(), day, day, CASE WHEN back THEN day + 9 END
      FROM (SELECT id, digital_post, current_date - (random() * 400)::int - $1::int AS day, random() < 0.01 AS back FROM person WHERE random() < $2) p`
    await owner.query(letter, [10, 0.9])
    await owner.query(letter, [410, 0.5])
    await owner.query("INSERT INTO reply (person_id, submission_id, kind, received_at, handled_at) SELECT person_id, uuidv7(), (ARRAY['TALK', 'CALL', 'LATER', 'MOVED'])[1 + (random() * 3)::int]::reply_kind, sent_on + 5, CASE WHEN random() < 0.98 THEN sent_on + 7 END FROM letter WHERE random() < 0.3")
    await owner.query("INSERT INTO wish (person_id, kind, given_on, source) SELECT person_id, (ARRAY['NOT_THIS_YEAR', 'NEVER'])[1 + (random() * 1)::int]::wish_kind, sent_on + 5, 'REPLY' FROM letter WHERE random() < 0.04")
    await owner.query("INSERT INTO attempt (person_id, channel, outcome, happened_on, recorded_by) SELECT person_id, 'PHONE', CASE WHEN random() < 0.4 THEN 'REACHED' ELSE 'NOT_REACHED' END::attempt_outcome, sent_on + 25, (SELECT id FROM app_user LIMIT 1) FROM letter WHERE random() < 0.08")
    await owner.query("INSERT INTO outreach_task (person_id, kind, due_on, explanation) SELECT person_id, 'PHONE', max(sent_on) + 21, '[]' FROM letter WHERE random() < 0.05 GROUP BY person_id")
    await owner.query('CREATE TEMP TABLE numbered AS SELECT row_number() OVER () AS n, id FROM person')
    await owner.query('CREATE INDEX ON numbered (n)')
    await owner.query(
      `INSERT INTO audit_event (at, kind, action, actor_user_id, role, person_id)
       SELECT now() - (g.n || ' minutes')::interval, CASE WHEN g.n % 4 = 0 THEN 'CHANGE' ELSE 'VIEW' END::audit_kind, 'person.viewed', u.id, 'VETERAN_COORDINATOR', p.id
       FROM generate_series(1, $1::int) AS g (n) JOIN numbered p ON p.n = 1 + (g.n::bigint * 7919) % $2 CROSS JOIN (SELECT id FROM app_user LIMIT 1) u`,
      [AUDIT_ROWS, PEOPLE],
    )
    await owner.query("SET session_replication_role = 'origin'")
    await owner.query('VACUUM ANALYZE')
    const found = await owner.query('SELECT person_id FROM attempt LIMIT 1')
    return { person: String(found.rows[0].person_id) }
  } finally {
    await owner.end()
  }
}
