import type pg from 'pg'
import type { SampleIds } from '@/tests/access/pages'
import { canaryIds } from './canaries'

const signed = 'FROM partnership_file f JOIN partnership a ON a.id = f.partnership_id ORDER BY f.id LIMIT 1'

const met = 'FROM dialogue_meeting WHERE cancelled_on IS NULL ORDER BY on_day, id LIMIT 1'

/** Rows of the demo that the pages with a parameter are tried on. */
export async function sampleIds(db: pg.Client): Promise<SampleIds> {
  const one = async (sql: string) => String((await db.query(sql)).rows[0]?.id ?? '')
  // Who has a responsible colleague is asked for with a reason first: a page of its own.
  const free = 'NOT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id)'
  const letter = (await db.query("SELECT l.id AS letter, l.person_id AS \"letterOf\" FROM letter l JOIN person p ON p.id = l.person_id WHERE l.file_id IS NOT NULL AND p.protection = 'P0' AND " + free + " LIMIT 1")).rows[0] as { letter: string; letterOf: string }
  const member = (await db.query("SELECT m.run_id AS run, m.person_id AS person FROM run_member m JOIN person p ON p.id = m.person_id WHERE p.protection = 'P0' AND m.run_group = 'SENT' AND " + free + " LIMIT 1")).rows[0] as { run: string; person: string }
  const consent = (await db.query("SELECT c.id AS consent, c.person_id AS \"consentOf\" FROM consent c JOIN person p ON p.id = c.person_id WHERE p.protection = 'P0' AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id) AND " + free + " LIMIT 1")).rows[0] as { consent: string; consentOf: string }
  return {
    veteran: canaryIds.veteran,
    user: await one("SELECT id FROM app_user WHERE email = 'leder@demo.invalid'"),
    unit: await one("SELECT id FROM unit WHERE code = 'veteran'"),
    run: member.run,
    member: member.person,
    printFile: await printFile(db, member.run),
    template: await one('SELECT id FROM letter_template_version ORDER BY version DESC LIMIT 1'),
    pair: await one("SELECT id FROM duplicate_pair WHERE state = 'OPEN' LIMIT 1"),
    offer: await one('SELECT id FROM offer ORDER BY code LIMIT 1'),
    event: await one('SELECT id FROM year_event ORDER BY starts_at DESC LIMIT 1'),
    request: await one('SELECT r.id FROM subject_request r JOIN person p ON p.id = r.person_id WHERE r.pdf_id IS NOT NULL AND ' + free + ' LIMIT 1'),
    retention: await one('SELECT id FROM retention_run LIMIT 1'),
    unusual: await unusual(db),
    breach: await one('SELECT id FROM breach LIMIT 1'),
    colleagues: await one("SELECT p.id FROM person p JOIN assignment a ON a.person_id = p.id JOIN app_user u ON u.id = a.user_id AND u.email = 'kollega@demo.invalid' WHERE a.to_day IS NULL AND p.protection = 'P0' AND NOT EXISTS (SELECT 1 FROM assignment o WHERE o.person_id = p.id AND o.user_id <> a.user_id) LIMIT 1"),
    ...consent,
    case: await openCase(db),
    meeting: await meeting(db),
    association: await one('SELECT id FROM association ORDER BY name LIMIT 1'),
    partnership: [await one(`SELECT a.association_id AS id ${signed}`), await one(`SELECT a.id ${signed}`), await one(`SELECT f.id ${signed}`)],
    dialogue: [await one(`SELECT association_id AS id ${met}`), await one(`SELECT id ${met}`)],
    ownSigned: await one("SELECT f.id FROM partnership_file f JOIN partnership p ON p.id = f.partnership_id JOIN association_representative r ON r.association_id = p.association_id JOIN app_user u ON u.id = r.user_id AND u.email = 'forening@demo.invalid' LIMIT 1"),
    waiting: await one('SELECT association_id AS id FROM association_signup WHERE accepted IS NULL ORDER BY received_at LIMIT 1'),
    workplace: await one('SELECT id FROM workplace WHERE closed_on IS NULL ORDER BY name LIMIT 1'),
    waits: await one("SELECT r.id FROM volunteer_request r JOIN consent c ON c.person_id = r.person_id WHERE c.purpose = 'referral' AND 'needs' = ANY (c.fields) ORDER BY r.number LIMIT 1"),
    course: await one('SELECT id FROM volunteer_course WHERE cancelled_on IS NULL ORDER BY on_day DESC, id LIMIT 1'),
    group: await one('SELECT id FROM volunteer_group ORDER BY name LIMIT 1'),
    receipt: await one('SELECT expense_id AS id FROM expense_receipt ORDER BY id LIMIT 1'),
    expense: await one('SELECT id FROM volunteer_expense ORDER BY number LIMIT 1'),
    match: await one('SELECT m.id FROM volunteer_match m JOIN consent c ON c.person_id = m.person_id AND c.recipient_unit_id IS NOT NULL WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id) ORDER BY m.number LIMIT 1'),
    ownMatch: await one("SELECT m.id FROM volunteer_match m JOIN volunteer_login l ON l.volunteer_id = m.volunteer_id AND l.ended_at IS NULL JOIN app_user u ON u.id = l.user_id AND u.email = 'frivillig@demo.invalid' WHERE access.match_open(m.id) ORDER BY m.number LIMIT 1"),
    question: await question(db),
    checkIn: await checkIn(db),
    companion: await companion(db),
    volunteer: await one('SELECT id FROM volunteer ORDER BY number LIMIT 1'),
    absence: await absence(db),
    method: await one("SELECT id FROM method WHERE code = 'mit-liv'"),
    shared: await one("SELECT c.id FROM consent c JOIN unit u ON u.id = c.recipient_unit_id JOIN person p ON p.id = c.person_id WHERE u.code = 'jobcenter' AND p.protection = 'P0' AND p.died_on IS NULL AND c.expires_on >= current_date AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id) LIMIT 1"),
    ...letter,
  }
}

