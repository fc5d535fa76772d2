import type { Call } from './calls'
import { may } from './oracle'
import { carries, nobody, person, row, tries, user, without, worker } from './questions'

/** Who signs records of oversight and of files, and what they may be made to say: rows as they stand do not tell. */
const id = "'019a0000-0000-7000-8000-0000000d0101'::uuid"
const either = (...askers: string[]) => (asker: string) => askers.includes(asker)

const run = (state: string, approved = 'NULL') => `UPDATE retention_run SET state = 'CANCELLED' WHERE state IN ('PROPOSED', 'APPROVED'); INSERT INTO retention_run (id, state, as_of, proposed_by, approved_by) VALUES (${id}, '${state}', current_date, ${user('former')}, ${approved})`
const settles = (set: string) => tries(`UPDATE retention_run SET ${set} WHERE id = ${id}`)
const runs: readonly Call[] = [
  row('retention_run', 'approved', settles("state = 'APPROVED', approved_by = access.uid(), approved_at = now()"), either('manager'), run('PROPOSED')),
  row('retention_run', 'approved in the name of a colleague', settles(`state = 'APPROVED', approved_by = ${user('away')}, approved_at = now()`), nobody, run('PROPOSED')),
  row('retention_run', 'cancelled', settles("state = 'CANCELLED', cancelled_by = access.uid()"), either('manager', 'officer'), run('PROPOSED')),
  row('retention_run', 'cancelled in the name of a colleague', settles(`state = 'CANCELLED', cancelled_by = ${user('away')}`), nobody, run('PROPOSED')),
  row('retention_run', 'neither approved nor cancelled', settles('approved_by = access.uid(), cancelled_by = access.uid()'), nobody, run('PROPOSED')),
  row('retention_run', 'cancelled when it is approved', settles("state = 'CANCELLED', cancelled_by = access.uid()"), nobody, run('APPROVED', user('away'))),
]

const proposal = (by: string, about: string) => tries(`INSERT INTO right_proposal (user_id, role, reason, proposed_by) VALUES (${about}, 'CASEWORKER', 'x', ${by})`)
const judges = (by: string) => tries(`INSERT INTO unusual_verdict (lookup_id, outcome, note, decided_by) SELECT id, 'EXPLAINED', 'x', ${by} FROM proof.lookup`)
const lookup = "CREATE TABLE proof.lookup AS SELECT id FROM unusual_lookup LIMIT 1; GRANT SELECT ON proof.lookup TO PUBLIC"
const attests = (by: string) => tries(`INSERT INTO user_attestation (user_id, attested_by, rights) VALUES (${user('away')}, ${by}, '{}')`)
/** Another session of the colleague’s. */
const session = (revoked: string) => `INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at, revoked_at) VALUES (${user('kollega')}, sha256('zz'), 'zz', now() + interval '1 hour', now() + interval '1 hour', ${revoked})`
const ends = (at: string) => tries(`UPDATE session SET revoked_at = ${at} WHERE device = 'zz'`)
const rights: readonly Call[] = [
  row('right_proposal', 'made', proposal('access.uid()', user('away')), either('administrator')),
  row('right_proposal', 'made in the name of a colleague', proposal(user('kollega'), user('away')), nobody),
  row('right_proposal', 'made for oneself', proposal('access.uid()', 'access.uid()'), nobody),
  row('unusual_verdict', 'given', judges('access.uid()'), either('officer'), lookup),
  row('unusual_verdict', 'given in the name of a colleague', judges(user('kollega')), nobody, lookup),
  row('unusual_lookup', 'judged to be nothing', tries('UPDATE unusual_lookup SET outcome = NULL'), worker),
  row('user_attestation', 'given', attests('access.uid()'), either('administrator')),
  row('user_attestation', 'given in the name of a colleague', attests(user('kollega')), nobody),
  row('session', 'ended', ends('now()'), either('colleague', 'administrator'), session('NULL')),
  row('session', 'going on again', ends('NULL'), nobody, session('now()')),
  row('assignment', 'ended, of somebody one does not reach', tries(`UPDATE assignment SET to_day = current_date - 1 WHERE person_id = ${person('assigned')}`), (asker) => may(asker, 'assignment.manage') || worker(asker)),
]

