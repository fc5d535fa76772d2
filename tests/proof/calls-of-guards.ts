import type { Call } from './calls'
import { cleared, lastingly, may } from './oracle'
import { behind, carries, holds, nobody, ofEach, once, person, row, tries, user, without, worker } from './questions'

/** What triggers keep as it is, also from whoever the policies let through; and what they leave alone. */
const either = (...askers: string[]) => (asker: string) => askers.includes(asker)
const found = "found_at = found_at - interval '1 hour'"
const told = "UPDATE breach SET authority_told_at = now() - interval '2 hours'"
const breaches: readonly Call[] = [
  row('breach', 'found earlier', tries(`UPDATE breach SET ${found}`), nobody),
  row('breach', 'its measures', tries("UPDATE breach SET measures = 'zz'"), either('officer')),
  row('breach', 'told the authority', tries('UPDATE breach SET authority_told_at = now()'), either('officer'), 'UPDATE breach SET authority_told_at = NULL'),
  row('breach', 'told the authority at another hour', tries('UPDATE breach SET authority_told_at = now()'), nobody, told),
  holds('a breach is put right by the owner', "(SELECT bool_and(found_at < aware_at - interval '1 year') FROM breach)", "UPDATE breach SET found_at = found_at - interval '2 years'"),
]

const closes = (of: string) => tries(`UPDATE app_user SET active = false WHERE id = ${of}`)
const shielded = "INSERT INTO person (first_name, last_name, registered_on, source, protection, protection_source, created_by) VALUES ('x', 'x', current_date, 'test', 'P3', 'test', access.uid())"
const users: readonly Call[] = [
  row('app_user', 'another’s, closed', closes(user('away')), either('administrator')),
  row('app_user', 'one’s own, closed', closes('access.uid()'), nobody),
  holds('the owner changes the address of whoever is signed in', "(SELECT bool_and(email LIKE 'zz%') FROM app_user)", "UPDATE app_user SET email = 'zz' || email"),
  // Shielded from the first moment: read back by nobody who is not cleared for it.
  row('person', 'made shielded, and read back', tries(`${shielded} RETURNING id`), (asker) => (may(asker, 'person.create') && cleared(asker, 'SHIELDED')) || worker(asker)),
  row('person', 'made shielded', tries(shielded), (asker) => may(asker, 'person.create') || worker(asker)),
  row('person', 'who made it, said as it is', tries(`UPDATE person SET created_by = created_by WHERE id = ${person('ordinary')}`), (asker) => carries('person.update')(asker) || worker(asker)),
  once('hold_rights when the session has ended', "access.hold_rights('person.read') IS FALSE", nobody, 'UPDATE session SET revoked_at = now()'),
  once('hold_rights, signed in without the right', "access.hold_rights('person.read') IS FALSE", (asker) => (may(asker, 'self') || asker === 'former' || asker === 'role to come') && !may(asker, 'person.read')),
]

/** Yes where it stands there afterwards: a trigger that complains is a no, as one that writes elsewhere. */
const becomes = (statement: string, stands: string) => `proof.blind($s$${statement}$s$, $s$SELECT ARRAY['yes'] WHERE ${stands}$s$, '{}') = '{yes}'`
const editors = (asker: string) => may(asker, 'template.edit') || worker(asker)
const text = (by: string, status: string) => behind(`UPDATE letter_template_version SET status = '${status}', created_by = ${user('koordinator')}, approved_by = ${by}, approved_at = NULL`)
const texts: readonly Call[] = [
  row('letter_template_version', 'approved', becomes("UPDATE letter_template_version SET status = 'APPROVED', approved_by = access.uid(), approved_at = now()", "(SELECT bool_and(status = 'APPROVED') FROM letter_template_version)"), (asker) => editors(asker) && asker !== 'coordinator', text('NULL', 'DRAFT')),
  row('letter_template_version', 'approved by its author before', becomes('UPDATE letter_template_version SET approved_at = now()', '(SELECT bool_and(approved_at IS NOT NULL) FROM letter_template_version)'), editors, text(user('koordinator'), 'APPROVED')),
]

const level = (key: string, to: string, stays: string) => holds(`the protection of whoever is ${key}, set to ${to}`, `(SELECT ${stays} FROM person WHERE id = ${person(key)})`, `UPDATE person SET protection = '${to}' WHERE id = ${person(key)}`)
const moves = (key: string) => `INSERT INTO address (person_id, street, number, postcode, town, source) VALUES (${person(key)}, 'Zzgade', '1', '5000', 'Odense C', 'test')`
const hidden = `EXISTS (SELECT 1 FROM protected_address WHERE street = 'Zzgade' AND person_id = ${person('protected')})`
const addresses: readonly Call[] = [
  level('protected', 'P0', "protection = 'P1'"), level('protected', 'P2', "protection = 'P2'"), level('shielded', 'P0', "protection = 'P3' AND shielded"), level('ordinary', 'P3', 'shielded'),
  row('address', 'of somebody protected, kept behind the protection', becomes(moves('protected'), hidden), (asker) => carries('person.update', 'protected')(asker) || worker(asker)),
  row('address', 'of somebody protected, without the right', becomes(moves('protected'), hidden), worker, without('person.update')),
  holds('an address that is moved to somebody protected is kept behind the protection', `${hidden} AND NOT EXISTS (SELECT 1 FROM address WHERE street = 'Zzgade')`, `${moves('ordinary')}; UPDATE address SET person_id = ${person('protected')} WHERE street = 'Zzgade'`),
]

const finds = (words: string, born: string, skip = 0) => `k.id IN (SELECT f.id FROM access.find_people(ARRAY['${words}'], ${born}, NULL, NULL, NULL, true, 20, ${skip}) f)`
const lives = moves('ordinary')
const alike = `UPDATE person SET first_name = 'Zacharias', last_name = 'Zetterlund' WHERE id = ${person('ordinary')}; UPDATE person SET first_name = 'Zacharias', last_name = 'Zetterbund' WHERE id = ${person('second')}`
const ordinary = (asker: string, key: string) => key === 'ordinary' && lastingly('person.search')(asker, key)
const searching: readonly Call[] = [
  ofEach('find_people by number without the right to numbers', 'k.id IN (SELECT f.id FROM access.find_people(\'{}\', NULL, NULL, (SELECT c.keyed_hash FROM proof.known c WHERE c.person_id = k.id), NULL, true, 20, 0) f)', nobody, without('person.read.cpr')),
  ofEach('find_people by street', finds('zzgade', 'NULL'), ordinary, lives),
  ofEach('find_people by street without the right to addresses', finds('zzgade', 'NULL'), nobody, `${lives}; ${without('person.read.address')}`),
  ofEach('find_people by street, and a day of birth', finds('zzgade', '(SELECT c.birth_date FROM proof.known c WHERE c.person_id = k.id)'), nobody, lives),
  ofEach('find_people by a name nobody has, and a day of birth', finds('qqxqq', '(SELECT c.birth_date FROM proof.known c WHERE c.person_id = k.id)'), nobody),
  ofEach('find_people, a later page, and nobody who is only alike', finds('zacharias zetterlund', 'NULL', 1), nobody, alike),
]

export const callsOfGuards: readonly Call[] = [...breaches, ...users, ...texts, ...addresses, ...searching]
