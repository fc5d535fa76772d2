import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { cleared, lastingly, may, reaches } from './oracle'

/** Those who sign nobody in yet: the login of the web server itself, of no user and no visitor. */
const atTheDoor = (asker: string) => asker === 'sign-in'
const nobody = () => false
export const who = (n: number) => `'019a0000-0000-7000-8000-0000000d000${n}'::uuid`
export const sha = (text: string) => `sha256(convert_to('${text}', 'UTF8'))`

/** Users at the door: one of each kind, with a password unless it is said otherwise. */
const users = { open: 1, closed: 2, provider: 3, 'no password': 4, factor: 5, begun: 6, 'provider closed': 7 } as const
const session = (token: string, user: number, more: Record<string, string> = {}) => {
  const columns = { token_hash: sha(token), user_id: who(user), device: `'${token}'`, expires_at: "now() + interval '1 day'", idle_expires_at: "now() + interval '1 day'", ...more }
  return `INSERT INTO session (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')})`
}
export const link = (token: string, user: number, more: Record<string, string> = {}) => {
  const columns = { token_hash: sha(token), user_id: who(user), expires_at: "now() + interval '1 day'", ...more }
  return `INSERT INTO user_invitation (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')})`
}
const long = "'2020-01-01'"
export const door = [
  ...Object.entries(users).map(([name, n]) => `INSERT INTO app_user (id, email, name, password_hash, issuer, subject, active) VALUES (${who(n)}, '${name.replace(' ', '-')}@door.invalid', 'Prøve Bruger', ${name === 'no password' ? 'NULL' : "'x'"}, ${name.startsWith('provider') ? `'i', '${name}'` : 'NULL, NULL'}, ${!name.endsWith('closed')})`),
  session('s open', 1), session('s waiting', 1, { awaits_factor: 'true' }), session('s revoked', 1, { revoked_at: long }), session('s over', 1, { expires_at: "now() - interval '1 second'" }), session('s idle', 1, { idle_expires_at: "now() - interval '1 second'" }),
  session('s closed', 2), session('s factor', 5), session('s begun', 6), session('s begun too', 6), session('s begun revoked', 6, { revoked_at: long }),
  link('l open', 1), link('l newer', 1), link('l used', 1, { used_at: long, expires_at: "now() + interval '2 days'" }), link('l over', 1, { expires_at: "now() - interval '1 second'" }), link('l closed', 2), link('l provider', 3), link('l factor', 5), link('l no password', 4),
  `INSERT INTO second_factor (user_id, secret, confirmed_at, last_step) VALUES (${who(5)}, '\\x2a', now(), 5), (${who(6)}, '\\x2a', NULL, 5)`,
  `INSERT INTO recovery_code (user_id, code_hash, used_at) VALUES (${who(5)}, '\\x2a', NULL), (${who(5)}, '\\x2b', now()), (${who(6)}, '\\x2c', NULL)`,
  `INSERT INTO calendar_feed (user_id, token_hash) VALUES (${who(1)}, ${sha('f open')}), (${who(2)}, ${sha('f closed')})`,
].join('; ')

const at = (name: string, sql: string, opens: boolean, then?: string): Call => ({ name, sql, first: door, once: true, by: ['sign-in', 'coordinator', 'citizen', 'worker'], declared: (asker) => opens && atTheDoor(asker), ...(then ? { then } : {}) })
/** By the names of what was planted: for those alone the answer is yes. */
const each = (call: string, sql: (name: string) => string, names: readonly string[], yes: readonly string[]): Call[] => names.map((name) => at(`${call} ${name}`, sql(name), yes.includes(name)))
const sessions = ['open', 'waiting', 'revoked', 'over', 'idle', 'closed', 'factor', 'begun', 'none']
const links = ['open', 'used', 'over', 'closed', 'provider', 'none']
const ended = (device: string) => `(SELECT revoked_at IS NOT NULL FROM session WHERE device = '${device}')`
const untouched = "(SELECT bool_and(revoked_at = '2020-01-01') FROM session WHERE device IN ('s revoked', 's begun revoked'))"
const lives = (token: string) => `(SELECT expires_at > now() FROM user_invitation WHERE token_hash = ${sha(token)})`

