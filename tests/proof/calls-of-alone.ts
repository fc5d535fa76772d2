import type { Call } from './calls'
import { closed } from './calls-of-waiting'
import { lastingly, may } from './oracle'
import { behind, nobody, ofEach, once, partly, person, user, without } from './questions'
import { another, both, familyOf, helper, helps, lead, loggedIn, match, ofThese, request, running, standsAt, tellable, theLead, tiedTo, toHelper, agreed } from './volunteering'

/** What is another volunteer's, or another association's, is on nobody's own page: the same rows, with somebody else's name on them. */
const volunteer = (asker: string) => may(asker, 'volunteer.own')
const me = both(helps, loggedIn())
const theirs = ofThese(volunteer, tellable)
const ours = "(SELECT a.id FROM proof.associations a WHERE a.name = 'Prøveforeningen')"
const elsewhere = "(SELECT a.id FROM proof.associations a WHERE a.name = 'Prøveklubben')"

const logins: readonly Call[] = [
  once('my_volunteer, with the login of another', 'access.my_volunteer() IS NOT NULL', nobody, both(helps, behind(`INSERT INTO volunteer_login (volunteer_id, user_id, opened_by) SELECT ${helper}, ${user('formand')}, ${theLead}`))),
  once('my_association, with the tie of another', 'access.my_association() IS NOT NULL', nobody, behind(`UPDATE association_representative SET user_id = ${user('formand')}`)),
]

/** The meeting of another's match, with a consent to them. */
const given = behind(`UPDATE volunteer_match SET volunteer_id = ${another}`)
const toAnother = both(me, running, toHelper(), given, behind(`UPDATE consent SET recipient_volunteer_id = ${another} WHERE recipient_volunteer_id IS NOT NULL; UPDATE volunteer_match_meeting SET recorded_by = ${user('frivillig')}, recorded_at = now()`))
const logged = (more = 'true') => `EXISTS (SELECT 1 FROM access.my_meetings() g WHERE g.match_id = ${match} AND ${more})`
const matches: readonly Call[] = [
  ofEach('my_meetings of another’s match', logged(), nobody, toAnother), ofEach('log_my_meeting of another’s match', `(SELECT s.said FROM access.log_my_meeting(${match}, current_date, true, 60) s) = 'done'`, nobody, toAnother),
  ofEach('my_meetings, written by another', logged('g.may_take_back'), nobody, both(me, running, toHelper(), behind(`UPDATE volunteer_match_meeting SET recorded_by = ${user('kollega')}, recorded_at = now()`))),
  ofEach('my_meetings, written oneself', logged('g.may_take_back'), theirs, both(me, running, toHelper(), behind(`UPDATE volunteer_match_meeting SET recorded_by = ${user('frivillig')}, recorded_at = now()`))),
  // What another said of the same request is no answer of one's own.
  ofEach('my_questions that another has answered', `EXISTS (SELECT 1 FROM access.my_questions('da') q WHERE q.id = ${request})`, theirs, both(me, agreed(), behind(`DELETE FROM volunteer_match_end; DELETE FROM volunteer_match; DELETE FROM volunteer_answer; INSERT INTO volunteer_answer (request_id, volunteer_id, person_id, number, side, yes, how) SELECT r.id, ${another}, r.person_id, 1, 'volunteer', true, 'page' FROM volunteer_request r`))),
]

/** A companion's own meetings: theirs, for as long as they stand, and each look is written down in their own name. */
const companion = behind("UPDATE volunteer_request SET role_code = 'companion', for_meeting = true; UPDATE companion_meeting c SET request_id = r.id, kin = NULL, kin_name = NULL, starts_at = now() + interval '9 days', ends_at = now() + interval '9 days 1 hour' FROM volunteer_request r WHERE r.person_id = c.person_id; DELETE FROM companion_step")
const goesAlong = both(me, running, toHelper(), companion)
const accompanied = `EXISTS (SELECT 1 FROM access.my_companion_meetings() c WHERE c.match_id = ${match})`
const cancelled = behind("INSERT INTO companion_step (meeting_id, person_id, number, step, on_day, recorded_by) SELECT m.id, m.person_id, 1, 'cancelled', current_date, m.created_by FROM companion_meeting m")
const seenBy = (who: string) => behind(`INSERT INTO audit_event (kind, action, actor_user_id, person_id, details) SELECT 'DISCLOSURE', 'consent.card-viewed', ${who}, m.person_id, jsonb_build_object('match', m.id) FROM volunteer_match m`)
const written = `(SELECT count(*) FROM audit_event e WHERE e.action = 'consent.card-viewed' AND e.actor_user_id = ${user('frivillig')} AND e.at >= now()) > 0`
const companions: readonly Call[] = [
  ofEach('my_companion_meetings', accompanied, theirs, goesAlong), ofEach('my_companion_meetings that are cancelled', accompanied, nobody, both(goesAlong, cancelled)),
  ofEach('my_companion_meetings of another', accompanied, nobody, both(toAnother, companion)),
  { ...ofEach('my_companion_meetings that another has looked at', accompanied, theirs, both(goesAlong, seenBy(user('kollega')))), then: written },
]

