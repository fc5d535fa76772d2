import type { Call } from './calls'
import { closed } from './calls-of-waiting'
import { lastingly, may } from './oracle'
import { behind, copies, does, nobody, ofEach, partly, person, row, user, without } from './questions'
import { both, helper, theLead } from './volunteering'

/** Rows about volunteers and associations: written in one's own name, by whoever has the right and not by who only reads them, and about nobody one may know nothing of. */
const me = 'access.uid()'
const away = user('away')
const holds = (permission: string) => (asker: string) => may(asker, permission)

type Signed = { table: string; by?: string; right: string; /** About a volunteer. */ about?: true }
const tables: readonly Signed[] = [
  ...[['association', 'created_by'], ['association_contact', 'recorded_by'], ['association_note', 'recorded_by'], ['dialogue_meeting', 'created_by'], ['dialogue_point', 'recorded_by'], ['partnership', 'recorded_by']].map(([table = '', by = '']): Signed => ({ table, by, right: 'association.manage' })),
  ...[['ground_rules', 'recorded_by'], ['workplace', 'created_by'], ['volunteer', 'created_by'], ['volunteer_course', 'created_by'], ['volunteer_group', 'created_by'], ['volunteer_group_meeting', 'recorded_by']].map(([table = '', by = '']): Signed => ({ table, by, right: 'volunteer.manage' })),
  ...[['volunteer_group_helper', 'added_by'], ['volunteer_paper', 'recorded_by'], ['volunteer_step', 'recorded_by'], ['volunteer_training', 'recorded_by'], ['volunteer_thanks', 'recorded_by'], ['volunteer_showing', 'recorded_by'], ['volunteer_language', '']].map(([table = '', by = '']): Signed => ({ table, ...(by ? { by } : {}), right: 'volunteer.manage', about: true })),
  { table: 'volunteer_expense', by: 'entered_by', right: 'expense.record', about: true },
]
const signed: readonly Call[] = tables.flatMap(({ table, by, right, about }) => {
  const like = (who: string) => copies(table, [...(by ? [`'${by}', ${who}`] : []), ...(about ? [`'volunteer_id', ${helper}`] : []), "'number', 7"].join(', '))
  return [
    row(table, 'in one’s own name', like(me), holds(right)), row(table, 'without the right', like(me), nobody, without(right)), ...(by ? [row(table, 'in another’s name', like(away), nobody)] : []),
    ...(about ? closed.map(([which, first]) => row(table, `about one who is ${which}`, like(me), nobody, first)) : []),
  ]
})

const file = "'01a00000-0000-7000-8000-00000000f11e'::uuid"
const brought = (kind: string, owner: string, id = file) => behind(`INSERT INTO stored_file (id, owner_id, kind, mime, name, sha256, bytes) VALUES (${id}, ${owner}, '${kind}', 'application/pdf', 'aftale.pdf', 'x', '\\x2a')`)
const keeps = copies('partnership_file', `'recorded_by', ${me}, 'file_id', ${file}`)
const manages = holds('association.manage')
const papers: readonly Call[] = [
  row('partnership_file', 'that one brought', keeps, manages, brought('partnership', theLead)), row('partnership_file', 'without the right', keeps, nobody, both(brought('partnership', theLead), without('association.manage'))), row('partnership_file', 'of another kind', keeps, nobody, brought('receipt', theLead)),
  row('partnership_file', 'that is a receipt one sees', copies('partnership_file', `'recorded_by', ${me}, 'file_id', (SELECT r.file_id FROM expense_receipt r LIMIT 1)`), nobody, behind(`UPDATE stored_file SET owner_id = ${theLead} WHERE id IN (SELECT r.file_id FROM expense_receipt r)`)),
  row('partnership_file', 'that another brought', keeps, nobody, both(brought('partnership', away), brought('partnership', theLead, 'uuidv7()'))), row('partnership_file', 'in another’s name', copies('partnership_file', `'recorded_by', ${away}, 'file_id', ${file}`), nobody, brought('partnership', theLead)),
  // Everything but whose it is.
  row('partnership_file', 'that another brought, and nothing of one’s own', keeps, nobody, brought('partnership', away)),
]

/** Whoever sits on a course. */
const free = behind('UPDATE volunteer_course SET seats = 5, cancelled_on = NULL; DELETE FROM volunteer_seat')
const seated = both(free, behind(`INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) SELECT c.id, ${helper}, 'signed', ${theLead} FROM volunteer_course c`))
const sits = (who: string) => does(`INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) SELECT c.id, ${helper}, 'signed', ${who} FROM proof.courses c LIMIT 1`)
const gives = (who: string) => does(`UPDATE volunteer_seat SET state = 'gave-up', recorded_by = ${who}`)
const seats: readonly Call[] = ([['taken', sits, free], ['given up', gives, seated]] as const).flatMap(([what, how, first]) => [
  row('volunteer_seat', what, how(me), holds('volunteer.manage'), first), row('volunteer_seat', `${what} without the right`, how(me), nobody, both(first, without('volunteer.manage'))), row('volunteer_seat', `${what} in another’s name`, how(away), nobody, first),
  ...closed.map(([which, more]) => row('volunteer_seat', `${what}, of one who is ${which}`, how(me), nobody, both(first, more))),
])

