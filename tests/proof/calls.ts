import type pg from 'pg'
import { target, targets } from '@/tests/probes/people'
import type { World } from '@/tests/probes/world'
import type { Asker } from './askers'
import { callsOfAlone } from './calls-of-alone'
import { callsOfAnswers } from './calls-of-answers'
import { callsOfCases } from './calls-of-cases'
import { callsOfChange } from './calls-of-change'
import { callsOfFunctions } from './calls-of-functions'
import { callsOfGuards } from './calls-of-guards'
import { callsOfHandover } from './calls-of-handover'
import { callsOfLimits } from './calls-of-limits'
import { callsOfLogins } from './calls-of-logins'
import { callsOfManagement } from './calls-of-management'
import { callsOfMatching } from './calls-of-matching'
import { callsOfMeetings } from './calls-of-meetings'
import { callsOfMerging } from './calls-of-merging'
import { callsOfMethods } from './calls-of-methods'
import { callsOfPlans } from './calls-of-plans'
import { callsOfOwn } from './calls-of-own'
import { callsOfProgress } from './calls-of-progress'
import { callsOfPeople } from './calls-of-people'
import { callsOfQueues } from './calls-of-queues'
import { callsOfRecords } from './calls-of-records'
import { callsOfRows } from './calls-of-rows'
import { callsOfSigned } from './calls-of-signed'
import { callsOfStanding } from './calls-of-standing'
import { callsOfTasks } from './calls-of-tasks'
import { callsOfTexts } from './calls-of-texts'
import { callsOfWaiting } from './calls-of-waiting'
import { callsOfWords } from './calls-of-words'
import { cleared, may, reaches } from './oracle'
import { become } from './rows'
import { knownVolunteering } from './volunteering'

/** A question to a function that works past the policies, about everybody of the world or about nothing. */
export type Call = {
  name: string
  /** SQL that is true where the function says yes. `k.id` is the person, `$2` the ids of users. */
  sql: string
  /** Not about a person. */
  once?: true
  /** Said as the owner beforehand, and forgotten afterwards. */
  first?: string
  /** What must hold afterwards where the answer is yes, asked as the owner: else it is no. */
  then?: string
  /** Asks of the function who may, and not all it does. */
  partly?: true
  /** Asks about the policies of this table what its rows do not tell. */
  table?: string
  /** Only these are asked: where everybody else’s role may not call the function at all. */
  by?: readonly string[]
  /** Asked of these people alone: where what stands in the way is the same for all. */
  about?: readonly string[]
  declared: (asker: string, key: string) => boolean
}
export type CallCell = { asker: string; call: string; row: string; declared: boolean; found: boolean }

const gone = (key: string) => target(key).past === 'deleted'
const merged = (key: string) => target(key).past === 'merged'
const kin = (key: string) => key === 'officer-kin'
/** Somebody with a session that holds, whatever they may do with it. */
const staff = (asker: string) => may(asker, 'self') || asker === 'former' || asker === 'role to come'
const sees = (permission: string) => (asker: string, key: string) => may(asker, permission) && reaches(asker, key) && !gone(key)
const responsible = (asker: string, key: string) => ['caseworker', 'reader'].includes(asker) && key === 'assigned'
const reasonNeeded = (asker: string, key: string) => may(asker, 'person.read') && ['assigned', 'explained'].includes(key) && !responsible(asker, key) && !(key === 'explained' && ['coordinator', 'colleague', 'uncleared'].includes(asker))
const glass: Record<string, readonly string[]> = { coordinator: ['emergency-secret', 'own'], uncleared: ['emergency', 'shielded'], caseworker: ['emergency'] }
const openGlass = (asker: string, key: string) => glass[asker]?.includes(key) ?? false
/** Broken glass puts nobody into a list. */
const found = (asker: string, key: string) => sees('person.search')(asker, key) && !merged(key) && !key.startsWith('emergency')
const user = (name: string) => `(SELECT u.id FROM proof.users u WHERE u.email LIKE '${name}@%')`
/** Reads the person and not what stands about them in outreach. */
const hiddenFrom = (asker: string, key: string) => responsible(asker, key) || (asker === 'caseworker' && key === 'emergency')
const officers = (asker: string, key: string) => asker === 'officer' && !kin(key) && !gone(key)
const hash = '(SELECT c.keyed_hash FROM proof.known c WHERE c.person_id = k.id)'
const name = '(SELECT c.search_name FROM proof.known c WHERE c.person_id = k.id)'
const born = '(SELECT c.birth_date FROM proof.known c WHERE c.person_id = k.id)'
const citizens = (asker: string) => asker === 'citizen'
const visitors = (asker: string) => asker === 'visitor' || asker.startsWith('citizen')

