import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { may, reaches } from './oracle'
import { carries, nobody, person, row, tries, user, without, worker } from './questions'
import { helper } from './volunteering'

const consent = (by: string, day: string, volunteer = 'NULL') => tries(`INSERT INTO consent (person_id, purpose, fields, how, wording, given_on, expires_on, recorded_by, recipient_name, recipient_volunteer_id) VALUES (${person('ordinary')}, 'meeting', '{contact}', 'spoken', 'Det er talt igennem med hende', ${day}, current_date + 30, ${by}, 'X', ${volunteer})`)
const withdrawal = (by: string, day: string, of = 'ordinary') => tries(`INSERT INTO consent_withdrawal (consent_id, person_id, how, withdrawn_on, recorded_by) VALUES ((SELECT id FROM proof.given), ${person(of)}, 'spoken', ${day}, ${by})`)
const given = `CREATE TABLE proof.given AS SELECT id FROM consent WHERE person_id = ${person('ordinary')} LIMIT 1; GRANT SELECT ON proof.given TO PUBLIC; DELETE FROM consent_withdrawal`

const consents: readonly Call[] = [
  row('consent', 'given today', consent('access.uid()', 'access.today()'), carries('consent.record')),
  row('consent', 'given tomorrow', consent('access.uid()', 'access.today() + 1'), nobody),
  // To a volunteer by the match alone, never by hand.
  row('consent', 'to a volunteer, by hand', consent('access.uid()', 'access.today()', helper), nobody),
  row('consent', 'in the name of a colleague', consent(user('away'), 'access.today()'), nobody),
  row('consent_withdrawal', 'today', withdrawal('access.uid()', 'access.today()'), carries('consent.record'), given),
  row('consent_withdrawal', 'tomorrow', withdrawal('access.uid()', 'access.today() + 1'), nobody, given),
  row('consent_withdrawal', 'in the name of a colleague', withdrawal(user('away'), 'access.today()'), nobody, given),
  row('consent_withdrawal', 'of another person’s', withdrawal('access.uid()', 'access.today()', 'second'), nobody, given),
  row('consent_withdrawal', 'of a consent that is not there', tries(`INSERT INTO consent_withdrawal (consent_id, person_id, how, withdrawn_on, recorded_by) VALUES (uuidv7(), ${person('ordinary')}, 'spoken', access.today(), access.uid())`), nobody),
  row('consent_withdrawal', 'by whoever may read and not record', withdrawal('access.uid()', 'access.today()'), nobody, `${given}; DELETE FROM access.policy WHERE action = 'consent.record'`),
]

const breach = (by: string, more = '', value = '') => tries(`INSERT INTO breach (title, found_at, aware_at, happened, kinds, data_kinds, created_by${more && `, ${more}`}) VALUES ('x', now(), now(), 'x', '{CONFIDENTIALITY}', 'x', ${by}${value && `, ${value}`})`)
const hold = (by: string) => tries(`INSERT INTO legal_hold (person_id, reason, review_on, created_by) VALUES (${person('second')}, 'En sag ved domstolen', current_date + 30, ${by})`)
const ends = (set: string) => tries(`UPDATE legal_hold SET ${set}, end_reason = 'Sagen er slut' WHERE person_id = ${person('ordinary')}`)
const holds = (asker: string) => carries('retention.hold')(asker) || asker === 'officer'

