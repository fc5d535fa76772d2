import { createHash } from 'node:crypto'
import { target } from './people'
import type { Ready } from './ready'
import type { World } from './world'

/** Asking, answering, beginning, meeting and ending: each form on the ordinary veteran and the world's volunteer, standing where it does its work. */
const ordinary = target('ordinary').id
const row = (world: World, table: string) => String(world.rows.get(table)?.get('ordinary')?.id)
const words = (...fields: [string, string][]): Ready['fields'] => () => fields
const day = (name: string, dayOfMonth: string): [string, string][] => [[`${name}.day`, dayOfMonth], [`${name}.month`, '1'], [`${name}.year`, '2026']]
const lead = ({ users }: World) => users['volunteer lead']

/** They agreed that those who lead volunteers may know them and what they need. */
const told = (world: World) => `INSERT INTO consent (person_id, purpose, fields, recipient_unit_id, how, wording, given_on, expires_on, recorded_by) SELECT '${ordinary}', 'referral', '{needs,contact}', u.unit_id, 'written', 'Vi må fortælle det', current_date, current_date + 300, '${world.users.colleague}' FROM app_user u WHERE u.id = '${lead(world)}'`
/** Active, with room and every paper. */
const helps = (world: World) => `INSERT INTO volunteer_step (volunteer_id, number, step, on_day) VALUES ('${world.volunteer}', 2, 'active', '2026-01-12'); UPDATE volunteer SET roles = '{mentor}', capacity = 20, monthly_limit = NULL WHERE id = '${world.volunteer}';
  INSERT INTO volunteer_paper (volunteer_id, kind_code, number, state, on_day, expires_on, recorded_by) SELECT '${world.volunteer}', k.code, 9, 'approved', '2026-01-12', CASE WHEN k.months IS NULL THEN NULL ELSE '2099-01-01'::date END, '${lead(world)}' FROM volunteer_paper_kind k`
const unmatched = (world: World) => `DELETE FROM volunteer_match WHERE request_id = '${row(world, 'volunteer_request')}'`
const unanswered = (world: World) => `DELETE FROM volunteer_answer WHERE request_id = '${row(world, 'volunteer_request')}'`
/** The volunteer was asked for nobody yet. */
const unasked = (world: World) => `DELETE FROM volunteer_match WHERE volunteer_id = '${world.volunteer}'; DELETE FROM volunteer_answer WHERE volunteer_id = '${world.volunteer}'; DELETE FROM volunteer_question WHERE volunteer_id = '${world.volunteer}'; DELETE FROM volunteer_pair_step WHERE volunteer_id = '${world.volunteer}'`
/** A merge refuses two who have the same volunteer, wait for the same or meet at the same time. */
const hasNothingTwice = () => `DELETE FROM volunteer_match; ${['companion_meeting', 'volunteer_request', 'volunteer_group_citizen'].map((table) => `DELETE FROM ${table} WHERE person_id <> '${ordinary}'`).join('; ')}`
/** An entry that stands in a list of the set-up: two who open it change the same. */
const entryOf = (table: string): Ready['fields'] => async (_world, db) => {
  const { code: entry, version } = (await db.query(`SELECT code, version FROM ${table} WHERE retired_on IS NULL ORDER BY code LIMIT 1`)).rows[0]
  return [['entry', entry], ['version', String(version)]]
}
const all = (...parts: ((world: World) => string)[]) => (world: World) => parts.map((part) => part(world)).join('; ')

const asked = all(told, helps, unmatched, unanswered)
const bothSaid = all(told, helps, unmatched, (world) => `INSERT INTO volunteer_answer (request_id, volunteer_id, person_id, number, side, yes, how, fields, wording, recorded_by) VALUES ('${row(world, 'volunteer_request')}', '${world.volunteer}', '${ordinary}', 1, 'person', true, 'told', '{contact}', 'Vi må fortælle det', '${world.users.colleague}')`)
const free = all(told, helps, unasked)
/** The link of the ordinary veteran, who was asked, and of how the match goes: kept by their hash, as every link. */
const code = 'ACDEFGHJKMNPQRTC'
const hash = `'\\x${createHash('sha256').update(code).digest('hex')}'`
const linked = all(asked, (world) => `UPDATE volunteer_question SET code_hash = ${hash} WHERE request_id = '${row(world, 'volunteer_request')}'`)
const checked = (world: World) => `UPDATE volunteer_check_in SET code_hash = ${hash}, meets = NULL, safe = NULL, words = NULL, answered_at = NULL WHERE match_id = '${row(world, 'volunteer_match')}'`
const wanted: Ready['ids'] = (world) => ({ volunteerRequestId: row(world, 'volunteer_request'), volunteerId: world.volunteer })

