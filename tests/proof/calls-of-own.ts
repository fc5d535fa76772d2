import type { Call } from './calls'
import { may } from './oracle'
import { behind, nobody, ofEach, once, partly, user, without } from './questions'
import { agreed, both, died, helper, helps, loggedIn, match, ofThese, request, running, sparing, standsAt, tellable, toHelper, withdrawn } from './volunteering'

/** What a volunteer and a representative are told by the functions of their own pages: the one who is signed in, for as long as they help or speak, and nothing of anybody else. */
const volunteer = (asker: string) => may(asker, 'volunteer.own')
const me = both(helps, loggedIn())
/** In each of these the page is empty. */
const nobodys: readonly [string, string][] = [
  ['without the right', both(me, without('volunteer.own'))], ['when the login has ended', both(helps, loggedIn(true))], ['once they have ended', both(me, standsAt('ended'))], ['before they were active', both(loggedIn(), standsAt('talked'))],
]
const facts: readonly Call[] = [
  ...([['my_volunteer', `access.my_volunteer() = ${helper}`], ['my_facts', "EXISTS (SELECT 1 FROM access.my_facts('da') f WHERE f.number = 4711)"], ['my_papers', "EXISTS (SELECT 1 FROM access.my_papers('da'))"], ['my_trainings', 'EXISTS (SELECT 1 FROM access.my_trainings())'], ['my_contact', "EXISTS (SELECT 1 FROM access.my_contact('da'))"],
    ['my_courses', 'EXISTS (SELECT 1 FROM access.my_courses())'], ['set_my_times', "access.set_my_times('{}', 1) = 'done'"]] as const).flatMap(([name, sql]) => [
    once(name, sql, volunteer, both(me, behind("UPDATE volunteer_course SET on_day = current_date + 9, cancelled_on = NULL"))), once(`${name} while one pauses`, sql, volunteer, both(me, standsAt('paused'), behind("UPDATE volunteer_course SET on_day = current_date + 9, cancelled_on = NULL"))),
    ...nobodys.map(([which, first]) => once(`${name} ${which}`, sql, nobody, both(first, behind("UPDATE volunteer_course SET on_day = current_date + 9, cancelled_on = NULL")))),
  ]),
].map(partly)

const meets = both(me, running, toHelper())
const theirs = ofThese(volunteer, tellable)
const shown = `EXISTS (SELECT 1 FROM access.my_matches('da') m WHERE m.id = ${match})`
const logged = `EXISTS (SELECT 1 FROM access.my_meetings() g WHERE g.match_id = ${match})`
const logs = `(SELECT s.said FROM access.log_my_meeting(${match}, access.today(), true, 60) s) = 'done'`
const takes = '(SELECT s.said FROM access.take_back_my_meeting((SELECT g.id FROM proof.match_meetings g WHERE g.person_id = k.id)) s) = \'done\''
const raises = `(SELECT s.said FROM access.raise_my_concern(${match}, 'worried', 'Prøve') s) = 'done'`
/** Whatever ends it, ends it for every way to read and to write. */
const over: readonly [string, string][] = [
  ['without a consent', both(me, running)], ['when the consent has run out', both(me, running, toHelper({ from: '-30', until: '-1' }))], ['when it was taken back', both(meets, withdrawn)], ['once the citizen has died', both(meets, died)],
  ['once the match has ended', both(meets, behind("INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, recorded_by) SELECT m.id, m.person_id, current_date, 'both', 'reached', true, m.started_by FROM volunteer_match m"))],
  ['without a login', both(helps, running, toHelper())], ['once they have ended', both(meets, behind(`INSERT INTO volunteer_step (volunteer_id, number, step, on_day, reason, recorded_at, recorded_by) SELECT ${helper}, 91, 'ended', current_date, 'wish', now() + interval '1 minute', ${user('kollega')}`))],
]
const own = behind(`UPDATE volunteer_match_meeting SET recorded_by = ${user('frivillig')}, recorded_at = now()`)
const matches: readonly Call[] = ([['my_matches', shown], ['my_meetings', logged], ['log_my_meeting', logs], ['take_back_my_meeting', takes], ['raise_my_concern', raises]] as const).flatMap(([name, sql]) => [
  ofEach(name, sql, theirs, both(meets, own)), ...over.map(([which, first]) => ofEach(`${name} ${which}`, sql, nobody, both(first, own))),
]).concat([
  ofEach('take_back_my_meeting of a day ago', takes, nobody, both(meets, own, behind("UPDATE volunteer_match_meeting SET recorded_at = now() - interval '2 days'"))),
  ofEach('take_back_my_meeting of another', takes, nobody, both(meets, behind(`UPDATE volunteer_match_meeting SET recorded_by = ${user('kollega')}, recorded_at = now()`))),
  ofEach('my_matches by telephone without contact', `EXISTS (SELECT 1 FROM access.my_matches('da') m WHERE m.id = ${match} AND cardinality(m.phones) > 0)`, nobody, both(meets, behind("UPDATE consent SET fields = '{needs}' WHERE recipient_volunteer_id IS NOT NULL"))),
]).map(partly)