const signingIn: readonly Call[] = [
  ...each('open_invitation', (name) => `access.open_invitation('l ${name}') IS NOT NULL`, links, ['open']),
  ...each('accept_invitation', (name) => `(access.accept_invitation('l ${name}', 'h', 's', 'w') ->> 'done')::boolean`, links, ['open']),
  // The others of this user end with it, and nothing of anybody else.
  at('accept_invitation, and what ends', "(access.accept_invitation('l open', 'h', 's', 'w') ->> 'mail') IS NOT NULL", true,
    `${ended('s open')} AND ${ended('s waiting')} AND NOT ${ended('s factor')} AND ${untouched} AND NOT ${lives('l newer')} AND ${lives('l used')} AND ${lives('l factor')} AND (SELECT count(*) = 1 FROM app_user WHERE password_hash = 'h')
      AND (SELECT expires_at < now() FROM user_invitation WHERE token_hash = ${sha('l over')})`),
  at('accept_invitation, the first password', "(access.accept_invitation('l no password', 'h', 's', 'w') ->> 'mail') IS NULL", true),
  ...each('credentials', (name) => `EXISTS (SELECT 1 FROM access.credentials('${name.replace(' ', '-')}@door.invalid'))`, [...Object.keys(users), 'none'], ['open', 'factor', 'begun']),
  ...each('forgot_password', (name) => `access.forgot_password('${name.replace(' ', '-')}@door.invalid', 's', '[link]', 'a') IS NOT NULL`, [...Object.keys(users), 'none'], ['open', 'factor', 'begun']),
  ...each('open_session', (name) => `access.open_session('s ${name}') IS NOT NULL`, sessions, ['open', 'factor', 'begun']),
  ...each('prove', (name) => `access.prove('s ${name}')`, sessions, ['open', 'factor', 'begun']),
  ...each('factor', (name) => `EXISTS (SELECT 1 FROM access.factor('s ${name}'))`, sessions, ['open', 'waiting', 'factor', 'begun']),
  at('factor, what is left', "EXISTS (SELECT 1 FROM access.factor('s factor') f WHERE f.confirmed AND f.codes_left = 1)", true),
  ...each('begin_factor', (name) => `access.begin_factor('s ${name}', '\\x2a')`, sessions, ['open', 'waiting', 'begun']),
  ...each('confirm_factor', (name) => `access.confirm_factor('s ${name}', ARRAY['\\x2d'::bytea])`, sessions, ['begun']),
  at('confirm_factor, and what ends', "access.confirm_factor('s begun', ARRAY['\\x2d'::bytea])", true,
    `NOT ${ended('s begun')} AND ${ended('s begun too')} AND NOT ${ended('s factor')} AND ${untouched} AND (SELECT count(*) = 2 FROM recovery_code WHERE user_id = ${who(5)}) AND (SELECT count(*) = 1 FROM recovery_code WHERE user_id = ${who(6)})`),
  ...each('use_step 6', (name) => `access.use_step('s ${name}', 6)`, sessions, ['factor', 'begun']),
  ...each('use_step 5', (name) => `access.use_step('s ${name}', 5)`, ['factor', 'begun'], []),
  ...each('use_recovery_code', (name) => `access.use_recovery_code('s ${name}', '\\x2a')`, sessions, ['factor']),
  at('use_recovery_code that was used', "access.use_recovery_code('s factor', '\\x2b')", false),
  at('end_session', "access.end_session('s open') IS NULL", true, `${ended('s open')} AND NOT ${ended('s waiting')} AND NOT ${ended('s factor')}`),
  at('end_session of one that has ended', "access.end_session('s revoked') IS NULL", true, untouched),
  ...each('user_by_subject', (name) => `access.user_by_subject('i', '${name}') IS NOT NULL`, ['provider', 'provider closed', 'none'], ['provider']),
  at('user_by_subject of another', "access.user_by_subject('j', 'provider') IS NOT NULL", false),
  ...each('federated_user', (name) => `access.federated_user('i', '${name}', 'n@door.invalid', 'N', ARRAY['CASEWORKER']::role[]) IS NOT NULL`, ['provider', 'provider closed', 'none', ''], ['provider', 'none']),
  at('federated_user of nobody', "access.federated_user('', 'provider', 'n@door.invalid', 'N', ARRAY['CASEWORKER']::role[]) IS NOT NULL", false),
  at('federated_user is the one of the provider', `access.federated_user('i', 'provider', '', '', ARRAY['CASEWORKER']::role[]) = ${who(3)}`, true),
  at('federated_user of another provider is another', `access.federated_user('j', 'provider', 'n@door.invalid', 'N', ARRAY['CASEWORKER']::role[]) <> ${who(3)}`, true),
  at('federated_user without a role', "access.federated_user('i', 'new', 'n@door.invalid', 'N', '{}') IS NOT NULL", false),
  ...each('feed_owner', (name) => `access.feed_owner('f ${name}') IS NOT NULL`, ['open', 'closed', 'none'], ['open']),
]

