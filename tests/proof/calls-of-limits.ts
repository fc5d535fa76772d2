import type { Call } from './calls'
import { lastingly, may } from './oracle'
import { behind, does, nobody, ofEach, once, partly, stopped, user, worker, without } from './questions'
import { agreed, another, both, helper, helps, lead, match, request, standsAt, tellable, theLead, tiedTo, unmatched } from './volunteering'

/**
 * What a guard stops, it stops for whoever may write there, and for the jobs. Nobody else is told that there is something in the way: they are refused as everywhere.
 * `$k` is the person.
 */
const signer = `coalesce(access.uid(), ${user('kollega')})`
const carers: Call['declared'] = (asker, key) => lastingly('volunteer.request')(asker, key)
const writers: Call['declared'] = (asker, key) => worker(asker) || carers(asker, key)
const few = ['coordinator', 'colleague', 'caseworker', 'volunteer lead', 'manager', 'worker']
const asked = (call: Call): Call => partly({ ...call, by: few, ...(call.once ? {} : { about: ['ordinary', 'second', 'protected'] }) })
const noRight = without('volunteer.request')
/** The same with the right and without it. */
const guard = (name: string, statement: string, first: string): Call[] => [ofEach(name, stopped(statement), writers, first), ofEach(`${name}, without the right`, stopped(statement), worker, both(first, noRight))]

const group = '(SELECT g.id FROM proof.groups g LIMIT 1)'
const joins = `INSERT INTO volunteer_group_citizen (group_id, person_id, from_day, added_by) SELECT ${group}, $k, current_date, ${signer}`
const groups: readonly Call[] = [
  ...guard('guard_group_citizen, full', joins, behind('UPDATE volunteer_group SET closed_on = NULL, seats = 1; DELETE FROM volunteer_group_citizen; INSERT INTO volunteer_group_citizen (group_id, person_id, from_day, added_by) SELECT g.id, p.id, current_date, g.created_by FROM volunteer_group g, (SELECT id FROM person ORDER BY id DESC LIMIT 1) p')),
  ofEach('guard_group_citizen, with a seat', does(joins), writers, behind('UPDATE volunteer_group SET closed_on = NULL, seats = 1; DELETE FROM volunteer_group_citizen')),
]

const asks = (role: string, more = '', value = '') => `INSERT INTO volunteer_request (person_id, role_code, since, created_by${more}) SELECT $k, '${role}', current_date, ${signer}${value}`
const unused = behind("UPDATE volunteer_role SET retired_on = current_date WHERE code IN ('visitor', 'mentor')")
const states = (number: number) => `INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) SELECT r.id, $k, ${number}, 'withdrawn', ${signer} FROM proof.requests r WHERE r.person_id = $k`
const shown = both(helps, behind(`DELETE FROM volunteer_tie; UPDATE volunteer_showing SET shown = true, about = 'Går gerne en tur' WHERE volunteer_id = ${helper}`))
const wishes = asks('visitor', ', wished_volunteer_id', `, ${helper}`)
const again = behind("UPDATE volunteer_request_state SET state = 'met'; UPDATE volunteer_request SET created_at = created_at - interval '1 hour'; INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, recorded_by) SELECT m.id, m.person_id, current_date, 'both', 'reached', true, m.started_by FROM volunteer_match m WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)")
const requests: readonly Call[] = [
  ofEach('guard_retired_role', stopped(asks('visitor')), (asker, key) => writers(asker, key) || lead(asker), unused), ofEach('guard_retired_role, without the right', stopped(asks('visitor')), (asker) => worker(asker) || lead(asker), both(unused, noRight)), ofEach('guard_retired_role, in use', does(asks('visitor')), writers),
  ofEach('ask_anew of a role that is no longer there', `access.ask_anew(${match}) IS NOT NULL`, nobody, both(agreed(), again, unused)),
  ...guard('guard_volunteer_request, waiting already', asks('mentor'), behind("UPDATE volunteer_request SET role_code = 'mentor', for_meeting = false")),
  ...guard('guard_volunteer_request_state, not counted', states(9), 'SELECT 1'), ofEach('guard_volunteer_request_state, counted', does(states(2)), writers),
  ofEach('guard_wish', stopped(wishes), carers, both(shown, standsAt('paused'))), ofEach('guard_wish, without the right', stopped(wishes), nobody, both(shown, standsAt('paused'), noRight)), ofEach('guard_wish, of one who is shown', does(wishes), writers, shown),
  // Whoever is close to the citizen is not wished for, as they are not shown.
  ofEach('guard_wish, of one’s own spouse', stopped(wishes), (asker, key) => carers(asker, key) && key === 'second', both(shown, tiedTo('second'))),
]

