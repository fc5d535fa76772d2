import 'server-only'
import type { Deadline } from '@/lib/deadlines/rules'
import { dayFromDb, type Day, dayOf, diffDays } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Alarm, alarmedAt, alarms, nextFollowUp, reachedSomebody } from '../follow-ups/rules'
import { type Followed, readFollowed } from '../follow-ups/sql'
import type { PathRules } from '../path/rules'
import { pathRules } from '../path/sql'
import { arrangeBy, type AskedState, askedState, type EndCause, type EndedBy } from './rules'

/** A match as whoever leads volunteers may know it: the citizen by name only where a live consent lets them. `open`: the volunteer still may know who they meet. */
export type Match = {
  id: string; number: number; requestId: string; role: string; startedOn: Day; told: boolean; personId: string | null; name: string | null; open: boolean; /** Of a companion to one meeting: nothing that lasts. */ forMeeting: boolean; /** The citizen was promised help with the first appointment, and nobody has given it yet. */ arrange: boolean
  volunteer: { id: string; name: string; phone: string | null }; end: { on: Day; by: EndedBy; cause: EndCause; met: boolean | null; rating: number | null } | null
}
export type AskedPair = { requestId: string; number: number; role: string; name: string | null; askedOn: Day; volunteerYes: boolean | null; personYes: boolean | null; volunteerMailed: boolean; personMailed: boolean; /** Asked a moment ago, and nobody written to yet: a mail may be on its way. */ fresh: boolean; volunteer: { id: string; name: string; phone: string | null }; state: AskedState }

type RawMatch = Omit<Match, 'startedOn' | 'end'> & { startedOn: Date; endedOn: Date | null; endedBy: EndedBy; cause: EndCause; met: boolean | null; rating: number | null }
type RawPair = Omit<AskedPair, 'askedOn' | 'state'> & { askedOn: Date; personId: string }

/** Matches the caller may know, the newest first. One statement. */
export const matches = async (tx: Tx, of: Prisma.Sql = Prisma.sql`true`) => (await tx.$queryRaw<RawMatch[]>`SELECT m.id::text, m.number, m.request_id::text AS "requestId", m.role_code AS role, m.started_on AS "startedOn", m.told, m.person_id::text AS "personId", m.name, m.open, m.id IN (SELECT access.meeting_matches()) AS "forMeeting", m.id IN (SELECT access.first_meetings()) AS arrange,
    jsonb_build_object('id', v.id, 'name', v.first_name || ' ' || v.last_name, 'phone', v.phone) AS volunteer, m.ended_on AS "endedOn", m.ended_by AS "endedBy", m.cause, m.met, m.rating
  FROM access.known_matches() m JOIN volunteer v ON v.id = m.volunteer_id WHERE ${of} ORDER BY m.started_on DESC, m.number DESC`).map(readMatch)
const readMatch = ({ startedOn, endedOn, endedBy: by, cause, met, rating, ...m }: RawMatch): Match => ({ ...m, startedOn: dayFromDb(startedOn), end: endedOn && { on: dayFromDb(endedOn), by, cause, met, rating } })

/** Questions nobody has resolved, the oldest first: all, or of one request. One statement. */
export async function askedPairs(tx: Tx, today: Day, requestId: string | null = null): Promise<(AskedPair & { personId: string })[]> {
  const rows = await tx.$queryRaw<RawPair[]>`SELECT a.request_id::text AS "requestId", a.request_number AS number, a.role_code AS role, a.person_id::text AS "personId", a.name, a.asked_on AS "askedOn", a.volunteer_yes AS "volunteerYes", a.person_yes AS "personYes", a.volunteer_mailed AS "volunteerMailed", a.person_mailed AS "personMailed",
      (a.request_id, a.volunteer_id) IN (SELECT l.request_id, l.volunteer_id FROM access.asked_lately() l) AS fresh, jsonb_build_object('id', v.id, 'name', v.first_name || ' ' || v.last_name, 'phone', v.phone) AS volunteer FROM access.asked_pairs() a JOIN volunteer v ON v.id = a.volunteer_id WHERE ${requestId}::uuid IS NULL OR a.request_id = ${requestId}::uuid ORDER BY a.asked_on, a.request_number`
  return rows.map(({ askedOn, ...one }) => ({ ...one, askedOn: dayFromDb(askedOn), fresh: one.fresh && !one.personMailed && !one.volunteerMailed, state: askedState({ ...one, askedOn: dayFromDb(askedOn) }, today) }))
}

/** A match with what was asked about it. `next`: nothing once it has ended, and of one for a single meeting. `inDays`: negative when it has passed. `alarmedOn`: the first day of what is to be looked at. */
export type FollowedMatch = Match & Followed & { next: Deadline | null; inDays: number | null; alarms: Alarm[]; alarmedOn: Day | null; /** The last day to help with the first appointment, where somebody is to. */ arrangeBy: Day | null }

function follow(match: Match, { followUps, checkIns, meetings }: Followed, rules: PathRules, today: Day): FollowedMatch {
  const next = match.end || match.forMeeting ? null : nextFollowUp(match.startedOn, followUps, rules)
  const since = followUps.findLast(reachedSomebody)?.recordedAt ?? null
  const first = match.end ? null : alarmedAt(checkIns, meetings, since)
  return { ...match, followUps, checkIns, meetings, next, inDays: next && diffDays(today, next.due), alarms: match.end ? [] : alarms(checkIns, meetings, since), alarmedOn: first && dayOf(first), arrangeBy: match.arrange ? arrangeBy(match.startedOn, rules.closingDays) : null }
}
/** Alarms first, then the soonest; what has no day of its own stands last. */
const soonest = (a: FollowedMatch, b: FollowedMatch) => b.alarms.length - a.alarms.length || (a.inDays ?? 1e6) - (b.inDays ?? 1e6) || a.number - b.number

/** Matches with what was asked and answered about them, the most urgent first. `matchId`: where it is one alone. Four statements. */
export async function followed(tx: Tx, of: readonly Match[], today: Day, matchId: string | null = null): Promise<FollowedMatch[]> {
  const [rules, about] = [await pathRules(tx), await readFollowed(tx, matchId)]
  return of.map((match) => follow(match, about(match.id), rules, today)).sort(soonest)
}
