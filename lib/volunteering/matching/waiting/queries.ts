import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, diffDays, toDay } from '@/lib/platform/day'
import type { CompanionRole } from '../../companions/rules'
import { type Lists, readLists } from '../../list/sql'
import { WAITING_ROWS, type WaitingView } from './schema'

/** Somebody who waits, as whoever leads volunteers may know them. Without a live consent: a number, a role and since when. */
export type Waiting = { id: string; number: number; role: string; since: Day; /** Days. */ waited: number; told: boolean; name: string | null; areas: string[]; languages: string[]; meeting: WaitingMeeting | null }
/** Of a companion to one meeting: when and as what. Where it is in the town stands in its areas. */
export type WaitingMeeting = { startsAt: Date; endsAt: Date; role: CompanionRole }
export type WaitingList = { /** Of the page. */ rows: Waiting[]; total: number; /** Of them all. */ told: number; /** Of those who are past waiting. */ counts: { asked: number; running: number; ended: number }; lists: Lists }
type Row = Omit<Waiting, 'since' | 'waited' | 'meeting'> & { since: string; personId: string | null; startsAt: Date | null; endsAt: Date | null; agreedRole: CompanionRole | null }

/** Everybody who waits for a volunteer, the longest first: a page of them, how many they are, and how many there are of those who no longer do. Three statements; those who are named on the page stand in the log. */
export function listWaiting(actor: Actor, today: Day, { page }: WaitingView = { page: 1 }): Promise<WaitingList> {
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const lists = await readLists(tx)
    const found = await tx.$queryRaw<Row[]>`SELECT w.id::text, w.number, w.role_code AS role, w.since::text AS since, w.told, w.person_id::text AS "personId", w.name, coalesce(w.areas, '{}') AS areas, coalesce(w.languages, '{}') AS languages, m.starts_at AS "startsAt", m.ends_at AS "endsAt", m.agreed_role AS "agreedRole" FROM access.waiting_requests() w LEFT JOIN access.waiting_meetings() m ON m.request_id = w.id ORDER BY w.since, w.number`
    const [counts] = await tx.$queryRaw<[WaitingList['counts']]>`SELECT (SELECT count(*)::int FROM access.asked_pairs()) AS asked, count(*) FILTER (WHERE m.ended_on IS NULL)::int AS running, count(m.ended_on)::int AS ended FROM access.known_matches() m`
    const part = found.slice((page - 1) * WAITING_ROWS, page * WAITING_ROWS)
    const rows = part.map(({ personId: _, since, startsAt, endsAt, agreedRole, ...row }) => ({ ...row, since: toDay(since), waited: diffDays(toDay(since), today), meeting: startsAt && endsAt && agreedRole ? { startsAt, endsAt, role: agreedRole } : null }))
    shown({ action: 'volunteer.waiting-listed', people: part.flatMap(({ personId }) => personId ?? []), details: { shown: rows.length } })
    return { rows, total: found.length, told: found.filter(({ told }) => told).length, counts, lists }
  })
}