const asking: readonly Call[] = [
  { name: 'sees_person', sql: 'access.sees_person(k.id)', declared: (asker, key) => sees('person.read')(asker, key) },
  { name: 'reaches_person', sql: 'access.reaches_person(k.id)', declared: (asker, key) => sees('person.read')(asker, key) },
  { name: 'same_person', sql: 'EXISTS (SELECT 1 FROM access.same_person(k.id))', declared: officers },
  { name: 'report_subjects by name', sql: `k.id IN (SELECT id FROM access.report_subjects(NULL, ${name}, ${born}))`, declared: (asker, key) => officers(asker, key) && !merged(key) },
  { name: 'report_subjects by number', sql: `k.id IN (SELECT id FROM access.report_subjects(${hash}, 'x', ${born}))`, declared: (asker, key) => officers(asker, key) && !merged(key) },
  { name: 'report_subjects by name, another day', sql: `EXISTS (SELECT 1 FROM access.report_subjects(NULL, ${name}, '1901-01-01'))`, declared: () => false },
  { name: 'report_subjects by no name', sql: `EXISTS (SELECT 1 FROM access.report_subjects(NULL, '', ${born}))`, declared: () => false },
  { name: 'request_subjects by name', sql: `k.id IN (SELECT access.request_subjects(NULL, ${name}, ${born}))`, declared: (asker, key) => (officers(asker, key) || sees('subject.request')(asker, key)) && !merged(key) },
  { name: 'request_subjects by number', sql: `k.id IN (SELECT access.request_subjects(${hash}, 'x', ${born}))`, declared: (asker, key) => (officers(asker, key) || sees('subject.request')(asker, key)) && !merged(key) },
  { name: 'request_subjects by name, another day', sql: `EXISTS (SELECT 1 FROM access.request_subjects(NULL, ${name}, '1901-01-01'))`, declared: () => false },
  { name: 'request_subjects by no name', sql: `EXISTS (SELECT 1 FROM access.request_subjects(NULL, '', ${born}))`, declared: () => false },
  { name: 'explain', sql: 'access.explain((SELECT id FROM app_user LIMIT 1), k.id) IS NOT NULL', declared: (asker, key) => (asker === 'administrator' || (asker === 'officer' && !kin(key))) && !gone(key) && !merged(key) },
  { name: 'explain_subject by name', sql: `k.id IN (SELECT access.explain_subject(NULL, ${name}, ${born}))`, declared: (asker, key) => (asker === 'administrator' || (asker === 'officer' && !kin(key))) && !gone(key) && !merged(key) },
  { name: 'subject_records', sql: 'EXISTS (SELECT 1 FROM access.subject_records(k.id))', declared: sees('subject.export') },
  { name: 'subject_counts', sql: 'EXISTS (SELECT 1 FROM access.subject_counts(k.id))', declared: sees('subject.export') },
  { name: 'hidden_outreach', sql: 'access.hidden_outreach(ARRAY[k.id]) > 0', declared: hiddenFrom },
  // One id in reach opens no other: the number is the same with a hidden one beside it. (Their own id twice counts twice.)
  { name: 'hidden_outreach with another', sql: `access.hidden_outreach(ARRAY[k.id, '${target('assigned').id}'::uuid]) > access.hidden_outreach(ARRAY['${target('assigned').id}'::uuid])`, declared: hiddenFrom },
  // Whoever may not register anybody is told that every number is taken.
  { name: 'cpr_taken', sql: `access.cpr_taken(${hash}, NULL::uuid) IS NOT TRUE`, declared: (asker) => asker !== 'worker' && !visitors(asker) && (may(asker, 'person.create') || may(asker, 'person.update')) },
  { name: 'is_responsible', sql: 'access.is_responsible(k.id)', declared: responsible },
  // Two colleagues are responsible for one of them; those who were and those who will be do not count.
  { name: 'responsible_names', sql: `cardinality(access.responsible_names(k.id)) = CASE k.id WHEN '${target('assigned').id}' THEN 2 ELSE 1 END`, declared: (asker, key) => ['assigned', 'explained'].includes(key) && sees('person.read')(asker, key) },
  // The block of one's own family and of shielded people is asked beside it, of everybody who is reached.
  // Shared with the caseworker's unit: not what was withdrawn, what has run out, nor a shielded person.
  { name: 'shared_people', sql: 'k.id IN (SELECT s.person_id FROM access.shared_people() s)', declared: (asker, key) => asker === 'caseworker' && ['consented', 'ordinary'].includes(key) },
  { name: 'open_glass', sql: 'k.id = ANY (access.open_glass())', declared: (asker, key) => openGlass(asker, key) },
  { name: 'reaches_lastingly', sql: 'access.reaches_lastingly(k.id)', declared: (asker, key) => sees('person.read')(asker, key) && !openGlass(asker, key) },
  { name: 'find_people', sql: `k.id IN (SELECT f.id FROM access.find_people(ARRAY[${name}], NULL, NULL, NULL, NULL, true, 20, 0) f)`, declared: found },
  { name: 'find_people by number', sql: `k.id IN (SELECT f.id FROM access.find_people('{}', NULL, NULL, ${hash}, NULL, true, 20, 0) f)`, declared: found },
  { name: 'import_lookup', sql: `k.id IN (SELECT i.found_id FROM access.import_lookup('x', ARRAY[${hash}], '{}', '{}', '{}') i)`, declared: (asker, key) => may(asker, 'import.run') && found(asker, key) },
  { name: 'hold_subjects by name', sql: `k.id IN (SELECT access.hold_subjects(NULL, ${name}, ${born}))`, declared: (asker, key) => (officers(asker, key) || sees('retention.hold')(asker, key)) && !merged(key) },
  { name: 'hold_subjects by number', sql: `k.id IN (SELECT access.hold_subjects(${hash}, 'x', ${born}))`, declared: (asker, key) => (officers(asker, key) || sees('retention.hold')(asker, key)) && !merged(key) },
  { name: 'hold_subjects by name, another day', sql: `EXISTS (SELECT 1 FROM access.hold_subjects(NULL, ${name}, '1901-01-01'))`, declared: () => false },
  { name: 'hold_subjects by no name', sql: `EXISTS (SELECT 1 FROM access.hold_subjects(NULL, '', ${born}))`, declared: () => false },
  { name: 'needs_proof', sql: "access.needs_proof('outreach.print')", once: true, declared: (asker) => !visitors(asker) && !['worker', 'sign-in', 'uncleared'].includes(asker) },
  { name: 'needs_proof of what needs none', sql: "access.needs_proof('person.read')", once: true, declared: () => false },
  { name: 'proved', sql: 'access.proved()', once: true, declared: (asker) => asker === 'uncleared' },
  { name: 'hold_rights outreach.print', sql: "access.hold_rights('outreach.print')", once: true, declared: (asker) => asker === 'uncleared' },
  { name: 'reviews of the unit', sql: `access.reviews(${user('kollega')})`, once: true, declared: (asker) => ['manager', 'officer'].includes(asker) },
  { name: 'reviews of another unit', sql: `access.reviews(${user('away')})`, once: true, declared: (asker) => asker === 'officer' },
  { name: 'reviews of oneself', sql: 'access.reviews(access.uid())', once: true, declared: () => false },
  { name: 'own_relations', sql: 'EXISTS (SELECT 1 FROM access.own_relations())', once: true, declared: (asker) => ['coordinator', 'officer'].includes(asker) },
  { name: 'relations_of', sql: `EXISTS (SELECT 1 FROM access.relations_of(${user('koordinator')}))`, once: true, declared: (asker) => may(asker, 'user.manage') },
  { name: 'user_contacts', sql: `${user('kollega')} IN (SELECT c.id FROM access.user_contacts() c)`, once: true, declared: (asker) => ['administrator', 'manager', 'colleague'].includes(asker) },
  { name: 'retention_due', sql: "EXISTS (SELECT 1 FROM access.retention_due('2199-01-01'))", once: true, declared: (asker) => may(asker, 'retention.read') || asker === 'worker' },
  { name: 'letter_email', sql: `access.letter_email(${user('kollega')}) IS NOT NULL`, once: true, declared: (asker) => may(asker, 'outreach.plan') || asker === 'worker' },
  { name: 'left_behind', sql: `access.left_behind(${user('kollega')}) IS NOT NULL`, once: true, declared: (asker) => may(asker, 'user.manage') || may(asker, 'assignment.manage') },
  { name: 'has_invitation_code', sql: 'access.has_invitation_code((SELECT event_id FROM proof.coded LIMIT 1), (SELECT person_id FROM proof.coded LIMIT 1))', once: true, declared: (asker) => may(asker, 'event.manage') },
  { name: 'uid', sql: 'access.uid() IS NOT NULL', once: true, declared: staff },
  ...['person.read', 'person.update', 'outreach.read', 'user.manage', 'audit.read', 'self', 'nothing'].map((permission): Call => ({ name: `may ${permission}`, sql: `access.may('${permission}')`, once: true, declared: (asker) => may(asker, permission) })),
  ...['person.read', 'person.update', 'user.manage'].map((permission): Call => ({ name: `hold_rights ${permission}`, sql: `access.hold_rights('${permission}')`, once: true, declared: (asker) => may(asker, permission) })),
  { name: 'has_scope programme', sql: "access.has_scope('person.read', 'programme')", once: true, declared: (asker) => may(asker, 'person.create') },
  { name: 'has_scope assigned', sql: "access.has_scope('person.read', 'assigned')", once: true, declared: (asker) => ['caseworker', 'reader'].includes(asker) },
  { name: 'has_scope of another action', sql: "access.has_scope('user.manage', 'programme')", once: true, declared: () => false },
  { name: 'programmes', sql: "cardinality(access.programmes('person.read')) = 2", once: true, declared: (asker) => may(asker, 'person.create') },
  { name: 'programmes of an own action', sql: "cardinality(access.programmes('self')) > 0", once: true, declared: () => false },
  ...(['PROTECTED_ADDRESS', 'SHIELDED'] as const).map((kind): Call => ({ name: `cleared ${kind}`, sql: `access.cleared('${kind}')`, once: true, declared: (asker) => cleared(asker, kind) })),
  { name: 'live_roles', sql: 'EXISTS (SELECT 1 FROM access.live_roles())', once: true, declared: (asker) => may(asker, 'self') },
  { name: 'assignable_users', sql: 'EXISTS (SELECT 1 FROM access.assignable_users())', once: true, declared: (asker) => may(asker, 'assignment.manage') },
  // Also whose role ends later.
  { name: 'assignable_users, all three', sql: "(SELECT count(*) FROM access.assignable_users() a JOIN proof.users u ON u.id = a.id WHERE u.email ~ '^(koordinator|kollega|sagsbehandler)@') = 3", once: true, declared: (asker) => may(asker, 'assignment.manage') },
  { name: 'assignable_users who left, or are of another trade', sql: "EXISTS (SELECT 1 FROM access.assignable_users() a JOIN proof.users u ON u.id = a.id WHERE u.email ~ '(former|disabled|role-to-come|leder|administrator)@')", once: true, declared: () => false },
  { name: 'answers_for', sql: "access.answers_for((SELECT id FROM proof.users WHERE email LIKE 'kollega@%'))", once: true, declared: (asker) => asker === 'manager' },
  { name: 'answers_for oneself or another unit', sql: "access.answers_for((SELECT id FROM proof.users WHERE email LIKE 'leder@%')) OR access.answers_for((SELECT id FROM proof.users WHERE email LIKE 'sagsbehandler@%'))", once: true, declared: () => false },
  { name: 'run_letters', sql: 'EXISTS (SELECT 1 FROM proof.runs r, access.run_letters(r.id))', once: true, declared: (asker) => may(asker, 'outreach.read') || asker === 'worker' },
  { name: 'run_people', sql: 'EXISTS (SELECT 1 FROM proof.runs r, access.run_people(r.id))', once: true, declared: (asker) => may(asker, 'outreach.read') || asker === 'worker' },
  { name: 'run_changes', sql: 'EXISTS (SELECT 1 FROM proof.runs r WHERE access.run_changes(r.id) IS NOT NULL)', once: true, declared: (asker) => may(asker, 'outreach.read') },
  { name: 'audit', sql: "access.audit('CHANGE', 'proof', NULL, NULL, k.id, '{}', NULL) IS NOT NULL", declared: (asker, key) => staff(asker) || asker === 'worker' || (citizens(asker) && key === 'ordinary') },
  // Where a colleague is responsible, whoever else may open people says why first. The coordinators have, but for the two whose clearance does not hold.
  { name: 'audit of a look', sql: "access.audit('VIEW', 'proof', NULL, NULL, k.id, '{}', NULL) IS NOT NULL", declared: (asker, key) => asker === 'worker' || (citizens(asker) && key === 'ordinary') || (staff(asker) && !reasonNeeded(asker, key)) },
  { name: 'reason_needed', sql: 'access.reason_needed(k.id)', declared: reasonNeeded },
  { name: 'audit of a list with one', sql: "access.audit('LIST', 'proof', NULL, NULL, k.id, '{}', NULL) IS NOT NULL", declared: (asker) => staff(asker) || asker === 'worker' },
  { name: 'audit about nobody', sql: "access.audit('CHANGE', 'proof', NULL, NULL, NULL, '{}', NULL) IS NOT NULL", once: true, declared: (asker) => staff(asker) || asker === 'worker' || visitors(asker) },
  { name: 'audit about others', sql: "access.audit('VIEW', 'proof', NULL, NULL, NULL, ARRAY[k.id], NULL) IS NOT NULL", declared: (asker) => staff(asker) || asker === 'worker' },
  ...(['MACHINE', 'SIGN_IN', 'LIST'] as const).map((kind): Call => ({ name: `audit ${kind}`, sql: `access.audit('${kind}', 'proof', NULL, NULL, NULL, '{}', NULL) IS NOT NULL`, once: true, declared: (asker) => asker === 'worker' || (staff(asker) && kind !== 'MACHINE') })),
  { name: 'citizen', sql: `access.citizen() = '${target('ordinary').id}'::uuid`, once: true, declared: citizens },
  { name: 'any citizen', sql: 'access.citizen() IS NOT NULL OR access.citizen_code() IS NOT NULL', once: true, declared: citizens },
  { name: 'free_slots', sql: 'EXISTS (SELECT 1 FROM access.free_slots())', once: true, declared: citizens },
  { name: 'free_slots that are taken, closed or too soon', sql: "EXISTS (SELECT 1 FROM access.free_slots() WHERE place IN ('taken', 'closed', 'soon'))", once: true, declared: () => false },
  { name: 'own_talk', sql: 'EXISTS (SELECT 1 FROM access.own_talk())', once: true, declared: citizens },
  { name: 'reply_contact', sql: 'EXISTS (SELECT 1 FROM access.reply_contact())', once: true, declared: citizens },
  { name: 'public_contacts', sql: 'EXISTS (SELECT 1 FROM access.public_contacts())', once: true, declared: visitors },
  { name: 'public_contacts, both', sql: "(SELECT count(*) FROM access.public_contacts() c WHERE c.email ~ '^(koordinator|kollega)@') = 2", once: true, declared: visitors },
  { name: 'public_contacts who left, or are of another trade', sql: "EXISTS (SELECT 1 FROM access.public_contacts() c WHERE c.email ~ '(former|disabled|role-to-come|leder|administrator)@')", once: true, declared: () => false },
]