/** The demo's former runs left their print files at the printer's; the page that hands one out is tried on one made here. */
async function printFile(db: pg.Client, runId: string): Promise<string> {
  const made = await db.query<{ id: string }>("SELECT file_id AS id FROM run_file WHERE run_id = $1 AND kind = 'print'", [runId])
  if (made.rows[0]) return made.rows[0].id
  const file = await db.query<{ id: string }>(
    "INSERT INTO stored_file (kind, mime, name, sha256, bytes) VALUES ('print', 'application/pdf', 'print-1.pdf', repeat('0', 64), convert_to('%PDF-1.7', 'UTF8')) RETURNING id",
  )
  const id = file.rows[0]?.id ?? ''
  await db.query("INSERT INTO run_file (run_id, file_id, part, kind, letters) VALUES ($1, $2, 1, 'print', 1)", [runId, id])
  return id
}

/** The demo's list, or one made here where its night has not come yet. */
async function unusual(db: pg.Client): Promise<string> {
  const made = await db.query<{ id: string }>('SELECT id FROM unusual_lookup WHERE outcome IS NULL LIMIT 1')
  if (made.rows[0]) return made.rows[0].id
  const [sql, values] = ["INSERT INTO unusual_lookup (day, user_id, about_id, points, reasons, lookups, first_at) SELECT current_date - 1, id, $1, 5, '[{\"code\": \"none\"}]', 1, now() FROM app_user WHERE email = 'kollega@demo.invalid' RETURNING id", [canaryIds.veteran]]
  return (await db.query<{ id: string }>(sql, values)).rows[0]?.id ?? ''
}

/** An open case of the veteran with a method that is completed, whom nobody is responsible for: the page is there without a reason. */
async function openCase(db: pg.Client): Promise<string> {
  const made = await db.query<{ id: string }>('SELECT id FROM case_file WHERE person_id = $1', [canaryIds.veteran])
  if (made.rows[0]) return made.rows[0].id
  const sql = "INSERT INTO case_file (person_id, kind, unit_id, opened_on, opened_by) SELECT $1, 'veteran', u.unit_id, current_date, u.id FROM app_user u WHERE u.email = 'koordinator@demo.invalid' RETURNING id"
  const id = (await db.query<{ id: string }>(sql, [canaryIds.veteran])).rows[0]?.id ?? ''
  await db.query("INSERT INTO case_state (case_id, person_id, number, state, from_day, recorded_by) SELECT id, person_id, 1, 'open', opened_on, opened_by FROM case_file WHERE id = $1", [id])
  await db.query("INSERT INTO case_move (case_id, person_id, number, kind, version_id, on_day, recorded_by) SELECT f.id, f.person_id, n.number, n.kind, v.id, f.opened_on, f.opened_by FROM case_file f, (VALUES (1, 'follow'), (2, 'finish')) n (number, kind), method_version v JOIN method m ON m.id = v.method_id WHERE f.id = $1 AND m.code = 'naeste-skridt' AND v.number = 1 ORDER BY n.number", [id])
  return id
}

