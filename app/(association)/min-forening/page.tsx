import { getLocale, getTranslations } from 'next-intl/server'
import { NoAssociation, OwnAssociationView } from '@/components/associations/own/own-association-page'
import { requireActor } from '@/lib/access/actor'
import { ownAssociation } from '@/lib/associations/own/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('ownAssociation'))('title') }
}

export default async function Page() {
  const found = await ownAssociation(await requireActor('association.own'), (await getLocale()) === 'en' ? 'en' : 'da', today())
  return found ? <OwnAssociationView page={found} today={today()} /> : <NoAssociation />
}
