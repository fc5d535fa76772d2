import { getLocale, getTranslations } from 'next-intl/server'
import { getISOWeek } from 'date-fns'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { WeekSlot } from '@/lib/outreach/talks/queries'
import { mondayOf } from '@/lib/outreach/talks/rules'
import { formatDay } from '@/lib/platform/dates'
import { addDays, dayOf, dayToDb, type Day } from '@/lib/platform/day'
import { SlotCard } from './slot-card'

type Props = { monday: Day; today: Day; now: Date; slots: WeekSlot[] }

/** One week, day by day; on a phone the days stand under each other and empty ones are left out. */
export async function WeekView({ monday, today, now, slots }: Props) {
  const [t, locale] = await Promise.all([getTranslations('talks'), getLocale()])
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => ({ day, slots: slots.filter((slot) => dayOf(slot.startsAt) === day) }))
  const shown = days.filter(({ slots: ofDay }, index) => index < 5 || ofDay.length > 0)
  const week = t('week', { week: getISOWeek(dayToDb(addDays(monday, 3))), from: formatDay(monday, locale, 'dayMonth'), to: formatDay(addDays(monday, 6), locale, 'long') })
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} actions={<LinkButton href="/outreach/talks/new" variant="primary" icon="plus">{t('new')}</LinkButton>} />
      <nav aria-label={week} className="no-print mb-4 flex flex-wrap items-center gap-3">
        <LinkButton size="small" href={`/outreach/talks?week=${addDays(monday, -7)}`} icon="back">{t('previous')}</LinkButton>
        <LinkButton size="small" href={`/outreach/talks?week=${addDays(monday, 7)}`} icon="forward">{t('next')}</LinkButton>
        {monday !== mondayOf(today) && <LinkButton size="small" href="/outreach/talks" variant="quiet">{t('thisWeek')}</LinkButton>}
      </nav>
      <h2 className="mb-3">{week}</h2>
      {slots.length === 0 && <EmptyState icon="calendar" title={t('none')}>{t('noneHelp')}</EmptyState>}
      {slots.length > 0 && (
        <ol className="grid gap-4 lg:grid-flow-col lg:auto-cols-fr">
          {shown.map(({ day, slots: ofDay }) => (
            <li key={day} className={ofDay.length === 0 ? 'hidden lg:block' : undefined} aria-current={day === today ? 'date' : undefined}>
              <h3 className={`mb-2 border-b pb-1 text-base first-letter:uppercase ${day === today ? 'border-accent text-accent' : 'border-line'}`}>{formatDay(day, locale, 'weekday').replace(/ \d{4}$/, '')}</h3>
              <div className="space-y-3">{ofDay.map((slot) => <SlotCard key={slot.id} slot={slot} now={now} />)}</div>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