/** The volunteer who signs in for the probes is the one who meets, or is asked about, the ordinary veteran. */
const mine = ({ users }: World) => `(SELECT l.volunteer_id FROM volunteer_login l WHERE l.user_id = '${users.volunteer}' AND l.ended_at IS NULL)`
const ours = (world: World) => `UPDATE volunteer_match SET volunteer_id = ${mine(world)} WHERE id = '${row(world, 'volunteer_match')}'; INSERT INTO consent (person_id, purpose, fields, recipient_name, recipient_volunteer_id, how, wording, given_on, expires_on, recorded_by) VALUES ('${ordinary}', 'referral', '{contact}', 'Prøve', ${mine(world)}, 'digital', 'Vi må fortælle det', current_date, current_date + 300, '${world.users.colleague}')`
const asksMe = all(told, unmatched, unanswered, (world) => `UPDATE volunteer_pair_step SET volunteer_id = ${mine(world)} WHERE request_id = '${row(world, 'volunteer_request')}'`)

export const readyVolunteers: Record<string, Ready> = {
  askVolunteer: { sql: free, ids: wanted }, askPlanned: { sql: free, fields: (world) => [['pairs', `${row(world, 'volunteer_request')}:${world.volunteer}`]] },
  answerQuestion: { sql: linked, fields: words(['code', code]) }, answerCheckIn: { sql: checked, fields: words(['code', code]) },
  turnDownPair: { sql: asked, ids: wanted }, takeBackPair: { sql: asked, ids: wanted },
  answerForVolunteer: { sql: asked, ids: wanted }, answerForPerson: { as: 'colleague', sql: asked, ids: wanted },
  beginMatchNow: { sql: bothSaid, ids: wanted },
  saveVolunteerRole: { fields: entryOf('volunteer_role') }, savePaperKind: { fields: entryOf('volunteer_paper_kind') }, saveLocalArea: { fields: entryOf('local_area') }, saveGroupKind: { fields: entryOf('volunteer_group_kind') },
  saveRate: { sql: () => "INSERT INTO expense_rate (kind, valid_from, per_km, source) VALUES ('car', '2031-01-20', 400, 'Prøve')", fields: words(['from.day', '20'], ['from.month', '1'], ['from.year', '2031'], ['seen', 'car:2031-01-20:1']) },
  joinAsVolunteer: { sql: helps },
  mergePair: { sql: hasNothingTwice },
  followUpMatch: { ids: (world) => ({ matchId: row(world, 'volunteer_match') }), fields: words(['number', '2'], ...day('onDay', '20')) },
  endMatch: { ids: (world) => ({ matchId: row(world, 'volunteer_match') }) },
  tieVolunteer: { as: 'colleague', sql: (world) => `DELETE FROM volunteer_tie WHERE person_id = '${ordinary}'; UPDATE volunteer v SET first_name = p.first_name, last_name = p.last_name FROM person p WHERE v.id = '${world.volunteer}' AND p.id = '${ordinary}'` },
  logOwnMeeting: { as: 'volunteer', sql: ours, fields: words(...day('on', '20')) }, takeBackOwnMeeting: { as: 'volunteer', sql: ours, ids: (world) => ({ ownMeeting: row(world, 'volunteer_match_meeting') }) }, raiseOwnConcern: { as: 'volunteer', sql: ours },
  answerOwnQuestion: { as: 'volunteer', sql: asksMe, ids: (world) => ({ ownQuestion: row(world, 'volunteer_request') }) },
}
