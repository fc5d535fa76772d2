import { target, targets } from '@/tests/probes/people'
import type { Call } from './calls'
import { may } from './oracle'
import { behind, person, user } from './questions'

/** What the questions about volunteers need to find by name: the planted requests, matches, and the one volunteer they are all with. */
export const knownVolunteering = `CREATE TABLE proof.requests AS SELECT id, person_id FROM volunteer_request; CREATE TABLE proof.matches AS SELECT id, person_id, request_id, started_on FROM volunteer_match; CREATE TABLE proof.helper AS SELECT id FROM volunteer WHERE number = 4711;
  CREATE TABLE proof.concerns AS SELECT id, person_id FROM volunteer_match_concern; CREATE TABLE proof.match_meetings AS SELECT id, person_id FROM volunteer_match_meeting;
  CREATE TABLE proof.associations AS SELECT id, name FROM association; CREATE TABLE proof.signups AS SELECT id, association_id FROM association_signup; CREATE TABLE proof.signed AS SELECT f.id, p.association_id FROM partnership_file f JOIN partnership p ON p.id = f.partnership_id;
  CREATE TABLE proof.association_contacts AS SELECT id, association_id FROM association_contact; CREATE TABLE proof.courses AS SELECT id FROM volunteer_course; CREATE TABLE proof.groups AS SELECT id FROM volunteer_group; CREATE TABLE proof.expenses AS SELECT id FROM volunteer_expense; CREATE TABLE proof.companion_meetings AS SELECT id, person_id FROM companion_meeting;
  CREATE TABLE proof.other_helper AS SELECT id FROM volunteer WHERE number <> 4711 ORDER BY number LIMIT 1;
  ${['association', 'association_contact', 'association_note', 'dialogue_meeting', 'dialogue_point', 'partnership', 'partnership_file', 'ground_rules', 'workplace', 'volunteer', 'volunteer_course', 'volunteer_group', 'volunteer_group_meeting', 'volunteer_group_helper', 'volunteer_paper', 'volunteer_step', 'volunteer_training', 'volunteer_thanks', 'volunteer_showing', 'volunteer_expense', 'volunteer_language', 'power_of_attorney'].map((table) => `INSERT INTO proof.copies SELECT '${table}', to_jsonb(t) FROM ${table} t LIMIT 1`).join('; ')}`

export const helper = '(SELECT h.id FROM proof.helper h)'
/** Another volunteer: what is theirs is nobody else's. */
export const another = '(SELECT o.id FROM proof.other_helper o)'
/** The request and the match of the person a question is about. */
export const request = '(SELECT r.id FROM proof.requests r WHERE r.person_id = k.id)'
export const match = '(SELECT m.id FROM proof.matches m WHERE m.person_id = k.id)'

export const lead = (asker: string): boolean => may(asker, 'volunteer.match')
export const theLead = "(SELECT id FROM app_user WHERE email LIKE 'frivilligleder@%')"
/** Neither merged away nor protected: only of them a name is told, whatever they agreed to. */
export const tellable = (key: string): boolean => target(key).protection === 'P0' && target(key).past !== 'merged' && target(key).past !== 'deleted'

type Consent = { fields?: string; to?: string; purpose?: string; from?: string; until?: string }
/** Everybody agrees that those who lead volunteers may know them. */
export const agreed = ({ fields = "'needs', 'contact'", to = `(SELECT unit_id FROM app_user WHERE id = ${theLead})`, purpose = 'referral', from = '0', until = '30' }: Consent = {}): string => behind(
  `INSERT INTO consent (person_id, purpose, fields, recipient_unit_id, how, wording, given_on, expires_on, recorded_by) SELECT p.id, '${purpose}', ARRAY[${fields}]::text[], ${to}, 'written', 'Vi må fortælle det', current_date + ${from}, current_date + ${until}, ${user('kollega')} FROM person p`)