const course = '(SELECT c.id FROM proof.courses c LIMIT 1)'
const held = (seats = 5) => behind(`UPDATE volunteer_course SET seats = ${seats}, cancelled_on = NULL, on_day = current_date + 9; DELETE FROM volunteer_seat`)
const seat = (who: string, state = 'signed') => behind(`INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) SELECT c.id, ${who}, '${state}', ${theLead} FROM volunteer_course c`)
const takes = `access.take_my_seat(${course}) = 'done'`
const givesUp = `access.give_up_my_seat(${course}) = 'done'`
const signed = `EXISTS (SELECT 1 FROM access.my_courses() c WHERE c.signed)`
const stillSits = `(SELECT s.state = 'signed' FROM volunteer_seat s WHERE s.volunteer_id = ${another})`
const courses: readonly Call[] = [
  once('take_my_seat', takes, volunteer, both(me, held())), once('take_my_seat beside another', takes, volunteer, both(me, held(), seat(another))), once('take_my_seat twice', takes, nobody, both(me, held(), seat(helper))), once('take_my_seat where it is full', takes, nobody, both(me, held(1), seat(another))),
  once('give_up_my_seat', givesUp, volunteer, both(me, held(), seat(helper))), once('give_up_my_seat of another', givesUp, nobody, both(me, held(), seat(another))),
  { ...once('give_up_my_seat of another, today', `access.give_up_my_seat(${course}) = 'gone'`, volunteer, both(me, held(), seat(another), behind('UPDATE volunteer_course SET on_day = current_date'))), by: ['volunteer'] },
  { ...once('give_up_my_seat and nobody else’s', givesUp, volunteer, both(me, held(), seat(helper), seat(another))), then: stillSits },
  once('my_courses with a seat', signed, volunteer, both(me, held(), seat(helper))), once('my_courses with the seat of another', signed, nobody, both(me, held(), seat(another))),
]

const token = "sha256(convert_to('kalender', 'UTF8'))"
const feed = behind(`DELETE FROM calendar_feed; INSERT INTO calendar_feed (user_id, token_hash) SELECT ${user('frivillig')}, ${token}`)
const dates = "EXISTS (SELECT 1 FROM access.own_feed('kalender'))"
const web = (asker: string) => asker === 'sign-in'
const feeds: readonly Call[] = [
  once('own_feed', dates, web, both(me, held(), seat(helper), feed)), once('own_feed with the seat of another', dates, nobody, both(me, held(), seat(another), feed)), once('own_feed of a login that has ended', dates, nobody, both(helps, loggedIn(true), held(), seat(helper), feed)),
  once('own_feed of one who has ended', dates, nobody, both(me, held(), seat(helper), feed, behind(`INSERT INTO volunteer_step (volunteer_id, number, step, on_day, reason, recorded_by) SELECT ${helper}, 92, 'ended', current_date, 'wish', ${theLead}`))),
].map((call) => ({ ...call, by: ['sign-in', 'volunteer', 'visitor'] }))

const waiting = (who: string) => behind(`INSERT INTO volunteer_expense (volunteer_id, kind, on_day, amount, purpose, receipt) SELECT ${who}, 'other', current_date, 100, 'Prøve', 'kvittering.pdf' FROM generate_series(1, 40)`)
const sends = "(SELECT s.said FROM access.send_my_expense('other', current_date, NULL, 100, 'Prøve', 'application/pdf', 'x', '\\x2a') s) = 'done'"
const facts: readonly Call[] = [
  once('send_my_expense', sends, volunteer, me), once('send_my_expense beside many of another', sends, volunteer, both(me, waiting(another))), once('send_my_expense beside many', sends, nobody, both(me, waiting(helper))),
  // The version of another's is not the one that was seen.
  once('set_my_times, seen by the version of another', "access.set_my_times('{}', 7) = 'done'", nobody, both(me, behind(`UPDATE volunteer SET version = 7 WHERE id = ${another}`))),
  once('my_contact, when who it was has left', "EXISTS (SELECT 1 FROM access.my_contact('da') c WHERE c.person IS NOT NULL)", nobody, both(me, behind(`UPDATE app_user SET active = false WHERE id = ${theLead}`))),
  once('my_contact, as another’s steps were written', "EXISTS (SELECT 1 FROM access.my_contact('da') c WHERE c.person IS NOT NULL)", nobody, both(me, behind(`UPDATE volunteer_step SET recorded_by = ${user('kollega')}; INSERT INTO volunteer_step (volunteer_id, number, step, on_day, recorded_by) SELECT ${another}, 93, 'active', current_date, ${theLead}`))),
]

