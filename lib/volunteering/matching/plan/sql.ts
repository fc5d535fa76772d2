import 'server-only'
import type { Day } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { Facts } from '../../path/rules'
import { type Helper, helperColumns, helperOf, needsSql, notEnded, type RawHelper, type RawRequest, type Request, requestColumns, requestOf } from '../candidates/sql'
import { type Away, clash } from '../../companions/rules'
import type { Apart } from './rules'
import { type Between, type Cause, type Helping, NOTHING_BETWEEN, type Wanting } from '../rules'

type RawBetween = { requestId: string; volunteerId: string; close: boolean; matched: boolean; stands: 'asked' | 'turned-down' | null; turnedDown: { cause: Cause; state: string }[] }
type RawWorld = { requests: RawRequest[] | null; helpers: RawHelper[] | null; between: RawBetween[] | null; booked: { requestId: string; volunteerId: string; booked: boolean | null }[] | null; meetings: { id: string; startsAt: string; endsAt: string; travelMinutes: number }[] | null; needs: Record<string, Facts['needs']> | null; wishes: Record<string, string> | null }
/** `asked`: requests of which somebody is asked. */
export type World = { requests: Request[]; helpers: (role: string) => readonly Helper[]; between: (wanting: Wanting, helping: Helping) => Between; asked: ReadonlySet<string>; /** By request: whom the citizen chose from the catalogue. */ wishes: ReadonlyMap<string, string>; apart: Apart }

/** Every two of them that nobody can be at both of. */
const acrossEachOther = (meetings: readonly (Away & { id: string })[]): Apart => meetings.flatMap((one, at) => meetings.slice(at + 1).flatMap((other) => (clash(one, other) ? [[one.id, other.id] as const] : [])))

/** Everybody who waits as the caller may know them, every volunteer who has not ended, and what lies between them. One statement, so that all of it is of one moment, whatever their numbers. */
export async function readWorld(tx: Tx, today: Day): Promise<World> {
  const [row] = await tx.$queryRaw<RawWorld[]>`SELECT
    (SELECT jsonb_agg(to_jsonb(x)) FROM (SELECT ${requestColumns} FROM access.waiting_requests() w) x) AS requests,
    (SELECT jsonb_agg(to_jsonb(x)) FROM (SELECT ${helperColumns}, coalesce(l.running, 0) AS running, coalesce(l.asked, 0) AS asked, coalesce(l.asked_this_month, 0) AS "askedThisMonth", l.last_asked_on::text AS "lastAskedOn"
      FROM volunteer v LEFT JOIN access.volunteer_loads() l ON l.volunteer_id = v.id WHERE ${notEnded} ORDER BY v.number) x) AS helpers,
    (SELECT jsonb_agg(to_jsonb(x)) FROM (SELECT b.request_id::text AS "requestId", b.volunteer_id::text AS "volunteerId", b.close, b.matched, b.stands, b.turned_down AS "turnedDown" FROM access.pairs_between() b) x) AS between,
    (SELECT jsonb_object_agg(w.request_id, w.volunteer_id) FROM access.wished_volunteers() w) AS wishes,
    (SELECT jsonb_agg(jsonb_build_object('requestId', k.request_id, 'volunteerId', k.volunteer_id, 'booked', nullif(k.booked, false))) FROM access.booked_pairs() k) AS booked,
    (SELECT jsonb_agg(jsonb_build_object('id', m.request_id, 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'travelMinutes', m.travel_minutes)) FROM access.waiting_meetings() m) AS meetings,
    (SELECT jsonb_object_agg(o.code, ${needsSql(Prisma.sql`o.code`)}) FROM volunteer_role o) AS needs`
  const [raw, needs] = [row?.helpers ?? [], row?.needs ?? {}]
  const byRole = new Map<string, readonly Helper[]>()
  const helpers = (role: string) => {
    const found = byRole.get(role) ?? raw.map((one) => helperOf(one, needs[role] ?? { papers: [], course: false }, today))
    byRole.set(role, found)
    return found
  }
  const away = new Map((row?.booked ?? []).map((one) => [`${one.requestId} ${one.volunteerId}`, one.booked]))
  const lies = new Map((row?.between ?? []).map((one) => [`${one.requestId} ${one.volunteerId}`, one]))
  return {
    requests: (row?.requests ?? []).map(requestOf), helpers,
    between(wanting, helping) {
      const one = lies.get(`${wanting.id} ${helping.id}`)
      const booked = away.get(`${wanting.id} ${helping.id}`)
      return { ...NOTHING_BETWEEN, booked: booked === undefined ? false : booked, ...(one && { staff: one.close, matched: one.matched, turnedDown: one.turnedDown }) }
    },
    apart: acrossEachOther((row?.meetings ?? []).map((one) => ({ ...one, startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) }))),
    asked: new Set([...lies.values()].filter(({ stands }) => stands === 'asked').map(({ requestId }) => requestId)), wishes: new Map(Object.entries(row?.wishes ?? {})),
  }
}
