import type { Call } from './calls'
import { closed } from './calls-of-waiting'
import { may } from './oracle'
import { behind, does, holds, nobody, once, partly, user, without } from './questions'
import { both, familyOf, helper, helps, lead, loggedIn, sparing, standsAt, theLead, tiedTo } from './volunteering'

/** How a volunteer comes to sign in: who gives the login, who decides where the one who wrote the address may not, and what the link of the mail opens. */
const proved = "UPDATE session SET proved_at = now() WHERE device = 'Chrome, Linux'"
const address = 'helper@probe.invalid'
/** Somebody else than whoever leads volunteers has written the address. */
const writtenBy = (who: string, email = address) => behind(`UPDATE volunteer SET email = '${email}', email_by = ${who} WHERE id = ${helper}`)
const reachable = both(helps, writtenBy(user('kollega')))
const opens = (wanted = 'done') => `(SELECT s.said FROM access.open_volunteer_login(${helper}, false, 'Emne', 'Ord [link]', 'https://probe.invalid', interval '1 day', 'Emne', 'Ord') s) = '${wanted}'`
const gives = (asker: string) => may(asker, 'volunteer.login')
const opening: readonly Call[] = [
  once('open_volunteer_login', opens(), gives, both(proved, reachable)), once('open_volunteer_login without proof', opens(), nobody, reachable),
  once('open_volunteer_login without the right', opens(), nobody, both(proved, reachable, without('volunteer.login'))), once('open_volunteer_login for one who has ended', opens(), nobody, both(proved, reachable, standsAt('ended'))),
  once('open_volunteer_login with the address of a colleague', opens(), nobody, both(proved, helps, writtenBy(user('kollega'), 'KOLLEGA@demo.invalid'))),
  once('open_volunteer_login with an address one wrote oneself', opens(), nobody, both(proved, helps, writtenBy(theLead))), once('open_volunteer_login, asked of a second', opens('second'), lead, both(proved, helps, writtenBy(theLead))),
  once('open_volunteer_login with an address one wrote oneself, of one who has ended', opens('standing'), lead, both(proved, helps, writtenBy(theLead), standsAt('ended'))),
  // The link of a login that has ended is sent to nobody.
  once('open_volunteer_login again, of one who has ended', opens(), nobody, both(proved, reachable, loggedIn(true), standsAt('ended'))),
  ...closed.map(([which, first]) => once(`open_volunteer_login, ${which}`, opens(), nobody, both(proved, reachable, first))),
].map(partly)

const ends = `access.end_volunteer_login(${helper})`
const loginOf = (more = 'true') => `EXISTS (SELECT 1 FROM access.volunteer_login_of(${helper}) l WHERE ${more})`
const readers = (asker: string) => may(asker, 'volunteer.read')
const live = loggedIn()
const standing: readonly Call[] = [
  once('note_email_writer', does(`UPDATE volunteer SET email = 'ny@probe.invalid' WHERE id = ${helper}`), lead, reachable, `(SELECT v.email_by = ${theLead} FROM volunteer v WHERE v.id = ${helper})`),
  once('end_volunteer_login', ends, (asker) => may(asker, 'volunteer.manage'), live), once('end_volunteer_login without the right', ends, nobody, both(live, without('volunteer.manage'))),
  once('volunteer_login_of', loginOf(), readers, live), once('volunteer_login_of without the right', loginOf(), nobody, both(live, without('volunteer.read'))), once('volunteer_login_of one that has ended', loginOf(), nobody, loggedIn(true)),
  once('volunteer_login_of, with a link that has run out', loginOf('l.invited_until IS NOT NULL'), nobody, both(live, behind(`DELETE FROM user_invitation; INSERT INTO user_invitation (user_id, token_hash, invited_by, expires_at) SELECT ${user('frivillig')}, '\\x2a', ${theLead}, now() - interval '1 hour'`))),
  ...closed.flatMap(([which, first]) => [once(`end_volunteer_login, ${which}`, ends, nobody, both(live, first)), once(`volunteer_login_of, ${which}`, loginOf(), nobody, both(live, first))]),
].map(partly)