const file = (kind: string, of: string) => `INSERT INTO stored_file (id, person_id, owner_id, kind, mime, name, sha256, bytes) VALUES (${id}, ${of}, ${user('koordinator')}, '${kind}', 'x', 'x', 'x', 'x')`
const opened = `EXISTS (SELECT 1 FROM stored_file WHERE id = ${id})`
const taken = tries(`DELETE FROM stored_file WHERE id = ${id}`)
const answer = file('subject-export', person('second'))
const filed = file('letter', person('second'))
const own = file('import', 'NULL')
const makes = (kind: string) => tries(`INSERT INTO stored_file (person_id, owner_id, kind, mime, name, sha256, bytes) VALUES (${person('second')}, access.uid(), '${kind}', 'x', 'x', 'x', 'x')`)
const paper = file('partnership', 'NULL')
const receipt = `${file('receipt', 'NULL')}; INSERT INTO volunteer_expense (id, volunteer_id, kind, on_day, amount, purpose, receipt) SELECT ${id}, volunteer_id, 'other', on_day, 100, 'x', 'x' FROM volunteer_expense LIMIT 1; INSERT INTO expense_receipt (expense_id, file_id, recorded_by) VALUES (${id}, ${id}, ${user('koordinator')})`
const brings = (of: string, owner = 'access.uid()', mime = 'application/pdf') => tries(`INSERT INTO stored_file (person_id, owner_id, kind, mime, name, sha256, bytes) VALUES (${of}, ${owner}, 'partnership', '${mime}', 'x', 'x', 'x')`)
const files: readonly Call[] = [
  row('stored_file', 'a letter', opened, (asker) => carries('letter.open', 'second')(asker) || worker(asker), filed),
  row('stored_file', 'a letter, without the right', opened, worker, `${filed}; ${without('letter.open')}`),
  row('stored_file', 'an answer', opened, (asker) => carries('subject.export', 'second')(asker) || worker(asker), answer),
  row('stored_file', 'an answer, without the right', opened, worker, `${answer}; ${without('subject.export')}`),
  row('stored_file', 'one’s own import', opened, (asker) => asker === 'coordinator' || worker(asker), own),
  row('stored_file', 'one’s own import, without the right', opened, worker, `${own}; ${without('import.run')}`),
  row('stored_file', 'one’s own of another kind', opened, worker, file('zz', 'NULL')),
  row('stored_file', 'one’s own import, taken away', taken, (asker) => asker === 'coordinator' || worker(asker), own),
  // Without WHERE nothing is read: the policy of taking away stands alone.
  row('stored_file', 'one’s own import, taken away without the right', tries('DELETE FROM stored_file'), worker, `${own}; ${without('import.run')}`),
  row('stored_file', 'an answer one made, taken away', taken, worker, answer),
  row('stored_file', 'an answer, made without the right', makes('subject-export'), worker, without('subject.export')),
  row('stored_file', 'about somebody, of another kind', makes('zz'), worker),
  row('stored_file', 'a signed agreement', opened, (asker) => may(asker, 'association.read') || worker(asker), paper),
  row('stored_file', 'a signed agreement, without the right', opened, worker, `${paper}; ${without('association.read')}`),
  ...(['NULL', person('second')] as const).map((of) => row('stored_file', of === 'NULL' ? 'a signed agreement, brought' : 'a signed agreement about somebody', brings(of), (asker) => (of === 'NULL' && may(asker, 'association.manage')) || worker(asker))),
  row('stored_file', 'a signed agreement, brought in the name of a colleague', brings('NULL', user('away')), worker),
  row('stored_file', 'a signed agreement that is no PDF', brings('NULL', 'access.uid()', 'text/html'), worker),
  row('stored_file', 'a signed agreement, taken away', taken, worker, paper),
  row('stored_file', 'a receipt', opened, (asker) => may(asker, 'volunteer.read') || worker(asker), receipt),
  row('stored_file', 'a receipt, without the right', opened, worker, `${receipt}; ${without('volunteer.read')}`),
  row('stored_file', 'a receipt of nothing', opened, worker, file('receipt', 'NULL')),
  row('stored_file', 'a receipt, brought by hand', makes('receipt'), worker),
]

