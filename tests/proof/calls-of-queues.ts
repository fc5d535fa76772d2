import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { cleared } from './oracle'
import { behind, known, nobody, ofEach, once, partly, person, row, tries, user, without, worker } from './questions'

/** Cases nobody has, whom one opened last, and views of lists. */
const unit = (of: string) => `(SELECT unit_id FROM app_user WHERE id = ${user(of)})`
/** Somebody’s family, whom they do not meet in their work. */
const family = (key: string) => !key.startsWith('emergency') && target(key).reachedBy.includes('uncleared') && !target(key).reachedBy.includes('coordinator')
/** Also about people of whom nothing else is seen; not one’s own family, nor a shielded person, nor a record that is no longer used. */
const open = (asker: string, key: string) => target(key).past !== 'merged' && !(asker === 'coordinator' && family(key)) && (target(key).protection !== 'P3' || cleared(asker, 'SHIELDED'))
const ofUnit = (asker: string) => ['coordinator', 'colleague'].includes(asker)
const here = `UPDATE case_file SET unit_id = ${unit('koordinator')}; ${known('cases', 'SELECT id, person_id FROM case_file')}`
const waits = 'EXISTS (SELECT 1 FROM access.unclaimed_cases() o WHERE o.person_id = k.id)'
const takes = "access.claim_case((SELECT c.id FROM proof.cases c WHERE c.person_id = k.id LIMIT 1)) ->> 'said' = 'done'"
const had = (more: string, role = 'coordinator') => `${here}; INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, case_id, case_role) SELECT person_id, ${user('away')}, 'case', ${more}, id, '${role}' FROM case_file`
const closed = `${here}; ${behind(`INSERT INTO case_state (case_id, person_id, number, state, from_day, outcome, recorded_by) SELECT id, person_id, 9, 'closed', access.today(), 'goal', ${user('away')} FROM case_file`)}`
const shielded = `${here}; INSERT INTO clearance (user_id, kind, from_day) VALUES (${user('koordinator')}, 'SHIELDED', '2024-01-01')`
const both = (name: string, declared: Call['declared'], first: string): Call[] => [ofEach(`unclaimed_cases${name}`, waits, declared, first), ofEach(`claim_case${name}`, takes, declared, first)]
const free: Call['declared'] = (asker, key) => ofUnit(asker) && open(asker, key)
const theirs: Call['declared'] = (asker, key) => asker === 'caseworker' && open(asker, key)
const cases: readonly Call[] = [
  ...both('', free, here),
  ...both(' without the right', nobody, `${here}; ${without('case.receive')}`),
  ...both(' of another unit', theirs, `UPDATE case_file SET unit_id = ${unit('sagsbehandler')}; ${known('cases', 'SELECT id, person_id FROM case_file')}`),
  ...both(' of somebody shielded, cleared for it', (asker, key) => free(asker, key) || (asker === 'coordinator' && key === 'shielded'), shielded),
  ...both(' that are closed', nobody, closed),
  ...both(' of the dead', nobody, `${here}; ${behind("UPDATE person SET died_on = '2026-01-01'")}`),
  ...both(' that a colleague has', nobody, had("'2025-01-01', NULL")),
  ...both(' that a colleague has through today', nobody, had("'2025-01-01', access.today()")),
  ...both(' that a colleague had', free, had("'2025-01-01', access.today() - 1")),
  ...both(' that a colleague helps with', free, had("'2025-01-01', NULL", 'professional')),
  ...both(' of a colleague who has left', free, `${had("'2025-01-01', NULL")}; ${behind(`UPDATE app_user SET active = false WHERE id = ${user('away')}`)}`),
  ofEach('claim_case that somebody took today', takes.replace('done', 'taken'), free, had('access.today(), NULL')),
  ofEach('claim_case that somebody took today, without the right', takes.replace('done', 'taken'), nobody, `${had('access.today(), NULL')}; ${without('case.receive')}`),
  // Who has left was not first: the one who has it still has had it for long.
  ofEach('claim_case that somebody took today who has left since', takes.replace('done', 'taken'), nobody,
    `${had("'2025-01-01', access.today()")}; INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) SELECT person_id, ${user('leder')}, 'case', access.today(), id, 'coordinator' FROM case_file; ${behind(`UPDATE app_user SET active = false WHERE id = ${user('leder')}`)}`),
  ofEach('claim_case that somebody has had longer', takes.replace('done', 'taken'), nobody, had("access.today() - 1, NULL")),
  ofEach('claim_case that somebody helps with since today', takes.replace('done', 'taken'), nobody, had('access.today(), NULL', 'professional')),
].map(partly)
const taken = `access.claim_case((SELECT c.id FROM proof.cases c WHERE c.person_id = ${person('ordinary')})) ->> 'said' = 'done'`
const standing = (who: string, role: string, how: string) => `(SELECT ${how} FROM assignment a WHERE a.person_id = ${person('ordinary')} AND a.case_id IS NOT NULL AND a.user_id = ${user(who)} AND a.case_role = '${role}')`
const afterwards: Call = partly(once('claim_case, and what the others had', taken, (asker) => asker === 'coordinator',
  `${had("'2025-01-01', NULL")}; ${behind(`UPDATE app_user SET active = false WHERE id = ${user('away')}; UPDATE app_user SET unit_id = NULL WHERE id = ${user('kollega')}`)}; INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) SELECT person_id, ${user('kollega')}, 'case', '2025-01-01', id, 'professional' FROM case_file;
   INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) SELECT person_id, ${user('koordinator')}, 'case', '2025-01-01', id, 'professional' FROM case_file; INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, case_id, case_role) SELECT person_id, ${user('leder')}, 'case', '2024-01-01', '2024-06-01', id, 'coordinator' FROM case_file`,
  `${standing('away', 'coordinator', 'a.to_day = access.today() - 1')} AND ${standing('kollega', 'professional', 'a.to_day IS NULL')} AND ${standing('koordinator', 'professional', 'a.to_day = access.today() - 1')} AND ${standing('koordinator', 'coordinator', 'a.to_day IS NULL AND a.from_day = access.today()')} AND ${standing('leder', 'coordinator', "a.to_day = '2024-06-01'")}
   AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.case_id IS NOT NULL AND a.person_id <> ${person('ordinary')} AND a.user_id = ${user('away')} AND a.to_day IS NOT NULL)`))

