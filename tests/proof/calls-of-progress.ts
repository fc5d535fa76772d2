import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { lastingly, may, reaches } from './oracle'

const tries = (statement: string) => `proof.tried($s$${statement}$s$, NULL, NULL) = 'yes'`
const person = (key: string) => `'${target(key).id}'::uuid`
const user = (email: string) => `(SELECT u.id FROM proof.users u WHERE u.email LIKE '${email}@%')`
const row = (table: string, name: string, sql: string, declared: Call['declared'], first?: string): Call => ({ table, name: `${table}: ${name}`, sql, once: true, declared, ...(first ? { first } : {}) })
const worker: Call['declared'] = (asker) => asker === 'worker'
const measures: Call['declared'] = (asker) => (may(asker, 'progress.record') && reaches(asker, 'ordinary')) || asker === 'worker'
const without = (permission: string) => `DELETE FROM access.policy WHERE action = '${permission}'`

const measurement = (by: string, on = 'current_date', taken = 'NULL, NULL, NULL') => tries(`INSERT INTO progress_measurement (person_id, scale_code, measured_on, rated_by, recorded_by, taken_back_at, taken_back_by, taken_back_why) VALUES (${person('ordinary')}, 'challenge', ${on}, 'mentor', ${by}, ${taken})`)
const aim = (by: string) => tries(`INSERT INTO progress_aim (person_id, dimension_code, text, added_by) VALUES (${person('ordinary')}, 'challenge-social', 'x', ${by})`)
/** Everybody’s one measurement: written in this very transaction by the colleague, unless it is said otherwise. */
const written = (set = `recorded_at = transaction_timestamp(), recorded_by = ${user('kollega')}`) => `DELETE FROM progress_value; UPDATE progress_measurement SET ${set}; CREATE TABLE proof.measured AS SELECT id, person_id FROM progress_measurement; GRANT SELECT ON proof.measured TO PUBLIC`
const value = (of: string, about = 'ordinary') => tries(`INSERT INTO progress_value (measurement_id, person_id, dimension_code, rating) VALUES ((SELECT m.id FROM proof.measured m WHERE m.person_id = ${person(of)}), ${person(about)}, 'challenge-social', 3)`)
const ends = tries(`UPDATE progress_aim SET ended_on = current_date WHERE person_id = ${person('ordinary')}`)

const standing = 'CREATE TABLE proof.standing AS SELECT id, person_id FROM progress_measurement WHERE taken_back_at IS NULL; GRANT SELECT ON proof.standing TO PUBLIC'
const takes = "access.take_back_measurement((SELECT m.id FROM proof.standing m WHERE m.person_id = k.id LIMIT 1), 'mistake')"
const there = (rule: (asker: string, key: string) => boolean) => (asker: string, key: string) => target(key).past !== 'deleted' && rule(asker, key)
const anybodys = there((asker, key) => lastingly('contact.redact')(asker, key) && may(asker, 'progress.record'))
const nobody = () => false

const responsible = (email: string) => `DELETE FROM assignment WHERE user_id IN (SELECT u.id FROM app_user u WHERE u.unit_id IS NOT NULL); INSERT INTO assignment (person_id, user_id, reason, from_day) VALUES (${person('ordinary')}, ${user(email)}, 'case', current_date - 9)`
const counted = 'EXISTS (SELECT 1 FROM access.unit_progress())'

/** Questions about measurements: who signs them, for which day, with which values, and who takes one back. */
export const callsOfProgress: readonly Call[] = [
  row('progress_measurement', 'today', measurement('access.uid()'), measures),
  row('progress_measurement', 'tomorrow', measurement('access.uid()', 'current_date + 2'), worker),
  row('progress_measurement', 'in the name of a colleague', measurement(user('away')), worker),
  row('progress_measurement', 'taken back as it is written', measurement('access.uid()', 'current_date', "now(), access.uid(), 'mistake'"), worker),
  row('progress_measurement', 'without the right to write', measurement('access.uid()'), worker, without('progress.record')),
  row('progress_value', 'with its measurement', value('ordinary'), (asker) => asker === 'colleague' || asker === 'worker', written()),
  row('progress_value', 'later', value('ordinary'), worker, written(`recorded_at = transaction_timestamp() - interval '1 second', recorded_by = ${user('kollega')}`)),
  row('progress_value', 'to a colleague’s measurement', value('ordinary'), worker, written(`recorded_at = transaction_timestamp(), recorded_by = ${user('away')}`)),
  row('progress_value', 'about another than its measurement', value('second'), worker, written()),
  row('progress_value', 'without the right to write', value('ordinary'), worker, `${written()}; ${without('progress.record')}`),
  row('progress_aim', 'added', aim('access.uid()'), measures),
  row('progress_aim', 'in the name of a colleague', aim(user('away')), worker),
  row('progress_aim', 'without the right to write', aim('access.uid()'), worker, without('progress.record')),
  row('progress_aim', 'ended without the right to write', ends, worker, without('progress.record')),
  { name: 'take_back_measurement', sql: takes, first: standing, declared: anybodys },
  { name: 'take_back_measurement that one wrote', sql: takes, first: `${standing}; UPDATE progress_measurement SET recorded_by = ${user('sagsbehandler')}`, declared: there((asker, key) => anybodys(asker, key) || (asker === 'caseworker' && lastingly('progress.record')(asker, key))) },
  { name: 'take_back_measurement without the right to write', sql: takes, first: `${standing}; ${without('progress.record')}`, declared: nobody },
  { name: 'take_back_measurement once more', sql: takes, first: `${standing}; UPDATE progress_measurement SET taken_back_at = now(), taken_back_by = recorded_by, taken_back_why = 'mistake'`, declared: nobody },
  { name: 'unit_progress', sql: counted, once: true, first: responsible('koordinator'), declared: (asker) => asker === 'manager' },
  { name: 'unit_progress of another unit', sql: counted, once: true, first: responsible('sagsbehandler'), declared: nobody },
  // Of one: there is a figure, and what it is is kept back.
  { name: 'unit_progress of few', sql: 'EXISTS (SELECT 1 FROM access.unit_progress() f WHERE num_nonnulls(f.people, f.asked, f.improved, f.unchanged, f.worse, f.compared) > 0)', once: true, first: responsible('koordinator'), declared: nobody },
]