const questioned = both(me, agreed(), behind('DELETE FROM volunteer_answer; DELETE FROM volunteer_match_end; DELETE FROM volunteer_match'))
const question = `EXISTS (SELECT 1 FROM access.my_questions('da') q WHERE q.id = ${request})`
const answers = `(SELECT s.said FROM access.answer_my_question(${request}, true, NULL) s) = 'yes'`
const questions: readonly Call[] = ([['my_questions', question], ['answer_my_question', answers]] as const).flatMap(([name, sql]) => [
  ofEach(name, sql, theirs, questioned), ofEach(`${name} without a consent`, sql, nobody, both(me, behind('DELETE FROM volunteer_answer'))), ofEach(`${name} that was taken back`, sql, nobody, both(questioned, behind("UPDATE volunteer_pair_step SET step = 'taken-back'"))),
  ofEach(`${name} without a login`, sql, nobody, both(helps, agreed(), behind('DELETE FROM volunteer_answer'))),
]).concat([
  ofEach('my_questions, in the language of one who shares no needs', `EXISTS (SELECT 1 FROM access.my_questions('da') q WHERE q.id = ${request} AND cardinality(q.languages) > 0)`, nobody, both(questioned, behind("UPDATE consent SET fields = '{contact}'"))),
]).map(partly)