export const withdrawn = behind(`INSERT INTO consent_withdrawal (consent_id, person_id, withdrawn_on, how, recorded_by) SELECT c.id, c.person_id, current_date, 'spoken', c.recorded_by FROM consent c WHERE NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id)`)
/** And each that the volunteer may. */
export const toHelper = ({ until = '30', from = '0' }: Pick<Consent, 'from' | 'until'> = {}): string => behind(
  `INSERT INTO consent (person_id, purpose, fields, recipient_name, recipient_volunteer_id, how, wording, given_on, expires_on, recorded_by) SELECT p.id, 'referral', ARRAY['contact', 'needs'], 'Prøve', ${helper}, 'digital', 'Vi må fortælle det', current_date + ${from}, current_date + ${until}, ${user('kollega')} FROM person p`)
/** The volunteer helps, with room for everybody, in what the requests ask for. */
export const helps = behind(`INSERT INTO volunteer_step (volunteer_id, number, step, on_day, recorded_by) SELECT ${helper}, 90, 'active', current_date, ${theLead}; UPDATE volunteer SET capacity = 20, monthly_limit = NULL, roles = ARRAY['mentor', 'companion'] WHERE id = ${helper}`)
export const standsAt = (step: string): string => behind(`INSERT INTO volunteer_step (volunteer_id, number, step, on_day, reason, until_day, recorded_by) SELECT ${helper}, 91, '${step}', current_date, ${step === 'ended' ? "'wish'" : 'NULL'}, ${step === 'paused' ? 'current_date + 9' : 'NULL'}, ${theLead}`)
/** The matches that were ended run again. */
export const running = behind('DELETE FROM volunteer_match_end')
export const unmatched = behind('DELETE FROM volunteer_match_end; DELETE FROM volunteer_match; DELETE FROM volunteer_answer; DELETE FROM volunteer_pair_step')
/** The volunteer is this citizen as well. */
export const tiedTo = (key: string): string => behind(`DELETE FROM volunteer_tie WHERE person_id = ${person(key)}; INSERT INTO volunteer_tie (volunteer_id, person_id, tied_by) SELECT ${helper}, ${person(key)}, ${user('kollega')}`)
export const familyOf = (of: string, key: string): string => behind(`INSERT INTO staff_relation (user_id, person_id, kind, from_day) VALUES (${user(of)}, ${person(key)}, 'SIBLING', '2020-01-01')`)
/** The one who signs in is the volunteer. */
export const loggedIn = (ended = false): string => behind(`INSERT INTO volunteer_login (volunteer_id, user_id, opened_by, opened_at, ended_at) SELECT ${helper}, ${user('frivillig')}, ${theLead}, now() - interval '1 day', ${ended ? "now() - interval '1 hour'" : 'NULL'}; UPDATE app_user SET for_volunteer = true WHERE id = ${user('frivillig')}`)
export const died = behind("UPDATE person SET died_on = current_date - 1")
export const both = (...first: string[]): string => first.join('; ')
/** Said of each of them, where the rule for the asker holds. */
export const ofThese = (asks: (asker: string) => boolean, which: (key: string) => boolean): Call['declared'] => (asker, key) => asks(asker) && which(key)

const everybody = ['coordinator', 'colleague', 'uncleared', 'caseworker', 'manager', 'volunteer lead', 'volunteer', 'association', 'administrator', 'officer', 'reader', 'former', 'nobody', 'citizen', 'visitor', 'worker', 'sign-in']
const fewer = ['volunteer lead', 'colleague', 'coordinator', 'manager', 'volunteer', 'association']
/** What is nobody's is asked of those who would be the first to get it, and about a few: everybody else is turned away by the question beside it already. */
export const sparing = (call: Call): Call => (!call.by && everybody.every((asker) => ['', ...targets.map(({ key }) => key)].every((key) => (call.once ? key !== '' : key === '') || !call.declared(asker, key))) ? { ...call, by: fewer, ...(call.once ? {} : { about: ['ordinary', 'second', 'assigned', 'consented', 'protected'] }) } : call)
