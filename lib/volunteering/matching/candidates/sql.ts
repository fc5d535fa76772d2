import 'server-only'
import { blocksMatches } from '@/lib/associations/partnerships/rules'
import { type Day, partsOf, toDay } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Facts, missing, standsAt } from '../../path/rules'
import { factsSql, type RawFacts, readFacts } from '../../path/sql'
import type { CompanionRole } from '../../companions/rules'
import { readSpoken } from '../../requests/rules'
import { type Level, type Time, times } from '../../volunteers/rules'
import { type Between, type Cause, type Helping, NOTHING_BETWEEN, type SaidBy, type Wanting } from '../rules'

export type Request = { id: string; number: number; personId: string | null; name: string | null; role: string; words: string | null; wanting: Wanting; /** Of a companion to one meeting: when, how far and as what. */ meeting: RequestMeeting | null }
export type RequestMeeting = { startsAt: Date; endsAt: Date; travelMinutes: number; role: CompanionRole; language: string }
/** A row of `access.waiting_requests()`, as `requestColumns` names it. */
export type RawRequest = { id: string; number: number; personId: string | null; name: string | null; role: string; words: string | null; since: string; told: boolean; times: string[] | null; areas: string[] | null; languages: string[] | null; challenges: string[] | null; ageFrom: number | null; ageTo: number | null }
export type Helper = { id: string; number: number; name: string; helping: Helping }
export type Pair = Helper & { between: Between; stands: 'asked' | 'turned-down' | null; stoodAt: Date | null }
/** A volunteer as matching reads them, as `helperColumns` names it, with what they have already. */
export type RawHelper = RawFacts & {
  id: string; number: number; firstName: string; lastName: string; birthYear: number | null; roles: string[]; areas: string[]; times: string[]; experience: string[]; capacity: number; monthlyLimit: number | null
  languages: { language: string; level: Level }[]; /** Of the association they come by: each of its agreements. */ periods: { fromDay: string; toDay: string }[]; running: number; asked: number; askedThisMonth: number; lastAskedOn: string | null
}
type RawPair = RawHelper & { close: boolean; matched: boolean; booked: boolean | null; stands: Pair['stands']; stoodAt: Date | null; turnedDown: { cause: Cause; state: string }[] }

/** Nothing written is nothing known: a form cannot tell the two apart. */
const known = <T>(all: readonly T[] | null): readonly T[] | null => (all && all.length > 0 ? all : null)
const hours = (all: readonly string[] | null) => known(times.filter((time): time is Time => all?.includes(time) ?? false))

/** What is read of a request that waits, as columns of a statement over `access.waiting_requests() w`. */
export const requestColumns = Prisma.sql`w.id::text, w.number, w.person_id::text AS "personId", w.name, w.role_code AS role, w.words, w.since::text AS since, w.told, w.times, w.areas, w.languages, w.challenges, w.age_from AS "ageFrom", w.age_to AS "ageTo"`

/** `wish`: a value of the statement. */
async function readOne(tx: Tx, requestId: string, wish: Prisma.Sql): Promise<{ request: Request; wishedId: string | null } | null> {
  const [row] = await tx.$queryRaw<(RawRequest & { wishedId: string | null; meeting: (Omit<RequestMeeting, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }) | null })[]>`SELECT ${requestColumns}, ${wish} AS "wishedId",
      (SELECT jsonb_build_object('startsAt', m.starts_at, 'endsAt', m.ends_at, 'travelMinutes', m.travel_minutes, 'role', m.agreed_role, 'language', m.meeting_language) FROM access.waiting_meetings() m WHERE m.request_id = w.id) AS meeting
    FROM access.waiting_requests() w WHERE w.id = ${requestId}::uuid`
  return row ? { wishedId: row.wishedId, request: { ...requestOf(row), meeting: row.meeting && { ...row.meeting, startsAt: new Date(row.meeting.startsAt), endsAt: new Date(row.meeting.endsAt) } } } : null
}

/** A request that waits, as the caller may know it; null where there is none. One statement. */
export const readRequest = async (tx: Tx, requestId: string): Promise<Request | null> => (await readOne(tx, requestId, Prisma.sql`NULL::text`))?.request ?? null

/** The same with the volunteer the citizen chose from the catalogue, where their name may be known: for pages alone, no job may ask it. One statement. */
export const readWished = (tx: Tx, requestId: string) => readOne(tx, requestId, Prisma.sql`(SELECT v.volunteer_id::text FROM access.wished_volunteers() v WHERE v.request_id = w.id)`)

export function requestOf(r: RawRequest): Request {
  const wanting: Wanting = {
    id: r.id, role: r.role, since: toDay(r.since), consent: r.told, protected: false, languages: known(r.languages)?.map(readSpoken) ?? null, times: hours(r.times), areas: known(r.areas), challenges: known(r.challenges),
    ages: r.ageFrom === null || r.ageTo === null ? null : { from: r.ageFrom, to: r.ageTo },
  }
  return { id: r.id, number: r.number, personId: r.personId, name: r.name, role: r.role, words: r.words, wanting, meeting: null }
}