const contacted = 'EXISTS (SELECT 1 FROM access.own_agreed_contacts())'
const associations: readonly Call[] = [
  once('own_association_contacts of another', 'EXISTS (SELECT 1 FROM access.own_association_contacts())', nobody, behind(`UPDATE association_contact SET association_id = ${elsewhere}, to_day = NULL`)),
  once('own_dialogues of another', 'EXISTS (SELECT 1 FROM access.own_dialogues())', nobody, behind(`UPDATE dialogue_meeting SET association_id = ${elsewhere}, cancelled_on = NULL`)),
  once('own_dialogue_points of another', 'EXISTS (SELECT 1 FROM access.own_dialogue_points())', nobody, behind(`UPDATE dialogue_meeting SET association_id = ${elsewhere}, cancelled_on = NULL`)),
  once('own_signed_file of another', `EXISTS (SELECT 1 FROM access.own_signed_file((SELECT s.id FROM proof.signed s WHERE s.association_id = ${ours})))`, nobody, behind(`UPDATE partnership SET association_id = ${elsewhere}`)),
  once('own_agreed_contacts of another', contacted, nobody, behind(`UPDATE partnership SET association_id = ${elsewhere}`)),
  once('own_agreed_contacts of an agreement that is over', contacted, nobody, behind('UPDATE partnership SET from_day = current_date - 9, to_day = current_date - 1')),
  once('own_agreed_contacts, when who it was has left', contacted, nobody, behind(`UPDATE app_user SET active = false WHERE id = ${theLead}`)),
]

/** Whom nobody outside may hear of: shielded, whatever else is said of their address; also where whoever leads volunteers is cleared for it. */
const shieldedAlone = behind("UPDATE person SET shielded = true WHERE protection = 'P0'")
const clearedAll = behind("INSERT INTO clearance (user_id, kind, from_day) SELECT u.id, 'SHIELDED', current_date FROM app_user u")
const clearedLead = behind(`INSERT INTO clearance (user_id, kind, from_day) SELECT ${theLead}, 'SHIELDED', current_date`)
const named = `EXISTS (SELECT 1 FROM access.waiting_requests() w WHERE w.id = ${request} AND (w.told OR w.person_id IS NOT NULL))`
const metByName = `EXISTS (SELECT 1 FROM access.known_matches() m WHERE m.id = ${match} AND (m.told OR m.person_id IS NOT NULL))`
const unanswered = behind('DELETE FROM volunteer_answer; DELETE FROM volunteer_match_end; DELETE FROM volunteer_match')
const answers = `(SELECT s.said FROM access.answer_for_volunteer(${request}, ${helper}, true, NULL) s) = 'yes'`
const shielded: readonly Call[] = [
  ofEach('waiting_requests, by name of one who is shielded alone', named, nobody, both(agreed(), shieldedAlone, clearedLead)), ofEach('known_matches, by name of one who is shielded alone', metByName, nobody, both(agreed(), shieldedAlone, clearedLead)),
  ofEach('my_matches of one who is shielded alone', `EXISTS (SELECT 1 FROM access.my_matches('da') m WHERE m.id = ${match})`, nobody, both(me, running, toHelper(), shieldedAlone)),
  ofEach('my_questions of one who is shielded alone', `EXISTS (SELECT 1 FROM access.my_questions('da') q WHERE q.id = ${request})`, nobody, both(me, agreed(), unanswered, shieldedAlone)),
  once('volunteer_loads, shielded, by one who is cleared', `${helper} IN (SELECT l.volunteer_id FROM access.volunteer_loads() l)`, lead, both(tiedTo('shielded'), clearedLead)),
  ofEach('answer_for_volunteer of one’s own family', answers, ofThese(lead, (key) => tellable(key) && key !== 'ordinary'), both(agreed(), helps, unanswered, familyOf('frivilligleder', 'ordinary'))),
  ofEach('volunteer_catalogue, of one who is shielded alone as a citizen', `${helper} IN (SELECT c.volunteer_id FROM access.volunteer_catalogue(k.id) c)`, nobody, both(helps, behind(`DELETE FROM volunteer_tie WHERE volunteer_id = ${helper}; UPDATE volunteer_showing SET shown = true, about = 'Går gerne en tur' WHERE volunteer_id = ${helper}`), tiedTo('refugee'), behind(`UPDATE person SET shielded = true WHERE id = ${person('refugee')}`), clearedAll)),
]

