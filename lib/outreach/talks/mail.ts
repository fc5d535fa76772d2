import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatTimeSpan, formatDay } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { type CalendarTalk, talkFile } from './calendar'

export type TalkMail = { subject: string; body: string; calendar: string }

/**
 * The mail about a talk: neutral subject, no name, no code. Where the person can change it is the page; the code stands in their letter.
 */
export async function talkMail(tx: Tx, talk: CalendarTalk, about: 'booked' | 'cancelled'): Promise<TalkMail> {
  const [t, locale, municipality] = [await getTranslations('talks.mail'), await getLocale(), await tx.municipality.findFirst({ select: { name: true, phone: true } })]
  const language = locale === 'en' ? 'en' : 'da'
  const sender = municipality?.name ?? ''
  const values = { day: formatDay(dayOf(talk.startsAt), locale, 'weekday'), time: formatTimeSpan(talk.startsAt, talk.endsAt, locale), place: talk.place, link: `${env().PUBLIC_URL}/svar`, phone: municipality?.phone ?? '', sender }
  return {
    subject: t(about === 'booked' ? 'subjectBooked' : 'subjectCancelled', { sender }),
    body: t(about === 'booked' ? 'bodyBooked' : 'bodyCancelled', values),
    calendar: talkFile(talk, { language, organisation: sender, title: t('calendarTitle'), companion: t('companion') }, about === 'cancelled'),
  }
}

/** To the citizen behind the code of this transaction, where they have allowed e-mail. Called while the talk still stands. */
export async function mailAboutTalk(tx: Tx, about: 'booked' | 'cancelled'): Promise<void> {
  const [talk] = await tx.$queryRaw<CalendarTalk[]>`SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", place, sequence, changed_at AS "changedAt" FROM access.own_talk()`
  if (!talk) return
  const mail = await talkMail(tx, talk, about)
  const [queued] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.mail_citizen(${crypto.randomUUID()}::uuid, ${mail.subject}, ${mail.body}, ${mail.calendar}) AS id`
  if (queued?.id) await enqueue(tx, 'outbox.send', { messageId: queued.id })
}