export const calls: readonly Call[] = [...asking, ...callsOfChange, ...callsOfQueues, ...callsOfTasks, ...callsOfWords, ...callsOfTexts, ...callsOfProgress, ...callsOfPlans, ...callsOfMethods, ...callsOfHandover, ...callsOfManagement, ...callsOfMeetings, ...callsOfPeople, ...callsOfRecords, ...callsOfRows, ...callsOfFunctions, ...callsOfStanding, ...callsOfCases, ...callsOfGuards, ...callsOfAnswers, ...callsOfMerging, ...callsOfWaiting, ...callsOfMatching, ...callsOfOwn, ...callsOfLogins, ...callsOfLimits, ...callsOfAlone, ...callsOfSigned]

/** What the questions need to know beforehand, where no policy stands in the way. Called once, as the owner. */
export async function knowPeople(db: pg.Client, world: World): Promise<void> {
  await db.query(`CREATE TABLE proof.known AS SELECT p.id AS person_id, p.search_name, p.birth_date, c.keyed_hash FROM person p LEFT JOIN person_cpr c ON c.person_id = p.id;
    CREATE TABLE proof.users AS SELECT id, email FROM app_user;
    CREATE TABLE proof.runs AS SELECT id FROM run; ${knownVolunteering};
    CREATE TABLE proof.coded AS SELECT event_id, person_id FROM invitation LIMIT 1;
    INSERT INTO reply_code (person_id, event_id, code_hash, expires_at) SELECT person_id, event_id, '\\x2a', now() + interval '1 day' FROM proof.coded;
    GRANT SELECT ON ALL TABLES IN SCHEMA proof TO PUBLIC`)
  await db.query('UPDATE retention_rule SET active = true')
  const slot = (place: string, starts: string, closed: string) => db.query(`INSERT INTO talk_slot (user_id, starts_at, ends_at, place, closed_at) VALUES ($1, ${starts}, ${starts} + interval '30 minutes', $2, ${closed}) RETURNING id`, [world.users.colleague, place])
  await slot('free', "now() + interval '40 days'", 'NULL')
  await slot('closed', "now() + interval '41 days'", 'now()')
  await slot('soon', "now() + interval '2 hours'", 'NULL')
  const { rows } = await slot('taken', "now() + interval '42 days'", 'NULL')
  await db.query('INSERT INTO talk (slot_id, person_id) VALUES ($1, $2)', [rows[0].id, target('second').id])
}

