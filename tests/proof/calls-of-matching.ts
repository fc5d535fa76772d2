import type { Call } from './calls'
import { closed } from './calls-of-waiting'
import { lastingly, may } from './oracle'
import { behind, nobody, ofEach, once, partly, user, without } from './questions'
import { agreed, both, familyOf, helper, helps, lead, match, ofThese, request, running, sparing, standsAt, tellable, tiedTo, unmatched } from './volunteering'

/** Asking, answering, beginning and ending: what each function asks of whoever calls it, and of the two it is about, at the moment it writes. */
const said = (call: string, wanted = 'done') => `(SELECT s.said FROM ${call} s) = '${wanted}'`
const told = ofThese(lead, tellable)

const steps = (what: string) => said(`access.step_pair(${request}, ${helper}, '${what}', ${what === 'turned-down' ? "'wish'" : 'NULL'}, ${what === 'turned-down' ? "''" : 'NULL'})`)
const free = both(agreed(), helps, unmatched)
/** Nobody may be asked who may not be met. */
const barred: readonly [string, string][] = [
  ['without a consent', both(helps, unmatched)], ['without the right', both(free, without('volunteer.match'))], ['one who pauses', both(free, standsAt('paused'))], ['one who has ended', both(free, standsAt('ended'))],
  ['one in another role', both(free, behind(`UPDATE volunteer SET roles = '{homework}' WHERE id = ${helper}`))], ['one who has no room', both(free, behind(`UPDATE volunteer SET capacity = 0 WHERE id = ${helper}`))], ['one who wants no questions', both(free, behind(`UPDATE volunteer SET monthly_limit = 0 WHERE id = ${helper}`))],
  ...closed.map(([which, first]): [string, string] => [`one who is ${which}`, both(free, first)]),
]
const asking: readonly Call[] = [
  ofEach('step_pair, asked', steps('asked'), told, free),
  ...barred.map(([which, first]) => ofEach(`step_pair, asked, ${which}`, steps('asked'), nobody, first)),
  // Friends of friends: in the world everybody is a friend of the ordinary veteran, and nobody family of the second but the first here.
  ofEach('step_pair, asked, close to each other', steps('asked'), (asker, key) => told(asker, key) && key !== 'second', both(free, tiedTo('second'))),
  ofEach('step_pair, asked, where they meet already', steps('asked'), nobody, both(agreed(), helps, running, behind('DELETE FROM volunteer_pair_step'))),
  ofEach('step_pair, turned down', steps('turned-down'), told, both(agreed(), helps)),
  ofEach('step_pair, taken back', steps('taken-back'), told, both(agreed(), helps)),
  ofEach('step_pair, taken back a day later', steps('taken-back'), nobody, both(agreed(), helps, behind("UPDATE volunteer_pair_step SET recorded_at = recorded_at - interval '2 days'"))),
].map(partly)

const unanswered = behind('DELETE FROM volunteer_answer; DELETE FROM volunteer_match_end; DELETE FROM volunteer_match')
const asked = both(agreed(), helps, unanswered)
const forVolunteer = said(`access.answer_for_volunteer(${request}, ${helper}, true, NULL)`, 'yes')
const forPerson = `access.answer_for_person(k.id, ${request}, ${helper}, true, ARRAY['contact'], 'Vi må fortælle det') = 'yes'`
const answering: readonly Call[] = [
  ofEach('answer_for_volunteer', forVolunteer, told, asked),
  ofEach('answer_for_volunteer without the right', forVolunteer, nobody, both(asked, without('volunteer.match'))),
  ofEach('answer_for_volunteer without a consent', forVolunteer, nobody, both(helps, unanswered)),
  ...closed.map(([which, first]) => ofEach(`answer_for_volunteer who is ${which}`, forVolunteer, nobody, both(asked, first))),
  ofEach('answer_for_person', forPerson, (asker, key) => lastingly('volunteer.request')(asker, key) && tellable(key), asked),
  ofEach('answer_for_person without the right', forPerson, nobody, both(asked, without('volunteer.request'))),
  ofEach('answer_for_person, with the request of another', `access.answer_for_person(k.id, (SELECT r.id FROM proof.requests r WHERE r.person_id <> k.id ORDER BY r.id LIMIT 1), ${helper}, true, ARRAY['contact'], 'Vi må fortælle det') = 'yes'`, nobody, asked),
].map(partly)

