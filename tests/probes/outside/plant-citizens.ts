import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { newReplyCode, sha256 } from '@/lib/platform/crypto/tokens'
import { dayOf } from '@/lib/platform/day'
import type { Row } from '../planter'
import { plantPerson, type World } from '../world'
import { phone } from './plant-volunteers'
import { citizen, FIRST_AT, type Relation, relations } from './relations'

export type PlantedCitizen = Relation & { id: string; /** Whose words nobody outside reads, whatever holds. */ kept: string; requestId: string; matchId: string | null; meetingId: string | null; /** The links they and the volunteer were sent. */ codes: { volunteer?: string; person?: string; checkInVolunteer?: string; checkInPerson?: string } }
/** No consent is given for more than two years. */
const NEXT_YEAR = dayOf(new Date(Date.now() + 300 * 86_400_000))
type Ground = { world: World; db: pg.Client; lead: string; unit: string }

/** Everybody of the list, each tied to the volunteer as it says. */
export async function plantCitizens(ground: Ground, volunteer: string, other: string): Promise<PlantedCitizen[]> {
  const all: PlantedCitizen[] = []
  for (const [at, relation] of relations.entries()) all.push(await plantCitizen(ground, relation, FIRST_AT + at, relation.others ? other : volunteer))
  return all
}

async function plantCitizen({ world, db, lead, unit }: Ground, relation: Relation, at: number, volunteer: string): Promise<PlantedCitizen> {
  const who = citizen(relation, at)
  const { planter } = world
  const [day, kept, codes]: [string, string, PlantedCitizen['codes']] = ['2026-01-15', `${who.id} kept`, {}]
  // Rows of their own beside everybody's: who may see those of the world is said elsewhere.
  await plantPerson({ ...world, rows: new Map() }, who, at)
  // The first word of the first names is what one is called; numbers that may not be used, or are none any more, are told to nobody.
  await db.query('UPDATE person SET first_name = first_name || $2 WHERE id = $1', [who.id, ` ${planter.marker(kept, 'person', 'first_name')}`])
  const point = async (owner: string, given: Row) => planter.plant('contact_point', owner, { person_id: who.id, from_day: '2020-01-01', to_day: null, source: 'test', ...given })
  await point(who.id, { kind: 'PHONE', allowed: true, value: phone(planter, who.id, 'contact_point', 'value') })
  await point(who.id, { kind: 'EMAIL', allowed: true, value: `${planter.marker(who.id, 'contact_point', 'value')}@probe.invalid` })
  await point(kept, { kind: 'PHONE', allowed: false, value: phone(planter, kept, 'contact_point', 'value') })
  await point(kept, { kind: 'PHONE', allowed: true, to_day: '2026-01-20', value: phone(planter, kept, 'contact_point', 'value') })
  await point(kept, { kind: 'EMAIL', allowed: false, value: `${planter.marker(kept, 'contact_point', 'value')}@probe.invalid` })
  // They agreed that those who lead volunteers may know them, for as long as anybody may.
  if (relation.key !== 'withdrawn') await planter.plant('consent', who.id, { person_id: who.id, wording: `${planter.marker(who.id, 'consent', 'wording')} er talt igennem`, purpose: 'referral', how: 'written', fields: ['contact', 'needs'], recipient_unit_id: unit, partner_id: null, recipient_name: null, recipient_volunteer_id: null, given_on: day, expires_on: NEXT_YEAR, recorded_by: lead })
  const { requestId, meetingId } = await plantRequest({ world, db, lead, unit }, relation, who.id, at)
  const made: PlantedCitizen = { ...relation, id: who.id, kept, requestId, meetingId, matchId: null, codes }
  if (relation.asked) await plantAsked({ world, db, lead, unit }, made, volunteer)
  if (relation.match) made.matchId = await plantMatch({ world, db, lead, unit }, made, at, volunteer)
  if (relation.died) await db.query('UPDATE person SET died_on = current_date - 1 WHERE id = $1', [who.id])
  return made
}

/** Waiting; met where they are. For one meeting where they want somebody along. */
async function plantRequest({ world: { planter }, db, lead }: Ground, { match, meeting }: Relation, id: string, at: number): Promise<{ requestId: string; meetingId: string | null }> {
  // A request for a meeting has one when it is committed.
  await db.query('BEGIN')
  const request = await planter.plant('volunteer_request', id, { number: 6000 + at, person_id: id, role_code: meeting ? 'companion' : 'visitor', since: '2026-01-15', times: ['1-evening'], areas: [], languages: ['da-native'], challenges: [], age_from: null, age_to: null, for_meeting: meeting !== undefined, created_by: lead })
  const start = meeting === 'over' ? new Date('2026-02-03T09:00:00Z') : new Date((Math.floor(Date.now() / 86_400_000) + 20 + at) * 86_400_000 + 9 * 3_600_000)
  const planted = meeting && (await planter.plant('companion_meeting', id, { person_id: id, request_id: request.id, power_of_attorney_id: null, postcode: '8900', meeting_point: planter.marker(id, 'companion_meeting', 'meeting_point'), starts_at: start, ends_at: new Date(+start + 3_600_000), travel_minutes: 30, person_language: 'da', meeting_language: 'da', may_know: [], agreed_role: 'listener', kin: null, kin_name: null, created_by: lead }))
  await db.query('COMMIT')
  for (const [at, state] of ['waiting', ...(match ? ['met'] : [])].entries()) await planter.plant('volunteer_request_state', id, { request_id: request.id, person_id: id, number: at + 1, state, recorded_by: lead })
  return { requestId: String(request.id), meetingId: planted ? String(planted.id) : null }
}

