import { randomBytes } from 'node:crypto'
import { paper } from './paper'
import type { Planter, Row } from './planter'
import type { World } from './world'

const DAY = '2026-01-15'
const leadOf = ({ users }: World) => users['volunteer lead']

/** On the way, with everything that can be written about somebody who wants to help. */
async function plantVolunteer(planter: Planter, lead: string): Promise<string> {
  const id = String((await planter.plant('volunteer', '', { number: 4711, birth_year: 1980, language: 'da', postcode: '8900', address_protected: false, phone: '+4520123456', roles: ['mentor'], areas: [], times: ['1-evening'], experience: [], capacity: 1, monthly_limit: null, source: 'staff', agreed_at: new Date(), submission_id: null, created_by: lead, version: 1, association_id: null, background: null, email_by: null })).id)
  await planter.plant('volunteer_language', '', { volunteer_id: id, language: 'da', level: 'native' })
  await planter.plant('volunteer_step', '', { volunteer_id: id, number: 1, step: 'interested', on_day: '2026-01-10', until_day: null, reason: null, recorded_by: lead })
  await planter.plant('volunteer_paper', '', { volunteer_id: id, kind_code: 'confidentiality', number: 1, state: 'asked', on_day: '2026-01-11', expires_on: null, recorded_by: lead })
  await planter.plant('volunteer_training', '', { volunteer_id: id, kind: 'course', on_day: '2026-01-11', minutes: 60, recorded_by: lead })
  // Over: the one who signs in for the probes is the demo's.
  await planter.plant('volunteer_login', '', { volunteer_id: id, user_id: lead, opened_by: lead, opened_at: new Date('2026-01-12'), ended_by: lead, ended_at: new Date('2026-01-13') })
  return id
}

/** Somebody who helps, and what they laid out, and a group; and a login that waits for somebody else to give it. */
export async function plantDeeds(planter: Planter, lead: string): Promise<{ volunteer: string; loginRequest: string; expense: string; course: string; group: string }> {
  const volunteer = await plantVolunteer(planter, lead)
  const loginRequest = String((await planter.plant('volunteer_login_request', '', { volunteer_id: volunteer, asked_by: lead, asked_at: new Date('2026-01-12'), decided_by: null, decided_at: null, given: null })).id)
  const expense = String((await planter.plant('volunteer_expense', '', { number: 6001, volunteer_id: volunteer, kind: 'other', on_day: '2026-01-10', metres: null, per_km: null, rate_from: null, rate_source: null, amount: 4850, entered_by: lead })).id)
  await planter.plant('volunteer_expense_step', '', { expense_id: expense, number: 1, state: 'sent', on_day: '2026-01-10', reason: null, recorded_by: lead })
  const receipt = String((await planter.plant('stored_file', '', { person_id: null, owner_id: lead, kind: 'receipt', mime: 'application/pdf', name: 'kvittering.pdf' })).id)
  await planter.plant('expense_receipt', '', { expense_id: expense, file_id: receipt, recorded_by: lead })
  await planter.plant('volunteer_reminder', '', { volunteer_id: volunteer, on_day: '2026-01-12', about: ['paper'] })
  await planter.plant('volunteer_thanks', '', { volunteer_id: volunteer, years: null, words: 'Tak for hjælpen', on_day: '2026-01-11', recorded_by: lead })
  const course = String((await planter.plant('volunteer_course', '', { kind: 'course', title: 'Prøve', on_day: '2026-01-12', starts: '17:00', minutes: 60, place: 'Prøve', seats: 5, cancelled_on: null, created_by: lead, version: 1 })).id)
  await planter.plant('volunteer_seat', '', { course_id: course, volunteer_id: volunteer, state: 'signed', recorded_by: lead })
  await planter.plant('volunteer_showing', '', { volunteer_id: volunteer, number: 1, shown: true, about: 'Går gerne en tur ved åen', on_day: '2026-01-12', recorded_by: lead })
  const group = String((await planter.plant('volunteer_group', '', { kind_code: 'veterans', seats: null, leader_id: null, closed_on: null, created_by: lead, version: 1 })).id)
  await planter.plant('volunteer_group_helper', '', { group_id: group, volunteer_id: volunteer, from_day: '2026-01-10', to_day: '2026-01-20', added_by: lead })
  await planter.plant('volunteer_group_meeting', '', { group_id: group, on_day: '2026-01-15', volunteers: 2, citizens: 5, recorded_by: lead })
  return { volunteer, loginRequest, expense, course, group }
}

