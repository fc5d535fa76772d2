import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Dialog } from '@/components/ui/dialog'
import { DialogCancel } from '@/components/ui/dialog-cancel'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { StatFigure } from '@/components/ui/stat-figure'
import { Tag } from '@/components/ui/tag'
import { cancelEvent, invite, sendInvitations } from '@/lib/outreach/events/actions'
import type { EventDetail, Guest } from '@/lib/outreach/events/queries'
import { seatingOf } from '@/lib/outreach/events/rules'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { GuestTable } from './guest-table'

type Props = { event: EventDetail; guests: Guest[]; all: boolean; now: Date }

export async function EventView({ event, guests, all, now }: Props) {
  const [t, locale] = await Promise.all([getTranslations('events'), getLocale()])
  const path = `/outreach/year-wheel/${event.id}`
  const seating = seatingOf(guests, event.capacity)
  const open = !event.cancelledAt && event.startsAt > now
  const people = { unit: t('page.people'), period: t('page.now'), how: t('page.peopleHow') }
  return (
    <>
      <PageHeading above={<BackLink href="/outreach/year-wheel">{t('form.back')}</BackLink>} title={locale === 'en' ? event.titleEn : event.titleDa} lead={locale === 'en' ? event.textEn : event.textDa}
        tags={event.cancelledAt ? <Tag tone="error">{t('cancelled')}</Tag> : <Tag>{t(`kind.${event.kind}`)}</Tag>}
        actions={<>{open && <LinkButton href={`${path}/edit`}>{t('page.edit')}</LinkButton>}<LinkButton href={`${path}/guests`} icon="print">{t('page.print')}</LinkButton></>} />
      <div className="mb-6 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <StatFigure label={t('page.coming')} value={seating.seats} unit={event.capacity === null ? undefined : `/ ${event.capacity}`} period={t('page.now')} how={t('page.seatsHow')} />
        <StatFigure label={t('page.waiting')} value={seating.waitingSeats} period={t('page.now')} how={t('page.waitingHow')} tone={seating.waitingSeats > 0 ? 'warning' : undefined} />
        <StatFigure label={t('page.notComing')} value={seating.notComing} {...people} />
        <StatFigure label={t('page.silent')} value={seating.silent} {...people} />
      </div>
      <div className="mb-6 grid gap-4 lg:grid-cols-2">
        <Facts event={event} />
        <Card title={t('page.inviteTitle')}>
          <p>{t('page.inviteLead')}</p>
          {event.invitedAt && <p className="mt-2 text-muted">{t('page.frozen', { day: formatDay(dayOf(event.invitedAt), locale) })}</p>}
          {open && <div className="form-actions mt-3"><ActionButton action={invite} values={{ eventId: event.id }}>{t(event.invitedAt ? 'page.inviteMore' : 'page.invite')}</ActionButton></div>}
          {open && event.invitedAt && <div className="mt-3"><ActionButton action={sendInvitations} values={{ eventId: event.id }}>{t('page.mail')}</ActionButton><p className="mt-1 text-sm text-muted">{t('page.mailHelp')}</p><LinkButton href={`${path}/letters`} className="mt-3">{t('page.letters')}</LinkButton></div>}
        </Card>
      </div>
      <GuestTable guests={all ? guests : guests.filter((guest) => guest.answer !== null)} waiting={seating.waitingIds} all={all} path={path} open={open} />
      {open && <section className="no-print mt-8 max-w-text"><h2>{t('page.cancel')}</h2><p className="my-2">{t('page.cancelText')}</p><CancelEvent id={event.id} label={t('page.cancel')} sure={t('page.cancelSure', { count: seating.seats })} /></section>}
    </>
  )
}

/** Asks first: an event that is called off is not opened again. */
function CancelEvent({ id, label, sure }: { id: string; label: string; sure: string }) {
  return (
    <Dialog trigger={label} title={label}>
      <p className="max-w-text">{sure}</p>
      <div className="form-actions mt-5"><ActionButton action={cancelEvent} values={{ eventId: id }} variant="danger">{label}</ActionButton><DialogCancel /></div>
    </Dialog>
  )
}

async function Facts({ event }: { event: EventDetail }) {
  const [t, locale] = await Promise.all([getTranslations('events'), getLocale()])
  const items = [
    { key: 'when', label: t('page.when'), value: `${formatDay(dayOf(event.startsAt), locale, 'weekday')}, ${formatTimeSpan(event.startsAt, event.endsAt, locale)}` },
    { key: 'where', label: t('page.where'), value: event.place },
    { key: 'capacity', label: t('page.capacity'), value: event.capacity ?? t('page.noCapacity') },
    { key: 'until', label: t('page.until'), value: event.signUpUntil ? formatDay(event.signUpUntil, locale) : t('page.noUntil') },
    { key: 'remind', label: t('page.remind'), value: t('page.remindValue', { days: event.remindDays }) },
  ]
  return <Card title={t(`kind.${event.kind}`)}><DescriptionList items={items} /></Card>
}
