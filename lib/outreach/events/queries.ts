import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb, startOfDay, toDay } from '@/lib/platform/day'
import type { EventKind } from './rules'

export type ListedEvent = { id: string; kind: EventKind; titleDa: string; titleEn: string; startsAt: Date; endsAt: Date; place: string; capacity: number | null; cancelledAt: Date | null; invited: number; seats: number }

/** The year's events with how many are invited and how many seats are asked for. Numbers, no people. */
export async function yearEvents(actor: Actor, year: number): Promise<ListedEvent[]> {
  const [from, to] = [startOfDay(toDay(`${year}-01-01`)), startOfDay(toDay(`${year + 1}-01-01`))]
  return readAs(actor, 'event.manage', ({ tx }) => tx.$queryRaw<ListedEvent[]>`SELECT e.id, e.kind, e.title_da AS "titleDa", e.title_en AS "titleEn", e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.place, e.capacity, e.cancelled_at AS "cancelledAt",
      coalesce(i.invited, 0) AS invited, coalesce(i.seats, 0) AS seats
    FROM year_event e LEFT JOIN (SELECT event_id, count(*)::int AS invited, coalesce(sum(seats) FILTER (WHERE answer), 0)::int AS seats FROM invitation WHERE withdrawn_at IS NULL GROUP BY event_id) i ON i.event_id = e.id
    WHERE e.starts_at >= ${from} AND e.starts_at < ${to} ORDER BY e.starts_at`)
}

export type EventDetail = { id: string; kind: EventKind; titleDa: string; titleEn: string; textDa: string; textEn: string; startsAt: Date; endsAt: Date; place: string; capacity: number | null; signUpUntil: Day | null; remindDays: number; cancelledAt: Date | null; invitedAt: Date | null; version: number }

/** Null when there is none of that id. */
export async function eventDetail(actor: Actor, id: string): Promise<EventDetail | null> {
  return readAs(actor, 'event.manage', async ({ tx }) => {
    const row = await tx.yearEvent.findUnique({ where: { id }, omit: { createdBy: true } })
    if (!row) return null
    const { signUpUntil, kind, ...rest } = row
    return { ...rest, kind: kind as EventKind, signUpUntil: signUpUntil ? dayFromDb(signUpUntil) : null }
  })
}

export type Guest = { id: string; personId: string; firstName: string; lastName: string; reason: string; answer: boolean | null; seats: number; answeredAt: Date | null; source: string | null }

/** Everybody invited whom the reader may see, by name. */
export async function guestsOf(actor: Actor, eventId: string): Promise<Guest[]> {
  return readAs(actor, 'event.manage', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<Guest[]>`SELECT i.id, i.person_id AS "personId", p.first_name AS "firstName", p.last_name AS "lastName", i.reason, i.answer, i.seats, i.answered_at AS "answeredAt", i.source
      FROM invitation i JOIN person p ON p.id = i.person_id WHERE i.event_id = ${eventId}::uuid AND i.withdrawn_at IS NULL ORDER BY p.last_name, p.first_name, i.id`
    shown({ action: 'event.guests', people: rows.map((row) => row.personId), details: { event: eventId } })
    return rows
  })
}
