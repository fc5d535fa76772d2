import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { OwnPageView } from '@/components/volunteering/own/own-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { ownPage } from '@/lib/volunteering/own/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('ownPage'))('title') }
}

export default async function Page() {
  const found = await ownPage(await requireActor('volunteer.own'), (await getLocale()) === 'en' ? 'en' : 'da')
  if (!found) notFound()
  return <OwnPageView page={found} today={today()} />
}