const proofs = `${door}; UPDATE session SET proved_at = now() WHERE device = 'Chrome, Linux'`
const me = "(SELECT user_id FROM session WHERE token_hash = sha256(convert_to(current_setting('app.session'), 'UTF8')))"
const user = (email: string) => `(SELECT u.id FROM proof.users u WHERE u.email LIKE '${email}@%')`
const proved = (permission: string, asker: string) => asker === 'uncleared' && may(asker, permission)
const app = (name: string, sql: string, declared: (asker: string) => boolean, first?: string, then?: string): Call => ({ name, sql, once: true, declared, ...(first ? { first } : {}), ...(then ? { then } : {}) })
const manages = (asker: string) => may(asker, 'user.manage')

const rights: readonly Call[] = [
  app('change_password without proof', "access.change_password('h', 's', 'w') IS NOT NULL", (asker) => proved('self.password', asker)),
  app('change_password', "access.change_password('h', 's', 'w') IS NOT NULL", (asker) => may(asker, 'self.password'), proofs,
    `(SELECT count(*) = 1 FROM app_user WHERE password_hash = 'h' AND id = ${me}) AND (SELECT count(*) = 1 FROM session WHERE user_id = ${me} AND revoked_at IS NULL) AND NOT ${ended('s factor')} AND ${lives('l factor')}`),
  app('change_password without the right', "access.change_password('h', 's', 'w') IS NOT NULL", nobody, `${proofs}; DELETE FROM access.policy WHERE action = 'self.password'`),
  app('change_password of one at the provider', "access.change_password('h', 's', 'w') IS NOT NULL", nobody, `${proofs}; UPDATE app_user SET issuer = 'i', subject = id::text`),
  app('change_password keeps when others ended', "access.change_password('h', 's', 'w') IS NOT NULL", (asker) => asker === 'coordinator', `${proofs}; UPDATE session SET user_id = ${user('koordinator')} WHERE device = 's revoked'; UPDATE session SET proved_at = '-infinity' WHERE user_id <> ${user('koordinator')}`, untouched),
  app('remove_factor', `access.remove_factor(${who(5)})`, manages, proofs, `${ended('s factor')} AND NOT ${ended('s begun')} AND (SELECT count(*) = 0 FROM recovery_code WHERE user_id = ${who(5)}) AND EXISTS (SELECT 1 FROM second_factor WHERE user_id = ${who(6)}) AND EXISTS (SELECT 1 FROM recovery_code WHERE user_id = ${who(6)})`),
  app('remove_factor without proof', `access.remove_factor(${who(5)})`, nobody, door),
  app('remove_factor of oneself', 'access.remove_factor(access.uid())', nobody, `${proofs}; INSERT INTO second_factor (user_id, secret) SELECT id, '\\x2a' FROM app_user ON CONFLICT DO NOTHING`),
  app('remove_factor where there is none', `access.remove_factor(${who(1)})`, nobody, proofs),
  app('remove_factor keeps when others ended', `access.remove_factor(${who(6)})`, manages, proofs, untouched),
  app('has_factor', `access.has_factor(${who(5)})`, (asker) => manages(asker), door),
  app('has_factor before it is confirmed', `access.has_factor(${who(6)})`, nobody, door),
  app('has_factor oneself', 'access.has_factor(access.uid())', (asker) => may(asker, 'self') || asker === 'former' || asker === 'role to come', "INSERT INTO second_factor (user_id, secret, confirmed_at) SELECT id, '\\x2a', now() FROM app_user ON CONFLICT (user_id) DO UPDATE SET confirmed_at = now()"),
  ...(['kollega', 'leder'] as const).map((email) => app(`invite_user ${email}`, `access.invite_user(${user(email)}, 's', 'b', 'a', interval '1 day') IS NOT NULL`, manages)),
  app('invite_user oneself', "access.invite_user(access.uid(), 's', 'b', 'a', interval '1 day') IS NOT NULL", nobody),
  ...(['closed', 'provider'] as const).map((name) => app(`invite_user ${name}`, `access.invite_user(${who(users[name])}, 's', 'b', 'a', interval '1 day') IS NOT NULL`, nobody, door)),
  app('invite_user, and what ends', `access.invite_user(${who(1)}, 's', 'b', 'a', interval '1 day') IS NOT NULL`, manages, door, `NOT ${lives('l open')} AND ${lives('l used')} AND ${lives('l factor')} AND (SELECT expires_at < now() FROM user_invitation WHERE token_hash = ${sha('l over')})`),
  app('end_relation', "access.end_relation((SELECT id FROM proof.ties WHERE to_day IS NULL LIMIT 1)) IS NOT NULL", manages, 'CREATE TABLE proof.ties AS SELECT id, to_day FROM staff_relation; GRANT SELECT ON proof.ties TO PUBLIC'),
  app('end_relation of oneself', "access.end_relation((SELECT id FROM proof.ties LIMIT 1)) IS NOT NULL", nobody, `UPDATE staff_relation SET user_id = ${user('administrator')}; CREATE TABLE proof.ties AS SELECT id FROM staff_relation; GRANT SELECT ON proof.ties TO PUBLIC`),
  app('end_relation that has ended', "access.end_relation((SELECT id FROM proof.ties LIMIT 1)) IS NOT NULL", nobody, 'UPDATE staff_relation SET to_day = current_date - 1; CREATE TABLE proof.ties AS SELECT id FROM staff_relation; GRANT SELECT ON proof.ties TO PUBLIC'),
  app('end_relation that ends today', "access.end_relation((SELECT id FROM proof.ties LIMIT 1)) IS NOT NULL", manages, 'UPDATE staff_relation SET to_day = current_date; CREATE TABLE proof.ties AS SELECT id FROM staff_relation; GRANT SELECT ON proof.ties TO PUBLIC'),
  ...([['that have ended', 'current_date - 1', false], ['that end today', 'current_date', true]] as const).flatMap(([when, day, yes]) => [
    app(`own_relations ${when}`, 'EXISTS (SELECT 1 FROM access.own_relations())', (asker) => yes && ['coordinator', 'officer'].includes(asker), `UPDATE staff_relation SET to_day = ${day}`),
    app(`relations_of ${when}`, `EXISTS (SELECT 1 FROM access.relations_of(${user('koordinator')}))`, (asker) => yes && manages(asker), `UPDATE staff_relation SET to_day = ${day}`),
  ]),
  app('relations_of oneself', 'EXISTS (SELECT 1 FROM access.relations_of(access.uid()))', nobody, `UPDATE staff_relation SET user_id = ${user('administrator')}`),
]

