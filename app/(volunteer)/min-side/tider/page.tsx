import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnTimesPage } from '@/components/volunteering/own/own-times-page'
import { requireActor } from '@/lib/access/actor'
import { ownFacts } from '@/lib/volunteering/own/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('ownPage.times'))('title') }
}

export default async function Page() {
  const found = await ownFacts(await requireActor('volunteer.own'), 'da')
  if (!found) notFound()
  return <OwnTimesPage facts={found.facts} />
}
