import type { Call } from './calls'
import { door, link, sha, who } from './calls-of-change'
import { may } from './oracle'
import { behind, holds, nobody, once, partly, user } from './questions'

/** Rights that are given and ways in that are changed: who decides, what ends with it, and what stays as it was. */
const id = "'019a0000-0000-7000-8000-0000000d0301'::uuid"
const proved = "UPDATE session SET proved_at = now() WHERE device = 'Chrome, Linux'"
const proposed = (of: string, by = user('away')) => `${proved}; INSERT INTO right_proposal (id, user_id, role, reason, proposed_by) VALUES (${id}, ${of}, 'VOLUNTEER', 'Prøvens egen grund', ${by})`
const decides = (verdict: string) => `access.decide_right(${id}, '${verdict}') = 'done'`
const approvers = (asker: string) => ['administrator', 'manager'].includes(asker)
/** Closed at this moment: what waits for them is still there. */
const closed = behind(`UPDATE app_user SET active = false WHERE id = ${user('kollega')}`)
const rights: readonly Call[] = [
  once('decide_right', decides('APPROVED'), approvers, proposed(user('kollega'))),
  once('decide_right that is withdrawn', decides('WITHDRAWN'), (asker) => may(asker, 'user.manage'), proposed(user('kollega'))),
  once('decide_right of whoever has left', decides('APPROVED'), nobody, `${proposed(user('kollega'))}; ${closed}`),
  once('decide_right proposed by whoever has left', decides('APPROVED'), nobody, `${proposed(user('leder'), user('kollega'))}; ${closed}`),
  once('decide_right of one at the provider', decides('APPROVED'), nobody, `${proposed(user('kollega'))}; UPDATE app_user SET issuer = 'i', subject = 'x' WHERE id = ${user('kollega')}`),
  once('decide_right of oneself', decides('APPROVED'), nobody, proposed(user('administrator'))),
  once('decide_right that one proposed', decides('APPROVED'), (asker) => asker === 'manager', proposed(user('kollega'), user('administrator'))),
].map(partly)
/** Reference data and demos are loaded by the owner: nobody is signed in who could have proved who they are. */
const loaded = holds('a right approved with nobody signed in', `(SELECT outcome = 'APPROVED' FROM right_proposal WHERE id = ${id})`, `${proposed(user('kollega'))}; SET LOCAL app.session = ''; UPDATE right_proposal SET outcome = 'APPROVED', decided_by = ${user('leder')}, decided_at = now() WHERE id = ${id}`)

const mine = (token: string, more: Record<string, string>) => link(token, 1, { user_id: user('koordinator'), ...more })
const passwords: readonly Call[] = [
  once('change_password leaves what is over', "access.change_password('h', 's', 'w') IS NOT NULL", (asker) => asker === 'coordinator',
    `${proved}; UPDATE session SET proved_at = '-infinity' WHERE user_id <> ${user('koordinator')}; ${mine('z used', { used_at: 'now()', expires_at: "now() + interval '2 days'" })}; ${mine('z over', { expires_at: "now() - interval '1 second'" })}; ${mine('z open', {})}`,
    `(SELECT expires_at > now() FROM user_invitation WHERE token_hash = ${sha('z used')}) AND (SELECT expires_at < now() FROM user_invitation WHERE token_hash = ${sha('z over')}) AND (SELECT expires_at = now() FROM user_invitation WHERE token_hash = ${sha('z open')})`),
]

const atTheDoor = (asker: string) => asker === 'sign-in'
const at = (name: string, sql: string, declared: (asker: string) => boolean, first: string, then?: string): Call => ({ ...once(name, sql, declared, `${door}; ${first}`, then), by: ['sign-in', 'coordinator', 'citizen', 'worker'] })
const role = (name: string, days: string) => `INSERT INTO role_grant (user_id, role, from_day, to_day) VALUES (${who(3)}, '${name}', ${days})`
const comes = "access.federated_user('i', 'provider', '', '', ARRAY['CASEWORKER']::role[]) IS NOT NULL"
const caseworker = (condition: string) => `(SELECT count(*) FROM role_grant WHERE user_id = ${who(3)} AND role = 'CASEWORKER' AND ${condition})`
const both = "access.federated_user('i', 'provider', '', '', ARRAY['CASEWORKER', 'MANAGER']::role[]) IS NOT NULL"
const newOne = `${caseworker('from_day = current_date AND to_day IS NULL')} = 1`
const provedBefore = (minutes: number) => `UPDATE session SET proved_at = now() - interval '${minutes} minutes'`
const signingIn: readonly Call[] = [
  at('confirm_factor before a code was given', "access.confirm_factor('s begun', ARRAY['\\x2d'::bytea])", nobody, 'UPDATE second_factor SET last_step = NULL'),
  at('begin_factor without proof', "access.begin_factor('s begun', '\\x2a')", nobody, provedBefore(6)), at('begin_factor of one who waits', "access.begin_factor('s waiting', '\\x2a')", atTheDoor, provedBefore(6)),
  at('confirm_factor without proof', "access.confirm_factor('s begun', ARRAY['\\x2d'::bytea])", nobody, provedBefore(16)), at('confirm_factor, begun a while ago', "access.confirm_factor('s begun', ARRAY['\\x2d'::bytea])", atTheDoor, provedBefore(14)),
  at('confirm_factor of one who waits', "access.confirm_factor('s begun', ARRAY['\\x2d'::bytea])", atTheDoor, `${provedBefore(16)}; UPDATE session SET awaits_factor = true WHERE device = 's begun'`),
  at('federated_user, and what ends', comes, atTheDoor, [role('VOLUNTEER', "'2020-01-01', '2020-12-31'"), role('MANAGER', "'2020-01-01', current_date + 30")].join('; '),
    `(SELECT to_day = '2020-12-31' FROM role_grant WHERE user_id = ${who(3)} AND role = 'VOLUNTEER') AND (SELECT to_day = current_date - 1 FROM role_grant WHERE user_id = ${who(3)} AND role = 'MANAGER') AND ${newOne}`),
  at('federated_user of another role as well', both, atTheDoor, role('MANAGER', "'2020-01-01', NULL"), newOne),
  at('federated_user whose role has ended', comes, atTheDoor, role('CASEWORKER', "'2020-01-01', '2020-12-31'"), newOne),
  at('federated_user whose role begins later', comes, atTheDoor, role('CASEWORKER', 'current_date + 1, NULL'), newOne),
  at('federated_user whose role ends later', comes, atTheDoor, role('CASEWORKER', "'2020-01-01', current_date + 30"), `${caseworker('true')} = 1`),
]

export const callsOfStanding: readonly Call[] = [...rights, loaded, ...passwords, ...signingIn]