/** What a user holds when they leave ends, and what had ended keeps when. */
const leaving = app('what ends with a user', `proof.holds($h$${ended('s open')} AND ${untouched} AND NOT ${ended('s factor')} AND NOT ${lives('l open')} AND ${lives('l used')} AND ${lives('l factor')} AND (SELECT expires_at < now() FROM user_invitation WHERE token_hash = ${sha('l over')})$h$)`,
  () => true, `${door}; UPDATE app_user SET active = false WHERE id = ${who(1)}`)

const coded = '(SELECT event_id FROM proof.coded LIMIT 1)'
const invited = '(SELECT person_id FROM proof.coded LIMIT 1)'
const events = (asker: string) => may(asker, 'event.manage')
/** No code of their own; the letter of a run about the event is one as well. */
const byLetter = (more = '') => `DELETE FROM reply_code WHERE event_id IS NOT NULL; UPDATE run SET event_id = (SELECT event_id FROM proof.coded) WHERE id = (SELECT run_id FROM letter WHERE person_id = (SELECT person_id FROM proof.coded) AND run_id IS NOT NULL LIMIT 1)${more ? `; UPDATE letter SET ${more}` : ''}`
const uncoded = 'DELETE FROM reply_code WHERE event_id IS NOT NULL'
const codes = `EXISTS (SELECT 1 FROM access.invitation_codes(${coded}, ARRAY[${invited}], ARRAY['\\x2b'::bytea], now() + interval '1 day'))`