const oversight: readonly Call[] = [
  row('breach', 'told', breach('access.uid()'), (asker) => may(asker, 'breach.report')),
  row('breach', 'told in the name of a colleague', breach(user('away')), nobody),
  ...[['risk', "'HIGH'"], ['authority_told_at', 'now()'], ['people_told_on', 'current_date'], ['closed_at', 'now()']].map(([column = '', value = '']) => row('breach', `told with ${column} filled in`, breach('access.uid()', column, value), nobody)),
  row('break_glass', 'one’s own', 'EXISTS (SELECT 1 FROM break_glass g WHERE g.user_id = access.uid())', (asker) => ['coordinator', 'uncleared', 'caseworker', 'officer'].includes(asker)),
  row('legal_hold', 'made', hold('access.uid()'), holds),
  row('legal_hold', 'made in the name of a colleague', hold(user('away')), nobody),
  row('legal_hold', 'ended', ends('ended_at = now(), ended_by = access.uid()'), holds),
  row('legal_hold', 'ended in the name of a colleague', ends(`ended_at = now(), ended_by = ${user('away')}`), nobody),
  row('legal_hold', 'signed and not ended', ends('ended_at = NULL, ended_by = access.uid()'), nobody),
  row('legal_hold', 'ended again', ends('ended_at = now(), ended_by = access.uid()'), nobody, `UPDATE legal_hold SET ended_at = '2020-01-01', ended_by = ${user('away')}, end_reason = 'Sagen er slut'`),
]

const answers = tries(`UPDATE subject_request SET identity = 'zz' WHERE person_id = ${person('second')}`)
const asked = (set: string) => `UPDATE subject_request SET ${set} WHERE person_id = ${person('second')}`
const requests: readonly Call[] = [
  row('subject_request', 'under way', answers, (asker) => carries('subject.request', 'second')(asker) || asker === 'officer' || asker === 'worker', asked('handed_on = NULL, closed_on = NULL')),
  row('subject_request', 'handed out', answers, (asker) => asker === 'worker', asked("handed_on = current_date, handed_how = 'letter'")),
  row('subject_request', 'closed', answers, (asker) => asker === 'worker', asked("closed_on = current_date")),
  row('subject_request', 'handed out by whoever may not read it', tries(asked("handed_on = current_date, handed_how = 'letter'")), (asker) => carries('subject.export', 'second')(asker) || asker === 'worker'),
]
/** The coordinator’s own ended right, and a colleague’s. */
const longer = (table: string, email: string) => tries(`UPDATE ${table} SET to_day = NULL WHERE user_id = ${user(email)}`)
const endings: readonly Call[] = ['clearance', 'role_grant'].flatMap((table) => [
  row(table, 'ended', tries(`UPDATE ${table} SET to_day = current_date - 1 WHERE user_id = ${user('kollega')}`), (asker) => asker === 'administrator' || asker === 'manager'),
  row(table, 'going on again', longer(table, 'kollega'), nobody),
  row(table, 'made one’s own, ended', tries(`UPDATE ${table} SET user_id = access.uid(), to_day = current_date - 1 WHERE user_id = ${user('kollega')}`), nobody),
  row(table, 'ending later', tries(`UPDATE ${table} SET to_day = current_date WHERE user_id = ${user('kollega')}`), nobody),
])

const pair = 'EXISTS (SELECT 1 FROM duplicate_pair)'
const both = `INSERT INTO assignment (user_id, person_id, reason, from_day) SELECT ${user('sagsbehandler')}, p.id, 'responsible', '2025-01-01' FROM person p WHERE p.merged_into_id IS NULL`
const merges = (asker: string) => may(asker, 'person.merge')
const ordinaryWith = (key: string) => [target('ordinary').id, target(key).id].sort().map((id) => `'${id}'::uuid`) as [string, string]
const marks = (key: string) => tries(`UPDATE duplicate_pair SET score = 91 WHERE (left_id, right_id) = (${ordinaryWith(key).join(', ')})`)
const notes = (key: string) => tries(`INSERT INTO duplicate_pair (left_id, right_id, score, reasons, state) VALUES (${ordinaryWith(key).join(', ')}, 90, '{name}', 'OPEN')`)
/** A pair of their own whose first is out of reach of one who reaches the second, or the other way round. */
const firsts = [['shielded', 'own'], ['second', 'shielded']] as const
const alone = (left: string, right: string) => `DELETE FROM duplicate_pair; INSERT INTO duplicate_pair (left_id, right_id, score, reasons, state) VALUES (${person(left)}, ${person(right)}, 90, '{name}', 'OPEN')`

