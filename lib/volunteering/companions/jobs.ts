import 'server-only'
import { keyOf, queueMail } from '@/lib/messaging/outbox/writes'
import { formatDay } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import type { JobHandler } from '@/lib/platform/jobs/handler'

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
