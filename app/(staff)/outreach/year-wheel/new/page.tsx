import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventForm } from '@/components/outreach/events/event-form'
import { eventFormTexts } from '@/components/outreach/events/event-form-texts'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/access/actor'
import { createEvent } from '@/lib/outreach/events/actions'
import { eventKinds } from '@/lib/outreach/events/rules'
import { addDays, isDay } from '@/lib/platform/day'

type Props = { searchParams: Promise<{ kind?: string; day?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('events.form'))('newTitle') }
}

export default async function Page({ searchParams }: Props) {
  await requireActor('event.manage')
  const [t, form, { kind, day }] = await Promise.all([getTranslations('events.form'), eventFormTexts(), searchParams])
  const on = day && isDay(day) ? day : undefined
  const values = { kind: eventKinds.find((one) => one === kind), on, until: on ? addDays(on, -10) : null, remindDays: '3' }
  return (
    <>
      <PageHeading above={<BackLink href="/outreach/year-wheel">{t('back')}</BackLink>} title={t('newTitle')} />
      <EventForm action={createEvent} values={values} {...form} />
    </>
  )
}