const asked = (by = user('kollega')) => both(helps, writtenBy(user('kollega')), behind(`DELETE FROM volunteer_login_request; INSERT INTO volunteer_login_request (volunteer_id, email, asked_by) SELECT ${helper}, '${address}', ${by}`))
const sees = (more = 'true') => `EXISTS (SELECT 1 FROM access.asked_volunteer_logins() q WHERE ${more})`
const approves = (asker: string) => asker === 'administrator'
const housed = behind(`UPDATE app_user SET unit_id = (SELECT id FROM unit WHERE kind = 'VOLUNTEERING' LIMIT 1) WHERE id = ${user('leder')}`)
/** The request is looked for by the owner beforehand: who may not see it, decides it no more by its id. */
const knownRequest = 'CREATE TABLE proof.login_requests AS SELECT id FROM volunteer_login_request; GRANT SELECT ON proof.login_requests TO PUBLIC'
const decides = (yes: boolean) => `(SELECT s.said FROM access.decide_volunteer_login((SELECT r.id FROM proof.login_requests r), ${yes}, 'Emne', 'Ord [link]', 'https://probe.invalid', interval '1 day', 'Emne', 'Ord') s) = 'done'`
const waits = `EXISTS (SELECT 1 FROM access.volunteer_login_waits(${helper}))`
const closedToAdministrators: readonly [string, string][] = [['one’s own family', both(tiedTo('ordinary'), familyOf('administrator', 'ordinary'))], ['shielded', tiedTo('shielded')]]
const deciding: readonly Call[] = [
  once('asked_volunteer_logins', sees(), approves, asked()), once('asked_volunteer_logins, of the house', sees(), (asker) => approves(asker) || asker === 'manager', both(asked(), housed)), once('asked_volunteer_logins without the right', sees(), nobody, both(asked(), housed, without('right.approve'))),
  once('asked_volunteer_logins of one who has ended', sees(), nobody, both(asked(), standsAt('ended'))), once('asked_volunteer_logins that were decided', sees(), nobody, both(asked(), behind(`UPDATE volunteer_login_request SET decided_at = now(), given = false, decided_by = ${user('leder')}`))),
  once('asked_volunteer_logins, signed in before', sees('q.former IS NOT NULL'), approves, both(asked(), live)), once('asked_volunteer_logins, with a login that has ended', sees('q.former IS NOT NULL'), nobody, both(asked(), loggedIn(true))),
  once('asked_volunteer_logins, asked by oneself', sees('q.own'), approves, asked(user('administrator'))), once('asked_volunteer_logins, to an address one wrote oneself', sees('q.own'), approves, both(asked(), writtenBy(user('administrator')))), once('asked_volunteer_logins, of others', sees('q.own'), nobody, asked()),
  once('decide_volunteer_login', decides(true), approves, both(proved, asked(), knownRequest)), once('decide_volunteer_login, refused', decides(false), approves, both(asked(), knownRequest, without('right.give'))),
  once('decide_volunteer_login without the right', decides(true), nobody, both(proved, asked(), knownRequest, without('right.give'))), once('decide_volunteer_login without proof', decides(true), nobody, both(asked(), knownRequest)),
  once('decide_volunteer_login that one asked for', decides(true), nobody, both(proved, asked(user('administrator')), knownRequest)),
  once('volunteer_login_waits', waits, readers, asked()), once('volunteer_login_waits without the right', waits, nobody, both(asked(), without('volunteer.read'))),
  ...closed.map(([which, first]) => once(`volunteer_login_waits, ${which}`, waits, nobody, both(asked(), first))), ...closedToAdministrators.map(([which, first]) => once(`asked_volunteer_logins, ${which}`, sees(), nobody, both(asked(), first))),
].map((call) => partly({ ...call, by: ['administrator', 'manager', 'volunteer lead', 'officer', 'coordinator', 'colleague', 'volunteer'] }))