const meets = (know = "'{}'") => `INSERT INTO companion_meeting (person_id, request_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, created_by)
  SELECT $k, r.id, 'Prøvemøde', 'Rådhuset', '2650', now() + interval '40 days', now() + interval '40 days 1 hour', 0, 'da', 'da', ${know}, 'listener', ${signer} FROM proof.requests r WHERE r.person_id = $k`
const wanted = behind("UPDATE volunteer_request SET role_code = 'companion', for_meeting = true; UPDATE companion_meeting SET starts_at = now() + interval '80 days', ends_at = now() + interval '80 days 1 hour'; DELETE FROM companion_step")
const atOnce = both(wanted, behind("UPDATE companion_meeting SET starts_at = now() + interval '40 days', ends_at = now() + interval '40 days 1 hour'"))
const steps = `INSERT INTO companion_step (meeting_id, person_id, number, step, on_day, recorded_by) SELECT m.id, $k, 9, 'cancelled', current_date, ${signer} FROM proof.companion_meetings m WHERE m.person_id = $k`
const told = meets("'{needs}'")
const companions: readonly Call[] = [
  ...guard('guard_companion_meeting, at once', meets(), atOnce), ofEach('guard_companion_meeting', does(meets()), writers, wanted),
  ofEach('guard_companion_meeting, beside one that is cancelled', does(meets()), writers, both(atOnce, behind("INSERT INTO companion_step (meeting_id, person_id, number, step, on_day, recorded_by) SELECT m.id, m.person_id, 1, 'cancelled', current_date, m.created_by FROM companion_meeting m"))),
  ...guard('guard_companion_meeting, told without a consent', told, wanted), ofEach('guard_companion_meeting, told with a consent', does(told), (asker, key) => writers(asker, key) && tellable(key), both(agreed(), wanted)),
  ofEach('guard_companion_meeting, told of one who is protected', stopped(told), (asker, key) => writers(asker, key) && !tellable(key), both(agreed(), wanted)),
  ofEach('guard_companion_meeting, told of one who is shielded alone', stopped(told), writers, both(agreed(), wanted, behind('UPDATE person SET shielded = true'), behind("INSERT INTO clearance (user_id, kind, from_day) SELECT u.id, 'SHIELDED', current_date FROM app_user u"))),
  ...guard('guard_companion_step, not counted', steps, wanted),
]

/** Two who are wanted at the same hour. */
const booked = both(agreed(), helps, unmatched, wanted, behind("UPDATE companion_meeting c SET request_id = r.id, kin = NULL, kin_name = NULL FROM volunteer_request r WHERE r.person_id = c.person_id"))
const takesOther = behind(`INSERT INTO volunteer_pair_step (request_id, volunteer_id, person_id, number, step, on_day, recorded_by) SELECT r.id, ${helper}, r.person_id, 1, 'asked', current_date, ${theLead} FROM volunteer_request r WHERE r.person_id = (SELECT person_id FROM volunteer_request ORDER BY person_id DESC LIMIT 1)`)
const asking = `proof.stopped('SELECT access.step_pair(' || quote_nullable(${request}::text) || '::uuid, ' || quote_nullable(${helper}::text) || '::uuid, ''asked'', NULL, NULL)', NULL)`
const bookings: readonly Call[] = [
  ofEach('guard_booking, of one who is away then', asking, (asker, key) => lead(asker) && tellable(key), both(booked, takesOther)), ofEach('guard_booking', asking, nobody, booked),
  // What was withdrawn holds nobody.
  ofEach('guard_booking, of one whose other meeting is cancelled', asking, nobody, both(booked, takesOther, behind(`INSERT INTO companion_step (meeting_id, person_id, number, step, on_day, recorded_by) SELECT m.id, m.person_id, 1, 'cancelled', current_date, m.created_by FROM companion_meeting m WHERE m.person_id = (SELECT person_id FROM volunteer_request ORDER BY person_id DESC LIMIT 1)`))),
]

const course = '(SELECT c.id FROM proof.courses c LIMIT 1)'
const seats = (many: number, state = 'signed', who = another) => behind(`UPDATE volunteer_course SET seats = ${many}, cancelled_on = NULL, on_day = current_date + 9; DELETE FROM volunteer_seat; INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) SELECT c.id, ${who}, '${state}', ${theLead} FROM volunteer_course c`)
const sits = `INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) SELECT ${course}, ${helper}, 'signed', ${signer}`
const puts = (state: string) => `UPDATE volunteer_seat SET state = '${state}', recorded_by = ${signer} WHERE course_id = ${course} AND volunteer_id = ${helper}`
const own = (state: string, many = 1) => both(seats(many), behind(`INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) SELECT c.id, ${helper}, '${state}', ${theLead} FROM volunteer_course c`))
const manages = (asker: string) => may(asker, 'volunteer.manage')
const keeps = (asker: string) => manages(asker) || worker(asker)
const fewer = `UPDATE volunteer_course SET seats = 1 WHERE id = ${course}`
const courses: readonly Call[] = [
  once('guard_volunteer_seat, full', stopped(sits), keeps, seats(1)), once('guard_volunteer_seat, full, without the right', stopped(sits), worker, both(seats(1), without('volunteer.manage'))), once('guard_volunteer_seat, free', does(sits), keeps, seats(2)),
  once('guard_volunteer_seat, given up where it is full', does(puts('gave-up')), keeps, own('signed')), once('guard_volunteer_seat, away where it is full', does(puts('absent')), keeps, own('signed')), once('guard_volunteer_seat, taken anew where it is full', stopped(puts('signed')), keeps, own('gave-up')),
  once('guard_volunteer_seat, of who took part', stopped(puts('absent')), keeps, own('attended', 5)), once('guard_volunteer_course, fewer than are taken', stopped(fewer), keeps, own('signed', 5)), once('guard_volunteer_course, fewer than are taken, without the right', stopped(fewer), worker, both(own('signed', 5), without('volunteer.manage'))),
]