const pairs: readonly Call[] = [
  row('duplicate_pair', 'of two one is responsible for', pair, (asker) => merges(asker) || worker(asker), both),
  row('duplicate_pair', 'noted by whoever is responsible for both', notes('second'), (asker) => merges(asker) || worker(asker), both),
  row('duplicate_pair', 'marked by whoever is responsible for both', marks('second'), (asker) => merges(asker) || worker(asker), both),
  ...firsts.flatMap(([left, right]) => {
    const reached: Call['declared'] = (asker) => (merges(asker) && reaches(asker, left) && reaches(asker, right)) || worker(asker)
    return [
      row('duplicate_pair', `${left} and ${right}`, pair, reached, alone(left, right)),
      row('duplicate_pair', `${left} and ${right}, marked`, tries('UPDATE duplicate_pair SET score = 91'), reached, alone(left, right)),
      row('duplicate_pair', `${left} and ${right}, noted`, tries(`INSERT INTO duplicate_pair (left_id, right_id, score, reasons, state) VALUES (${person(left)}, ${person(right)}, 90, '{name}', 'OPEN')`), reached),
    ]
  }),
]

const mine = (email: string) => `UPDATE import_batch SET created_by = ${user(email)}`
const shown = (from: string, to: string) => `UPDATE offer SET published_from = ${from}, published_to = ${to}`
const offers = 'EXISTS (SELECT 1 FROM offer)'
const readsOffers = (asker: string) => may(asker, 'offer.read')
const outside = (asker: string) => asker === 'visitor' || asker.startsWith('citizen')
const staffMail = `UPDATE outbox_message SET person_id = NULL, user_id = ${user('kollega')}`
const runMail = 'UPDATE outbox_message SET person_id = NULL, user_id = NULL'
const mail = 'EXISTS (SELECT 1 FROM outbox_message)'

const hidden = 'person.read.protected-address'
const rightsAlone: readonly Call[] = [
  row('protected_address', 'read without the right to it', `EXISTS (SELECT 1 FROM protected_address)`, worker, without(hidden)),
  row('protected_address', 'taken away without the right to it', tries('DELETE FROM protected_address'), worker, without(hidden)),
  row('protected_address', 'written without the right to it', tries(`INSERT INTO protected_address (person_id, street, number, postcode, town, source) VALUES (${person('protected')}, 'x', '1', '8900', 'x', 'test')`), worker, without(hidden)),
  row('relation', 'written without the right to change people', tries(`INSERT INTO relation (person_id, related_person_id, kind) VALUES (${person('second')}, ${person('ordinary')}, 'COLLEAGUE')`), worker, without('person.update')),
]

const file = (key: string, owner = 'access.uid()') => tries(`INSERT INTO stored_file (person_id, owner_id, kind, mime, name, sha256, bytes) VALUES (${person(key)}, ${owner}, 'subject-export', 'application/pdf', 'f.pdf', 'x', '\\x2a')`)

