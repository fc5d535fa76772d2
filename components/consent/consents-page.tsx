import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { ConsentRow } from '@/lib/consent/register/queries'
import { stateOf } from '@/lib/consent/register/rules'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'

const tones = { live: 'success', coming: 'info', expired: 'neutral', withdrawn: 'warning' } as const

/** What the person has agreed to, to whom and until when; below it what no longer holds. Rows are added and never changed. */
export function ConsentsPage({ consents, mayRecord, mayRefer, ...frame }: PersonFrameProps & { consents: ConsentRow[]; mayRecord: boolean; mayRefer: boolean }) {
  const t = useTranslations('consent')
  const holds = (one: ConsentRow) => ['live', 'coming'].includes(stateOf(row(one), frame.today))
  const [live, ended] = [consents.filter(holds), consents.filter((one) => !holds(one))]
  return (
    <PersonFrame {...frame} tab="consents">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-text text-muted">{t('lead')}</p>
        <div className="flex flex-wrap gap-2">{mayRefer && <LinkButton href={`/people/${frame.bar.id}/referrals`}>{t('referrals')}</LinkButton>}{mayRecord && <LinkButton href={`/people/${frame.bar.id}/consents/new`} variant="primary">{t('new')}</LinkButton>}</div>
      </div>
      {live.length === 0 && <EmptyState title={t('none')} icon="lock">{t('noneLead')}</EmptyState>}
      <ul className="space-y-4">{live.map((one) => <li key={one.id}><Consent {...frame} consent={one} mayRecord={mayRecord} /></li>)}</ul>
      {ended.length > 0 && (
        <details className="mt-6">
          <summary className="font-semibold">{t('ended', { count: ended.length })}</summary>
          <ul className="mt-3 space-y-4">{ended.map((one) => <li key={one.id}><Consent {...frame} consent={one} mayRecord={false} /></li>)}</ul>
        </details>
      )}
    </PersonFrame>
  )
}

const row = (one: ConsentRow) => ({ ...one, withdrawnOn: one.withdrawal?.on ?? null })

function Consent({ consent, bar, today, mayRecord }: Pick<PersonFrameProps, 'bar' | 'today'> & { consent: ConsentRow; mayRecord: boolean }) {
  const [t, locale] = [useTranslations('consent'), useLocale()]
  const state = stateOf(row(consent), today)
  const items = [
    { key: 'fields', label: t('fieldsLabel'), value: [t('field.name'), ...consent.fields.map((field) => t(`field.${field}`))].join(' · ') },
    { key: 'period', label: t('period'), value: t('periodText', { from: formatDay(consent.givenOn, locale), to: formatDay(consent.expiresOn, locale) }) },
    { key: 'how', label: t('howLabel'), value: [t(`how.${consent.how}`), consent.evidence].filter(Boolean).join(': ') },
    ...(consent.withdrawal ? [{ key: 'withdrawn', label: t('withdrawnLabel'), value: [formatDay(consent.withdrawal.on, locale), t(`how.${consent.withdrawal.how}`), consent.withdrawal.note, consent.withdrawal.by].filter(Boolean).join(' · ') }] : []),
    { key: 'wording', label: t('wordingLabel'), value: `“${consent.wording}”` },
  ]
  return (
    <Card title={<>{nameOf(consent.recipient, locale)} <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag></>} foot={t('recorded', { name: consent.recordedBy })}
      actions={mayRecord && <LinkButton href={`/people/${bar.id}/consents/${consent.id}/withdraw`} size="small">{t('withdraw')}</LinkButton>}>
      <p className="mb-2">{t(`purpose.${consent.purpose}`)}</p>
      <DescriptionList items={items} />
    </Card>
  )
}
