import type { Call } from './calls'
import { may } from './oracle'
import { nobody, person, row, tries, user, without, worker } from './questions'

const sees = (key: string) => `EXISTS (SELECT 1 FROM person WHERE id = ${person(key)})`
const changes = (key: string) => tries(`UPDATE person SET communication_note = 'zz' WHERE id = ${person(key)}`)
const makes = (by: string) => tries(`INSERT INTO person (first_name, last_name, registered_on, source, created_by) VALUES ('x', 'x', current_date, 'test', ${by})`)
const of = (email: string, key: string) => `INSERT INTO assignment (user_id, person_id, reason, from_day) VALUES (${user(email)}, ${person(key)}, 'responsible', '2025-01-01')`
/** Somebody of another programme, whom nobody of these is responsible for, made by this one at this moment. */
const madeBy = (email: string, at = 'transaction_timestamp()', key = 'client') => `UPDATE person SET created_by = ${user(email)}, created_at = ${at} WHERE id = ${person(key)}`
const before = "transaction_timestamp() - interval '1 second'"
const either = (...askers: string[]) => (asker: string) => askers.includes(asker) || worker(asker)
/** Without WHERE nothing is read, and the policy of changes stands alone; a trigger that complains of another’s row must not hide it. */
const blindly = (name: string, first: string, declared: Call['declared']): Call =>
  row('person', name, `proof.blind($s$UPDATE person SET communication_note = 'zz'$s$, $s$SELECT array_agg(id::text) FROM person WHERE id::text = ANY ($1) AND communication_note = 'zz'$s$, ARRAY[${person('client')}::text]) = ARRAY[${person('client')}::text]`, declared, `SET LOCAL session_replication_role = 'replica'; ${first}`)

const people: readonly Call[] = [
  row('person', 'made', makes('access.uid()'), (asker) => may(asker, 'person.create') || worker(asker)),
  row('person', 'made in the name of a colleague', makes(user('away')), worker),
  row('person', 'of another programme, by who is responsible and reads their own programme', sees('client'), worker, of('koordinator', 'client')),
  row('person', 'made by oneself at this moment', sees('client'), either('caseworker'), madeBy('sagsbehandler')),
  row('person', 'made by oneself before', sees('client'), worker, madeBy('sagsbehandler', before)),
  row('person', 'made by another at this moment', sees('client'), worker, madeBy('away')),
  row('person', 'made by oneself at this moment, changed', changes('client'), either('caseworker'), madeBy('sagsbehandler')),
  row('person', 'one’s own for as long as it lasts, changed', changes('assigned'), either('caseworker'), `UPDATE assignment SET to_day = NULL WHERE person_id = ${person('assigned')}`),
  blindly('made by oneself at this moment, changed unread', madeBy('sagsbehandler'), either('caseworker')),
  blindly('made by oneself before, changed unread', madeBy('sagsbehandler', before), worker),
  blindly('made by another at this moment, changed unread', madeBy('away'), worker),
  blindly('of another programme, changed unread by who changes their own programme', of('koordinator', 'client'), worker),
  row('person', 'merged into one’s own, changed', changes('client'), either('caseworker'), `UPDATE person SET merged_into_id = ${person('assigned')} WHERE id = ${person('client')}`),
]

const reasonOf = (email: string) => `EXISTS (SELECT 1 FROM access_reason r WHERE r.user_id = ${user(email)})`
const reviewed = (by: string) => tries(`UPDATE access_reason SET verdict = 'fine', reviewed_at = now(), reviewed_by = ${by} WHERE user_id = ${user('koordinator')}`)
const sampled = (at: string, verdict = 'NULL') => `UPDATE access_reason SET sampled_at = ${at}, verdict = ${verdict}, reviewed_at = CASE WHEN ${verdict} IS NULL THEN NULL ELSE now() END, reviewed_by = CASE WHEN ${verdict} IS NULL THEN NULL ELSE ${user('away')} END WHERE user_id <> ${user('away')}`
const gives = (key: string, by = 'access.uid()', day = 'access.today()') => tries(`INSERT INTO access_reason (user_id, person_id, day, code) VALUES (${by}, ${person(key)}, ${day}, 'covering')`)

const reasons: readonly Call[] = [
  row('access_reason', 'one’s own', reasonOf('koordinator'), either('coordinator'), sampled('NULL')),
  row('access_reason', 'in the sample', reasonOf('koordinator'), either('coordinator', 'manager', 'officer'), sampled('now()')),
  row('access_reason', 'in the sample, judged', reviewed('access.uid()'), either('manager', 'officer'), sampled('now()')),
  row('access_reason', 'in the sample, judged in the name of a colleague', reviewed(user('away')), worker, sampled('now()')),
  // Without WHERE nothing is read: the policy of changes stands alone.
  row('access_reason', 'not in the sample, judged', tries("UPDATE access_reason SET verdict = 'fine', reviewed_at = now(), reviewed_by = access.uid()"), worker, 'UPDATE access_reason SET sampled_at = NULL'),
  row('access_reason', 'in the sample, judged again', reviewed('access.uid()'), worker, sampled('now()', "'fine'")),
  row('access_reason', 'given for whom one has broken the glass', gives('emergency'), (asker) => ['caseworker', 'uncleared'].includes(asker)),
  row('access_reason', 'given in the name of a colleague', gives('emergency', user('away')), nobody),
  row('access_reason', 'given for yesterday', gives('emergency', 'access.uid()', 'access.today() - 1'), nobody),
  row('access_reason', 'given without the right to read', gives('emergency'), nobody, without('person.read')),
]

const mail = (user: string, of = 'NULL') => tries(`INSERT INTO outbox_message (channel, recipient, subject, body, user_id, person_id, idempotency_key) VALUES ('mail', 'x@test.invalid', 'x', 'x', ${user}, ${of}, gen_random_uuid())`)
const mails: readonly Call[] = [row('outbox_message', 'to a colleague about nobody, written', mail(user('away')), worker)]

export const callsOfPeople: readonly Call[] = [...people, ...reasons, ...mails]
