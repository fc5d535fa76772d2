import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { OfferCard } from '@/components/portal/offer-card'
import { OfferForm } from '@/components/portal/offer-form'
import { offerFormTexts } from '@/components/portal/offer-form-texts'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/access/actor'
import { editOffer } from '@/lib/portal/offers/actions'
import { offerDetail, partnerChoices } from '@/lib/portal/offers/queries'

type Props = { params: Promise<{ offer: string }> }

export default async function Page({ params }: Props) {
  const actor = await requireActor('offer.manage')
  const id = z.uuid().safeParse((await params).offer)
  const offer = id.success ? await offerDetail(actor, id.data) : null
  if (!offer) notFound()
  const [t, partners] = [await getTranslations('portal.form'), await partnerChoices(actor)]
  const partner = partners.find((one) => one.value === offer.partnerId)
  return (
    <>
      <PageHeading above={<BackLink href="/offers">{t('back')}</BackLink>} title={t('editTitle')} />
      <div className="grid gap-8 lg:grid-cols-[40rem_1fr]">
        <OfferForm action={editOffer} values={offer} hidden={{ offerId: offer.id, version: String(offer.version) }} {...await offerFormTexts(partners)} />
        <section><h2 className="mb-3">{t('preview')}</h2><OfferCard offer={{ ...offer, partner: partner ? { name: partner.label, url: null } : null }} /></section>
      </div>
    </>
  )
}