/** Links for one answer each: the code of whoever asks, as long as it is about what was asked. */
const code = "(SELECT r.code_hash FROM reply_code r WHERE r.revoked_at IS NULL AND r.expires_at > now() AND length(r.code_hash) = 32 AND r.person_id = " + person('ordinary') + ')'
const ofOrdinary = (table: string) => `${table}.person_id = ${person('ordinary')}`
const linked = (number = 1, hash = code) => both(agreed(), unanswered, behind(`UPDATE volunteer_question SET number = ${number}, code_hash = ${hash} WHERE ${ofOrdinary('volunteer_question')}`))
const checked = (side = 'person', hash = code) => behind(`UPDATE volunteer_check_in SET side = '${side}', answered_at = NULL, meets = NULL, safe = NULL, words = NULL, code_hash = ${hash} WHERE ${ofOrdinary('volunteer_check_in')}`)
const citizen = (asker: string) => asker === 'citizen'
const opened = 'access.open_question() IS NOT NULL'
const checkIn = 'access.open_check_in() IS NOT NULL'
const links: readonly Call[] = [
  once('open_question', opened, citizen, linked()), once('open_question with another code', opened, nobody, linked(1, "'\\x2b'")), once('open_question of an earlier round', opened, nobody, linked(2)),
  once('open_check_in', checkIn, citizen, both(running, checked())), once('open_check_in with another code', checkIn, nobody, both(running, checked('person', "'\\x2b'"))), once('open_check_in of what has ended', checkIn, nobody, both(running, checked(), behind("INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, recorded_by) SELECT m.id, m.person_id, current_date, 'both', 'reached', true, m.started_by FROM volunteer_match m"))),
  // The volunteer is asked only for as long as they may know whom they meet.
  once('open_check_in of the volunteer', checkIn, citizen, both(running, checked('volunteer'), toHelper())), once('open_check_in of the volunteer, without a consent', checkIn, nobody, both(running, checked('volunteer'))),
].map((call) => ({ ...call, by: ['citizen', 'visitor'] }))

/** One a day: nobody is in two places at once. */
const apart = both(companion, behind("UPDATE companion_meeting c SET starts_at = now() + x.n * interval '1 day', ends_at = now() + x.n * interval '1 day' + interval '1 hour' FROM (SELECT m.id, 9 + row_number() OVER (ORDER BY m.id) AS n FROM companion_meeting m) x WHERE x.id = c.id"))
/** Beginning, and the people behind figures. */
const bothSaid = behind(`INSERT INTO volunteer_answer (request_id, volunteer_id, person_id, number, side, yes, how, fields, wording, recorded_by) SELECT r.id, ${helper}, r.person_id, 1, s.side, true, 'told', CASE s.side WHEN 'person' THEN ARRAY['contact'] END, CASE s.side WHEN 'person' THEN 'Vi må fortælle det' END, ${user('kollega')} FROM volunteer_request r CROSS JOIN (VALUES ('volunteer'), ('person')) s (side)`)
const begins = `(SELECT s.said FROM access.start_match(${request}, ${helper}) s) = 'done'`
const ready = both(agreed(), helps, unanswered, bothSaid)
const rowsOf = (division: string, part: string, subject: string) => `${subject} IN (SELECT f.subject FROM access.volunteer_figure_rows('${division}', '${part}') f)`
const begun = behind('UPDATE volunteer_match SET started_on = current_date - 30')
const unasked = behind('DELETE FROM volunteer_pair_step; DELETE FROM volunteer_match; DELETE FROM volunteer_step')
const beginning: readonly Call[] = [
  ofEach('start_match of one’s own family', begins, ofThese(lead, (key) => tellable(key) && key !== 'ordinary'), both(ready, familyOf('frivilligleder', 'ordinary'))),
  ofEach('start_match, to a meeting to come', begins, ofThese(lead, tellable), both(ready, apart)), ofEach('start_match, to a meeting that is over', begins, nobody, both(ready, companion, behind("UPDATE companion_meeting SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'"))), ofEach('start_match, to a meeting that is cancelled', begins, nobody, both(ready, apart, cancelled)),
  once('volunteer_figure_rows, who helps', rowsOf('active', 'all', helper), lead, helps), once('volunteer_figure_rows, who helps, without the right to match', rowsOf('active', 'all', helper), nobody, both(helps, without('volunteer.match'))), once('volunteer_figure_rows, who pauses', rowsOf('active', 'all', helper), nobody, both(helps, standsAt('paused'))),
  once('volunteer_figure_rows, never asked, who helps since today', rowsOf('asked', 'never', helper), nobody, both(unasked, helps, behind(`INSERT INTO volunteer_step (volunteer_id, number, step, on_day, recorded_by) SELECT ${helper}, 80, 'interested', current_date - 300, ${theLead}`))),
  once('volunteer_figure_rows, never asked', rowsOf('asked', 'never', helper), lead, both(unasked, helps, behind(`UPDATE volunteer_step SET on_day = current_date - 300 WHERE step = 'active'`))),
  ofEach('volunteer_figure_rows, begun', rowsOf('begun', 'all', match), lead, begun), ofEach('volunteer_figure_rows, begun, of one’s own family', rowsOf('begun', 'all', match), ofThese(lead, (key) => key !== 'ordinary'), both(begun, familyOf('frivilligleder', 'ordinary'))),
  ...closed.map(([which, first]) => ofEach(`volunteer_figure_rows, begun, with one who is ${which}`, rowsOf('begun', 'all', match), nobody, both(begun, first))),
]

