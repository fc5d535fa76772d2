import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { env } from '@/lib/platform/env'
import type { Day } from '@/lib/platform/day'
import { weekSpan } from './rules'

export type WeekSlot = { id: string; startsAt: Date; endsAt: Date; place: string; closedAt: Date | null; talkId: string | null; heldAt: Date | null; noShowAt: Date | null; personId: string | null; firstName: string | null; lastName: string | null; own: boolean; host: string }

/** The week's times of everybody who offers talks; one's own are marked. A person one may not see shows as booked, without a name. Past times nobody took are left out. */
export async function weekSlots(actor: Actor, monday: Day): Promise<WeekSlot[]> {
  const { from, to } = weekSpan(monday)
  return readAs(actor, 'talk.manage', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<WeekSlot[]>`SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place, s.closed_at AS "closedAt", t.id AS "talkId", t.held_at AS "heldAt", t.no_show_at AS "noShowAt",
        p.id AS "personId", p.first_name AS "firstName", p.last_name AS "lastName", s.user_id = ${actor.userId}::uuid AS own, u.name AS host
      FROM talk_slot s JOIN app_user u ON u.id = s.user_id LEFT JOIN talk t ON t.slot_id = s.id AND t.cancelled_at IS NULL LEFT JOIN person p ON p.id = t.person_id
      WHERE s.starts_at >= ${from} AND s.starts_at < ${to} AND (t.id IS NOT NULL OR (s.closed_at IS NULL AND s.ends_at > now())) ORDER BY s.starts_at, u.name`
    shown({ action: 'talk.week', people: rows.flatMap((row) => row.personId ?? []) })
    return rows
  })
}

export type BookableSlot = { id: string; startsAt: Date; endsAt: Date; place: string; host: string }
export type Booking = { person: { id: string; firstName: string; lastName: string } | null; talk: BookableSlot | null; slots: BookableSlot[] }

/** What the booking page needs: the person, the talk they have, and the times that are free. `person` is null for one out of reach. */
export async function booking(actor: Actor, personId: string): Promise<Booking> {
  return readAs(actor, 'outreach.record', async ({ tx, shown }) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true, firstName: true, lastName: true } })
    if (!person) return { person, talk: null, slots: [] }
    const slots = await tx.$queryRaw<(BookableSlot & { mine: boolean })[]>`SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place, u.name AS host, t.id IS NOT NULL AS mine
      FROM talk_slot s JOIN app_user u ON u.id = s.user_id LEFT JOIN talk t ON t.slot_id = s.id AND t.cancelled_at IS NULL AND t.person_id = ${personId}::uuid
      WHERE s.closed_at IS NULL AND s.starts_at > now() AND (t.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM talk o WHERE o.slot_id = s.id AND o.cancelled_at IS NULL)) ORDER BY s.starts_at LIMIT 100`
    shown({ kind: 'VIEW', action: 'talk.booking', personId })
    return { person, talk: slots.find((slot) => slot.mine) ?? null, slots: slots.filter((slot) => !slot.mine) }
  })
}

/** Whether one's calendar feed is on, and when a calendar last read it; and whether mail leaves this installation. */
export async function feedState(actor: Actor): Promise<{ feed: { createdAt: Date; lastReadAt: Date | null } | null; mailConnected: boolean }> {
  return readAs(actor, 'talk.manage', async ({ tx }) => ({
    feed: await tx.calendarFeed.findUnique({ where: { userId: actor.userId }, select: { createdAt: true, lastReadAt: true } }),
    mailConnected: env().SMTP_URL !== undefined,
  }))
}
