import { getLocale, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import type { EventDetail, Guest } from '@/lib/outreach/events/queries'
import { seatingOf } from '@/lib/outreach/events/rules'
import { formatMoment } from '@/lib/platform/dates'

/** Names and seats for the door, with a box to tick. Why they were invited stands nowhere on it. */
export async function GuestList({ event, guests }: { event: EventDetail; guests: Guest[] }) {
  const [t, locale] = await Promise.all([getTranslations('events'), getLocale()])
  const { seats, waitingIds } = seatingOf(guests, event.capacity)
  const coming = guests.filter((guest) => guest.answer && !waitingIds.has(guest.id))
  return (
    <>
      <PageHeading above={<BackLink href={`/outreach/year-wheel/${event.id}`}>{t('guests.back')}</BackLink>} title={t('guests.title')} lead={`${locale === 'en' ? event.titleEn : event.titleDa}, ${formatMoment(event.startsAt, locale)}, ${event.place}`} />
      {coming.length === 0 ? <EmptyState title={t('guests.none')} /> : (
        <>
          <p className="mb-3 font-semibold">{t('guests.total', { count: seats })}</p>
          <ul className="columns-1 gap-8 md:columns-2">
            {coming.map((guest) => <li key={guest.id} className="flex break-inside-avoid items-center gap-3 border-b border-line py-1.5"><span aria-hidden="true" className="size-4 shrink-0 border border-edge" /><span className="flex-1">{guest.lastName}, {guest.firstName}</span><span className="tabular">{guest.seats}</span></li>)}
          </ul>
        </>
      )}
    </>
  )
}