const looked = (kind: string, at = 'now()') => `${behind('DELETE FROM audit_subject; DELETE FROM audit_event')}; INSERT INTO audit_event (kind, action, actor_user_id, person_id, at) VALUES ('${kind}', 'person.viewed', ${user('koordinator')}, ${person('ordinary')}, ${at}), ('${kind}', 'x', ${user('koordinator')}, NULL, ${at})`
const opened = `EXISTS (SELECT 1 FROM access.recently_opened() r WHERE r.person_id = ${person('ordinary')})`
const recent: readonly Call[] = [
  once('recently_opened', opened, (asker) => asker === 'coordinator', looked('VIEW')),
  once('recently_opened is of somebody', 'EXISTS (SELECT 1 FROM access.recently_opened() r WHERE r.person_id IS NULL)', nobody, looked('VIEW')),
  once('recently_opened without the right', opened, nobody, `${looked('VIEW')}; ${without('person.read')}`),
  once('recently_opened that was a list', opened, nobody, looked('LIST')),
  once('recently_opened long ago', opened, nobody, looked('VIEW', "now() - interval '15 days'")),
]

const view = (owner: string, of: string, gone = 'NULL') => `DELETE FROM case_view; INSERT INTO case_view (owner_id, unit_id, name, search, deleted_at) VALUES (${user(owner)}, ${of}, 'x', 'queue=mine', ${gone})`
const none = 'DELETE FROM case_view'
const [read, named, removed] = ['EXISTS (SELECT 1 FROM case_view)', tries("UPDATE case_view SET name = 'y'"), tries('DELETE FROM case_view')]
const made = (owner: string, of: string) => tries(`INSERT INTO case_view (owner_id, unit_id, name, search) VALUES (${user(owner)}, ${of}, 'x', 'queue=mine')`)
const [mine, theirUnit] = [unit('koordinator'), unit('sagsbehandler')]
const either = (...askers: string[]) => (asker: string) => askers.includes(asker) || worker(asker)
const views: readonly Call[] = [
  row('case_view', 'one’s own', read, either('coordinator'), view('koordinator', 'NULL')),
  row('case_view', 'one’s own, without the right', read, worker, `${view('koordinator', 'NULL')}; ${without('case.read')}`),
  row('case_view', 'shared with the unit', read, either('coordinator', 'colleague'), view('away', mine)),
  row('case_view', 'shared with another unit', read, either('caseworker'), view('away', theirUnit)),
  row('case_view', 'shared and taken away', read, worker, view('away', mine, 'now()')),
  row('case_view', 'one’s own, taken away', read, either('coordinator'), view('koordinator', mine, 'now()')),
  row('case_view', 'made', made('koordinator', 'NULL'), either('coordinator'), none),
  row('case_view', 'made for the unit', made('koordinator', mine), either('coordinator'), none),
  row('case_view', 'made for another unit', made('koordinator', theirUnit), worker, none),
  row('case_view', 'made without the right', made('koordinator', 'NULL'), worker, `${none}; ${without('case.read')}`),
  row('case_view', 'renamed', named, either('coordinator'), view('koordinator', mine)),
  row('case_view', 'renamed without the right', named, worker, `${view('koordinator', 'NULL')}; ${without('case.read')}`),
  row('case_view', 'a colleague’s, renamed', named, worker, view('away', mine)),
  row('case_view', 'shared from now on', tries(`UPDATE case_view SET unit_id = ${mine}`), either('coordinator'), view('koordinator', 'NULL')),
  row('case_view', 'shared with another unit from now on', tries(`UPDATE case_view SET unit_id = ${theirUnit}`), worker, view('koordinator', 'NULL')),
  row('case_view', 'given to a colleague', tries(`UPDATE case_view SET owner_id = ${user('kollega')}`), worker, view('koordinator', mine)),
  row('case_view', 'deleted', removed, either('coordinator'), view('koordinator', mine)),
  row('case_view', 'deleted without the right', removed, worker, `${view('koordinator', 'NULL')}; ${without('case.read')}`),
  row('case_view', 'a colleague’s, deleted', removed, worker, view('away', mine)),
]

export const callsOfQueues: readonly Call[] = [...cases, afterwards, ...recent, ...views]
