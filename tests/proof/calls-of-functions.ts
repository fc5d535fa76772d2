import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { cleared, may, reaches } from './oracle'
import { known, nobody, ofEach, once, partly, person, user, without, worker } from './questions'

/** What the functions of oversight ask beyond the right itself: whose it is, whether it still waits, and what is written down of it. */
const officer = (asker: string) => asker === 'officer'
const kin = (key: string) => !key.startsWith('emergency') && target(key).reachedBy.includes('uncleared') && !target(key).reachedBy.includes('coordinator')
/** Broken glass and the officer’s reports stop at one’s own family. */
const ownFamily = (asker: string, key: string) => (asker === 'coordinator' && kin(key)) || (asker === 'officer' && key === 'officer-kin')
const hash = '(SELECT c.keyed_hash FROM proof.known c WHERE c.person_id = k.id)'
const name = '(SELECT c.search_name FROM proof.known c WHERE c.person_id = k.id)'
const born = '(SELECT c.birth_date FROM proof.known c WHERE c.person_id = k.id)'

const breach = '(SELECT id FROM proof.breach)'
const open = `DELETE FROM breach_subject; UPDATE breach SET closed_at = NULL; ${known('breach', 'SELECT id FROM breach LIMIT 1')}`
const another = "INSERT INTO breach SELECT (jsonb_populate_record(b, jsonb_build_object('id', uuidv7()))).* FROM breach b LIMIT 1"
const everybody = (of: string) => `INSERT INTO breach_subject (breach_id, person_id) SELECT b.id, p.person_id FROM breach b, proof.known p WHERE b.id ${of} ${breach}`
const added = (n: number, to = breach) => `access.add_breach_subjects(${to}, ARRAY[k.id]) = ${n}`
const breaches: readonly Call[] = [
  ofEach('add_breach_subjects', added(1), officer, open),
  ofEach('add_breach_subjects whom another breach names', added(1), officer, `${open}; ${another}; ${everybody('<>')}`),
  ofEach('add_breach_subjects beside somebody else', added(1), (asker, key) => officer(asker) && key !== 'refugee', `${open}; INSERT INTO breach_subject (breach_id, person_id) SELECT id, ${person('refugee')} FROM proof.breach`),
  { name: 'add_breach_subjects once more', sql: added(0), declared: officer, first: `${open}; ${everybody('=')}` },
  ofEach('add_breach_subjects of a breach that is closed', added(1), nobody, `${open}; UPDATE breach SET risk = 'NONE', closed_at = now()`),
  ofEach('add_breach_subjects of no breach', added(1, 'uuidv7()'), nobody, open),
  ofEach('add_breach_subjects whose record is erased', added(1), (asker, key) => officer(asker) && key !== 'ordinary', `${open}; UPDATE person SET source = 'erased' WHERE id = ${person('ordinary')}`),
]

const looked = "INSERT INTO audit_event (id, kind, action, person_id) SELECT uuidv7(), 'VIEW', 'person.protected-address-viewed', person_id FROM proof.known"
const shown = 'EXISTS (SELECT 1 FROM access.address_shown(k.id, now()))'
const oversees = (asker: string, key: string) => officer(asker) && !ownFamily(asker, key)
const consents = known('consents', 'SELECT id, person_id FROM consent')
const seen = 'EXISTS (SELECT 1 FROM access.consent_seen((SELECT c.id FROM proof.consents c WHERE c.person_id = k.id LIMIT 1)))'
const card = `${consents}; INSERT INTO audit_event (id, kind, action, actor_user_id, person_id, details) SELECT uuidv7(), 'VIEW', 'consent.card-viewed', ${user('away')}, person_id, jsonb_build_object('consent', id) FROM proof.consents`
const telling: readonly Call[] = [
  ofEach('address_shown', shown, (asker, key) => oversees(asker, key) || (may(asker, 'person.read.protected-address') && cleared(asker, 'PROTECTED_ADDRESS') && reaches(asker, key)), looked),
  ofEach('address_shown without the right to protected addresses', shown, oversees, `${looked}; ${without('person.read.protected-address')}`),
  ofEach('consent_seen', seen, (asker, key) => may(asker, 'consent.read') && reaches(asker, key), card),
  ofEach('consent_seen without the right', seen, nobody, `${card}; ${without('consent.read')}`),
].map(partly)

const glass = (of: string, from: string, more = 'NULL, NULL, NULL') => `INSERT INTO break_glass (id, user_id, person_id, code, note, from_at, until_at, reviewed_by, reviewed_at, verdict) VALUES ('019a0000-0000-7000-8000-0000000d0201', ${user(of)}, ${person('emergency')}, 'duty', 'Vagten skulle bruge et nummer i nat', ${from}, ${from} + interval '1 hour', ${more})`
const none = 'DELETE FROM break_glass'
const weekOld = "now() - interval '8 days'"
const overdue = (which: string, declared: (asker: string) => boolean, of: string, from: string, more?: string) => once(`glass_overdue ${which}`, 'access.glass_overdue()', declared, `${none}; ${glass(of, from, more)}`)
const breaks = `access.break_glass(${hash}, ${name}, ${born}, 'duty', 'Vagten skulle bruge et nummer i nat', 4) IS NOT NULL`
/** Past every reach, and not past what is kept from them for another reason. */
const mayBreak = (clearedHere: typeof cleared) => (asker: string, key: string) => may(asker, 'break-glass.use') && !ownFamily(asker, key) && target(key).past !== 'merged'
  && (target(key).protection !== 'P3' || clearedHere(asker, 'SHIELDED')) && (!['P1', 'P2'].includes(target(key).protection) || clearedHere(asker, 'PROTECTED_ADDRESS'))