const register = tries("INSERT INTO stored_file (owner_id, kind, mime, name, sha256, bytes) VALUES (access.uid(), 'import', 'text/csv', 'f.csv', 'x', '\\x2a')")
const entryOf = (key: string) => `(SELECT e.id FROM proof.entry e WHERE e.person_id = ${person(key)})`
/** Everybody's one entry: written in this very transaction by the colleague, unless it is said otherwise. */
const entries = (set = `recorded_at = transaction_timestamp(), recorded_by = ${user('kollega')}`) => `DELETE FROM contact_note; DELETE FROM contact WHERE redacted_at IS NOT NULL; UPDATE contact SET ${set}; CREATE TABLE proof.entry AS SELECT id, person_id FROM contact; GRANT SELECT ON proof.entry TO PUBLIC`
const note = (entry: string, of = 'ordinary') => tries(`INSERT INTO contact_note (contact_id, person_id, topic_code, text) VALUES (${entry}, ${person(of)}, 'general', 'x')`)
const addition = (entry: string, by = 'access.uid()', of = 'ordinary') => tries(`INSERT INTO contact_addition (contact_id, person_id, text, added_by) VALUES (${entry}, ${person(of)}, 'x', ${by})`)
const contact = (by: string, at = "now() - interval '1 hour'", taken = 'NULL', kind = 'NULL') => tries(`INSERT INTO contact (person_id, outcome, channel, kind_code, happened_at, recorded_by, redacted_at) VALUES (${person('ordinary')}, 'tried', 'phone', ${kind}, ${at}, ${by}, ${taken})`)
const outOfUse = "UPDATE contact_kind SET retired_on = current_date WHERE code = 'phone'"
const cafe = (retired: string) => `INSERT INTO contact_kind (code, name_da, name_en, channel, position, retired_on) VALUES ('cafe', 'x', 'x', 'phone', 9, ${retired})`
const logs: Call['declared'] = (asker) => carries('contact.record')(asker) || worker(asker)

const files = (set?: string) => `${entries(set)}; DELETE FROM contact_case; CREATE TABLE proof.file AS SELECT id, person_id FROM case_file; GRANT SELECT ON proof.file TO PUBLIC`
const about = (entry: string, file: string) => tries(`INSERT INTO contact_case (contact_id, case_id, person_id) VALUES (${entryOf(entry)}, (SELECT f.id FROM proof.file f WHERE f.person_id = ${person(file)} LIMIT 1), ${person('ordinary')})`)
const praise = () => tries(`INSERT INTO contact_addition (contact_id, person_id, text, added_by, kind) VALUES (${entryOf('ordinary')}, ${person('ordinary')}, 'x', access.uid(), 'praise')`)
const typed = `EXISTS (SELECT 1 FROM contact_draft WHERE person_id = ${person('ordinary')})`
const draft = (by: string) => tries(`INSERT INTO contact_draft (id, person_id, user_id, fields) VALUES (uuidv7(), ${person('ordinary')}, ${by}, '{}')`)

