import 'server-only'
import { record } from '@/lib/audit/record'
import { keyOf, queueMail } from '@/lib/messaging/outbox/writes'
import { today } from '@/lib/platform/clock'
import { formatDay } from '@/lib/platform/dates'
import { dayOf, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { COMPANION_DAYS } from './rules'

type Told = { email: string; name: string; language: string; startsAt: Date; sender: string | null; phone: string | null }

/** Tells the volunteer who was to come along that the meeting is not to be: the day, and nothing of whose it was. Once for a meeting. */
export const tellCancelled: JobHandler<'companion.cancelled'> = async ({ meetingId }) => {
  const sent = await transaction({ role: 'worker' }, async (tx) => {
    const [to] = await tx.$queryRaw<Told[]>`SELECT v.email, v.first_name AS name, v.language, c.starts_at AS "startsAt", t.name AS sender, t.phone
      FROM companion_meeting c JOIN volunteer_match m ON m.request_id = c.request_id JOIN volunteer v ON v.id = m.volunteer_id AND v.email IS NOT NULL LEFT JOIN LATERAL (SELECT name, phone FROM municipality LIMIT 1) t ON true WHERE c.id = ${meetingId}::uuid`
    if (!to) return false
    const locale = to.language === 'en' ? 'en' : 'da'
    const [t, values] = [translatorFor(locale, 'companions'), { firstName: to.name, day: formatDay(dayOf(to.startsAt), locale, 'weekday'), sender: to.sender ?? '', phone: to.phone ?? '' }]
    return queueMail(tx, { key: keyOf(`companion cancelled ${meetingId}`), recipient: to.email, subject: t('mail.cancelledSubject', values), body: t('mail.cancelled', values) })
  })
  return sent ? { sent: 1 } : null
}

type Over = { matchId: string; personId: string }
/**
 * `companion.daily`: what only the calendar ends. A match for a meeting that nobody followed up is over when the companion has nothing left to read, and their place is free; a request whose meeting has begun was not met.
 * Found anew every time: run twice it changes nothing, and a night it did not run is made up for by the next.
 */
export const closeCompanions: JobHandler<'companion.daily'> = () => transaction({ role: 'worker' }, async (tx) => {
  const day = dayToDb(today())
  const ended = await tx.$queryRaw<Over[]>`INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met)
    SELECT o.id, o.person_id, ${day}::date, 'municipality', CASE WHEN h.held THEN 'reached' ELSE 'other' END, CASE WHEN h.held THEN true END
    FROM volunteer_match o JOIN companion_meeting c ON c.request_id = o.request_id CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM companion_step t WHERE t.meeting_id = c.id AND t.step = 'held') AS held) h
    WHERE (c.ends_at AT TIME ZONE 'Europe/Copenhagen')::date + ${COMPANION_DAYS}::int < ${day}::date AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = o.id)
    ORDER BY o.id ON CONFLICT (match_id) DO NOTHING RETURNING match_id::text AS "matchId", person_id::text AS "personId"`
  const unmet = await tx.$executeRaw`INSERT INTO volunteer_request_state (request_id, person_id, number, state)
    SELECT r.id, r.person_id, s.number + 1, 'unmet' FROM volunteer_request r JOIN companion_meeting c ON c.request_id = r.id JOIN LATERAL (SELECT t.number, t.state FROM volunteer_request_state t WHERE t.request_id = r.id ORDER BY t.number DESC LIMIT 1) s ON s.state = 'waiting'
    WHERE c.starts_at <= now() ORDER BY r.id ON CONFLICT (request_id, number) DO NOTHING`
  await record(tx, ...ended.map(({ matchId, personId }) => ({ kind: 'MACHINE' as const, action: 'companion.closed', personId, details: { match: matchId } })))
  return { ended: ended.length, unmet }
})
