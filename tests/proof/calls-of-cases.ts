import type { Call } from './calls'
import { lastingly, may, reaches } from './oracle'
import { behind, holds, known, nobody, ofEach, once, partly, person, user, without } from './questions'

/** Who has a case, who is shown its people, and who answers an offer of it: what one’s reach to the person does not tell. */
const cases = known('cases', 'SELECT id, person_id FROM case_file')
const one = '(SELECT c.id FROM proof.cases c WHERE c.person_id = k.id LIMIT 1)'
/** Nobody of the world is the coordinator of a case: those who give people to others have it. */
const has = (asker: string, key: string) => may(asker, 'assignment.manage') && lastingly('case.manage')(asker, key)
const team = (of: string, role: string, key = 'ordinary', days = "'2025-01-01', NULL") => `INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, case_id, case_role) SELECT person_id, ${user(of)}, 'case', ${days}, id, '${role}' FROM case_file WHERE person_id = ${person(key)}`
const everyTeam = `INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) SELECT person_id, ${user('away')}, 'case', current_date + 1, id, 'coordinator' FROM case_file`
const left = (of: string) => behind(`UPDATE app_user SET active = false WHERE id = ${user(of)}`)
const colleague = `${user('kollega')} IN (SELECT c.id FROM access.case_colleagues(${one}) c)`
const people: readonly Call[] = [
  ofEach('has_case', `access.has_case(${one})`, has, cases),
  ofEach('has_case without the right', `access.has_case(${one})`, nobody, `${cases}; ${without('case.manage')}`),
  ofEach('case_colleagues', colleague, has, cases),
  ofEach('case_colleagues who have left', colleague, nobody, `${cases}; ${left('kollega')}`),
  ofEach('case_people', 'EXISTS (SELECT 1 FROM access.case_people(k.id))', (asker, key) => may(asker, 'case.read') && reaches(asker, key), everyTeam),
  ofEach('case_people without the right', 'EXISTS (SELECT 1 FROM access.case_people(k.id))', nobody, `${everyTeam}; ${without('case.read')}`),
].map(partly)

const offered = (by: string) => `UPDATE case_transfer SET answer = NULL, answered_at = NULL, answered_by = NULL, answer_words = NULL, asked_by = ${user(by)}; ${known('offered', 'SELECT id, person_id FROM case_transfer')}`
const offer = '(SELECT o.id FROM proof.offered o WHERE o.person_id = k.id LIMIT 1)'
const revokes = `access.answer_transfer(${offer}, 'revoked', NULL) IS NOT NULL`
const unit = (of: string) => `(SELECT unit_id FROM app_user WHERE id = ${user(of)})`
const offeredToMe = `${offered('away')}; UPDATE case_transfer SET to_user_id = ${user('koordinator')}, from_unit_id = ${unit('koordinator')}, to_unit_id = ${unit('koordinator')}; UPDATE app_user SET unit_id = NULL WHERE id = ${user('uncleared')};
  UPDATE consent SET fields = fields || '{case}', expires_on = current_date + 9 WHERE person_id = ${person('ordinary')} AND recipient_unit_id = ${unit('sagsbehandler')}; ${team('kollega', 'coordinator')}; ${team('leder', 'professional')}; ${team('uncleared', 'professional')}; ${team('sagsbehandler', 'professional')}`
const ends = (of: string, day: string) => `(SELECT to_day IS NOT DISTINCT FROM ${day} FROM assignment WHERE case_id IS NOT NULL AND person_id = ${person('ordinary')} AND user_id = ${user(of)})`
const offers: readonly Call[] = [
  ofEach('answer_transfer, taken back', revokes, has, offered('away')),
  ofEach('answer_transfer, taken back by whoever offered', revokes, (asker, key) => has(asker, key) || (asker === 'caseworker' && lastingly('case.manage')(asker, key)), offered('sagsbehandler')),
  ofEach('answer_transfer, taken back without the right', revokes, nobody, `${offered('sagsbehandler')}; ${without('case.manage')}`),
  // The former coordinator has the day; of those who help, whoever is of the unit or has the person's consent stays.
  once('answer_transfer, taken', `access.answer_transfer((SELECT o.id FROM proof.offered o WHERE o.person_id = ${person('ordinary')}), 'accepted', NULL) IS NOT NULL`, (asker) => asker === 'coordinator', offeredToMe,
    `${ends('kollega', 'access.today()')} AND ${ends('leder', 'NULL')} AND ${ends('uncleared', 'access.today()')} AND ${ends('sagsbehandler', 'NULL')}`),
].map(partly)

const state = (number: number, what: string) => `INSERT INTO case_state (case_id, person_id, number, state, from_day, outcome, recorded_by) SELECT id, person_id, ${number}, '${what}', access.today(), ${what === 'closed' ? "'goal'" : 'NULL'}, ${user('away')} FROM case_file WHERE person_id = ${person('ordinary')}`
const again = (who: string) => `${team('kollega', 'coordinator')}; ${state(2, 'closed')}; ${who}; ${state(3, 'open')}`
const open = `EXISTS (SELECT 1 FROM assignment WHERE case_id IS NOT NULL AND person_id = ${person('ordinary')} AND to_day IS NULL)`
const reopened: readonly Call[] = [
  holds('a case that is opened again comes back', open, again('SELECT 1')),
  holds('a case that is opened again comes back to nobody who has left', `NOT ${open}`, again(left('kollega'))),
]

export const callsOfCases: readonly Call[] = [...people, ...offers, ...reopened]
