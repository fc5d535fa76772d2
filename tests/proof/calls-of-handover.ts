import type { Call } from './calls'
import { oneCase } from './calls-of-management'
import { lastingly, may, reaches } from './oracle'
import { behind, carries, nobody, ofEach, once, partly, person, row, tries, user, without, worker } from './questions'

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

const could = (who: string) => `k.id = ANY (access.could_have(${user(who)}, ARRAY[k.id]))`
/** Said of whoever the asker reaches themselves. */
const asked = (theirs: (key: string) => boolean): Call['declared'] => (asker, key) => may(asker, 'case.manage') && reaches(asker, key) && theirs(key)
const receivers: readonly Call[] = [
  ofEach('could_have, of the programme and cleared', could('kollega'), asked((key) => lastingly('case.manage')('colleague', key))),
  ofEach('could_have, of the programme and not cleared', could('uncleared'), asked((key) => lastingly('case.manage')('uncleared', key))),
  ofEach('could_have, who has left', could('former'), () => false),
  ofEach('could_have, without a role for it', could('leder'), () => false),
  ofEach('could_have without the right', could('kollega'), () => false, without('case.manage')),
].map(partly)

const cover = (of: string, days: string, whose = 'ordinary') => behind(`INSERT INTO absence (id, user_id, from_day, to_day, created_by) VALUES ('019a0000-0000-7000-8000-00000000ab01', ${user('kollega')}, current_date - 9, current_date + 9, ${user('kollega')});
  INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, absence_id) VALUES (${person(whose)}, ${user(of)}, 'cover', ${days}, '019a0000-0000-7000-8000-00000000ab01')`)
const seen = `EXISTS (SELECT 1 FROM person WHERE id = ${person('ordinary')})`
const ordinarily: Call['declared'] = (asker) => (may(asker, 'person.read') && reaches(asker, 'ordinary')) || worker(asker)
const absence = "'019a0000-0000-7000-8000-00000000ab01'::uuid"
/** A cover is reached as any responsibility is: on its days, and on no other. */
const covers: readonly Call[] = [
  row('person', 'covered today', seen, (asker, key) => ordinarily(asker, key) || asker === 'caseworker', cover('sagsbehandler', 'current_date, current_date')),
  row('person', 'covered until yesterday', seen, ordinarily, cover('sagsbehandler', 'current_date - 9, current_date - 1')),
  row('person', 'covered from tomorrow', seen, ordinarily, cover('sagsbehandler', 'current_date + 1, current_date + 9')),
  row('absence', 'by whoever covers', `EXISTS (SELECT 1 FROM absence b WHERE b.id = ${absence})`, (asker) => may(asker, 'assignment.manage') || asker === 'caseworker' || worker(asker), cover('sagsbehandler', 'current_date, current_date')),
  row('absence', 'one’s own, without giving people', `EXISTS (SELECT 1 FROM absence b WHERE b.id = ${absence})`, (asker) => asker === 'colleague' || worker(asker), `${cover('away', 'current_date, current_date')}; ${without('assignment.manage')}`),
  row('absence', 'without the right to cases', `EXISTS (SELECT 1 FROM absence b WHERE b.id = ${absence})`, worker, `${cover('sagsbehandler', 'current_date, current_date')}; ${without('case.read')}`),
  row('assignment', 'as a cover, by hand', tries(`INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, absence_id) VALUES (${person('ordinary')}, ${user('away')}, 'cover', current_date, current_date, ${absence})`), worker, cover('away', 'current_date, current_date')),
  once('covers_of', `EXISTS (SELECT 1 FROM access.covers_of(${absence}) c WHERE c.user_id = ${user('sagsbehandler')})`, (asker) => may(asker, 'assignment.manage') || asker === 'caseworker', cover('sagsbehandler', 'current_date, current_date')),
  once('covers_of one’s own', `EXISTS (SELECT 1 FROM access.covers_of(${absence}) c)`, (asker) => asker === 'colleague', `${cover('away', 'current_date, current_date')}; ${without('assignment.manage')}`),
  once('covers_of without the right', `EXISTS (SELECT 1 FROM access.covers_of(${absence}) c)`, () => false, `${cover('sagsbehandler', 'current_date, current_date')}; ${without('case.read')}`),
  once('cover_candidates', `${user('kollega')} IN (SELECT c.id FROM access.cover_candidates(${user('koordinator')}) c)`, (asker) => may(asker, 'assignment.manage')),
  once('cover_candidates for oneself', `${user('kollega')} IN (SELECT c.id FROM access.cover_candidates(${user('koordinator')}) c)`, (asker) => asker === 'coordinator', without('assignment.manage')),
  once('cover_candidates without the right', `${user('kollega')} IN (SELECT c.id FROM access.cover_candidates(${user('koordinator')}) c)`, () => false, without('case.manage')),
  once('cover_candidates of another unit', `${user('sagsbehandler')} IN (SELECT c.id FROM access.cover_candidates(${user('koordinator')}) c)`, () => false),
  once('cover_candidates, oneself', `${user('koordinator')} IN (SELECT c.id FROM access.cover_candidates(${user('koordinator')}) c)`, () => false),
  ...([['who have left', `UPDATE app_user SET active = false WHERE id = ${user('kollega')}`], ['whose role has ended', `UPDATE role_grant SET to_day = current_date - 1 WHERE user_id = ${user('kollega')}`], ['whose role has yet to begin', `UPDATE role_grant SET from_day = current_date + 1 WHERE user_id = ${user('kollega')}`], ['of another role', `UPDATE role_grant SET role = 'MANAGER' WHERE user_id = ${user('kollega')}`]] as const)
    .map(([name, change]) => once(`cover_candidates ${name}`, `${user('kollega')} IN (SELECT c.id FROM access.cover_candidates(${user('koordinator')}) c)`, () => false, behind(change))),
]