/** The coordinator’s own family: reached by a colleague without clearance, and not by them. */
const kin = (key: string) => !key.startsWith('emergency') && target(key).reachedBy.includes('uncleared') && !target(key).reachedBy.includes('coordinator')

const invitations: readonly Call[] = [
  app('has_invitation_code of another event', `access.has_invitation_code(uuidv7(), ${invited})`, nobody),
  app('has_invitation_code of somebody else', `access.has_invitation_code(${coded}, '${target('second').id}')`, nobody),
  app('has_invitation_code by letter', `access.has_invitation_code(${coded}, ${invited})`, events, byLetter()),
  app('has_invitation_code by letter, another event', `access.has_invitation_code(uuidv7(), ${invited})`, nobody, byLetter()),
  app('has_invitation_code by letter, somebody else', `access.has_invitation_code(${coded}, uuidv7())`, nobody, byLetter()),
  app('has_invitation_code by a letter that was stopped', `access.has_invitation_code(${coded}, ${invited})`, nobody, byLetter("state = 'CANCELLED'")),
  app('has_invitation_code by a letter that came back', `access.has_invitation_code(${coded}, ${invited})`, nobody, byLetter('returned_on = current_date')),
  app('invitation_codes', codes, events, uncoded),
  app('invitation_codes of whoever has one', codes, nobody),
  app('invitation_codes of whoever is not invited any more', codes, nobody, `${uncoded}; UPDATE invitation SET withdrawn_at = now()`),
  app('invitation_codes of another event', `EXISTS (SELECT 1 FROM access.invitation_codes(uuidv7(), ARRAY[${invited}], ARRAY['\\x2b'::bytea], now() + interval '1 day'))`, nobody, uncoded),
  { name: 'invitation_codes of each', sql: `EXISTS (SELECT 1 FROM access.invitation_codes(${coded}, ARRAY[k.id], ARRAY['\\x2b'::bytea], now() + interval '1 day'))`, first: uncoded,
    declared: (asker, key) => events(asker) && target(key).past !== 'deleted' && !(asker === 'coordinator' && kin(key)) },
]

const sees = (asker: string, key: string) => may(asker, 'person.read') && reaches(asker, key) && target(key).past !== 'deleted'
const person = (key: string) => `'${target(key).id}'::uuid`
const assign = (email: string, key: string, days = "'2025-01-01', NULL") => `INSERT INTO assignment (user_id, person_id, reason, from_day, to_day) VALUES (${user(email)}, ${person(key)}, 'responsible', ${days})`

const reach: readonly Call[] = [
  // What one has registered oneself is reached until the transaction is over.
  { name: 'reaches_person just registered', sql: 'access.reaches_person(k.id)', first: `UPDATE person SET created_by = ${user('koordinator')}, created_at = now() WHERE id = ${person('refugee')}`, declared: (asker, key) => sees(asker, key) || (asker === 'coordinator' && key === 'refugee') },
  { name: 'reaches_person registered before', sql: 'access.reaches_person(k.id)', first: `UPDATE person SET created_by = ${user('koordinator')}, created_at = now() - interval '1 second' WHERE id = ${person('refugee')}`, declared: sees },
  { name: 'reaches_person through who they were merged into', sql: 'access.reaches_person(k.id)', first: `DELETE FROM person_role WHERE person_id = ${person('merged')}`, declared: sees },
  { name: 'reaches_person of the own family, merged', sql: 'access.reaches_person(k.id)', first: `INSERT INTO staff_relation (user_id, person_id, kind, from_day) VALUES (${user('koordinator')}, ${person('merged')}, 'SIBLING', '2020-01-01')`, declared: (asker, key) => sees(asker, key) && !(asker === 'coordinator' && key === 'merged') },
  { name: 'sees_person, responsible without the right to what one is responsible for', sql: 'access.sees_person(k.id)', first: assign('leder', 'refugee'), declared: sees },
  app('programmes of another scope', "cardinality(access.programmes('person.read')) > 0", (asker) => may(asker, 'person.create'), "INSERT INTO access.policy (role, action, scope, programmes) VALUES ('VOLUNTEER', 'person.read', 'assigned', '{VETERAN}')"),
  app('cpr_taken by the right to register alone', "access.cpr_taken('\\x2a', uuidv7()) IS FALSE", (asker) => may(asker, 'person.create'), "DELETE FROM access.policy WHERE action = 'person.update'"),
]