const token = (name: string) => `sha256(convert_to('${name}', 'UTF8'))`
const link = (name: string, of: string, set = "now() + interval '1 hour', NULL") => `INSERT INTO user_invitation (user_id, token_hash, invited_by, expires_at, used_at) SELECT ${user(of)}, ${token(name)}, ${theLead}, ${set}`
/** One that holds, one of theirs that ran out, and one of somebody else. */
const links = behind(`DELETE FROM user_invitation; ${link('holds', 'frivillig')}; ${link('over', 'frivillig', "now() - interval '1 hour', NULL")}; ${link('used', 'frivillig', "now() + interval '1 hour', now()")}; ${link('other', 'kollega')}`)
const uses = (name = 'holds') => `access.use_sign_in_link('${name}') IS NOT NULL`
const asks = (email = 'FRIVILLIG@demo.invalid') => `access.sign_in_link('${email}', 'Emne', 'Ord [link]', 'https://probe.invalid') IS NOT NULL`
const web = (asker: string) => asker === 'sign-in'
const inactive = behind(`UPDATE app_user SET active = false WHERE id = ${user('frivillig')}`)
const stays = (name: string, how: string) => `(SELECT i.expires_at ${how} now() FROM user_invitation i WHERE i.token_hash = ${token(name)})`
const greets = `access.open_invitation('holds') ->> 'name' = (SELECT v.first_name FROM proof.helper_name v)`
const named = `CREATE TABLE proof.helper_name AS SELECT first_name FROM volunteer WHERE id = ${helper}; GRANT SELECT ON proof.helper_name TO PUBLIC`
const signingIn: readonly Call[] = [
  once('sign_in_link', asks(), web, live), once('sign_in_link of a login that has ended', asks(), nobody, loggedIn(true)), once('sign_in_link of a user who is closed', asks(), nobody, both(live, inactive)), once('sign_in_link of staff', asks('kollega@demo.invalid'), nobody, live),
  once('use_sign_in_link', uses(), web, both(live, links)), once('use_sign_in_link of a login that has ended', uses(), nobody, both(loggedIn(true), links)), once('use_sign_in_link of a user who is closed', uses(), nobody, both(live, links, inactive)),
  once('use_sign_in_link of one who never had a login', uses(), nobody, both(links, behind('DELETE FROM volunteer_login'))), ...['over', 'used', 'other', 'made up'].map((name) => once(`use_sign_in_link, ${name}`, uses(name), nobody, both(live, links))),
  once('use_sign_in_link, and what ends', uses(), web, both(live, links, behind(link('second', 'frivillig'))), `${stays('second', '<=')} AND ${stays('over', '<')} AND ${stays('other', '>')}`),
  // What opens nothing is not written down as a sign-in.
  once('use_sign_in_link that has run out, and the log', `access.use_sign_in_link('over') IS NULL`, web, both(live, links), "NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.action = 'link.used' AND e.at >= now())"),
  once('open_invitation of a volunteer', greets, web, both(live, links, named)), once('open_invitation of a login that has ended', greets, nobody, both(loggedIn(true), links, named)), once('open_invitation of somebody else', greets.replace('holds', 'other'), nobody, both(live, links, named)),
].map((call) => partly({ ...call, by: ['sign-in', 'visitor', 'volunteer'] }))

/** What ends by itself, and what it leaves alone. */
const ending: readonly Call[] = [
  holds('volunteer_user_closed: a login that had ended keeps when', `(SELECT l.ended_at < now() FROM volunteer_login l WHERE l.volunteer_id = ${helper} AND l.opened_at > now() - interval '2 days')`, both(loggedIn(true), `UPDATE app_user SET active = false WHERE id = ${user('frivillig')}`)),
  holds('volunteer_login_erased: nobody else is closed', `(SELECT NOT u.active FROM app_user u WHERE u.id = ${user('frivillig')}) AND (SELECT u.active FROM app_user u WHERE u.id = ${user('forening')})`,
    both(live, behind(`UPDATE app_user SET for_volunteer = true WHERE id = ${user('forening')}`), `DELETE FROM volunteer_login WHERE user_id = ${user('frivillig')}`)),
  holds('receipt_gone: only the file of the receipt', "(SELECT count(*) FROM stored_file WHERE name = 'andet.pdf') = 1",
    both(`INSERT INTO stored_file (owner_id, kind, mime, name, sha256, bytes) SELECT ${user('frivillig')}, 'receipt', 'application/pdf', 'andet.pdf', 'x', '\\x2a'`, 'DELETE FROM expense_receipt')),
]

export const callsOfLogins: readonly Call[] = [...[...opening, ...standing, ...deciding, ...signingIn].map(sparing), ...ending]
