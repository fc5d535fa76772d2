import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { personPairsSql, type RawPersonPair, readPersonPair } from '../requests/pairs/sql'
import type { PersonPair } from '../requests/queries'
import { type CompanionRole, type CompanionState, type CompanionStepKind, type Kin, placeOf, standing, type Tellable, tellable } from './rules'
import { companionFactsSql, type StoredFacts, toldSql } from './sql'

export type CompanionMeeting = {
  id: string; what: string; place: string; postcode: string; meetingPoint: string | null; startsAt: Date; endsAt: Date; travelMinutes: number; personLanguage: string; meetingLanguage: string; mayKnow: Tellable[]; role: CompanionRole; kin: Kin | null; kinName: string | null; requestId: string | null
  by: string; state: CompanionState; /** What its request is called among those who wait. */ number: number | null; /** Of a party representative: whether the power of attorney still holds on the day. */ attorneyHolds: boolean
}
export type Attorney = { id: string; givenTo: string; covers: string; evidence: string; fromDay: Day; toDay: Day; endedOn: Day | null }
/** `told`: the fields a live consent names for those who lead volunteers; null: not even the name. */
export type Companions = { meetings: CompanionMeeting[]; pairs: PersonPair[]; attorneys: Attorney[]; told: Tellable[] | null; unit: string | null }
type RawMeeting = Omit<CompanionMeeting, 'startsAt' | 'endsAt' | 'state'> & { startsAt: string; endsAt: string; facts: StoredFacts }
type RawAttorney = Omit<Attorney, 'fromDay' | 'toDay' | 'endedOn'> & { fromDay: string; toDay: string; endedOn: string | null }

const attorneysSql = (personId: string) => Prisma.sql`SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'givenTo', a.given_to, 'covers', a.covers, 'evidence', a.evidence, 'fromDay', a.from_day, 'toDay', a.to_day, 'endedOn', a.ended_on) ORDER BY a.ended_on NULLS FIRST, a.to_day DESC, a.id), '[]') FROM power_of_attorney a WHERE a.person_id = ${personId}::uuid`
const meetingsSql = (personId: string, meetingId: string | null = null) => Prisma.sql`SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'requestId', m.request_id, 'what', m.what, 'place', m.place, 'postcode', m.postcode, 'meetingPoint', m.meeting_point, 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'travelMinutes', m.travel_minutes, 'personLanguage', m.person_language, 'meetingLanguage', m.meeting_language,
    'mayKnow', m.may_know, 'role', m.agreed_role, 'kin', m.kin, 'kinName', m.kin_name, 'by', u.name, 'number', r.number, 'facts', ${companionFactsSql},
    'attorneyHolds', m.power_of_attorney_id IS NULL OR EXISTS (SELECT 1 FROM power_of_attorney a WHERE a.id = m.power_of_attorney_id AND a.ended_on IS NULL)) ORDER BY m.ends_at < now(), CASE WHEN m.ends_at < now() THEN - extract(epoch FROM m.starts_at) ELSE extract(epoch FROM m.starts_at) END), '[]')
  FROM companion_meeting m LEFT JOIN volunteer_request r ON r.id = m.request_id JOIN app_user u ON u.id = m.created_by WHERE m.person_id = ${personId}::uuid AND (${meetingId}::uuid IS NULL OR m.id = ${meetingId}::uuid)`
const readMeeting = ({ facts, ...one }: RawMeeting): CompanionMeeting => ({ ...one, startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt), state: standing(facts) })
const readAttorney = (row: RawAttorney): Attorney => ({ ...row, fromDay: toDay(row.fromDay), toDay: toDay(row.toDay), endedOn: row.endedOn === null ? null : toDay(row.endedOn) })
const readTold = (fields: string[] | null): Tellable[] | null => fields && tellable.filter((field) => fields.includes(field))

