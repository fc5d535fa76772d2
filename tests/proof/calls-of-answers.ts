import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { cleared, lastingly, may } from './oracle'
import { behind, known, nobody, ofEach, once, partly, person, user, without } from './questions'

/** Who answers what waits: offers of cases, broken glass, and searches for whom a request or a hold is about. */
const officer = (asker: string) => asker === 'officer'
const hash = '(SELECT c.keyed_hash FROM proof.known c WHERE c.person_id = k.id)'
const name = '(SELECT c.search_name FROM proof.known c WHERE c.person_id = k.id)'
const born = '(SELECT c.birth_date FROM proof.known c WHERE c.person_id = k.id)'
/** Somebody’s family, whom they do not meet in their work. */
const family = (key: string) => !key.startsWith('emergency') && target(key).reachedBy.includes('uncleared') && !target(key).reachedBy.includes('coordinator')

const nameless = 'UPDATE person SET first_name = $x$$x$, last_name = $x$$x$'
const erased = `UPDATE person SET source = 'erased' WHERE id = ${person('ordinary')}`
const subjects: readonly Call[] = [
  ...['hold_subjects', 'request_subjects', 'report_subjects'].map((call) => once(`${call} by no name, of those who have none`, `EXISTS (SELECT 1 FROM access.${call}(NULL, '', ${born.replace('k.id', person('ordinary'))}))`, nobody, nameless)),
  ofEach('hold_subjects whose record is erased', `k.id IN (SELECT access.hold_subjects(${hash}, ${name}, ${born}))`, (asker, key) => key !== 'ordinary' && target(key).past !== 'merged' && ((officer(asker) && key !== 'officer-kin') || lastingly('retention.hold')(asker, key) || (may(asker, 'retention.hold') && ['emergency', 'emergency-secret'].includes(key) && target(key).reachedBy.includes(asker))), erased),
]

const unit = (of: string) => `(SELECT unit_id FROM app_user WHERE id = ${user(of)})`
const offered = (to: string, from: string, toUser = 'NULL') => `UPDATE case_transfer SET answer = NULL, answered_at = NULL, answered_by = NULL, answer_words = NULL, asked_by = ${user('away')}, to_unit_id = ${unit(to)}, from_unit_id = ${unit(from)}, to_user_id = ${toUser}`
const offers = 'EXISTS (SELECT 1 FROM access.offered_cases() o WHERE o.person_id = k.id)'
/** Also about people of whom nothing else is seen; not one’s own family, nor a shielded person, nor a record that is no longer used. */
const open = (asker: string, key: string) => target(key).past !== 'merged' && !(asker === 'coordinator' && family(key)) && (target(key).protection !== 'P3' || cleared(asker, 'SHIELDED'))
const ofUnit = (asker: string) => ['coordinator', 'colleague'].includes(asker)
const here = offered('koordinator', 'koordinator')
const cases: readonly Call[] = [
  ofEach('offered_cases', offers, (asker, key) => ofUnit(asker) && open(asker, key), here),
  ofEach('offered_cases without the right', offers, nobody, `${here}; ${without('case.receive')}`),
  ofEach('offered_cases for a colleague', offers, (asker, key) => asker === 'colleague' && open(asker, key), offered('koordinator', 'koordinator', user('kollega'))),
  ofEach('offered_cases for oneself', offers, (asker, key) => asker === 'coordinator' && open(asker, key), offered('koordinator', 'koordinator', user('koordinator'))),
  ofEach('offered_cases of somebody shielded, cleared for it', offers, (asker, key) => (ofUnit(asker) && open(asker, key)) || (asker === 'coordinator' && key === 'shielded'), `${here}; INSERT INTO clearance (user_id, kind, from_day) VALUES (${user('koordinator')}, 'SHIELDED', '2024-01-01')`),
  ofEach('offered_cases of another unit, by consent', offers, (asker, key) => ofUnit(asker) && key === 'ordinary', `${offered('koordinator', 'sagsbehandler')}; UPDATE consent SET fields = fields || '{case}', recipient_unit_id = ${unit('koordinator')}, expires_on = current_date + 9 WHERE person_id = ${person('ordinary')} AND recipient_unit_id IS NOT NULL`),
  ofEach('offered_cases of another unit, without consent', offers, nobody, `DELETE FROM consent; ${offered('koordinator', 'sagsbehandler')}`),
  ofEach('offered_cases that are answered', offers, nobody, `${here}; UPDATE case_transfer SET answer = 'revoked', answered_at = now()`),
  ofEach('offered_cases of the dead', offers, nobody, `${here}; ${behind("UPDATE person SET died_on = '2026-01-01'")}`),
].map(partly)