const shielding = `INSERT INTO clearance (user_id, kind, from_day) VALUES (${user('koordinator')}, 'SHIELDED', '2024-01-01')`
const look = (at: string) => `INSERT INTO audit_event (id, at, kind, action, actor_user_id, person_id, details) VALUES (uuidv7(), ${at}, 'VIEW', 'person.viewed', ${user('sagsbehandler')}, ${person('emergency')}, '{"breakGlass": "019a0000-0000-7000-8000-0000000d0201"}')`
const emergencies: readonly Call[] = [
  partly(ofEach('break_glass', breaks, mayBreak(cleared), none)),
  partly(ofEach('break_glass of somebody shielded, cleared for it', breaks, mayBreak((asker, kind) => cleared(asker, kind) || (asker === 'coordinator' && kind === 'SHIELDED')), `${none}; ${shielding}`)),
  partly(ofEach('break_glass when an earlier one waits', breaks, (asker, key) => asker !== 'coordinator' && mayBreak(cleared)(asker, key), `${none}; ${glass('koordinator', weekOld)}`)),
  overdue('after a week', (asker) => asker === 'coordinator', 'koordinator', weekOld),
  overdue('before a week', nobody, 'koordinator', "now() - interval '6 days'"),
  overdue('that was reviewed', nobody, 'koordinator', weekOld, `${user('away')}, now(), 'fine'`),
  partly(once('glass_looks, while it was open', "access.glass_looks('019a0000-0000-7000-8000-0000000d0201') = 1", officer, `${none}; ${glass('sagsbehandler', "now() - interval '3 hours'")}; ${look("now() - interval '150 minutes'")}; ${look("now() - interval '1 hour'")}`)),
]

const writes = (why: string) => `access.audit('CHANGE', 'proof', NULL, ${why}, ${person('ordinary')}, '{}', NULL) IS NOT NULL`
const noted = (condition: string) => `(SELECT ${condition} FROM audit_event WHERE action = 'proof' ORDER BY at DESC, id DESC LIMIT 1)`
const given = (of: string, key: string, day: string, note: string, at: string) => `INSERT INTO access_reason (user_id, person_id, day, code, note, created_at) VALUES (${user(of)}, ${person(key)}, ${day}, 'other', '${note}', ${at})`
const staff = (asker: string) => may(asker, 'self') || asker === 'former' || asker === 'role to come'
const trail: readonly Call[] = [
  // Of several reasons that of this user, this person and this day, however late the others were given.
  once('audit says the reason that was given', writes('NULL'), (asker) => asker === 'coordinator', `DELETE FROM access_reason; ${given('koordinator', 'ordinary', 'access.today()', 'Min egen grund i dag', "now() - interval '1 hour'")};
    ${given('away', 'ordinary', 'access.today()', 'En kollegas grund', 'now()')}; ${given('koordinator', 'second', 'access.today()', 'Grunden til en anden', 'now()')}; ${given('koordinator', 'ordinary', 'access.today() - 1', 'Grunden i går', 'now()')}`, noted("purpose = 'other: Min egen grund i dag'")),
  once('audit says the purpose it was told', writes("'told'"), (asker) => staff(asker) || worker(asker) || asker === 'citizen', none, noted("purpose = 'told' AND details IS NULL")),
]

/** A job works in a user’s name and is asked for no reason: whoever opens the person afterwards is. */
const onBehalf = once('audit of a look by a job in a colleague’s name', `CASE WHEN set_config('app.on_behalf', ${user('kollega')}::text, true) IS NOT NULL THEN access.audit('VIEW', 'proof', NULL, NULL, ${person('assigned')}, '{}', NULL) IS NOT NULL END`,
  (asker) => worker(asker) || (staff(asker) && (!may(asker, 'person.read') || ['caseworker', 'reader'].includes(asker))))

const nobodys = 'UPDATE person SET first_name = $x$$x$, last_name = $x$$x$'
const explains = (asker: string, key: string) => (asker === 'administrator' || asker === 'officer') && !ownFamily(asker, key) && target(key).past !== 'merged'
const explaining: readonly Call[] = [
  ofEach('explain of no user', 'access.explain(uuidv7(), k.id) IS NOT NULL', nobody),
  ofEach('explain_subject by number', `k.id IN (SELECT access.explain_subject(${hash}, 'x', ${born}))`, explains),
  once('explain_subject by name, another day', `EXISTS (SELECT 1 FROM access.explain_subject(NULL, ${name.replace('k.id', person('ordinary'))}, '1901-01-01'))`, nobody),
  once('explain_subject by no name', `EXISTS (SELECT 1 FROM access.explain_subject(NULL, '', ${born.replace('k.id', person('ordinary'))}))`, nobody, nobodys),
]

const staffOf = `${user('kollega')} IN (SELECT s.id FROM access.agreement_staff() s)`
const colleagues: readonly Call[] = [
  once('agreement_staff', staffOf, (asker) => may(asker, 'association.manage')),
  once('agreement_staff who have left', staffOf, nobody, `UPDATE app_user SET active = false WHERE id = ${user('kollega')}`),
  once('answers_for oneself', 'access.answers_for(access.uid())', nobody),
].map(partly)

export const callsOfFunctions: readonly Call[] = [...colleagues, ...breaches, ...telling, ...emergencies, ...trail, onBehalf, ...explaining]
