import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { MomentText } from '@/components/ui/moment-text'
import type { Withdrawing } from '@/lib/consent/register/queries'
import { ways } from '@/lib/consent/register/rules'
import { nameOf } from '@/lib/platform/i18n/named'
import { WithdrawForm } from './withdraw-form'

/** Before anything is taken back: what the other side loses, and what it has seen already and cannot forget. */
export function WithdrawPage({ withdrawing: { consent, seen }, ...frame }: PersonFrameProps & { withdrawing: Withdrawing }) {
  const [t, locale] = [useTranslations('consent'), useLocale()]
  const name = nameOf(consent.recipient, locale)
  return (
    <PersonFrame {...frame} tab="consents">
      <h2>{t('withdrawing.title', { name })}</h2>
      <p className="mt-1 max-w-text">{t(consent.recipient.kind === 'unit' ? 'withdrawing.leadUnit' : 'withdrawing.leadOther', { name })}</p>
      <h3 className="mt-4">{t('withdrawing.loses')}</h3>
      <ul className="mt-1 list-disc ps-6">{['name', ...consent.fields].map((field) => <li key={field}>{t(`field.${field}`)}</li>)}</ul>
      <h3 className="mt-4">{t('withdrawing.seen')}</h3>
      {consent.recipient.kind !== 'unit' ? <div className="mt-1 max-w-text"><Alert tone="warning">{t('withdrawing.tell', { name })}</Alert></div>
        : seen.length === 0 ? <p className="mt-1 text-muted">{t('withdrawing.unseen')}</p>
        : <ul className="mt-1 list-disc ps-6">{seen.map((one) => <li key={one.name}>{one.name}: {t('withdrawing.times', { count: one.times })}, {t('withdrawing.last')} <MomentText moment={one.lastAt} look="short" /></li>)}</ul>}
      <WithdrawForm personId={frame.bar.id} consentId={consent.id} ways={ways.map((value) => ({ value, label: t(`how.${value}`) }))}
        texts={{ how: t('withdrawing.how'), note: t('withdrawing.note'), submit: t('withdrawing.submit') }} />
    </PersonFrame>
  )
}