/** Of a few: that they are volunteers as well. */
export async function plantTie(planter: Planter, key: string, { colleague, lead }: { colleague?: string; lead?: string }): Promise<Row | null> {
  if (!['ordinary', 'second', 'protected'].includes(key)) return null
  const { id } = await planter.plant('volunteer', '', { number: 4800 + key.length, first_name: 'Prøve', last_name: 'Prøvesen', birth_year: null, language: 'da', postcode: null, address_protected: false, phone: '+4520123456', roles: [], areas: [], times: [], experience: [], skills: null, limits: null, capacity: 1, monthly_limit: null, source: 'staff', agreed_at: new Date(), submission_id: null, created_by: lead, version: 1, association_id: null, background: null, email_by: null })
  await planter.plant('volunteer_step', '', { volunteer_id: id, number: 1, step: 'interested', on_day: '2026-01-10', until_day: null, reason: null, words: null, recorded_by: lead })
  return { volunteer_id: id, tied_by: colleague }
}

/** With somebody who speaks for it, and an agreement that was signed: the ids of itself, the contact, the agreement, the paper, a meeting to come, a point of it, a workplace, and an association that signed up by itself, with the sign-up; who signs in for the first; and the contact of its agreement. */
export async function plantAssociation(planter: Planter, lead: string, representative: string): Promise<string[]> {
  const id = String((await planter.plant('association', '', { name: 'Prøveforeningen', kind: 'social', about: null, offers: null, areas: [], website: null, closed_on: null, created_by: lead, version: 1 })).id)
  const agreement = String((await planter.plant('partnership', '', { association_id: id, number: 1, from_day: '2026-01-01', to_day: '2027-12-31', review_on: null, responsibilities: 'Prøve', contributions: null, goals: null, insurance: null, data_terms: null, places: null, recorded_by: lead })).id)
  const file = String((await planter.plant('stored_file', '', { person_id: null, owner_id: lead, kind: 'partnership', mime: 'application/pdf', name: 'samarbejdsaftale-1.pdf', bytes: paper([planter.marker('', 'stored_file', 'bytes')]) })).id)
  const signed = String((await planter.plant('partnership_file', '', { partnership_id: agreement, file_id: file, recorded_by: lead })).id)
  const meeting = String((await planter.plant('dialogue_meeting', '', { association_id: id, on_day: '2027-03-01', agenda: 'Prøve', cancelled_on: null, created_by: lead, version: 1 })).id)
  const point = String((await planter.plant('dialogue_point', '', { meeting_id: meeting, due_on: '2027-04-01', done_on: null, recorded_by: lead })).id)
  await planter.plant('association_note', '', { association_id: id, about: 'trust', on_day: '2026-01-10', recorded_by: lead })
  return [id, String((await planter.plant('association_contact', '', { association_id: id, title: null, phone: '+4520123456', from_day: '2026-01-01', to_day: null, recorded_by: lead })).id), agreement, signed, meeting, point, await plantWorkplace(planter, lead), ...(await plantSignup(planter)), String((await planter.plant('association_representative', '', { association_id: id, user_id: representative, from_day: '2026-01-01', to_day: null, recorded_by: lead })).id),
    String((await planter.plant('partnership_contact', '', { partnership_id: agreement, contact_id: null, user_id: lead, from_day: '2026-01-01', to_day: null, recorded_by: lead })).id)]
}

async function plantWorkplace(planter: Planter, lead: string): Promise<string> {
  const id = String((await planter.plant('workplace', '', { name: 'Prøvehuset', closed_on: null, created_by: lead })).id)
  await planter.plant('ground_rules', '', { workplace_id: id, number: 1, volunteers: 'Prøve', staff: 'Prøve', together: null, agreed_with: null, from_day: '2026-01-01', recorded_by: lead })
  return id
}