const changes = (days: number) => `access.change_absence(${absence}, current_date + ${days}, 1) = 'done'`
const until = (day: string) => `(SELECT bool_and(a.to_day = ${day}) FROM assignment a WHERE a.absence_id = ${absence})`
/** Responsible for the one who is covered until `to`, which the cover goes no further than. */
const responsible = (to: string, whom = 'ordinary') => behind(`INSERT INTO assignment (person_id, user_id, reason, from_day, to_day) VALUES (${person(whom)}, ${user('kollega')}, 'responsible', '2025-01-01', ${to})`)
const whole = cover('away', 'current_date, current_date + 9')
const absent = (of: string, from: number, to: number) => behind(`INSERT INTO absence (user_id, from_day, to_day, created_by) VALUES (${user(of)}, current_date + ${from}, current_date + ${to}, ${user(of)})`)
/** What nobody changes an absence to: the day, and what stands in the way. */
const refused: readonly [string, number, string][] = [
  ['to end before yesterday', -3, whole], ['to end before it begins', 5, `${whole}; ${behind(`UPDATE absence SET from_day = current_date + 7 WHERE id = ${absence}`)}`], ['to last longer than a year', 400, whole],
  ['into another of theirs', 12, `${whole}; ${absent('kollega', 11, 20)}`], ['that was changed meanwhile', 5, `${whole}; ${behind(`UPDATE absence SET version = 2 WHERE id = ${absence}`)}`], ['that is over', 5, `${whole}; ${behind(`UPDATE absence SET to_day = current_date - 1 WHERE id = ${absence}`)}`],
]
const longer: readonly Call[] = [
  once('change_absence', changes(5), (asker) => givers(asker) || asker === 'colleague', whole, until('current_date + 5')),
  once('change_absence of one’s own', changes(5), (asker) => asker === 'colleague', `${whole}; ${without('assignment.manage')}`),
  once('change_absence of one’s own, without cases to manage', changes(5), nobody, `${whole}; ${without('assignment.manage')}; ${without('case.manage')}`),
  once('change_absence that there is none of', "access.change_absence('019a0000-0000-7000-8000-00000000ab99', current_date + 5, 1) = 'done'", nobody, whole),
  ...refused.map(([which, days, first]) => once(`change_absence ${which}`, changes(days), nobody, first)),
  once('change_absence, after another that is over', changes(5), givers, `${whole}; ${absent('kollega', -30, -20)}`),
  once('change_absence, and what is no part of it', changes(5), givers, `${whole}; ${responsible('current_date + 7')}`, `EXISTS (SELECT 1 FROM assignment a WHERE a.absence_id IS NULL AND a.user_id = ${user('kollega')} AND a.to_day = current_date + 7)`),
  once('change_absence, and who covers it longer', changes(12), givers, `${whole}; ${responsible('NULL')}`, until('current_date + 12')),
  once('change_absence, and who covers something else', changes(12), givers, `${whole}; ${responsible('NULL')}; ${behind(`INSERT INTO assignment (person_id, user_id, reason, from_day, to_day) VALUES (${person('ordinary')}, ${user('away')}, 'elsewhere', '2025-01-01', current_date + 9)`)}`, "(SELECT a.to_day = current_date + 9 FROM assignment a WHERE a.reason = 'elsewhere')"),
  once('change_absence, of a cover that ends before it', changes(12), givers, `${cover('away', 'current_date, current_date + 5')}; ${responsible('NULL')}`, until('current_date + 5')),
  once('change_absence, of who is responsible no longer than that', changes(12), givers, `${whole}; ${responsible('current_date + 5')}`, until('current_date + 9')),
  once('change_absence, when who covers is away themselves', changes(12), givers, `${whole}; ${responsible('NULL')}; ${absent('away', 10, 11)}`, until('current_date + 9')),
  once('change_absence, when who covers could not have them any more', changes(12), givers, `${cover('away', 'current_date, current_date + 9', 'shielded')}; ${responsible('NULL', 'shielded')}`, until('current_date + 9')),
]