/** What is counted of the lists: exactly for those who read volunteers, and papers only where they are there. */
const uses = (list: string, more: string) => `EXISTS (SELECT 1 FROM access.volunteer_setup_uses() u WHERE u.list = '${list}' AND u.use = 'volunteers' AND ${more})`
const paper = (state: string) => both(helps, behind(`UPDATE volunteer_paper SET state = '${state}' WHERE volunteer_id = ${helper}`))
const setUp: readonly Call[] = [
  once('volunteer_setup_uses, of few', uses('roles', 'u.many IS NOT NULL'), (asker) => may(asker, 'volunteer.setup') && may(asker, 'volunteer.read'), helps), once('volunteer_setup_uses, of papers', uses('papers', 'true'), (asker) => may(asker, 'volunteer.setup'), paper('approved')), once('volunteer_setup_uses, of papers that were refused', uses('papers', 'true'), nobody, paper('refused')),
].map((call) => ({ ...call, by: ['volunteer lead', 'administrator', 'manager'] }))

/** With whom it did not become anything: told to whoever has the person in hand, and to those who lead volunteers as far as the person agreed. */
const refused = behind("DELETE FROM volunteer_answer; DELETE FROM volunteer_match_end; DELETE FROM volunteer_match; UPDATE volunteer_pair_step SET step = 'turned-down', cause = 'wish', field_state = ''")
const turnedDown = `EXISTS (SELECT 1 FROM access.person_turned_down(k.id) t WHERE t.volunteer_id = ${helper})`
const refusedFor = `EXISTS (SELECT 1 FROM access.request_turned_down(${request}) t WHERE t.volunteer_id = ${helper})`
const carers: Call['declared'] = (asker, key) => lastingly('volunteer.request')(asker, key)
const told = ofThese(lead, tellable)
const turned: readonly Call[] = [
  ofEach('person_turned_down', turnedDown, carers, refused), ofEach('person_turned_down without the right', turnedDown, nobody, both(refused, without('volunteer.request'))), ofEach('person_turned_down, of one’s own family', turnedDown, (asker, key) => carers(asker, key) && asker !== 'coordinator', both(refused, tiedTo('spouse'))),
  ofEach('request_turned_down', refusedFor, told, both(refused, agreed())), ofEach('request_turned_down without a consent', refusedFor, nobody, refused), ofEach('request_turned_down without the right', refusedFor, nobody, both(refused, agreed(), without('volunteer.match'))),
  ...closed.map(([which, first]) => ofEach(`request_turned_down, of a volunteer who is ${which}`, refusedFor, nobody, both(refused, agreed(), first))),
].map((call) => ({ ...call, by: ['coordinator', 'colleague', 'caseworker', 'volunteer lead', 'manager'] }))

/** Those who would be the first to get it. */
const few = ['volunteer lead', 'volunteer', 'association', 'coordinator', 'manager']
const about = ['ordinary', 'second', 'protected']
export const callsOfAlone: readonly Call[] = [...logins, ...matches, ...companions, ...courses, ...feeds, ...facts, ...associations, ...shielded, ...links, ...beginning, ...setUp, ...turned].map((call) => partly({ ...call, by: call.by ?? few, ...(call.once ? {} : { about }) }))