const citizen = (asker: string) => asker === 'citizen'
const ofCitizen = `person_id = ${person('ordinary')}`
const noTalk = (name: string, first: string) => app(`own_talk ${name}`, 'EXISTS (SELECT 1 FROM access.own_talk())', nobody, first)
/** The one the letter came from, or whoever is responsible; of those who work as coordinators now. */
const contact = (name: string, email: string, first: string) => app(`reply_contact ${name}`, `(SELECT phone FROM access.reply_contact()) = '${email}'`, citizen, `UPDATE app_user SET phone = email; UPDATE role_grant SET from_day = '1990-01-01' WHERE user_id = ${user('koordinator')}; ${first}`)
const colleague = 'kollega@demo.invalid'
const other = 'uncleared@probe.invalid'

const citizens: readonly Call[] = [
  app('free_slots whose talk was cancelled', "EXISTS (SELECT 1 FROM access.free_slots() WHERE place = 'taken')", citizen, "UPDATE talk SET cancelled_at = now() WHERE slot_id = (SELECT id FROM talk_slot WHERE place = 'taken')"),
  noTalk('that was cancelled', `UPDATE talk SET cancelled_at = now() WHERE ${ofCitizen}`), noTalk('that was held', `UPDATE talk SET held_at = now() WHERE ${ofCitizen}`), noTalk('they did not come to', `UPDATE talk SET no_show_at = now() WHERE ${ofCitizen}`),
  noTalk('that is over', `UPDATE talk_slot SET starts_at = now() - interval '900 days', ends_at = now() - interval '899 days' WHERE id IN (SELECT slot_id FROM talk WHERE ${ofCitizen})`),
  contact('of the letter', colleague, 'SELECT 1'),
  contact('of the letter, and not of another’s', colleague, `UPDATE run SET created_by = ${user('koordinator')} WHERE name = 'Prøvekørsel 2'; UPDATE letter SET run_id = (SELECT id FROM run WHERE name = 'Prøvekørsel 2') WHERE person_id = ${person('second')}`),
  contact('responsible', other, assign('uncleared', 'ordinary')),
  contact('responsible until today', other, assign('uncleared', 'ordinary', "'2025-01-01', current_date")),
  contact('responsible until yesterday', colleague, assign('uncleared', 'ordinary', "'2025-01-01', current_date - 1")),
  contact('responsible from tomorrow', colleague, assign('uncleared', 'ordinary', 'current_date + 1, NULL')),
  ...['leder', 'role-to-come', 'former', 'disabled'].map((email) => contact(`responsible, and no coordinator now: ${email}`, colleague, assign(email, 'ordinary'))),
]

const none = 'uuidv7()'
const runs: readonly Call[] = [
  app('letter_email of nobody', `access.letter_email(${none}) IS NOT NULL`, nobody),
  app('run_letters of another run', `EXISTS (SELECT 1 FROM access.run_letters(${none}))`, nobody),
  app('run_letters carried by hand', 'EXISTS (SELECT 1 FROM proof.runs r, access.run_letters(r.id))', nobody, "UPDATE letter SET channel = 'BY_HAND'"),
  app('run_people of another run', `EXISTS (SELECT 1 FROM access.run_people(${none}))`, nobody),
  app('run_changes of another run', `access.run_changes(${none}) <> 0`, nobody, "UPDATE run_member_change SET to_group = 'OUT'"),
  app('run_changes that are the sending itself', 'EXISTS (SELECT 1 FROM proof.runs r WHERE access.run_changes(r.id) > 0)', nobody),
]