const load = (condition: string) => `EXISTS (SELECT 1 FROM access.caseloads((SELECT n.unit_id FROM proof.units n WHERE n.id = ${user('koordinator')})) l WHERE l.user_id = ${user('koordinator')} AND ${condition})`
const overseers = (asker: string) => givers(asker) || asker === 'manager'
const now = (state: 'hold' | 'closed', until: string) => `INSERT INTO case_state (case_id, person_id, number, state, from_day, until_day, words, outcome, every_weeks, recorded_by) SELECT s.case_id, s.person_id, 2, '${state}', current_date - 9, ${until}, 'x', ${state === 'closed' ? "'goal', 4" : 'NULL, NULL'}, s.recorded_by FROM case_state s WHERE s.case_id = '01900000-0000-7000-8000-00000000c0de'`
const weight = (of: string) => `INSERT INTO case_weight (case_id, person_id, number, weight, recorded_by) SELECT s.case_id, s.person_id, 1, '${of}', s.recorded_by FROM case_state s WHERE s.case_id = '01900000-0000-7000-8000-00000000c0de' AND s.number = 1`
/** What counts in a load, of the one case there is: on its days, of whoever coordinates it, as what it is now. */
const loads: readonly Call[] = [
  ...([
    ['as it is', 'l.ordinary = 1 AND l.light + l.heavy + l.held + l.aftercare = 0', ''],
    ['on hold', 'l.held = 1 AND l.ordinary = 0', now('hold', 'current_date + 9')], ['light and on hold', 'l.held = 1 AND l.light = 0', `${now('hold', 'current_date + 9')}; ${weight('light')}`], ['heavy and on hold', 'l.held = 1 AND l.heavy = 0', `${now('hold', 'current_date + 9')}; ${weight('heavy')}`],
    ['aftercare', 'l.aftercare = 1', now('closed', 'current_date')], ['aftercare that is over', 'l.aftercare = 0', now('closed', 'current_date - 1')],
    ['worked on beside another', 'l.ordinary = 0', "UPDATE assignment SET case_role = 'professional' WHERE case_id IS NOT NULL"], ['from tomorrow', 'l.ordinary = 0', 'UPDATE assignment SET from_day = current_date + 1 WHERE case_id IS NOT NULL'],
  ] as const).map(([which, condition, first]) => once(`caseloads, a case ${which}`, load(condition), overseers, `${units}; ${oneCase('koordinator')}${first && `; ${behind(first)}`}`)),
  once('caseloads of who has left and still has a case', shown('koordinator', 'kollega'), (asker) => overseers(asker) && asker !== 'colleague', `${units}; ${oneCase('kollega')}; ${behind(`UPDATE app_user SET active = false WHERE id = ${user('kollega')}`)}`),
].map(partly)

/** How much cases weigh, how many each colleague has, the sticky note, and who covers. */
export const callsOfHandover: readonly Call[] = [
  ...receivers, ...covers, ...longer, ...loads,
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
