import type { Call } from './calls'
import { may } from './oracle'
import { carries, person, row, tries, user, without, worker } from './questions'

const moves = (more = '') => `CREATE TABLE proof.moves AS SELECT case_id, person_id, version_id FROM case_move WHERE number = 1; GRANT SELECT ON proof.moves TO PUBLIC${more && `; ${more}`}`
/** The planted cases are through their method: a look back can still be noted. */
const looks = (by: string, { on = 'current_date', of = 'ordinary', about = 'ordinary' } = {}) =>
  tries(`INSERT INTO case_move (case_id, person_id, number, kind, version_id, on_day, recorded_by) VALUES ((SELECT m.case_id FROM proof.moves m WHERE m.person_id = ${person(of)}), ${person(about)}, 3, 'looked', (SELECT m.version_id FROM proof.moves m LIMIT 1), ${on}, ${by})`)
const describes = (by: string) => tries(`INSERT INTO method_version (method_id, number, name_da, name_en, lead_da, lead_en, steps, created_by) VALUES ((SELECT m.id FROM method m LIMIT 1), 999, 'x', 'x', '', '', '[{}]', ${by})`)
const manages: Call['declared'] = (asker) => carries('case.manage')(asker) || worker(asker)

/** What happens in the method of a case, and who describes methods. */
export const callsOfMethods: readonly Call[] = [
  row('case_move', 'today', looks('access.uid()'), manages, moves()),
  row('case_move', 'tomorrow', looks('access.uid()', { on: '(current_date + 2)' }), worker, moves()),
  row('case_move', 'in the name of a colleague', looks(user('away')), worker, moves()),
  row('case_move', 'about another than its case', looks('access.uid()', { about: 'second' }), worker, moves()),
  row('case_move', 'without the right', looks('access.uid()'), worker, moves(without('case.manage'))),
  row('method_version', 'in one’s own name', describes('access.uid()'), (asker) => may(asker, 'method.manage') || worker(asker)),
  row('method_version', 'in the name of a colleague', describes(user('away')), worker),
]
