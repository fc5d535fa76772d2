import { getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { BookableSlot, Booking } from '@/lib/outreach/talks/queries'
import { formatDay, formatMoment, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { BookForm } from './book-form'

/** Booking on the telephone: the person, the talk they have, and the free times of everybody. */
export async function BookingView({ person, talk, slots }: { person: NonNullable<Booking['person']>; talk: BookableSlot | null; slots: BookableSlot[] }) {
  const [t, locale] = await Promise.all([getTranslations('talks'), getLocale()])
  const days = new Map<string, { value: string; label: string }[]>()
  for (const slot of slots) {
    const day = formatDay(dayOf(slot.startsAt), locale, 'weekday')
    days.set(day, [...(days.get(day) ?? []), { value: slot.id, label: `${formatTimeSpan(slot.startsAt, slot.endsAt, locale)}, ${slot.place}, ${slot.host}` }])
  }
  return (
    <>
      <PageHeading above={<BackLink href="/outreach/talks">{t('book.back')}</BackLink>} title={t('book.for', { name: `${person.firstName} ${person.lastName}` })} lead={t('book.lead')} />
      {talk && <div className="mb-4 max-w-text"><Alert tone="info" title={t('book.has', { when: formatMoment(talk.startsAt, locale), host: talk.host })} /></div>}
      {slots.length === 0
        ? <EmptyState icon="calendar" title={t('book.none')} actions={<LinkButton href="/outreach/talks/new">{t('new')}</LinkButton>} />
        : <BookForm personId={person.id} days={[...days].map(([label, options]) => ({ label, options }))} texts={{ choose: t('book.choose'), first: t('book.first'), submit: t('book.submit') }} />}
    </>
  )
}
