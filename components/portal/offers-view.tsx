import { getLocale, getTranslations } from 'next-intl/server'
import { RadioGroup } from '@/components/ui/radio-group'
import type { PublicContact, PublicOffer, PublicPartner } from '@/lib/portal/offers/public-offers'
import { audiences, needs, offersFor, type Audience, type Need } from '@/lib/portal/offers/rules'
import { OfferCard } from './offer-card'

type Props = { offers: PublicOffer[]; partners: PublicPartner[]; contacts: PublicContact[]; audience: Audience | null; need: Need | null }

/** The one digital way in. A plain form that reloads the page: no scripts needed, and the choice stands in the address. */
export async function OffersView({ offers, partners, contacts, audience, need }: Props) {
  const t = await getTranslations('portal')
  const found = offersFor(offers, audience, need)
  const all = { value: '', label: t('offers.all') }
  return (
    <div className="space-y-10">
      <header className="max-w-text"><h1>{t('offers.title')}</h1><p className="mt-3 text-lg">{t('offers.lead')}</p><p className="mt-2"><a href="/frivillig">{t('offers.volunteer')}</a></p></header>
      <Contacts contacts={contacts} />
      <form method="get" className="no-print form-stack">
        <RadioGroup name="hvem" label={t('offers.who')} inline defaultValue={audience ?? ''} options={[all, ...audiences.map((value) => ({ value, label: t(`audience.${value}`) }))]} />
        <RadioGroup name="emne" label={t('offers.need')} inline defaultValue={need ?? ''} options={[all, ...needs.map((value) => ({ value, label: t(`need.${value}`) }))]} />
        <div><button type="submit" className="btn btn-primary">{t('offers.show')}</button></div>
      </form>
      <section aria-live="polite">
        <h2 className="mb-4">{t('offers.found', { count: found.length })}</h2>
        {found.length === 0 ? <p>{t('offers.none')}</p> : <div className="grid gap-4 md:grid-cols-2">{found.map((offer) => <OfferCard key={offer.id} offer={offer} />)}</div>}
      </section>
      {partners.length > 0 && <Partners partners={partners} />}
    </div>
  )
}

async function Contacts({ contacts }: { contacts: PublicContact[] }) {
  const t = await getTranslations('portal.offers')
  if (contacts.length === 0) return null
  return (
    <section className="rounded-md border border-line bg-surface p-4">
      <h2>{t('coordinators')}</h2>
      <p className="mt-2">{t('coordinatorsLead')}</p>
      <ul className="mt-3 space-y-2">
        {contacts.map((contact) => (
          <li key={contact.email}><strong>{contact.name}</strong>{contact.title && `, ${contact.title}`}<br />{contact.phone && <><a href={`tel:${contact.phone.replace(/\s/g, '')}`}>{contact.phone}</a> · </>}<a href={`mailto:${contact.email}`}>{contact.email}</a></li>
        ))}
      </ul>
    </section>
  )
}

async function Partners({ partners }: { partners: PublicPartner[] }) {
  const [t, locale] = await Promise.all([getTranslations('portal'), getLocale()])
  return (
    <section>
      <h2 className="mb-3">{t('offers.partners')}</h2>
      {(['STATE', 'REGION', 'MUNICIPALITY', 'ASSOCIATION'] as const).map((provider) => {
        const of = partners.filter((partner) => partner.provider === provider)
        return of.length > 0 && (
          <div key={provider} className="mt-5">
            <h3>{t(`provider.${provider}`)}</h3>
            <dl className="mt-2 space-y-3">
              {of.map((partner) => (
                <div key={partner.id} className="break-inside-avoid">
                  <dt className="font-semibold">{partner.url ? <a href={partner.url} rel="noreferrer">{partner.name}</a> : partner.name}{partner.place && <span className="font-normal text-muted"> · {partner.place}</span>}</dt>
                  <dd>{locale === 'en' ? partner.descriptionEn : partner.descriptionDa}{partner.phone && <> <a href={`tel:${partner.phone.replace(/\s/g, '')}`}>{partner.phone}</a></>}</dd>
                </div>
              ))}
            </dl>
          </div>
        )
      })}
    </section>
  )
}