const bothSaid = behind(`INSERT INTO volunteer_answer (request_id, volunteer_id, person_id, number, side, yes, how, fields, wording, recorded_by) SELECT r.id, ${helper}, r.person_id, 1, s.side, true, 'told', CASE s.side WHEN 'person' THEN ARRAY['contact'] END, CASE s.side WHEN 'person' THEN 'Vi må fortælle det' END, ${user('kollega')} FROM volunteer_request r CROSS JOIN (VALUES ('volunteer'), ('person')) s (side)`)
const begins = said(`access.start_match(${request}, ${helper})`)
const agreedBoth = both(asked, bothSaid)
const beginning: readonly Call[] = [
  ofEach('start_match', begins, told, agreedBoth),
  ofEach('start_match nobody said yes to', begins, nobody, asked),
  ofEach('start_match the citizen said no to', begins, nobody, both(agreedBoth, behind("UPDATE volunteer_answer SET yes = false, fields = NULL, wording = NULL WHERE side = 'person'"))),
  ofEach('start_match the volunteer said no to', begins, nobody, both(agreedBoth, behind("UPDATE volunteer_answer SET yes = false WHERE side = 'volunteer'"))),
  ofEach('start_match, close to each other', begins, (asker, key) => told(asker, key) && key !== 'second', both(agreedBoth, tiedTo('second'))),
  ...([['without a consent', both(helps, unanswered, bothSaid)], ['without the right', both(agreedBoth, without('volunteer.match'))], ['with one who pauses', both(agreedBoth, standsAt('paused'))], ['with one in another role', both(agreedBoth, behind(`UPDATE volunteer SET roles = '{homework}' WHERE id = ${helper}`))], ['with one who has no room', both(agreedBoth, behind(`UPDATE volunteer SET capacity = 0 WHERE id = ${helper}`))], ...closed.map(([which, first]): [string, string] => [`with one who is ${which}`, both(agreedBoth, first)])] as const)
    .map(([which, first]) => ofEach(`start_match ${which}`, begins, nobody, first)),
].map(partly)

const everyMatch = ofThese(lead, () => true)
const notFamily = ofThese(lead, (key) => key !== 'ordinary')
const ends = said(`access.end_match(${match}, 'both', 'reached', true, 5, NULL)`)
const follows = `access.follow_up(${match}, 2, access.today(), 'both', 'well', NULL) = 'done'`
const settles = "access.settle_concern((SELECT c.id FROM proof.concerns c WHERE c.person_id = k.id), 'Talt med begge') = 'done'"
const anew = `access.ask_anew(${match}) IS NOT NULL`
const met = both(agreed(), behind("UPDATE volunteer_request_state SET state = 'met'; UPDATE volunteer_request SET created_at = created_at - interval '1 hour'; INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, recorded_by) SELECT m.id, m.person_id, access.today(), 'both', 'reached', true, m.started_by FROM volunteer_match m WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)"))
const after: readonly Call[] = [
  ...([['end_match', ends], ['follow_up', follows], ['settle_concern', settles]] as const).flatMap(([name, sql]) => [
    ofEach(name, sql, everyMatch, running), ofEach(`${name} without the right`, sql, nobody, both(running, without('volunteer.match'))), ofEach(`${name} of one’s own family`, sql, notFamily, both(running, familyOf('frivilligleder', 'ordinary'))),
    ...closed.map(([which, first]) => ofEach(`${name} with a volunteer who is ${which}`, sql, nobody, both(running, first))),
  ]),
  ...[['before it began', '(SELECT o.started_on - 1 FROM proof.matches o WHERE o.person_id = k.id)'], ['tomorrow', 'access.today() + 1']].map(([when = '', day = '']) => ofEach(`follow_up, ${when}`, follows.replace('access.today()', day), nobody, running)),
  ofEach('follow_up of one that has ended', follows, (asker, key) => lead(asker) && key === 'ordinary'),
  ofEach('ask_anew', anew, told, met), ofEach('ask_anew without a consent', anew, nobody, both(met, behind('DELETE FROM consent'))), ofEach('ask_anew of one that runs', anew, nobody, both(met, running)), ofEach('ask_anew without the right', anew, nobody, both(met, without('volunteer.match'))),
].map(partly)