const expense = '(SELECT e.id FROM proof.expenses e LIMIT 1)'
const step = (number: number, state: string) => `INSERT INTO volunteer_expense_step (expense_id, number, state, on_day, reason, recorded_by) SELECT ${expense}, ${number}, '${state}', current_date, ${state === 'refused' ? "'Prøve'" : 'NULL'}, ${signer}`
const sent = (by = user('koordinator'), receipt = '') => behind(`UPDATE volunteer_expense SET entered_by = ${by}; DELETE FROM volunteer_expense_step; INSERT INTO volunteer_expense_step (expense_id, number, state, on_day, recorded_by) SELECT e.id, 1, 'sent', current_date, ${by} FROM volunteer_expense e${receipt}`)
const bare = '; DELETE FROM expense_receipt'
const approved = (by = user('koordinator')) => both(sent(by, bare), behind(`INSERT INTO volunteer_expense_step (expense_id, number, state, on_day, recorded_by) SELECT e.id, 2, 'approved', current_date, ${user('leder')} FROM volunteer_expense e`))
const records = (asker: string) => may(asker, 'expense.record')
const approves = (asker: string) => may(asker, 'expense.approve')
const unsent = behind('DELETE FROM volunteer_expense_step')
const expenses: readonly Call[] = [
  once('guard_expense_step, paid before it is approved', stopped(step(3, 'paid')), (asker) => records(asker) || approves(asker) || worker(asker), sent()), once('guard_expense_step, paid before it is approved, by who writes them', stopped(step(3, 'paid')), (asker) => records(asker) || worker(asker), both(sent(), without('expense.approve'))),
  once('guard_expense_step, approved before it is sent', stopped(step(2, 'approved')), (asker) => records(asker) || approves(asker) || worker(asker), unsent), once('guard_expense_step, without either right', stopped(step(2, 'approved')), worker, both(unsent, without('expense.record'), without('expense.approve'))),
  once('guard_expense_step, approved', does(step(2, 'approved')), (asker) => approves(asker) || worker(asker), sent(undefined, bare)), once('guard_expense_step, paid by who wrote it', does(step(3, 'paid')), (asker) => records(asker) || worker(asker), approved(theLead)),
  once('guard_expense_step, approved by who wrote it', does(step(2, 'approved')), (asker) => (approves(asker) && !lead(asker)) || worker(asker), sent(theLead, bare)),
  // Whoever may not see the receipt refuses an expense, and does not approve it.
  once('guard_expense_step, approved with a receipt', does(step(2, 'approved')), (asker) => (approves(asker) && may(asker, 'volunteer.read')) || worker(asker), sent()), once('guard_expense_step, refused with a receipt', does(step(2, 'refused')), (asker) => approves(asker) || worker(asker), sent()),
]

const kind = (code: string) => `UPDATE volunteer_group SET kind_code = '${code}', name = 'Prøvehold' WHERE id = ${group}`
const retired = behind("UPDATE volunteer_group_kind SET retired_on = current_date")
const founds = `INSERT INTO volunteer_group (kind_code, name, created_by) SELECT 'relatives', 'Prøvehold', ${signer}`
const kinds: readonly Call[] = [
  once('guard_retired_group_kind', stopped(founds), keeps, retired), once('guard_retired_group_kind, without the right', stopped(founds), worker, both(retired, without('volunteer.manage'))),
  once('guard_retired_group_kind, moved to one', stopped(kind('relatives')), keeps, retired), once('guard_retired_group_kind, that it has already', does(kind('veterans')), keeps, both(retired, behind("UPDATE volunteer_group SET kind_code = 'veterans'"))), once('guard_retired_group_kind, in use', does(founds), keeps),
]

export const callsOfLimits: readonly Call[] = [...groups, ...requests, ...companions, ...bookings, ...courses, ...expenses, ...kinds].map(asked)