const glass = `(SELECT id FROM proof.glass LIMIT 1)`
const broken = (set: string) => `UPDATE break_glass SET from_at = now() - interval '2 hours', ${set} WHERE user_id = ${user('sagsbehandler')} AND person_id = ${person('emergency')}; CREATE TABLE proof.glass AS SELECT id FROM break_glass WHERE user_id = ${user('sagsbehandler')} AND person_id = ${person('emergency')}; GRANT SELECT ON proof.glass TO PUBLIC`
const open = "until_at = now() + interval '1 hour', ended_at = NULL"
const emergencies: readonly Call[] = [
  app('end_glass', `access.end_glass(${glass}) IS NOT NULL`, (asker) => asker === 'caseworker', broken(open)),
  app('end_glass that is over', `access.end_glass(${glass}) IS NOT NULL`, nobody, broken("until_at = now() - interval '1 second', ended_at = NULL")),
  app('end_glass that was ended', `access.end_glass(${glass}) IS NOT NULL`, nobody, broken("until_at = now() + interval '1 hour', ended_at = now() - interval '1 minute'")),
]

/** Named for who may alone: what else the function does is for its tests. */
const people: readonly Call[] = [
  { name: 'cpr_taken of a number nobody has', sql: "access.cpr_taken('\\x2a', uuidv7()) IS FALSE", once: true, declared: (asker) => asker !== 'worker' && (may(asker, 'person.create') || may(asker, 'person.update')) },
  { name: 'lift_protection', sql: "access.lift_protection((SELECT g.id FROM proof.grounds g WHERE g.person_id = k.id LIMIT 1), 'Det er aftalt, at adressen må ses') = 'done'", first: 'CREATE TABLE proof.grounds AS SELECT id, person_id FROM person_protection; GRANT SELECT ON proof.grounds TO PUBLIC', partly: true,
    declared: (asker, key) => may(asker, 'protection.lift') && reaches(asker, key) && !key.startsWith('emergency') && ((['P1', 'P2'].includes(target(key).protection) && cleared(asker, 'PROTECTED_ADDRESS')) || (target(key).protection === 'P3' && cleared(asker, 'SHIELDED'))) },
]

const entries = 'CREATE TABLE proof.entries AS SELECT id, person_id FROM contact WHERE redacted_at IS NULL; GRANT SELECT ON proof.entries TO PUBLIC'
const taken = 'CREATE TABLE proof.taken AS SELECT contact_id AS id, person_id FROM contact_redaction; GRANT SELECT ON proof.taken TO PUBLIC'
const one = (list: string) => `(SELECT e.id FROM proof.${list} e WHERE e.person_id = k.id LIMIT 1)`
const there = (rule: (asker: string, key: string) => boolean) => (asker: string, key: string) => target(key).past !== 'deleted' && rule(asker, key)
const anybodys = there(lastingly('contact.redact'))
/** The caseworker’s own, and whoever may take back what others wrote. */
const written = there((asker, key) => anybodys(asker, key) || (asker === 'caseworker' && lastingly('contact.record')(asker, key)))
const log: readonly Call[] = [
  { name: 'redact_contact', sql: `access.redact_contact(${one('entries')}, 'twice')`, first: entries, declared: anybodys },
  { name: 'redact_contact that one wrote', sql: `access.redact_contact(${one('entries')}, 'twice')`, first: `${entries}; UPDATE contact SET recorded_by = ${user('sagsbehandler')}`, declared: written },
  ...[['redact_contact', `access.redact_contact(${one('entries')}, 'twice')`, entries], ['restore_contact', `access.restore_contact(${one('taken')})`, taken]].map(([name = '', sql = '', first = '']): Call => ({ name: `${name} without the right to write`, sql, first: `${first}; DELETE FROM access.policy WHERE action = 'contact.record'`, declared: nobody })),
  { name: 'redact_contact once more', sql: `access.redact_contact(${one('taken')}, 'twice')`, first: taken, declared: nobody },
  { name: 'restore_contact', sql: `access.restore_contact(${one('taken')})`, first: taken, declared: anybodys },
  { name: 'restore_contact that one took back', sql: `access.restore_contact(${one('taken')})`, first: `${taken}; UPDATE contact_redaction SET redacted_by = ${user('sagsbehandler')}`, declared: written },
  { name: 'restore_contact whose words are gone', sql: `access.restore_contact(${one('taken')})`, first: `${taken}; UPDATE contact_redaction SET original = NULL`, declared: nobody },
]

/** Questions that change something. Each is undone before the next. */
export const callsOfChange: readonly Call[] = [...signingIn, ...rights, leaving, ...invitations, ...people, ...reach, ...emergencies, ...citizens, ...runs, ...log]