/** One asker, every call, inside the transaction that is open. */
export async function askCalls(db: pg.Client, asker: Asker, wanted: readonly Call[] = calls): Promise<CallCell[]> {
  const people = targets.map(({ key, id }) => ({ key, id }))
  const cells: CallCell[] = []
  await db.query('SAVEPOINT asked')
  await become(db, asker)
  for (const call of wanted) {
    if (call.by && !call.by.includes(asker.key)) continue
    if (call.first) {
      await db.query(`SAVEPOINT call; RESET ROLE; ${call.first}`)
      await become(db, asker)
    }
    const sql = call.then ? `CASE WHEN ${call.sql} THEN proof.holds($q$${call.then}$q$) END` : call.sql
    const rows = call.once ? [{ key: '', id: null }] : people.filter(({ key }) => call.about?.includes(key) ?? true)
    const { rows: said } = await db.query<{ ids: string[] }>('SELECT proof.said($1, $2) AS ids', [sql, JSON.stringify(rows)])
    cells.push(...rows.map(({ key }) => ({ asker: asker.key, call: call.name, row: key, declared: call.declared(asker.key, key), found: said[0]?.ids.includes(key) ?? false })))
    if (call.first) await db.query('ROLLBACK TO call')
  }
  await db.query('ROLLBACK TO asked')
  return cells
}

export const callInWords = ({ asker, call, row, declared, found }: CallCell): string => `${asker}: ${call}${row ? ` of ${row}` : ''}: declared ${declared ? 'yes' : 'no'}, database ${found ? 'yes' : 'no'}`
