import { getLocale, getTranslations } from 'next-intl/server'
import type { PublicOffer } from '@/lib/portal/offers/public-offers'

/** One offer as everybody sees it; the staff page shows the same as a preview. */
export async function OfferCard({ offer }: { offer: Omit<PublicOffer, 'id' | 'needs'> & { needs: readonly string[] } }) {
  const [t, locale] = await Promise.all([getTranslations('portal'), getLocale()])
  const [title, summary] = locale === 'en' ? [offer.titleEn, offer.summaryEn] : [offer.titleDa, offer.summaryDa]
  return (
    <article className="break-inside-avoid rounded-md border border-line bg-surface p-4">
      <h3>{title}</h3>
      <p className="mt-1 text-sm text-muted">{[offer.audience.map((one) => t(`audience.${one}`)).join(', '), offer.partner && t('offers.by', { name: offer.partner.name })].filter(Boolean).join(' · ')}</p>
      <p className="mt-2">{summary}</p>
      {(offer.contact || offer.url) && <p className="mt-2">{offer.contact && <><strong>{t('offers.contact')}</strong> {offer.contact} </>}{offer.url && <a href={offer.url} rel="noreferrer" className="print-url">{t('offers.more')}</a>}</p>}
    </article>
  )
}