/** The meetings somebody brings a companion to, the next first and those that are over after them, and who may act for them. One statement. */
export function personCompanions<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<Companions, N> | null> {
  const read: Also<Companions> = async ({ tx }, person) => {
    const [row] = await tx.$queryRaw<[{ meetings: RawMeeting[]; pairs: RawPersonPair[]; attorneys: RawAttorney[]; told: string[] | null; unit: string | null }]>`SELECT (${attorneysSql(person.id)}) AS attorneys, (${toldSql(person.id)}) AS told, (${personPairsSql(person.id)}) AS pairs,
      (SELECT u.id::text FROM unit u WHERE u.kind = 'VOLUNTEERING' AND u.closed_on IS NULL ORDER BY u.name_da LIMIT 1) AS unit,
      (${meetingsSql(person.id)}) AS meetings`
    return { unit: row.unit, told: readTold(row.told), attorneys: row.attorneys.map(readAttorney), pairs: row.pairs.map(readPersonPair), meetings: row.meetings.map(readMeeting) }
  }
  return openPerson(actor, personId, 'companions', read, also, 'volunteer.request')
}

/** What a request begins with: the asker’s own house as the place, what a live consent lets be told, and the powers of attorney on file. */
export type CompanionChoices = { place: string; postcode: string; told: Tellable[] | null; attorneys: Attorney[] }
export function companionChoices<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<CompanionChoices, N> | null> {
  const read: Also<CompanionChoices> = async ({ tx }, person) => {
    const [row] = await tx.$queryRaw<[{ place: string | null; told: string[] | null; attorneys: RawAttorney[] }]>`SELECT (SELECT u.place FROM unit u WHERE u.id = ${actor.unitId}::uuid) AS place, (${toldSql(person.id)}) AS told, (${attorneysSql(person.id)}) AS attorneys`
    return { ...placeOf(row.place ?? ''), told: readTold(row.told), attorneys: row.attorneys.map(readAttorney) }
  }
  return openPerson(actor, personId, 'companions-new', read, also, 'volunteer.request')
}

export type CompanionStep = { number: number; step: CompanionStepKind; on: Day; role: CompanionRole | null; note: string | null; agenda: string | null; supported: number | null; balanced: number | null; understood: number | null; by: string }
export type OneCompanion = { meeting: CompanionMeeting; steps: CompanionStep[]; pairs: PersonPair[]; attorneys: Attorney[] }

/** One meeting with what came of it, the newest first. No content where it is none of the person's. One statement. */
export async function personCompanion<N>(actor: Actor, personId: string, meetingId: string, also: Also<N>): Promise<OpenPerson<OneCompanion | null, N> | null> {
  const read: Also<OneCompanion | null> = async ({ tx }, person) => {
    if (!z.uuid().safeParse(meetingId).success) return null
    const [row] = await tx.$queryRaw<[{ meetings: RawMeeting[]; steps: (Omit<CompanionStep, 'on'> & { on: string })[]; pairs: RawPersonPair[]; attorneys: RawAttorney[] }]>`SELECT (${meetingsSql(person.id, meetingId)}) AS meetings, (${personPairsSql(person.id)}) AS pairs, (${attorneysSql(person.id)}) AS attorneys,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'step', s.step, 'on', s.on_day, 'role', s.agreed_role, 'note', s.note, 'agenda', s.agenda, 'supported', s.supported, 'balanced', s.balanced, 'understood', s.understood, 'by', u.name) ORDER BY s.number DESC), '[]')
        FROM companion_step s JOIN app_user u ON u.id = s.recorded_by WHERE s.meeting_id = ${meetingId}::uuid AND s.person_id = ${person.id}::uuid) AS steps`
    const [meeting] = row.meetings
    if (!meeting) return null
    return { meeting: readMeeting(meeting), steps: row.steps.map((one) => ({ ...one, on: toDay(one.on) })), pairs: row.pairs.map(readPersonPair).filter(({ requestId }) => requestId === meeting.requestId), attorneys: row.attorneys.map(readAttorney) }
  }
  return openPerson(actor, personId, 'companion', read, also, 'volunteer.request')
}