async function plantAsked({ world: { planter }, lead }: Ground, { id, asked, requestId, codes }: PlantedCitizen, volunteer: string): Promise<void> {
  const pair = { request_id: requestId, volunteer_id: volunteer, person_id: id, number: 1 }
  await planter.plant('volunteer_pair_step', id, { ...pair, step: 'asked', cause: null, field_state: null, on_day: '2026-01-15', recorded_by: lead })
  if (asked === 'unwritten') return
  for (const side of ['volunteer', 'person'] as const) {
    const code = newReplyCode()
    codes[side] = code
    await planter.plant('volunteer_question', id, { ...pair, side, code_hash: Buffer.from(sha256(code)), expires_on: '2099-01-01' })
    if (asked === 'answered') await planter.plant('volunteer_answer', id, { ...pair, side, yes: true, how: 'link', recorded_by: null, ...(side === 'person' ? { fields: ['contact'], wording: `${planter.marker(id, 'volunteer_answer', 'wording')} er læst op` } : { fields: null, wording: null }) })
  }
}

/** Begun some time ago, with everything that is written down on the way; ended where it has. */
async function plantMatch({ world: { planter }, lead }: Ground, { key, id, match, meeting, consent, requestId, meetingId, codes }: PlantedCitizen, at: number, volunteer: string): Promise<string> {
  const matchId = randomUUID()
  await planter.plant('volunteer_match', id, { id: matchId, number: 6000 + at, request_id: requestId, volunteer_id: volunteer, person_id: id, role_code: meeting ? 'companion' : 'visitor', started_on: '2026-01-16', started_by: lead })
  const of = { match_id: matchId, person_id: id }
  if (consent) {
    const { id: consentId } = await planter.plant('consent', id, { person_id: id, wording: `${planter.marker(id, 'consent', 'wording')} er læst op`, recipient_name: planter.marker(id, 'consent', 'recipient_name'), recipient_volunteer_id: volunteer, purpose: 'referral', how: 'digital', fields: consent.fields, recipient_unit_id: null, partner_id: null, given_on: '2026-01-16', expires_on: consent.expiresOn ?? NEXT_YEAR, recorded_by: lead })
    if (consent.withdrawn) await planter.plant('consent_withdrawal', id, { consent_id: consentId, person_id: id, how: 'spoken', withdrawn_on: '2026-01-20', recorded_by: lead })
  }
  await planter.plant('volunteer_match_meeting', id, { ...of, on_day: '2026-01-20', met: true, minutes: 60, recorded_by: lead, taken_back_at: null })
  await planter.plant('volunteer_match_concern', id, { ...of, kind: 'worried', raised_by: lead, settled_by: lead, settled_at: new Date() })
  await planter.plant('volunteer_follow_up', id, { ...of, number: 1, on_day: '2026-01-23', with_whom: 'both', outcome: 'well', recorded_by: lead })
  for (const side of ['volunteer', 'person'] as const) {
    const code = newReplyCode()
    if (key !== 'met by first name') codes[side === 'volunteer' ? 'checkInVolunteer' : 'checkInPerson'] = code
    await planter.plant('volunteer_check_in', id, { ...of, number: 1, side, code_hash: Buffer.from(sha256(newReplyCode())), expires_on: '2026-02-15', meets: 'yes', safe: true, answered_at: new Date() })
    // One pair is left to be asked by the product itself.
    if (key !== 'met by first name') await planter.plant('volunteer_check_in', id, { ...of, number: 2, side, code_hash: Buffer.from(sha256(code)), expires_on: '2099-01-01', meets: null, safe: null, words: null, answered_at: null })
  }
  if (match === 'ended') await planter.plant('volunteer_match_end', id, { ...of, ended_on: '2026-02-01', ended_by: 'both', cause: 'reached', met: true, rating: 5, recorded_by: lead })
  if (meetingId) for (const [nth, step] of ['prepared', ...(meeting === 'over' ? ['held', 'followed-up'] : [])].entries())
    await planter.plant('companion_step', id, { meeting_id: meetingId, person_id: id, number: nth + 1, step, on_day: step === 'prepared' ? '2026-01-20' : '2026-02-03', agreed_role: step === 'prepared' ? 'listener' : null, agenda: step === 'prepared' ? planter.marker(id, 'companion_step', 'agenda') : null, supported: null, balanced: null, understood: null, recorded_by: lead })
  return matchId
}
