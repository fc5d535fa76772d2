import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { OwnConcernPage } from '@/components/volunteering/own/own-concern-page'
import { requireActor } from '@/lib/access/actor'
import { ownMatch } from '@/lib/volunteering/own/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('ownPage.concern'))('title') }
}

export default async function Page({ params }: { params: Promise<{ ownMatch: string }> }) {
  const actor = await requireActor('volunteer.own')
  const match = await ownMatch(actor, (await params).ownMatch, (await getLocale()) === 'en' ? 'en' : 'da')
  if (!match) notFound()
  return <OwnConcernPage match={match} />
}
