import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OfferForm } from '@/components/portal/offer-form'
import { offerFormTexts } from '@/components/portal/offer-form-texts'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/access/actor'
import { createOffer } from '@/lib/portal/offers/actions'
import { partnerChoices } from '@/lib/portal/offers/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.form'))('newTitle') }
}

export default async function Page() {
  const actor = await requireActor('offer.manage')
  const t = await getTranslations('portal.form')
  return (
    <>
      <PageHeading above={<BackLink href="/offers">{t('back')}</BackLink>} title={t('newTitle')} />
      <OfferForm action={createOffer} {...await offerFormTexts(await partnerChoices(actor))} />
    </>
  )
}