const contacts: readonly Call[] = [
  row('contact', 'now', contact('access.uid()', 'now()'), logs),
  row('contact', 'without a kind, where the one of its channel is out of use', contact('access.uid()'), worker, outOfUse),
  row('contact', 'of a kind that is out of use', contact('access.uid()', undefined, undefined, "'cafe'"), worker, cafe('current_date')),
  row('contact', 'of a kind in use, where the one of its channel is not', contact('access.uid()', undefined, undefined, "'cafe'"), logs, `${cafe('NULL')}; ${outOfUse}`),
  row('contact', 'in the name of a colleague', contact(user('away')), worker),
  row('contact', 'to come', contact('access.uid()', "now() + interval '1 second'"), worker),
  row('contact', 'taken back as it is written', contact('access.uid()', 'now()', 'now()'), worker),
  row('contact_case', 'with its contact', about('ordinary', 'ordinary'), (asker) => asker === 'colleague' || worker(asker), files()),
  row('contact_case', 'later', about('ordinary', 'ordinary'), worker, files(`recorded_at = transaction_timestamp() - interval '1 second', recorded_by = ${user('kollega')}`)),
  row('contact_case', 'to a colleague’s contact', about('ordinary', 'ordinary'), worker, files(`recorded_at = transaction_timestamp(), recorded_by = ${user('away')}`)),
  row('contact_case', 'of another person', about('ordinary', 'second'), worker, files()),
  row('contact_case', 'about another than its contact', about('second', 'ordinary'), worker, files()),
  row('contact_case', 'without the right to write', about('ordinary', 'ordinary'), worker, `${files()}; ${without('contact.record')}`),
  row('contact_note', 'with its contact', note(entryOf('ordinary')), (asker) => asker === 'colleague' || worker(asker), entries()),
  row('contact_note', 'later', note(entryOf('ordinary')), worker, entries(`recorded_at = transaction_timestamp() - interval '1 second', recorded_by = ${user('kollega')}`)),
  row('contact_note', 'to a colleague’s contact', note(entryOf('ordinary')), worker, entries(`recorded_at = transaction_timestamp(), recorded_by = ${user('away')}`)),
  row('contact_note', 'about another than its contact', note(entryOf('second')), worker, entries()),
  row('contact_note', 'to a contact that is not there', note('uuidv7()'), worker, entries()),
  row('contact_note', 'without the right to write', note(entryOf('ordinary')), worker, `${entries()}; ${without('contact.record')}`),
  // The planted entries are the colleague’s.
  row('contact_addition', 'praise under a contact', praise(), (asker) => logs(asker, '') && asker !== 'colleague', entries()),
  row('contact_addition', 'praise without the right to write', praise(), worker, `${entries()}; ${without('contact.record')}`),
  row('contact_addition', 'under a contact', addition(entryOf('ordinary')), logs, entries()),
  row('contact_addition', 'in the name of a colleague', addition(entryOf('ordinary'), user('away')), worker, entries()),
  row('contact_addition', 'under the contact of another', addition(entryOf('second')), worker, entries()),
  row('contact_addition', 'under a contact that is not there', addition('uuidv7()'), worker, entries()),
  row('contact_addition', 'without the right to write', addition(entryOf('ordinary')), worker, `${entries()}; ${without('contact.record')}`),
  row('contact_draft', 'one’s own', typed, (asker) => asker === 'colleague' || worker(asker)),
  row('contact_draft', 'one’s own, without the right to write', typed, worker, without('contact.record')),
  row('contact_draft', 'in the name of a colleague', draft(user('away')), worker),
  row('contact_draft', 'begun', draft('access.uid()'), logs),
  row('contact_addition', 'under what was taken back', addition(entryOf('ordinary')), worker, entries('redacted_at = now()')),
]

const theCase = (key: string) => `(SELECT c.id FROM proof.cases c WHERE c.person_id = ${person(key)})`
const cases = (more = '') => `CREATE TABLE proof.cases AS SELECT id, person_id, unit_id FROM case_file; GRANT SELECT ON proof.cases TO PUBLIC${more && `; ${more}`}`
const ownUnit = '(SELECT c.unit_id FROM proof.cases c LIMIT 1)'
const opens = (by: string, on = 'current_date') => tries(`INSERT INTO case_file (person_id, kind, unit_id, opened_on, opened_by) VALUES (${person('ordinary')}, 'other', (SELECT c.unit_id FROM proof.cases c LIMIT 1), ${on}, ${by})`)
const holdsCase = (by: string, { on = 'current_date', of = 'ordinary', about = 'ordinary' } = {}) => tries(`INSERT INTO case_state (case_id, person_id, number, state, from_day, until_day, words, recorded_by) VALUES (${theCase(of)}, ${person(about)}, 2, 'hold', ${on}, ${on} + 30, 'x', ${by})`)
const offersCase = (by: string, { of = 'ordinary', from = ownUnit, to = ownUnit }: { of?: string; from?: string; to?: string } = {}) => tries(`INSERT INTO case_transfer (case_id, person_id, from_unit_id, to_unit_id, message, asked_by) VALUES (${theCase(of)}, ${person('ordinary')}, ${from}, ${to}, 'x', ${by})`)
const otherUnit = `(SELECT u.id FROM unit u WHERE u.id <> ${ownUnit} ORDER BY u.id LIMIT 1)`
const manages: Call['declared'] = (asker) => carries('case.manage')(asker) || worker(asker)
const assigns: Call['declared'] = (asker) => (carries('case.manage')(asker) && may(asker, 'assignment.manage')) || worker(asker)
const takes = (user: string, of = 'ordinary') => tries(`INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) VALUES (${person('assigned')}, ${user}, 'case', current_date, ${theCase(of)}, 'professional')`)