/** What is written about a person: in one's own name, with the right, and only where it belongs to that person. */
const asks = (who: string) => `INSERT INTO volunteer_request (person_id, role_code, since, created_by) SELECT $k, 'host', current_date, ${who}`
const states = (who: string, whose = '=') => `INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) SELECT r.id, $k, 2, 'withdrawn', ${who} FROM proof.requests r WHERE r.person_id ${whose} $k AND r.person_id IN (${person('ordinary')}, ${person('second')}) LIMIT 1`
const meets = (who: string) => `INSERT INTO companion_meeting (person_id, request_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, created_by)
  SELECT $k, r.id, 'Prøvemøde', 'Rådhuset', '2650', now() + interval '40 days', now() + interval '40 days 1 hour', 0, 'da', 'da', '{}', 'listener', ${who} FROM proof.requests r WHERE r.person_id = $k`
const cancels = (who: string, whose = '=') => `INSERT INTO companion_step (meeting_id, person_id, number, step, on_day, recorded_by) SELECT m.id, $k, 1, 'cancelled', current_date, ${who} FROM proof.companion_meetings m WHERE m.person_id ${whose} $k AND m.person_id IN (${person('ordinary')}, ${person('second')}) LIMIT 1`
const joins = (who: string) => `INSERT INTO volunteer_group_citizen (group_id, person_id, from_day, added_by) SELECT g.id, $k, current_date, ${who} FROM proof.groups g LIMIT 1`
const ground = behind("UPDATE volunteer_request SET role_code = 'companion', for_meeting = true; UPDATE companion_meeting SET starts_at = now() + interval '80 days', ends_at = now() + interval '80 days 1 hour'; DELETE FROM companion_step; UPDATE volunteer_group SET closed_on = NULL, seats = NULL; DELETE FROM volunteer_group_citizen")
const carers: Call['declared'] = (asker, key) => lastingly('volunteer.request')(asker, key)
const people: readonly Call[] = ([['volunteer_request', asks], ['volunteer_request_state', states], ['companion_meeting', meets], ['companion_step', cancels], ['volunteer_group_citizen', joins]] as const).flatMap(([table, how]) => [
  { ...ofEach(`${table}: in one’s own name`, does(how(me)), carers, ground), table }, { ...ofEach(`${table}: in another’s name`, does(how(away)), nobody, ground), table }, { ...ofEach(`${table}: without the right`, does(how(me)), nobody, both(ground, without('volunteer.request'))), table },
]).concat([['volunteer_request_state', states] as const, ['companion_step', cancels] as const].map(([table, how]) => ({ ...ofEach(`${table}: of what is another’s`, does(how(me, '<>')), nobody, ground), table })))

