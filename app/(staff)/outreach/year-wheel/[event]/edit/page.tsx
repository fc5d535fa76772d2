import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { EventForm } from '@/components/outreach/events/event-form'
import { eventFormTexts } from '@/components/outreach/events/event-form-texts'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/access/actor'
import { editEvent } from '@/lib/outreach/events/actions'
import { eventDetail } from '@/lib/outreach/events/queries'
import { formatTime } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'

type Props = { params: Promise<{ event: string }> }

export default async function Page({ params }: Props) {
  const actor = await requireActor('event.manage')
  const id = z.uuid().safeParse((await params).event)
  const event = id.success ? await eventDetail(actor, id.data) : null
  if (!event || event.cancelledAt) notFound()
  const [t, form] = await Promise.all([getTranslations('events.form'), eventFormTexts()])
  const values = { ...event, on: dayOf(event.startsAt), start: formatTime(event.startsAt, 'en'), end: formatTime(event.endsAt, 'en'), capacity: event.capacity?.toString() ?? '', until: event.signUpUntil, remindDays: String(event.remindDays) }
  return (
    <>
      <PageHeading above={<BackLink href={`/outreach/year-wheel/${event.id}`}>{t('backEvent')}</BackLink>} title={t('editTitle')} />
      <EventForm action={editEvent} values={values} hidden={{ eventId: event.id, version: String(event.version) }} {...form} />
    </>
  )
}
