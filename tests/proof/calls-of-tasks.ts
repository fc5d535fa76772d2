import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { lastingly, may, reaches } from './oracle'
import { behind, row, tries, user, worker } from './questions'

const there = (rule: (asker: string, key: string) => boolean) => (asker: string, key: string) => target(key).past !== 'deleted' && rule(asker, key)
/** All planted tasks are the caseworker's. */
const given = `UPDATE task SET owner_id = ${user('sagsbehandler')} WHERE source = 'hand'; CREATE TABLE proof.todo AS SELECT id, person_id FROM task WHERE person_id IN (SELECT person_id FROM proof.known) ORDER BY created_at DESC; GRANT SELECT ON proof.todo TO PUBLIC`
const one = '(SELECT t.id FROM proof.todo t WHERE t.person_id = k.id LIMIT 1)'
const theirs = there((asker) => asker === 'caseworker')
/** What becomes somebody's is lasting: by the one who gives, reached; by the one who gets it, for more than some hours. */
const taken = there(lastingly('task.record'))

const unit = (of: string) => `(SELECT unit_id FROM app_user WHERE id = ${user(of)})`
/** The only one there is, about nobody: what is typed for oneself, and what the unit is to do. */
const alone = (owner: string, of: string) => behind(`INSERT INTO task SELECT (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'person_id', NULL, 'owner_id', ${owner}, 'unit_id', ${of}))).* FROM task t LIMIT 1; DELETE FROM task WHERE person_id IS NOT NULL; DELETE FROM task_event`)
const own = alone(user('koordinator'), 'NULL')
const theirUnit = alone('NULL', unit('koordinator'))
const either = (...askers: string[]) => (asker: string) => askers.includes(asker) || worker(asker)
const read = 'EXISTS (SELECT 1 FROM task)'
const changed = tries("UPDATE task SET due_on = current_date WHERE person_id IS NULL")
const aboutNobody: readonly Call[] = [
  row('task', 'about nobody, one’s own', read, either('coordinator'), own),
  row('task', 'about nobody, one’s own, changed', changed, either('coordinator'), own),
  row('task', 'about nobody, of the unit', read, either('coordinator', 'colleague'), theirUnit),
  row('task', 'about nobody, of the unit, changed', changed, either('coordinator', 'colleague'), theirUnit),
  // Without WHERE nothing is read, and the policy of changes stands alone.
  row('task', 'about nobody, given to another unit', tries(`UPDATE task SET owner_id = NULL, unit_id = ${unit('sagsbehandler')}`), worker, own),
]

/** The functions behind tasks: who can be given one, what one has about people one no longer reaches, and how many the unit has. */
export const callsOfTasks: readonly Call[] = [
  ...aboutNobody,
  { name: 'may_take_task oneself', sql: 'access.may_take_task(access.uid(), k.id)', declared: taken },
  // A record that was merged away gets no new task, whoever it is for.
  { name: 'may_take_task, a colleague', sql: `access.may_take_task(${user('kollega')}, k.id)`, declared: there((asker, key) => (asker === 'colleague' ? taken(asker, key) : may(asker, 'task.record') && reaches(asker, key) && taken('colleague', key) && target(key).past !== 'merged')) },
  { name: 'may_take_task, who may write none', sql: `access.may_take_task(${user('leder')}, k.id)`, declared: () => false },
  { name: 'may_take_task, who has left', sql: `access.may_take_task(${user('former')}, k.id)`, declared: () => false },
  { name: 'tasks_out_of_reach', sql: `${one} IN (SELECT o.id FROM access.tasks_out_of_reach() o)`, first: given, declared: there((asker, key) => asker === 'caseworker' && !reaches(asker, key)) },
  { name: 'tasks_out_of_reach that are done', sql: `${one} IN (SELECT o.id FROM access.tasks_out_of_reach() o)`, first: `${given}; UPDATE task SET state = 'done' WHERE source = 'hand' AND state = 'open'`, declared: () => false },
  { name: 'let_task_go', sql: `access.let_task_go(${one})`, first: given, declared: theirs },
  { name: 'let_task_go that is done', sql: `access.let_task_go(${one})`, first: `${given}; UPDATE task SET state = 'done' WHERE source = 'hand' AND state = 'open'`, declared: () => false },
  { name: 'unit_tasks', sql: 'EXISTS (SELECT 1 FROM access.unit_tasks() u WHERE u.user_id IS NOT NULL)', once: true, first: `UPDATE task SET owner_id = ${user('koordinator')} WHERE source = 'hand'`, declared: (asker) => asker === 'manager' },
  { name: 'unit_tasks of another unit', sql: `EXISTS (SELECT 1 FROM access.unit_tasks() u WHERE u.user_id = ${user('sagsbehandler')})`, once: true, first: given, declared: () => false },
]
