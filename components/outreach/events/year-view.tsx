import { getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { ListedEvent } from '@/lib/outreach/events/queries'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { addMonths, type Day, dayOf, partsOf, toDay } from '@/lib/platform/day'

type Props = { year: number; events: ListedEvent[]; flagDay: Day; now: Date }

/** Twelve months with what is in them; the flag day asks for itself while nobody has made it. */
export async function YearView({ year, events, flagDay, now }: Props) {
  const [t, locale] = await Promise.all([getTranslations('events'), getLocale()])
  const months = Array.from({ length: 12 }, (_, index) => addMonths(toDay(`${year}-01-01`), index))
  const missing = partsOf(flagDay).year === year && !events.some((event) => event.kind === 'flag-day' && !event.cancelledAt)
  return (
    <>
      <PageHeading title={`${t('title')} ${year}`} lead={t('lead')} actions={<LinkButton href="/outreach/year-wheel/new" variant="primary" icon="plus">{t('new')}</LinkButton>} />
      <nav aria-label={t('title')} className="no-print mb-4 flex gap-3">
        <LinkButton size="small" icon="back" href={`/outreach/year-wheel?year=${year - 1}`}>{year - 1}</LinkButton>
        <LinkButton size="small" icon="forward" href={`/outreach/year-wheel?year=${year + 1}`}>{year + 1}</LinkButton>
      </nav>
      {missing && <div className="mb-5"><Alert tone="warning" title={t('flagDay', { day: formatDay(flagDay, locale, 'weekday') })} actions={<LinkButton size="small" href={`/outreach/year-wheel/new?kind=flag-day&day=${flagDay}`}>{t('flagDayDo')}</LinkButton>}>{t('flagDayBody')}</Alert></div>}
      <ol className="grid gap-x-6 gap-y-5 md:grid-cols-2 xl:grid-cols-3">
        {months.map((month) => (
          <li key={month}>
            <h2 className="mb-2 border-b border-line pb-1 text-lg first-letter:uppercase">{formatDay(month, locale, 'month')}</h2>
            <Month events={events.filter((event) => dayOf(event.startsAt).slice(0, 7) === month.slice(0, 7))} now={now} />
          </li>
        ))}
      </ol>
    </>
  )
}

async function Month({ events, now }: { events: ListedEvent[]; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('events'), getLocale()])
  if (events.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="space-y-3">
      {events.map((event) => (
        <li key={event.id} className="rounded-md border border-line bg-surface p-3">
          <p className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
            <span className="first-letter:uppercase">{formatDay(dayOf(event.startsAt), locale, 'dayMonth')}, {formatTimeSpan(event.startsAt, event.endsAt, locale)}</span>
            <span className="flex gap-2"><Tag>{t(`kind.${event.kind}`)}</Tag>{event.cancelledAt ? <Tag tone="error">{t('cancelled')}</Tag> : event.endsAt < now && <Tag tone="success">{t('over')}</Tag>}</span>
          </p>
          <p className="mt-1 font-semibold"><a href={`/outreach/year-wheel/${event.id}`}>{locale === 'en' ? event.titleEn : event.titleDa}</a></p>
          <p className="mt-1 text-sm">{event.invited > 0 ? t('invited', { count: event.invited }) : t('notInvited')}{event.invited > 0 && <> · {event.capacity === null ? t('seatsOpen', { seats: event.seats }) : t('seats', { seats: event.seats, capacity: event.capacity })}</>}</p>
        </li>
      ))}
    </ul>
  )
}
