import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnCalendarPage } from '@/components/volunteering/own/own-calendar-page'
import { requireActor } from '@/lib/access/actor'
import { ownFeedState } from '@/lib/volunteering/own/calendar/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('ownPage.calendar'))('title') }
}

export default async function Page() {
  const found = await ownFeedState(await requireActor('volunteer.own'))
  if (!found) notFound()
  return <OwnCalendarPage feed={found.feed} />
}