const file = known('cases', 'SELECT id, person_id FROM case_file')
const one = '(SELECT c.id FROM proof.cases c WHERE c.person_id = k.id LIMIT 1)'
const helper = (days: string) => `${file}; INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, case_id, case_role) SELECT person_id, ${user('away')}, 'case', '2025-01-01', ${days}, id, 'professional' FROM case_file`
const has = (asker: string, key: string) => may(asker, 'assignment.manage') && lastingly('case.manage')(asker, key)
const same = `UPDATE case_file SET unit_id = ${unit('kollega')}`
const adds = `access.add_to_case(${one}, ${user('kollega')}) = 'done'`
const teams: readonly Call[] = [
  ofEach('leave_case', `access.leave_case(${one}, ${user('away')})`, has, helper('NULL')),
  ofEach('leave_case that was left', `access.leave_case(${one}, ${user('away')})`, nobody, helper("'2025-02-01'")),
  ofEach('leave_case of somebody else', `access.leave_case(${one}, ${user('kollega')})`, nobody, helper('NULL')),
  ofEach('add_to_case where others are', adds, has, `${helper('NULL')}; ${same}`),
  ofEach('add_to_case where they are already', adds, nobody, `${helper('NULL')}; UPDATE assignment SET user_id = ${user('kollega')} WHERE case_id IS NOT NULL; ${same}`),
  ofEach('add_to_case', adds, has, `${file}; ${same}`),
  ofEach('add_to_case of another unit, without consent', adds, nobody, `${file}; DELETE FROM consent; UPDATE case_file SET unit_id = ${unit('sagsbehandler')}`),
].map(partly)

const glass = (key: string, more = 'NULL, NULL, NULL', of = 'sagsbehandler') => `DELETE FROM break_glass; INSERT INTO break_glass (id, user_id, person_id, code, note, from_at, until_at, reviewed_by, reviewed_at, verdict) VALUES ('019a0000-0000-7000-8000-0000000d0401', ${user(of)}, ${person(key)}, 'duty', 'Vagten skulle bruge et nummer i nat', now() - interval '2 hours', now() + interval '1 hour', ${more})`
const unheld = (roles: string) => behind(`DELETE FROM role_grant WHERE role IN (${roles})`)
const reviews = "access.review_glass('019a0000-0000-7000-8000-0000000d0401', 'fine', 'Set igennem')"
const told = (key: string) => `EXISTS (SELECT 1 FROM access.tell_of_glass(${person(key)}, 's', 'w'))`
const emergencies: readonly Call[] = [
  once('review_glass', reviews, officer, glass('emergency')),
  once('review_glass of one’s own family', reviews, nobody, glass('officer-kin')),
  once('review_glass that was reviewed', reviews, nobody, glass('emergency', `${user('away')}, now(), 'fine'`)),
  once('review_glass of one’s own', reviews, nobody, glass('emergency', 'NULL, NULL, NULL', 'dpo')),
  once('tell_of_glass', told('emergency'), (asker) => asker === 'caseworker', glass('emergency')),
  once('tell_of_glass of somebody else', told('refugee'), nobody, glass('emergency')),
  once('tell_of_glass when nobody looks after it', told('emergency'), nobody, `${glass('emergency')}; ${unheld("'DATA_PROTECTION_OFFICER', 'MANAGER'")}`),
  once('tell_of_glass, the manager of the unit', told('emergency'), (asker) => asker === 'caseworker', `${glass('emergency')}; ${unheld("'DATA_PROTECTION_OFFICER'")}; ${behind(`UPDATE app_user SET unit_id = ${unit('sagsbehandler')} WHERE id = ${user('leder')}`)}`),
  once('tell_of_glass, and not oneself', told('emergency'), nobody, `${glass('emergency')}; ${unheld("'DATA_PROTECTION_OFFICER', 'MANAGER'")}; ${behind(`INSERT INTO role_grant (user_id, role, from_day) VALUES (${user('sagsbehandler')}, 'DATA_PROTECTION_OFFICER', '2024-01-01')`)}`),
  once('tell_of_glass when all who look after it have left', told('emergency'), nobody, `${glass('emergency')}; ${behind(`UPDATE app_user SET active = false WHERE id <> ${user('sagsbehandler')}`)}`),
].map(partly)

export const callsOfAnswers: readonly Call[] = [...subjects, ...cases, ...teams, ...emergencies]