/** A coming meeting of the coordinator's unit that nobody of another takes part in. */
async function meeting(db: pg.Client): Promise<string> {
  const made = await db.query<{ id: string }>("SELECT m.id FROM meeting m JOIN app_user u ON u.unit_id = m.unit_id WHERE u.email = 'koordinator@demo.invalid' AND m.held_at IS NULL AND NOT EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = m.id) ORDER BY m.on_day LIMIT 1")
  if (made.rows[0]) return made.rows[0].id
  const sql = "INSERT INTO meeting (unit_id, on_day, series_on, starts, place, repeats, created_by) SELECT unit_id, current_date + 7, current_date + 7, '09:00', 'Rådhuset', 'none', id FROM app_user WHERE email = 'koordinator@demo.invalid' RETURNING id"
  return (await db.query<{ id: string }>(sql)).rows[0]?.id ?? ''
}

/** An absence of the coordinator, whom nobody covers. */
async function absence(db: pg.Client): Promise<string> {
  const made = await db.query<{ id: string }>("SELECT b.id FROM absence b JOIN app_user u ON u.id = b.user_id WHERE u.email = 'koordinator@demo.invalid' AND b.to_day >= current_date ORDER BY b.from_day LIMIT 1")
  if (made.rows[0]) return made.rows[0].id
  return (await db.query<{ id: string }>("INSERT INTO absence (user_id, from_day, to_day, created_by) SELECT id, current_date + 40, current_date + 44, id FROM app_user WHERE email = 'koordinator@demo.invalid' RETURNING id")).rows[0]?.id ?? ''
}

/** A meeting of the veteran that is still to come, with somebody of their own. */
async function companion(db: pg.Client): Promise<string> {
  const made = await db.query<{ id: string }>('SELECT id FROM companion_meeting WHERE person_id = $1 ORDER BY starts_at LIMIT 1', [canaryIds.veteran])
  if (made.rows[0]) return made.rows[0].id
  const sql = "INSERT INTO companion_meeting (person_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, kin, created_by) SELECT $1, 'Møde', 'Rådhuset', '8900', current_date + 40, current_date + 40 + interval '1 hour', 30, 'da', 'da', '{}', 'listener', 'friend', id FROM app_user WHERE email = 'koordinator@demo.invalid' RETURNING id"
  return (await db.query<{ id: string }>(sql, [canaryIds.veteran])).rows[0]?.id ?? ''
}

/** In the shape of the product's own; one each, because several files of tests ask for their samples at the same time. */
const [QUESTION_CODE, CHECK_IN_CODE] = ['ACDEFGHJKMNPQRTU', 'VWXYACDEFGHJKMNP']

/** A link by which the volunteer of an open question of the demo is asked: the demo's own were mailed, and only their hashes are kept. */
async function question(db: pg.Client): Promise<string> {
  await db.query(
    `INSERT INTO volunteer_question (request_id, volunteer_id, person_id, number, side, code_hash, expires_on) SELECT s.request_id, s.volunteer_id, s.person_id, s.number, 'volunteer', sha256(convert_to($1, 'UTF8')), current_date + 9
      FROM volunteer_pair_step s WHERE access.pair_asked(s.request_id, s.volunteer_id) = s.number ORDER BY s.recorded_at DESC LIMIT 1 ON CONFLICT (request_id, volunteer_id, number, side) DO UPDATE SET code_hash = EXCLUDED.code_hash`, [QUESTION_CODE])
  return QUESTION_CODE
}

/** Two questions to the volunteer of a match that runs. */
async function checkIn(db: pg.Client): Promise<string> {
  await db.query(
    `INSERT INTO volunteer_check_in (match_id, person_id, number, side, code_hash, expires_on) SELECT m.id, m.person_id, 99, 'volunteer', sha256(convert_to($1, 'UTF8')), current_date + 9 FROM volunteer_match m WHERE access.match_open(m.id) ORDER BY m.number LIMIT 1
      ON CONFLICT (match_id, number, side) DO UPDATE SET code_hash = EXCLUDED.code_hash`, [CHECK_IN_CODE])
  return CHECK_IN_CODE
}