const ends = (table: string) => does(`UPDATE ${table} SET to_day = current_date`)
const until = (table: string, day: string) => behind(`UPDATE ${table} SET from_day = current_date - 90, to_day = ${day}`)
const rate = "(SELECT r.id FROM expense_rate r ORDER BY r.valid_from DESC, r.id LIMIT 1)"
const corrects = does("UPDATE expense_rate SET per_km = per_km + 1 WHERE source = 'Prøve'")
const valid = (day: string) => behind(`UPDATE expense_rate SET source = 'Prøve', valid_from = ${day} WHERE id = ${rate}`)
const attorney = `UPDATE power_of_attorney SET ended_on = current_date, ended_by = ${away} WHERE person_id = ${person('ordinary')}`
const held = behind('UPDATE volunteer_group_citizen SET to_day = NULL')
const refuses = does(`INSERT INTO volunteer_expense_step (expense_id, number, state, on_day, reason, recorded_by) SELECT e.id, 2, 'refused', current_date, 'Prøve', ${me} FROM proof.expenses e LIMIT 1`)
const waitingExpense = behind(`UPDATE volunteer_expense SET volunteer_id = ${helper}; DELETE FROM volunteer_expense_step; INSERT INTO volunteer_expense_step (expense_id, number, state, on_day, recorded_by) SELECT e.id, 1, 'sent', current_date, ${away} FROM volunteer_expense e`)
const changed: readonly Call[] = [
  row('volunteer_expense_step', 'refused', refuses, holds('expense.approve'), waitingExpense),
  row('association_contact', 'ended', ends('association_contact'), manages, until('association_contact', 'NULL')), row('association_contact', 'ended without the right', ends('association_contact'), nobody, both(until('association_contact', 'NULL'), without('association.manage'))),
  row('association_representative', 'ended', ends('association_representative'), manages, until('association_representative', 'NULL')), row('association_representative', 'ended sooner', ends('association_representative'), manages, until('association_representative', 'current_date + 9')),
  row('association_representative', 'that has ended', ends('association_representative'), nobody, until('association_representative', 'current_date - 1')), row('association_representative', 'ended without the right', ends('association_representative'), nobody, both(until('association_representative', 'NULL'), without('association.manage'))),
  row('expense_rate', 'that begins later', corrects, holds('rule.manage'), valid('current_date + 9')), row('expense_rate', 'that holds', corrects, nobody, valid('current_date')), row('expense_rate', 'without the right', corrects, nobody, both(valid('current_date + 9'), without('rule.manage'))),
  row('power_of_attorney', 'in another’s name', copies('power_of_attorney', `'recorded_by', ${away}, 'person_id', ${person('ordinary')}`), nobody), row('power_of_attorney', 'ended in another’s name', does(attorney), nobody), row('power_of_attorney', 'ended', does(attorney.replace(away, me)), (asker) => lastingly('volunteer.request')(asker, 'ordinary'), behind('UPDATE power_of_attorney SET ended_on = NULL, ended_by = NULL')),
  { ...ofEach('volunteer_group_citizen: given up', does('UPDATE volunteer_group_citizen SET to_day = current_date WHERE person_id = $k'), carers, held), table: 'volunteer_group_citizen' },
  { ...ofEach('volunteer_group_citizen: given up without the right', does('UPDATE volunteer_group_citizen SET to_day = current_date WHERE person_id = $k'), nobody, both(held, without('volunteer.request'))), table: 'volunteer_group_citizen' },
  row('volunteer_group_citizen', 'that has ended', does(`UPDATE volunteer_group_citizen SET to_day = current_date WHERE person_id = ${person('ordinary')}`), nobody, behind('UPDATE volunteer_group_citizen SET to_day = current_date - 1')),
  row('volunteer_group', 'led by', does(`UPDATE volunteer_group SET leader_id = ${helper}`), holds('volunteer.manage')), row('volunteer_group', 'begun with a leader', copies('volunteer_group', `'created_by', ${me}, 'leader_id', ${helper}`), holds('volunteer.manage')),
  ...closed.flatMap(([which, first]) => [
    row('volunteer_group', `led by one who is ${which}`, does(`UPDATE volunteer_group SET leader_id = ${helper}`), nobody, first), row('volunteer_group', `begun with a leader who is ${which}`, copies('volunteer_group', `'created_by', ${me}, 'leader_id', ${helper}`), nobody, first),
    row('volunteer_group_helper', `ended, of one who is ${which}`, ends('volunteer_group_helper'), nobody, both(behind(`UPDATE volunteer_group_helper SET volunteer_id = ${helper}, to_day = NULL`), first)),
    ...['volunteer_expense', 'volunteer_group_helper', 'volunteer_showing'].map((table) => row(table, `read, of one who is ${which}`, `EXISTS (SELECT 1 FROM ${table})`, nobody, both(behind(`UPDATE ${table} SET volunteer_id = ${helper}`), first))),
    row('volunteer_expense_step', `refused, of one who is ${which}`, refuses, nobody, both(waitingExpense, first)),
    row('volunteer', `read, who is ${which}`, `EXISTS (SELECT 1 FROM volunteer v WHERE v.id = ${helper})`, nobody, first),
  ]),
  row('volunteer_group_helper', 'ended', ends('volunteer_group_helper'), holds('volunteer.manage'), behind(`UPDATE volunteer_group_helper SET volunteer_id = ${helper}, to_day = NULL`)), row('volunteer_group_helper', 'ended without the right', ends('volunteer_group_helper'), nobody, both(behind(`UPDATE volunteer_group_helper SET volunteer_id = ${helper}, to_day = NULL`), without('volunteer.manage'))),
  row('volunteer_tie', 'read without the right', `EXISTS (SELECT 1 FROM volunteer_tie)`, nobody, without('volunteer.tie')), row('volunteer_tie', 'taken back without the right', does('DELETE FROM volunteer_tie'), nobody, without('volunteer.tie')),
  ...['local_area', 'volunteer_group_kind', 'volunteer_paper_kind', 'volunteer_role'].map((table) => row(table, 'as those who read volunteers', `EXISTS (SELECT 1 FROM ${table})`, holds('volunteer.read'), both(...['volunteer.setup', 'volunteer.request', 'volunteer.figures'].map(without)))),
]

export const callsOfSigned: readonly Call[] = [...signed, ...papers, ...seats, ...changed, ...people].map((call) => partly({ ...call, by: call.name.includes('own family') ? ['volunteer lead'] : ['volunteer lead', 'administrator', 'manager', 'colleague', 'caseworker'], ...(call.once ? {} : { about: ['ordinary', 'second'] }) }))