/** What is read of a volunteer `v`, as columns of a statement over them. */
export const helperColumns = Prisma.sql`v.id::text, v.number, v.first_name AS "firstName", v.last_name AS "lastName", v.birth_year AS "birthYear", v.roles, v.areas, v.times, v.experience, v.capacity, v.monthly_limit AS "monthlyLimit", ${factsSql},
      (SELECT coalesce(jsonb_agg(jsonb_build_object('language', l.language, 'level', l.level)), '[]') FROM volunteer_language l WHERE l.volunteer_id = v.id) AS languages,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('fromDay', a.from_day, 'toDay', a.to_day)), '[]') FROM partnership a WHERE a.association_id = v.association_id) AS periods`
export const notEnded = Prisma.sql`(SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) <> 'ended'`

/** Every volunteer who has not ended, or one, with what lies between them and the request. One statement, whatever their number. Nobody where no consent lets the name be known. */
export async function readPairs(tx: Tx, { id, role }: Pick<Request, 'id' | 'role'>, today: Day, volunteerId: string | null = null): Promise<Pair[]> {
  const rows = await tx.$queryRaw<(RawPair & { roleNeeds: Facts['needs'] })[]>`SELECT ${helperColumns}, ${needsSql(Prisma.sql`${role}`)} AS "roleNeeds",
      b.close, b.matched, b.stands, b.stood_at AS "stoodAt", b.turned_down AS "turnedDown", b.running, b.asked, b.asked_this_month AS "askedThisMonth", b.last_asked_on::text AS "lastAskedOn", CASE WHEN k.volunteer_id IS NULL THEN false ELSE nullif(k.booked, false) END AS booked
    FROM access.request_pairs(${id}::uuid) b JOIN volunteer v ON v.id = b.volunteer_id LEFT JOIN access.booked_pairs() k ON k.request_id = ${id}::uuid AND k.volunteer_id = v.id
    WHERE (${volunteerId}::uuid IS NULL OR v.id = ${volunteerId}::uuid) AND ${notEnded} ORDER BY v.number`
  // How they are close is read by nobody here: one of the rules that forbid it stands for all three.
  return rows.map(({ roleNeeds, ...row }) => ({ ...helperOf(row, roleNeeds, today), between: { ...NOTHING_BETWEEN, staff: row.close, matched: row.matched, booked: row.booked, turnedDown: row.turnedDown }, stands: row.stands, stoodAt: row.stoodAt }))
}

export type Refusal = { volunteerId: string; cause: Cause; /** What both had said of the field then. */ state: string; onDay: Day; saidBy: SaidBy }
/** Whom the person behind a request was not to meet, and why; the newest first. One statement. Nobody where the name may not be known. */
export async function readRefusals(tx: Tx, requestId: string): Promise<Refusal[]> {
  const rows = await tx.$queryRaw<(Omit<Refusal, 'onDay'> & { onDay: string })[]>`SELECT d.volunteer_id::text AS "volunteerId", d.cause, d.field_state AS state, d.on_day::text AS "onDay", d.said_by AS "saidBy" FROM access.request_turned_down(${requestId}::uuid) d ORDER BY d.on_day DESC, d.volunteer_id`
  return rows.map((row) => ({ ...row, onDay: toDay(row.onDay) }))
}

/** What the wanted role asks for: a paper of another role they have as well is missing for that one alone. `role`: a value of the statement it stands in. */
export const needsSql = (role: Prisma.Sql) => Prisma.sql`jsonb_build_object('papers', (SELECT coalesce(jsonb_agg(k.code ORDER BY k.position), '[]') FROM volunteer_paper_kind k WHERE k.retired_on IS NULL AND (k.everybody OR EXISTS (SELECT 1 FROM volunteer_role r WHERE r.code = ${role} AND k.code = ANY (r.papers)))),
  'course', EXISTS (SELECT 1 FROM volunteer_role r WHERE r.code = ${role} AND r.course))`

/** A volunteer as matching knows them, for a role that asks for `needs`. */
export function helperOf(row: RawHelper, needs: Facts['needs'], today: Day): Helper {
  const facts = readFacts({ ...row, needs })
  const helping: Helping = {
    id: row.id, roles: row.roles, active: standsAt(facts).step === 'active', lacks: missing(facts, today), running: row.running, asked: row.asked, capacity: row.capacity, askedThisMonth: row.askedThisMonth, monthlyLimit: row.monthlyLimit,
    agreementLapsed: blocksMatches(row.periods.map(({ fromDay, toDay: to }) => ({ fromDay: toDay(fromDay), toDay: toDay(to) })), today),
    languages: known(row.languages), times: hours(row.times), areas: known(row.areas), experience: known(row.experience), age: row.birthYear === null ? null : partsOf(today).year - row.birthYear, lastAskedOn: row.lastAskedOn === null ? null : toDay(row.lastAskedOn),
  }
  return { id: row.id, number: row.number, name: `${row.firstName} ${row.lastName}`, helping }
}
