import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OfferList } from '@/components/portal/offer-list'
import { requireActor } from '@/lib/access/actor'
import { listOffers } from '@/lib/portal/offers/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.staff'))('title') }
}

export default async function Page() {
  const actor = await requireActor('offer.manage')
  return <OfferList offers={await listOffers(actor)} today={today()} />
}
