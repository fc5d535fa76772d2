import type { Call } from './calls'
import { carries, known, nobody, once, partly, person, row, tries, user, without, worker } from './questions'

const manages: Call['declared'] = (asker) => carries('case.manage')(asker) || worker(asker)

const off = tries(`DELETE FROM meeting_item WHERE person_id = ${person('ordinary')}`)
const undecided = 'DELETE FROM meeting_minute'
const cancelled = "UPDATE meeting SET cancelled_at = now(), cancelled_by = created_by, cancelled_why = 'few'"
const held = 'UPDATE meeting SET held_at = now(), held_by = created_by'
/** The item that is there makes room for a new one like it. */
const free = `CREATE TABLE proof.marked AS SELECT meeting_id, case_id FROM meeting_item WHERE person_id = ${person('ordinary')}; GRANT SELECT ON proof.marked TO PUBLIC; DELETE FROM meeting_item`
const on = tries(`INSERT INTO meeting_item (meeting_id, case_id, person_id, words, marked_by) SELECT meeting_id, case_id, ${person('ordinary')}, 'x', access.uid() FROM proof.marked`)

const changes = tries("UPDATE meeting SET place = 'x'")

const called = known('called', 'SELECT id FROM meeting')
const elsewhere = "INSERT INTO unit (code, name_da, name_en) VALUES ('elsewhere', 'Et andet sted', 'Elsewhere'); UPDATE meeting SET unit_id = (SELECT id FROM unit WHERE code = 'elsewhere')"
const ofTheUnit = (asker: string) => ['coordinator', 'colleague'].includes(asker)
const again = 'EXISTS (SELECT 1 FROM proof.called c WHERE access.call_again(c.id))'
const cancels = "EXISTS (SELECT 1 FROM proof.called c CROSS JOIN LATERAL access.cancel_meeting(c.id, 'few', current_date + 14, current_date + 14) x WHERE x.cancelled)"
const left = `INSERT INTO meeting_participant (meeting_id, user_id) SELECT id, ${user('away')} FROM meeting; UPDATE app_user SET active = false WHERE id = ${user('away')}`
const functions: readonly Call[] = [
  once('call_again', again, ofTheUnit, `${called}; ${cancelled}`),
  once('call_again without the right', again, nobody, `${called}; ${cancelled}; ${without('meeting.manage')}`),
  once('call_again by another unit', again, nobody, `${called}; ${cancelled}; ${elsewhere}`),
  once('cancel_meeting, and who is asked to the next', cancels, ofTheUnit, `${called}; ${undecided}; UPDATE meeting SET repeats = 'fortnight'; ${left}`, `NOT EXISTS (SELECT 1 FROM meeting_participant p JOIN meeting m ON m.id = p.meeting_id AND m.follows_id IS NOT NULL WHERE p.user_id = ${user('away')})`),
  once('case_meetings without the right', `EXISTS (SELECT 1 FROM access.case_meetings(${person('ordinary')}))`, nobody, without('case.read')),
]

/** Questions about agendas: who puts a case on and takes it off, and until when. */
export const callsOfMeetings: readonly Call[] = [
  ...functions.map(partly),
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