const casework: readonly Call[] = [
  row('case_file', 'opened today', opens('access.uid()'), manages, cases()),
  row('case_file', 'opened tomorrow', opens('access.uid()', 'current_date + 2'), worker, cases()),
  row('case_file', 'opened in the name of a colleague', opens(user('away')), worker, cases()),
  row('case_file', 'opened without the right', opens('access.uid()'), worker, cases(without('case.manage'))),
  row('case_state', 'today', holdsCase('access.uid()'), manages, cases()),
  row('case_state', 'tomorrow', holdsCase('access.uid()', { on: '(current_date + 2)' }), worker, cases()),
  row('case_state', 'in the name of a colleague', holdsCase(user('away')), worker, cases()),
  row('case_state', 'about another than its case', holdsCase('access.uid()', { about: 'second' }), worker, cases()),
  row('case_state', 'without the right', holdsCase('access.uid()'), worker, cases(without('case.manage'))),
  row('case_transfer', 'within the unit', offersCase('access.uid()'), assigns, cases()),
  row('case_transfer', 'in the name of a colleague', offersCase(user('away')), worker, cases()),
  row('case_transfer', 'of another’s case', offersCase('access.uid()', { of: 'second' }), worker, cases()),
  row('case_transfer', 'from another unit than its own', offersCase('access.uid()', { from: otherUnit, to: otherUnit }), worker, cases()),
  row('case_transfer', 'to another unit without a consent', offersCase('access.uid()', { to: otherUnit }), worker, cases('DELETE FROM consent_withdrawal; DELETE FROM consent')),
  row('case_transfer', 'to another unit with a consent', offersCase('access.uid()', { to: otherUnit }), assigns, cases(`INSERT INTO consent (person_id, purpose, fields, how, wording, given_on, expires_on, recorded_by, recipient_unit_id) VALUES (${person('ordinary')}, 'meeting', '{case}', 'spoken', 'Det er talt igennem med hende', current_date - 1, current_date + 30, ${user('kollega')}, ${otherUnit})`)),
  row('assignment', 'to a case, by whoever takes it', takes('access.uid()', 'assigned'), (asker) => carries('case.manage', 'assigned')(asker) || worker(asker), cases()),
  row('assignment', 'to a case, a colleague by whoever may not say who is responsible', takes(user('away'), 'assigned'), (asker) => carries('assignment.manage', 'assigned')(asker) || worker(asker), cases()),
  row('assignment', 'to the case of another', takes('access.uid()', 'second'), worker, cases()),
  row('assignment', 'to a case, without the right', takes('access.uid()', 'assigned'), (asker) => carries('assignment.manage', 'assigned')(asker) || worker(asker), cases(without('case.manage'))),
]

