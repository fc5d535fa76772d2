import 'server-only'
import { readPublic } from '@/lib/access/read'
import { readReplyCode } from '@/lib/platform/crypto/tokens'
import { type Day, toDay } from '@/lib/platform/day'

export type EventPage = {
  id: string
  titleDa: string
  titleEn: string
  textDa: string
  textEn: string
  startsAt: Date
  endsAt: Date
  place: string
  capacity: number | null
  signUpUntil: Day | null
  cancelledAt: Date | null
  answer: boolean | null
  seats: number
  /** Seats taken by others who answered first (by everybody else, before an answer). */
  seatsBefore: number
}

/** The event an invitation code is for. Null when the code is for no event, or the invitation was withdrawn, or the event cancelled. */
export async function openEventPage(typed: string): Promise<EventPage | null> {
  const code = readReplyCode(typed)
  if (!code) return null
  return readPublic(code, async (tx) => {
    const [row] = await tx.$queryRaw<(Omit<EventPage, 'signUpUntil'> & { signUpUntil: string | null })[]>`SELECT e.id, e.title_da AS "titleDa", e.title_en AS "titleEn", e.text_da AS "textDa", e.text_en AS "textEn",
        e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.place, e.capacity, e.sign_up_until::text AS "signUpUntil", e.cancelled_at AS "cancelledAt", i.answer, i.seats, access.seats_before(e.id) AS "seatsBefore"
      FROM reply_code c JOIN year_event e ON e.id = access.citizen_event() JOIN invitation i ON i.event_id = e.id AND i.person_id = c.person_id WHERE i.withdrawn_at IS NULL`
    return row ? { ...row, signUpUntil: row.signUpUntil ? toDay(row.signUpUntil) : null } : null
  })
}
