import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { may, reaches } from './oracle'

const tries = (statement: string) => `proof.tried($s$${statement}$s$, NULL, NULL) = 'yes'`
const person = (key: string) => `'${target(key).id}'::uuid`
const row = (table: string, name: string, sql: string, declared: Call['declared'], first?: string): Call => ({ table, name: `${table}: ${name}`, sql, once: true, declared, ...(first ? { first } : {}) })
const worker: Call['declared'] = (asker) => asker === 'worker'
const manages: Call['declared'] = (asker) => (may(asker, 'case.manage') && reaches(asker, 'ordinary')) || asker === 'worker'
const without = (permission: string) => `DELETE FROM access.policy WHERE action = '${permission}'`

const off = tries(`DELETE FROM meeting_item WHERE person_id = ${person('ordinary')}`)
const undecided = 'DELETE FROM meeting_minute'
const cancelled = "UPDATE meeting SET cancelled_at = now(), cancelled_by = created_by, cancelled_why = 'few'"
const held = 'UPDATE meeting SET held_at = now(), held_by = created_by'
/** The item that is there makes room for a new one like it. */
const free = `CREATE TABLE proof.marked AS SELECT meeting_id, case_id FROM meeting_item WHERE person_id = ${person('ordinary')}; GRANT SELECT ON proof.marked TO PUBLIC; DELETE FROM meeting_item`
const on = tries(`INSERT INTO meeting_item (meeting_id, case_id, person_id, words, marked_by) SELECT meeting_id, case_id, ${person('ordinary')}, 'x', access.uid() FROM proof.marked`)

const changes = tries("UPDATE meeting SET place = 'x'")

/** Questions about agendas: who puts a case on and takes it off, and until when. */
export const callsOfMeetings: readonly Call[] = [
  row('meeting', 'changed', changes, (asker) => ['coordinator', 'colleague', 'worker'].includes(asker)),
  row('meeting', 'changed without the right', changes, worker, without('meeting.manage')),
  row('meeting', 'changed once it was held', changes, worker, held),
  row('meeting', 'changed once it was cancelled', changes, worker, cancelled),
  row('meeting_item', 'put on once the meeting was cancelled', on, worker, `${free}; ${cancelled}`),
  row('meeting_item', 'taken off', off, manages, undecided),
  row('meeting_item', 'taken off without the right', off, worker, `${undecided}; ${without('case.manage')}`),
  row('meeting_item', 'taken off once something was decided', off, worker),
  row('meeting_item', 'taken off once the meeting was held', off, worker, `${undecided}; ${held}`),
  row('meeting_item', 'put on without the right', on, worker, `${free}; ${without('case.manage')}`),
]