const strikes = tries("INSERT INTO subject_redaction (request_id, tab, row_key, reason, struck_by) SELECT id, 'person', uuidv7(), 'third-party', access.uid() FROM proof.asked")
const asked = (set: string) => `CREATE TABLE proof.asked AS SELECT id FROM subject_request WHERE person_id = ${person('second')} LIMIT 1; GRANT SELECT ON proof.asked TO PUBLIC; UPDATE subject_request SET handed_on = NULL, closed_on = NULL; UPDATE subject_request SET ${set} WHERE person_id = ${person('second')}`
const struck = `${asked('handed_on = NULL')}; INSERT INTO subject_redaction (request_id, tab, row_key, reason, struck_by) SELECT id, 'person', uuidv7(), 'third-party', ${user('koordinator')} FROM proof.asked`
const answers: Call['declared'] = (asker) => carries('subject.export', 'second')(asker) || worker(asker)
const answering: readonly Call[] = [
  row('subject_redaction', 'struck', strikes, answers, asked('handed_on = NULL')),
  row('subject_redaction', 'struck when it is handed out', strikes, worker, asked("handed_on = current_date, handed_how = 'letter'")),
  row('subject_redaction', 'struck when it is closed', strikes, worker, asked('closed_on = current_date')),
  row('subject_redaction', 'struck without the right', strikes, worker, `${asked('handed_on = NULL')}; ${without('subject.export')}`),
  row('subject_redaction', 'read', 'EXISTS (SELECT 1 FROM subject_redaction)', answers, struck),
  row('subject_redaction', 'read without the right', 'EXISTS (SELECT 1 FROM subject_redaction)', worker, `${struck}; ${without('subject.export')}`),
  row('subject_request', 'written down in the name of a colleague', tries(`INSERT INTO subject_request (person_id, asked_by, asked_how, identity, received_on, due_on, created_by) VALUES (${person('second')}, 'self', 'letter', 'x', current_date, current_date + 30, ${user('away')})`), worker),
]

const mine = 'DELETE FROM submission; INSERT INTO submission (id, action, code_id, outcome) SELECT gen_random_uuid(), \'zz\', id, \'{}\' FROM reply_code'
const both = `SET LOCAL session_replication_role = 'replica'; ${mine}; INSERT INTO submission (id, action, user_id, code_id, outcome) SELECT gen_random_uuid(), 'zz', ${user('kollega')}, id, '{}' FROM reply_code`
const submissions: readonly Call[] = [
  row('submission', 'by one’s own code alone', '(SELECT count(*) FROM submission) = 1', either('citizen'), mine),
  row('submission', 'by one’s own code and by nobody of the staff', '(SELECT count(*) FROM submission) = 1', either('citizen'), both),
]

const ground = (key: string, basis = 'OWN') => `INSERT INTO person_protection (id, person_id, level, basis, via_id, from_day, source) VALUES (${id}, ${person(key)}, 'P1', '${basis}', ${basis === 'OWN' ? 'NULL' : person('protected')}, current_date, 'x')`
const protecting: readonly Call[] = [
  row('person_protection', 'noted without the right to change people', tries(`INSERT INTO person_protection (person_id, level, from_day, source) VALUES (${person('second')}, 'P1', current_date, 'x')`), worker, without('person.update')),
  row('person_protection', 'read of whom one has broken the glass for, without the right to read', `EXISTS (SELECT 1 FROM person_protection WHERE id = ${id})`, worker, `SET LOCAL session_replication_role = 'replica'; ${ground('emergency')}; ${without('person.read')}`),
  row('person_protection', 'inherited, changed', tries(`UPDATE person_protection SET source = 'zz' WHERE id = ${id}`), worker, `SET LOCAL session_replication_role = 'replica'; ${ground('second', 'HOUSEHOLD')}`),
  row('person_protection', 'one’s own, changed', tries(`UPDATE person_protection SET source = 'zz' WHERE id = ${id}`), (asker) => carries('person.update', 'second')(asker) || worker(asker), `SET LOCAL session_replication_role = 'replica'; ${ground('second')}`),
  row('person_protection', 'one’s own, changed without the right', tries(`UPDATE person_protection SET source = 'zz' WHERE id = ${id}`), worker, `SET LOCAL session_replication_role = 'replica'; ${ground('second')}; ${without('person.update')}`),
]

export const callsOfRecords: readonly Call[] = [...runs, ...rights, ...files, ...answering, ...submissions, ...protecting]
