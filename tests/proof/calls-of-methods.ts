import type { Call } from './calls'
import { may } from './oracle'
import { carries, person, row, tries, user, without, worker } from './questions'

const moves = (more = '') => `CREATE TABLE proof.moves AS SELECT case_id, person_id, version_id FROM case_move WHERE number = 1; GRANT SELECT ON proof.moves TO PUBLIC${more && `; ${more}`}`
/** The planted cases are through their method: a look back can still be noted. */
const looks = (by: string, { on = 'current_date', of = 'ordinary', about = 'ordinary' } = {}) =>
  tries(`INSERT INTO case_move (case_id, person_id, number, kind, version_id, on_day, recorded_by) VALUES ((SELECT m.case_id FROM proof.moves m WHERE m.person_id = ${person(of)}), ${person(about)}, 3, 'looked', (SELECT m.version_id FROM proof.moves m LIMIT 1), ${on}, ${by})`)
const describes = (by: string) => tries(`INSERT INTO method_version (method_id, number, name_da, name_en, lead_da, lead_en, steps, created_by) VALUES ((SELECT m.id FROM method m LIMIT 1), 999, 'x', 'x', '', '', '[{}]', ${by})`)
const manages: Call['declared'] = (asker) => carries('case.manage')(asker) || worker(asker)

const scales = (set: string) => `UPDATE progress_scale SET ${set} WHERE code = 'challenge'`
const scale = (by: string, retired = 'NULL') => tries(`INSERT INTO progress_scale (code, name_da, name_en, about_da, about_en, lowest, highest, better, noise, anchors, position, created_by, retired_on) VALUES ('x-scale', 'x', 'x', 'x', 'x', 1, 5, 'higher', 1, '[]', 99, ${by}, ${retired})`)
const area = (retired = 'NULL') => tries(`INSERT INTO progress_dimension (code, scale_code, name_da, name_en, position, retired_on) VALUES ('x-area', 'challenge', 'x', 'x', 99, ${retired})`)
const describesMethods: Call['declared'] = (asker) => may(asker, 'method.manage') || worker(asker)
const coordinators: Call['declared'] = (asker) => asker === 'colleague' || worker(asker)
/** Made in this very transaction by the colleague. */
const fresh = scales(`created_at = transaction_timestamp(), created_by = ${user('kollega')}`)

/** What happens in the method of a case, and who describes methods. */
export const callsOfMethods: readonly Call[] = [
  row('case_move', 'today', looks('access.uid()'), manages, moves()),
  row('case_move', 'tomorrow', looks('access.uid()', { on: '(current_date + 2)' }), worker, moves()),
  row('case_move', 'in the name of a colleague', looks(user('away')), worker, moves()),
  row('case_move', 'about another than its case', looks('access.uid()', { about: 'second' }), worker, moves()),
  row('case_move', 'without the right', looks('access.uid()'), worker, moves(without('case.manage'))),
  row('method_version', 'in one’s own name', describes('access.uid()'), (asker) => may(asker, 'method.manage') || worker(asker)),
  row('method_version', 'in the name of a colleague', describes(user('away')), worker),
  row('progress_scale', 'in one’s own name', scale('access.uid()'), describesMethods),
  row('progress_scale', 'in the name of a colleague', scale(user('away')), worker),
  row('progress_scale', 'retired as it is written', scale('access.uid()', 'current_date'), worker),
  row('progress_scale', 'without the right', scale('access.uid()'), worker, without('method.manage')),
  row('progress_scale', 'retired', tries("UPDATE progress_scale SET retired_on = current_date WHERE code = 'challenge'"), describesMethods),
  row('progress_scale', 'changed', tries("UPDATE progress_scale SET noise = 1 WHERE code = 'challenge'"), worker),
  row('progress_dimension', 'with its scale', area(), coordinators, fresh),
  row('progress_dimension', 'retired as it is written', area('current_date'), worker, fresh),
  row('progress_dimension', 'later', area(), worker, scales(`created_at = transaction_timestamp() - interval '1 second', created_by = ${user('kollega')}`)),
  row('progress_dimension', 'of another scale than the one just made', area(), worker, fresh.replace("'challenge'", "'change'")),
  row('progress_dimension', 'to a colleague’s scale', area(), worker, scales(`created_at = transaction_timestamp(), created_by = ${user('away')}`)),
  row('progress_dimension', 'without the right', area(), worker, `${fresh}; ${without('method.manage')}`),
]
