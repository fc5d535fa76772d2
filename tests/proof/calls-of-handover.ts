import type { Call } from './calls'
import { may } from './oracle'
import { behind, carries, once, person, row, tries, user, without, worker } from './questions'

/** The planted cases have a first weight: the next is a second. */
const weighs = (by: string, { of = 'ordinary', about = 'ordinary' } = {}) =>
  tries(`INSERT INTO case_weight (case_id, person_id, number, weight, recorded_by) VALUES ((SELECT c.id FROM proof.weighed c WHERE c.person_id = ${person(of)}), ${person(about)}, 2, 'light', ${by})`)
const cases = (more = '') => `CREATE TABLE proof.weighed AS SELECT id, person_id FROM case_file; GRANT SELECT ON proof.weighed TO PUBLIC${more && `; ${more}`}`
const manages: Call['declared'] = (asker) => carries('case.manage')(asker) || worker(asker)

const writes = (by: string) => tries(`INSERT INTO person_note (person_id, text, recorded_by) VALUES (${person('ordinary')}, 'x', ${by})`)
const notes: Call['declared'] = (asker) => carries('contact.record')(asker) || worker(asker)

const units = `CREATE TABLE proof.units AS SELECT id, unit_id FROM app_user; GRANT SELECT ON proof.units TO PUBLIC`
const shown = (of: string, whose: string) => `EXISTS (SELECT 1 FROM access.caseloads((SELECT n.unit_id FROM proof.units n WHERE n.id = ${user(of)})) l WHERE l.user_id = ${user(whose)})`
const givers = (asker: string) => may(asker, 'assignment.manage')

/** How much cases weigh, and how many each colleague has. */
export const callsOfHandover: readonly Call[] = [
  row('case_weight', 'in one’s own name', weighs('access.uid()'), manages, cases()),
  row('case_weight', 'in the name of a colleague', weighs(user('away')), worker, cases()),
  row('case_weight', 'about another than its case', weighs('access.uid()', { about: 'second' }), worker, cases()),
  row('case_weight', 'without the right', weighs('access.uid()'), worker, cases(without('case.manage'))),
  row('person_note', 'in one’s own name', writes('access.uid()'), notes),
  row('person_note', 'in the name of a colleague', writes(user('away')), worker),
  row('person_note', 'without the right', writes('access.uid()'), worker, without('contact.record')),
  row('person_note', 'read without the right', 'EXISTS (SELECT 1 FROM person_note)', worker, without('contact.read')),
  // The manager's unit is the coordinator's; whoever gives people to others sees every unit, and anybody with cases themselves.
  once('caseloads', shown('koordinator', 'koordinator'), (asker) => givers(asker) || asker === 'manager', units),
  once('caseloads of another unit', shown('sagsbehandler', 'sagsbehandler'), (asker) => givers(asker) || asker === 'caseworker', units),
  once('caseloads, one’s own without cases to manage', shown('sagsbehandler', 'sagsbehandler'), givers, `${units}; ${without('case.manage')}`),
  once('caseloads without the overview', shown('koordinator', 'kollega'), givers, `${units}; ${without('case.overview')}`),
  once('caseloads without giving people', shown('koordinator', 'kollega'), (asker) => asker === 'manager' || asker === 'colleague', `${units}; ${without('assignment.manage')}`),
  once('caseloads of who has left', shown('koordinator', 'kollega'), () => false, `${units}; ${behind(`UPDATE app_user SET active = false WHERE id = ${user('kollega')}; DELETE FROM assignment WHERE user_id = ${user('kollega')}`)}`),
  once('caseloads of whose role has ended', shown('koordinator', 'kollega'), () => false, `${units}; ${behind(`UPDATE role_grant SET to_day = current_date - 1 WHERE user_id = ${user('kollega')}; DELETE FROM assignment WHERE user_id = ${user('kollega')}`)}`),
  once('caseloads of whose role has yet to begin', shown('koordinator', 'kollega'), () => false, `${units}; ${behind(`UPDATE role_grant SET from_day = current_date + 1 WHERE user_id = ${user('kollega')}; DELETE FROM assignment WHERE user_id = ${user('kollega')}`)}`),
]