/** Somebody waits, one volunteer is asked, and the two meet; of most it is over. */
export const waitingRows = (world: World, row: (table: string) => unknown, key: string, at: number): Record<string, () => Row | null> => ({
  volunteer_group_citizen: () => ({ group_id: world.group, from_day: DAY, to_day: DAY, added_by: world.users.colleague }),
  volunteer_request: () => ({ number: 5000 + at, role_code: 'mentor', since: DAY, times: ['1-evening'], areas: [], languages: ['da-native'], challenges: [], age_from: null, age_to: null, for_meeting: false, created_by: world.users.colleague }),
  volunteer_request_state: () => ({ request_id: row('volunteer_request'), number: 1, state: 'waiting', recorded_by: world.users.colleague }),
  volunteer_pair_step: () => ({ request_id: row('volunteer_request'), volunteer_id: world.volunteer, number: 1, step: 'asked', cause: null, field_state: null, on_day: DAY, recorded_by: leadOf(world) }),
  volunteer_question: () => ({ request_id: row('volunteer_request'), volunteer_id: world.volunteer, number: 1, side: 'person', code_hash: randomBytes(32), expires_on: '2999-01-01' }),
  volunteer_answer: () => ({ request_id: row('volunteer_request'), volunteer_id: world.volunteer, number: 1, side: 'volunteer', yes: true, how: 'told', fields: null, wording: null, recorded_by: leadOf(world) }),
  volunteer_match: () => ({ number: 5000 + at, request_id: row('volunteer_request'), volunteer_id: world.volunteer, role_code: 'mentor', started_on: DAY, started_by: leadOf(world) }),
  volunteer_match_meeting: () => ({ match_id: row('volunteer_match'), on_day: DAY, met: true, minutes: 60, recorded_by: world.users.volunteer, taken_back_at: null }),
  volunteer_match_concern: () => ({ match_id: row('volunteer_match'), kind: 'worried', raised_by: world.users.volunteer, settled_by: null, settled_at: null, settled_words: null }),
  volunteer_match_end: () => key === 'ordinary' ? null : ({ match_id: row('volunteer_match'), ended_on: DAY, ended_by: 'both', cause: 'reached', met: true, rating: 5, recorded_by: leadOf(world) }),
  volunteer_follow_up: () => ({ match_id: row('volunteer_match'), number: 1, on_day: DAY, with_whom: 'both', outcome: 'well', recorded_by: leadOf(world) }),
  volunteer_check_in: () => ({ match_id: row('volunteer_match'), number: 1, side: 'person', code_hash: randomBytes(32), expires_on: '2999-01-01', meets: 'yes', safe: true, answered_at: new Date() }),
})

/** A meeting still to come, with somebody of their own, prepared once; and who may act for them. */
export const companionRows = ({ users }: { users: Record<string, string> }, row: (table: string) => unknown, hour: Date): Record<string, () => Row> => ({
  companion_meeting: () => ({ request_id: null, power_of_attorney_id: null, postcode: '8900', starts_at: hour, ends_at: new Date(hour.getTime() + 3_600_000), travel_minutes: 30, person_language: 'da', meeting_language: 'da', may_know: [], agreed_role: 'listener', kin: 'friend', created_by: users.colleague }),
  companion_step: () => ({ meeting_id: row('companion_meeting'), number: 1, step: 'prepared', on_day: '2026-01-15', agreed_role: 'listener', supported: null, balanced: null, understood: null, recorded_by: users.colleague }),
  power_of_attorney: () => ({ from_day: '2026-01-15', to_day: '2099-12-31', ended_on: null, ended_by: null, recorded_by: users.colleague }),
})

async function plantSignup(planter: Planter): Promise<[string, string]> {
  const id = String((await planter.plant('association', '', { name: 'Prøveklubben', kind: 'sport', about: null, offers: null, areas: [], website: null, closed_on: null, created_by: null, version: 1 })).id)
  await planter.plant('association_contact', '', { association_id: id, title: null, phone: '+4520123457', from_day: '2026-01-01', to_day: null, recorded_by: null })
  return [id, String((await planter.plant('association_signup', '', { association_id: id, submission_id: null, language: 'da', accepted: null, reason: null, decided_by: null, decided_at: null })).id)]
}