/** Meetings somebody wants a companion to; whether the one asked is elsewhere then. */
const meetings = behind(`UPDATE volunteer_request SET role_code = 'companion', for_meeting = true; UPDATE companion_meeting c SET request_id = r.id, kin = NULL, kin_name = NULL, starts_at = now() + interval '9 days', ends_at = now() + interval '9 days 1 hour' FROM volunteer_request r WHERE r.person_id = c.person_id`)
const meeting = `EXISTS (SELECT 1 FROM access.waiting_meetings() w WHERE w.request_id = ${request})`
const booked = `EXISTS (SELECT 1 FROM access.booked_pairs() b WHERE b.request_id = ${request} AND b.volunteer_id = ${helper} AND b.booked)`
const companions: readonly Call[] = [
  ofEach('waiting_meetings', meeting, told, both(agreed(), meetings)), ofEach('waiting_meetings without a consent', meeting, nobody, meetings), ofEach('waiting_meetings without the right', meeting, nobody, both(agreed(), meetings, without('volunteer.match'))),
  ofEach('waiting_meetings, in the language of one who shares no needs', `EXISTS (SELECT 1 FROM access.waiting_meetings() w WHERE w.request_id = ${request} AND w.person_language IS NOT NULL)`, nobody, both(agreed({ fields: "'contact'" }), meetings)),
  // Of the planted matches one runs: whoever goes along there goes nowhere else.
  ofEach('booked_pairs', booked, ofThese(lead, (key) => tellable(key) && key !== 'ordinary'), both(agreed(), meetings)), ofEach('booked_pairs without the right', booked, nobody, both(agreed(), meetings, without('volunteer.match'))),
].map(partly)

/** Courses and numbers of volunteers. */
const course = 'EXISTS (SELECT 1 FROM access.course_seats((SELECT c.id FROM proof.courses c LIMIT 1)) s WHERE s.taken = 1)'
const readers = (asker: string) => may(asker, 'volunteer.read')
const numbers: readonly Call[] = [
  once('course_seats', course, readers), once('course_seats without the right', course, nobody, without('volunteer.read')),
  once('volunteer_number', `access.volunteer_number(${helper}) = 4711`, (asker) => may(asker, 'expense.read')), once('volunteer_number without the right', `access.volunteer_number(${helper}) = 4711`, nobody, without('expense.read')),
  ...closed.slice(0, 1).map(([which, first]) => once(`volunteer_number, ${which}`, `access.volunteer_number(${helper}) = 4711`, (asker) => may(asker, 'expense.read') && !lead(asker), first)),
].map(partly)

/** Figures: counted for both who may, and the people behind them shown to those who lead volunteers. */
const counted = "EXISTS (SELECT 1 FROM access.volunteer_figures() f WHERE f.division = 'wait' AND f.part = 'all')"
const hours = behind(`UPDATE volunteer_training SET minutes = 60, on_day = current_date, volunteer_id = ${helper}`)
const behindFigure = `EXISTS (SELECT 1 FROM access.volunteer_figure_rows('wait', 'all'))`
const figures: readonly Call[] = [
  once('volunteer_figures', counted, (asker) => may(asker, 'volunteer.figures')), once('volunteer_figures without the right', counted, nobody, without('volunteer.figures')),
  // What the middle one and the most are of somebody's hours is told to nobody, not even exactly.
  once('volunteer_figures, hours of one', "EXISTS (SELECT 1 FROM access.volunteer_figures() f WHERE f.division = 'hours' AND (f.middle IS NOT NULL OR f.most IS NOT NULL))", nobody, hours), once('volunteer_figures, hours', "EXISTS (SELECT 1 FROM access.volunteer_figures() f WHERE f.division = 'hours' AND f.total = 60)", lead, hours),
  once('volunteer_figure_rows', behindFigure, lead), ...['volunteer.figures', 'volunteer.read', 'volunteer.match'].map((permission) => once(`volunteer_figure_rows without ${permission}`, behindFigure, nobody, without(permission))),
  once('group_citizens', 'EXISTS (SELECT 1 FROM access.group_citizens())', (asker) => may(asker, 'volunteer.read') || may(asker, 'volunteer.request'), behind('UPDATE volunteer_group_citizen SET to_day = NULL')),
  once('group_citizens, as those who lead', 'EXISTS (SELECT 1 FROM access.group_citizens())', (asker) => may(asker, 'volunteer.read'), both(behind('UPDATE volunteer_group_citizen SET to_day = NULL'), without('volunteer.request'))),
  once('group_citizens, as those who ask', 'EXISTS (SELECT 1 FROM access.group_citizens())', (asker) => may(asker, 'volunteer.request'), both(behind('UPDATE volunteer_group_citizen SET to_day = NULL'), without('volunteer.read'))),
].map(partly)

export const callsOfMatching: readonly Call[] = [...asking, ...answering, ...beginning, ...after, ...companions, ...numbers, ...figures].map(sparing)
