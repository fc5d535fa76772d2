import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { Tone } from '@/components/ui/tone'
import type { ListedOffer } from '@/lib/portal/offers/queries'
import { publicationOf, type Publication } from '@/lib/portal/offers/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

const tones: Record<Publication, Tone> = { draft: 'neutral', published: 'success', planned: 'info', ended: 'neutral' }

export async function OfferList({ offers, today }: { offers: ListedOffer[]; today: Day }) {
  const [t, locale] = await Promise.all([getTranslations('portal'), getLocale()])
  const columns: Column<ListedOffer>[] = [
    { key: 'name', header: t('staff.name'), rowHeader: true, cell: (offer) => (locale === 'en' ? offer.titleEn : offer.titleDa) },
    { key: 'audience', header: t('staff.audience'), cell: (offer) => offer.audience.map((one) => t(`audience.${one}`)).join(', ') },
    { key: 'needs', header: t('staff.needs'), cell: (offer) => offer.needs.map((one) => t(`need.${one}`)).join(', ') },
    { key: 'partner', header: t('staff.partner'), cell: (offer) => offer.partner ?? t('form.noPartner') },
    { key: 'letter', header: t('staff.letter'), cell: (offer) => (offer.inLetter ? t('staff.yes') : t('staff.no')) },
    { key: 'state', header: t('staff.state'), cell: (offer) => {
      const state = publicationOf(offer, today)
      const day = state === 'planned' ? offer.publishedFrom : offer.publishedTo
      return <Tag tone={tones[state]}>{t(`staff.${state}`, { day: day ? formatDay(day, locale, 'short') : '' })}</Tag>
    } },
  ]
  return (
    <>
      <PageHeading title={t('staff.title')} lead={t('staff.lead')} actions={<><LinkButton href="/tilbud">{t('staff.public')}</LinkButton><LinkButton href="/offers/new" variant="primary" icon="plus">{t('staff.new')}</LinkButton></>} />
      <DataTable caption={t('staff.title')} columns={columns} rows={offers} rowKey={(offer) => offer.id} rowHref={(offer) => `/offers/${offer.id}`} empty={<EmptyState title={t('staff.none')} />} />
    </>
  )
}
