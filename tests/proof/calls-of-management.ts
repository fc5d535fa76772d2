import type { Call } from './calls'
import { behind, nobody, once, person, user } from './questions'

const unit = (of: string) => `(SELECT unit_id FROM app_user WHERE id = ${user(of)})`
const manager: Call['declared'] = (asker) => asker === 'manager'
/** One open case, of this colleague and of their unit; every other is of no unit anybody of these has. */
export const oneCase = (of: string) => `INSERT INTO unit (code, name_da, name_en) VALUES ('elsewhere', 'Et andet sted', 'Elsewhere'); UPDATE case_file SET unit_id = (SELECT id FROM unit WHERE code = 'elsewhere'); UPDATE assignment SET case_id = NULL, case_role = NULL;
  INSERT INTO case_file (id, person_id, kind, unit_id, opened_on, opened_by) VALUES ('01900000-0000-7000-8000-00000000c0de', ${person('ordinary')}, 'other', ${unit(of)}, current_date, ${user(of)});
  INSERT INTO case_state (case_id, person_id, number, state, from_day, recorded_by) VALUES ('01900000-0000-7000-8000-00000000c0de', ${person('ordinary')}, 1, 'open', current_date, ${user(of)});
  INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) VALUES (${person('ordinary')}, ${user(of)}, 'case', current_date, '01900000-0000-7000-8000-00000000c0de', 'coordinator')`
const ofNobody = `UPDATE app_user SET unit_id = NULL WHERE id = ${user('leder')}; UPDATE task SET unit_id = NULL`
const due = (of: string) => `UPDATE task SET owner_id = ${user(of)}, unit_id = NULL, due_on = current_date WHERE state = 'open'`

const figures: readonly { name: string; asked: string; first: (of: string) => string; of: string }[] = [
  { name: 'unit_caseload', asked: 'EXISTS (SELECT 1 FROM access.unit_caseload() f WHERE f.ordinary > 0)', first: oneCase, of: 'koordinator' },
  { name: 'unit_contacts', asked: 'EXISTS (SELECT 1 FROM access.unit_contacts())', first: oneCase, of: 'koordinator' },
  { name: 'unit_flow', asked: 'EXISTS (SELECT 1 FROM access.unit_flow(current_date, current_date))', first: oneCase, of: 'koordinator' },
  { name: 'unit_deadlines', asked: 'EXISTS (SELECT 1 FROM access.unit_deadlines(current_date, current_date))', first: due, of: 'koordinator' },
  { name: 'case_holders', asked: "EXISTS (SELECT 1 FROM access.case_holders(ARRAY['01900000-0000-7000-8000-00000000c0de'::uuid]))", first: oneCase, of: 'koordinator' },
]

const holder = (which = "ARRAY['01900000-0000-7000-8000-00000000c0de'::uuid]") => `EXISTS (SELECT 1 FROM access.case_holders(${which}))`
/** Who has the case is told of that case, of whoever coordinates it, on the days they do. */
const holders: readonly Call[] = [
  once('case_holders of cases nobody asked for', holder("'{}'::uuid[]"), nobody, oneCase('koordinator')),
  ...([['who only works on it', "case_role = 'professional'", nobody], ['from tomorrow', 'from_day = current_date + 1', nobody], ['until yesterday', "from_day = '2020-01-01', to_day = current_date - 1", nobody], ['until today', 'to_day = current_date', manager]] as const)
    .map(([which, change, declared]) => once(`case_holders, ${which}`, holder(), (asker) => declared(asker, ''), `${oneCase('koordinator')}; ${behind(`UPDATE assignment SET ${change} WHERE case_id IS NOT NULL`)}`)),
]

/** Who is told a unit's figures, and what is not told of one case. */
export const callsOfManagement: readonly Call[] = [
  ...figures.flatMap(({ name, asked, first, of }): Call[] => [
    { name, sql: asked, once: true, first: first(of), declared: manager },
    { name: `${name} of a manager without a unit`, sql: asked, once: true, first: `${first(of)}; ${ofNobody}`, declared: nobody },
    // That there are months is no figure of anybody's.
    ...(name === 'unit_flow' ? [] : [once(`${name} of another unit`, asked, nobody, first('sagsbehandler'))]),
  ]),
  ...holders,
  { name: 'unit_contacts of one', sql: "EXISTS (SELECT 1 FROM access.unit_contacts() f WHERE f.split <> 'all' OR f.level > 0)", once: true, first: oneCase('koordinator'), declared: nobody },
  { name: 'unit_flow of one', sql: "EXISTS (SELECT 1 FROM access.unit_flow(current_date, current_date) f WHERE f.what = 'opened' AND f.cases IS NOT NULL)", once: true, first: oneCase('koordinator'), declared: nobody },
  { name: 'unit_flow of none', sql: "EXISTS (SELECT 1 FROM access.unit_flow(current_date, current_date) f WHERE f.what = 'reopened' AND f.cases = 0 AND f.month IS NULL)", once: true, first: oneCase('koordinator'), declared: manager },
  { name: 'unit_flow before there was anything', sql: "EXISTS (SELECT 1 FROM access.unit_flow(current_date + 400, current_date + 500))", once: true, first: oneCase('koordinator'), declared: nobody },
  { name: 'unit_flow of very long', sql: "EXISTS (SELECT 1 FROM access.unit_flow(current_date - 4000, current_date))", once: true, first: oneCase('koordinator'), declared: nobody },
]
