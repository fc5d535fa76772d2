import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OffersView } from '@/components/portal/offers-view'
import { publicOffers } from '@/lib/portal/offers/public-offers'
import { audiences, needs } from '@/lib/portal/offers/rules'

type Props = { searchParams: Promise<{ hvem?: string; emne?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.offers'))('title'), robots: { index: true } }
}

export default async function Page({ searchParams }: Props) {
  const { hvem, emne } = await searchParams
  return <OffersView {...await publicOffers()} audience={audiences.find((one) => one === hvem) ?? null} need={needs.find((one) => one === emne) ?? null} />
}
