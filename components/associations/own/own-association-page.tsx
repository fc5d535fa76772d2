import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { OwnAssociation } from '@/lib/associations/own/queries'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { OwnAgreementCard } from './own-agreement-card'
import { OwnContactsCard } from './own-contacts-card'
import { OwnMeetingsCard } from './own-meetings-card'
import { OwnRulesCard, OwnUnitCard } from './own-rules-card'

/** What a representative sees on the phone: what is agreed, when we meet, what we know about them, and whom to call. */
export function OwnAssociationView({ page, today }: { page: OwnAssociation; today: Day }) {
  const [t, terms, locale] = [useTranslations('ownAssociation'), useTranslations('associations'), useLocale()]
  const { facts, allAreas, state } = page
  const unknown = <span className="text-muted">{terms('unknown')}</span>
  const areas = facts.areas.map((code) => allAreas.find((one) => one.code === code)).map((one, at) => (one ? nameOf(one, locale) : facts.areas[at])).join(', ')
  return (
    <div className="space-y-6">
      <PageHeading title={facts.name} lead={terms(`kind.${facts.kind}`)} />
      {state === 'lapsed' && <Alert tone="warning" title={t('lapsed')}>{t('lapsedLead')}</Alert>}
      <OwnMeetingsCard page={page} today={today} />
      <OwnAgreementCard page={page} />
      <Card title={t('facts')} actions={<LinkButton href="/min-forening/oplysninger" size="small">{t('edit')}</LinkButton>}>
        <p className="mb-3 text-sm text-muted">{t('factsLead')}</p>
        <DescriptionList items={[
          { key: 'about', label: terms('does'), value: facts.about ? <span className="max-w-text whitespace-pre-line">{facts.about}</span> : unknown },
          { key: 'offers', label: terms('offers'), value: facts.offers ? <span className="max-w-text whitespace-pre-line">{facts.offers}</span> : unknown },
          { key: 'areas', label: terms('areas'), value: areas || unknown },
          { key: 'website', label: terms('website'), value: facts.website ? <a href={facts.website} rel="noreferrer">{facts.website}</a> : unknown },
          { key: 'active', label: t('active'), value: facts.active === null ? t('fewActive') : t('manyActive', { count: facts.active }) },
        ]} />
      </Card>
      <OwnContactsCard contacts={page.contacts} />
      <OwnRulesCard rules={page.rules} />
      {page.unit && <OwnUnitCard unit={page.unit} />}
    </div>
  )
}

/** Signed in, and tied to no association: what to do about it. */
export function NoAssociation() {
  const t = useTranslations('ownAssociation')
  return <><PageHeading title={t('title')} /><Alert title={t('none')}>{t('noneLead')}</Alert></>
}