/** The one who speaks for the association, and the paper, the contact and the meeting of its own. */
const speaks = (asker: string) => asker === 'association'
const ours = "(SELECT a.id FROM proof.associations a WHERE a.name = 'Prøveforeningen')"
const another = "(SELECT a.id FROM proof.associations a WHERE a.name = 'Prøveklubben')"
const held = behind("UPDATE dialogue_meeting SET cancelled_on = NULL; UPDATE association_contact SET to_day = NULL")
const silent: readonly [string, string][] = [
  ['without the right', without('association.own')], ['once the tie has ended', behind("UPDATE association_representative SET from_day = current_date - 9, to_day = current_date - 1")], ['before the tie begins', behind('UPDATE association_representative SET from_day = current_date + 1')], ['of one that is closed', behind('UPDATE association SET closed_on = current_date')],
  ['of one that was not accepted', behind(`INSERT INTO association_signup (association_id, language) SELECT ${ours}, 'da'`)],
]
const contactOf = (which: string) => `(SELECT c.id FROM proof.association_contacts c WHERE c.association_id = ${which} LIMIT 1)`
const associations: readonly Call[] = [
  ...([['my_association', `access.my_association() = ${ours}`], ['own_association', "EXISTS (SELECT 1 FROM access.own_association() a WHERE a.name = 'Prøveforeningen')"], ['own_association_contacts', 'EXISTS (SELECT 1 FROM access.own_association_contacts())'], ['own_agreements', 'EXISTS (SELECT 1 FROM access.own_agreements())'], ['own_agreed_contacts', 'EXISTS (SELECT 1 FROM access.own_agreed_contacts())'],
    ['own_signed_file', `EXISTS (SELECT 1 FROM access.own_signed_file((SELECT s.id FROM proof.signed s WHERE s.association_id = ${ours})))`], ['own_dialogues', 'EXISTS (SELECT 1 FROM access.own_dialogues())'], ['own_dialogue_points', 'EXISTS (SELECT 1 FROM access.own_dialogue_points())'], ['own_ground_rules', 'EXISTS (SELECT 1 FROM access.own_ground_rules())'],
    ['own_association_unit', "EXISTS (SELECT 1 FROM access.own_association_unit('da'))"], ['association_areas', 'EXISTS (SELECT 1 FROM access.association_areas())'], ['set_own_association', "access.set_own_association('x', 'x', '{}', NULL, 1) = 'done'"], ['add_own_contact', "access.add_own_contact('Prøve', NULL, NULL, '+4520123456')"], ['end_own_contact', `access.end_own_contact(${contactOf(ours)})`]] as const)
    .flatMap(([name, sql]) => [once(name, sql, speaks, held), ...silent.map(([which, first]) => once(`${name} ${which}`, sql, nobody, both(held, first)))]),
  once('end_own_contact of another', `access.end_own_contact(${contactOf(another)})`, nobody, held),
  once('own_association under five', 'EXISTS (SELECT 1 FROM access.own_association() a WHERE a.active IS NOT NULL)', nobody, both(helps, behind(`UPDATE volunteer SET association_id = ${ours}`))),
].map(partly)

const manages = (asker: string) => may(asker, 'association.manage')
const untied = behind('DELETE FROM association_representative')
const isFree = `${user('forening')} IN (SELECT f.id FROM access.free_representatives() f)`
const ties = `access.tie_representative(${ours}, ${user('forening')}, NULL)`
const decides = `access.decide_signup((SELECT s.id FROM proof.signups s WHERE s.association_id = ${another}), true, NULL) IS NOT NULL`
const managed: readonly Call[] = [
  ...([['free_representatives', isFree], ['tie_representative', ties]] as const).flatMap(([name, sql]) => [
    once(name, sql, manages, untied), once(`${name} without the right`, sql, nobody, both(untied, without('association.manage'))), once(`${name} who speaks for one already`, sql, nobody),
    once(`${name} who has left`, sql, nobody, both(untied, behind(`UPDATE app_user SET active = false WHERE id = ${user('forening')}`))), once(`${name} whose role has ended`, sql, nobody, both(untied, behind(`UPDATE role_grant SET to_day = current_date - 1 WHERE user_id = ${user('forening')}`))),
    once(`${name} who has another role as well`, sql, nobody, both(untied, behind(`INSERT INTO role_grant (user_id, role, from_day) SELECT ${user('forening')}, 'MANAGER', current_date`))),
  ]),
  once('tie_representative to one that is closed', ties, nobody, both(untied, behind('UPDATE association SET closed_on = current_date'))), once('tie_representative to one that was not accepted', `access.tie_representative(${another}, ${user('forening')}, NULL)`, nobody, untied),
  once('representatives_of', `EXISTS (SELECT 1 FROM access.representatives_of(${ours}))`, (asker) => may(asker, 'association.read')), once('representatives_of without the right', `EXISTS (SELECT 1 FROM access.representatives_of(${ours}))`, nobody, without('association.read')),
  once('decide_signup', decides, manages), once('decide_signup without the right', decides, nobody, without('association.manage')),
].map(partly)

export const callsOfOwn: readonly Call[] = [...facts, ...matches, ...questions, ...associations, ...managed].map(sparing)
