import { getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { DescriptionList } from '@/components/ui/description-list'
import type { EventPage } from '@/lib/outreach/events/event-page'
import { takesAnswers } from '@/lib/outreach/events/rules'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf, type Day } from '@/lib/platform/day'
import { AnswerForm } from './answer-form'

type Props = { code: string; event: EventPage; today: Day; now: Date }

/** Sign-up by code: when and where, one question, and what has been answered. */
export async function EventReply({ code, event, today, now }: Props) {
  const [t, locale] = await Promise.all([getTranslations('reply.event'), getLocale()])
  const open = takesAnswers(event, today, now)
  const left = event.capacity === null ? null : event.capacity - event.seatsBefore
  const day = event.signUpUntil ? formatDay(event.signUpUntil, locale) : null
  const texts = { question: t('question'), yes: t('yes'), no: t('no'), seats: t('seats'), seatsHelp: t('seatsHelp'), submit: event.answer === null ? t('submit') : t('change') }
  return (
    <div className="max-w-text space-y-6">
      <header><h1>{locale === 'en' ? event.titleEn : event.titleDa}</h1><p className="mt-3 text-lg">{locale === 'en' ? event.textEn : event.textDa}</p></header>
      <DescriptionList items={[
        { key: 'when', label: t('when'), value: <strong className="inline-block first-letter:uppercase">{formatDay(dayOf(event.startsAt), locale, 'weekday')}, {formatTimeSpan(event.startsAt, event.endsAt, locale)}</strong> },
        { key: 'where', label: t('where'), value: event.place },
      ]} />
      {event.answer !== null && <Given event={event} waiting={left !== null && event.answer && event.seats > left} />}
      {open && event.answer === null && left !== null && <p>{left > 0 ? t('left', { count: left }) : t('full')}</p>}
      {open && day && <p>{t('until', { day })}</p>}
      {open ? <AnswerForm code={code} answer={event.answer === null ? '' : event.answer ? 'yes' : 'no'} seats={String(event.seats)} texts={texts} /> : day && <Alert tone="info">{t('closed', { day })}</Alert>}
      <p>{t('other')} <a href={`/svar/${code}/andet`}>{t('otherLink')}</a></p>
    </div>
  )
}

async function Given({ event, waiting }: { event: EventPage; waiting: boolean }) {
  const t = await getTranslations('reply.event')
  if (waiting) return <Alert tone="info" title={t('receiptWaiting')}>{t('waiting')}</Alert>
  return event.answer ? <Alert tone="success" title={t('receiptYes')}>{t('answeredYes', { seats: event.seats })}</Alert> : <Alert tone="success" title={t('receiptNo')}>{t('answeredNo')}</Alert>
}