const others: readonly Call[] = [
  // Whoever has no right at all any more has a session for as long as it lasts, and reads nothing in it.
  row('app_user', 'one’s own', 'EXISTS (SELECT 1 FROM app_user WHERE id = access.uid())', (asker) => may(asker, 'self')),
  row('field_history', 'of protected addresses, without that right', `EXISTS (SELECT 1 FROM field_history WHERE table_name = 'protected_address' AND person_id = ${person('protected')})`, worker, "DELETE FROM access.policy WHERE action = 'person.read.protected-address'"),
  ...['second', 'shielded'].map((key) => row('stored_file', `an answer to ${key}, made`, file(key), (asker) => carries('subject.export', key)(asker) || worker(asker))),
  row('stored_file', 'an answer made in the name of a colleague', file('second', user('away')), worker),
  row('stored_file', 'a file to import', register, (asker) => may(asker, 'import.run') || worker(asker)),
  row('stored_file', 'a file to import, without the right', register, worker, without('import.run')),
  row('import_row', 'of a batch of one’s own, without the right any more', 'EXISTS (SELECT 1 FROM import_row)', worker, mine('sagsbehandler')),
  row('import_row', 'written into a batch of one’s own, without the right any more', tries("INSERT INTO import_row (batch_id, number, verdict, reasons) SELECT b.id, 999, 'DOUBTFUL', '[]' FROM proof.batch b"), worker, `${mine('sagsbehandler')}; CREATE TABLE proof.batch AS SELECT id FROM import_batch LIMIT 1; GRANT SELECT ON proof.batch TO PUBLIC`),
  row('offer', 'from tomorrow', offers, (asker) => readsOffers(asker) || asker === 'worker', shown('current_date + 1', 'NULL')),
  row('offer', 'until yesterday', offers, (asker) => readsOffers(asker) || asker === 'worker', shown('current_date - 9', 'current_date - 1')),
  row('offer', 'until today', offers, (asker) => readsOffers(asker) || asker === 'worker' || outside(asker), shown('current_date', 'current_date')),
  row('offer', 'without an end', offers, (asker) => readsOffers(asker) || asker === 'worker' || outside(asker), shown('current_date', 'NULL')),
  ...(['volunteer_role', 'local_area'] as const).map((table) => row(table, 'retired', `EXISTS (SELECT 1 FROM ${table})`, (asker) => may(asker, 'volunteer.read') || may(asker, 'volunteer.request') || may(asker, 'volunteer.figures') || may(asker, 'volunteer.setup') || worker(asker), `UPDATE ${table} SET retired_on = current_date`)),
  ...(['volunteer_role', 'volunteer_paper_kind', 'local_area', 'volunteer_group_kind'] as const).map((table) => row(table, 'changed', tries(`UPDATE ${table} SET position = 9`), (asker) => may(asker, 'volunteer.setup') || worker(asker))),
  ...(['volunteer_role', 'volunteer_paper_kind', 'local_area', 'volunteer_group_kind'] as const).map((table) => row(table, 'changed without the right', tries(`UPDATE ${table} SET position = 9`), worker, without('volunteer.setup'))),
  row('outbox_message', 'to a colleague about nobody', mail, worker, staffMail),
  row('outbox_message', 'to a colleague about nobody, changed', tries("UPDATE outbox_message SET subject = 'zz'"), worker, staffMail),
  row('outbox_message', 'to nobody in particular', mail, (asker) => may(asker, 'outreach.read') || asker === 'worker', runMail),
  row('talk_slot', 'begun', "EXISTS (SELECT 1 FROM talk_slot WHERE place = 'soon')", (asker) => may(asker, 'outreach.read') || worker(asker), "UPDATE talk_slot SET starts_at = now() - interval '1 hour', ends_at = now() - interval '30 minutes' WHERE place = 'soon'"),
  row('unit', 'closed', "EXISTS (SELECT 1 FROM unit WHERE code = 'zz')", (asker) => may(asker, 'self') || worker(asker), "INSERT INTO unit (code, name_da, name_en, closed_on) VALUES ('zz', 'zz', 'zz', current_date)"),
  row('year_event', 'cancelled', 'EXISTS (SELECT 1 FROM year_event)', (asker) => may(asker, 'outreach.read') || worker(asker), 'UPDATE year_event SET cancelled_at = now()'),
  row('retention_rule', 'by the right to retention alone', 'EXISTS (SELECT 1 FROM retention_rule)', (asker) => may(asker, 'retention.read') || worker(asker), without('processing.read')),
  row('talk_slot', 'closed', "EXISTS (SELECT 1 FROM talk_slot WHERE place = 'closed')", (asker) => may(asker, 'outreach.read') || asker === 'worker'),
]

/** Questions about policies that rows as they stand do not tell: who signs, what may not be filled in yet, and what no longer holds. */
export const callsOfRows: readonly Call[] = [...consents, ...oversight, ...requests, ...endings, ...pairs, ...rightsAlone, ...contacts, ...casework, ...others]
