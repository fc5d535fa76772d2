import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Explain } from '@/components/ui/explain'
import { Tag } from '@/components/ui/tag'
import { finishReferral, noteReferralAnswer, revokeReferral } from '@/lib/casework/referrals/actions'
import type { ReferralRow } from '@/lib/casework/referrals/queries'
import { attentionOf } from '@/lib/casework/referrals/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { SmallForm } from '../small-form'
import { answerFields, outcomeField } from './answer-fields'

const tones = { sent: 'info', accepted: 'success', refused: 'warning', revoked: 'neutral', done: 'neutral' } as const

/** One referral: what the receiver may know, what was said, who has looked, and what can be done now. */
export function ReferralCard({ personId, one, today, mayChange }: { personId: string; one: ReferralRow; today: Day; mayChange: boolean }) {
  const [t, consents, locale] = [useTranslations('referrals'), useTranslations('consent'), useLocale()]
  const name = nameOf(one.to, locale)
  const attention = attentionOf(one, today)
  const seen = one.kind !== 'unit' ? t('told', { name: one.to.partner ?? name }) : one.seen.length === 0 ? t('unseen') : <ul>{one.seen.map((who) => <li key={who.name}>{t('seenBy', { name: who.name, count: who.times, when: formatMoment(who.lastAt, locale, 'short') })}</li>)}</ul>
  const items = [
    { key: 'why', label: t('why'), value: <p className="whitespace-pre-line">{one.why}</p> },
    { key: 'fields', label: consents('fieldsLabel'), value: [consents('field.name'), ...one.fields.map((field) => consents(`field.${field}`))].join(' · ') },
    ...(one.kind === 'unit' || one.to.contact === null ? [] : [{ key: 'contact', label: t('contact'), value: one.to.contact }]),
    ...(one.wishedBy ? [{ key: 'wished', label: t('wishedBy'), value: formatDay(one.wishedBy, locale) }] : []),
    ...(one.state === 'sent' ? [{ key: 'answer', label: t('answerBy'), value: formatDay(one.answerBy, locale) }] : []),
    { key: 'seen', label: t('seen'), value: seen },
    { key: 'steps', label: t('steps'), value: (
      <ol className="space-y-1">
        <li>{t('step.sent', { name: one.by, when: formatMoment(one.at, locale, 'short') })}</li>
        {one.steps.map((step) => <li key={step.step}>{t(`step.${step.said === 'consent' ? 'consent' : step.said === 'told' && step.step !== 'revoked' ? `${step.step}Told` : step.step}`, { name: step.by, when: formatMoment(step.at, locale, 'short') })}{step.words && <span className="block max-w-text whitespace-pre-line">“{step.words}”</span>}</li>)}
      </ol>) },
  ]
  const ids = { personId, referralId: one.id }
  return (
    <Card title={<>{one.to.partner ? `${name} · ${one.to.partner}` : name} <Tag tone={tones[one.state]}>{t(`state.${one.state}`)}</Tag>{attention && <> <Tag tone="error">{t(`attention.${attention}`)}</Tag></>}</>}>
      {attention === 'lapsed' && <div className="mb-3"><Alert tone="warning">{t('lapsed', { day: formatDay(one.consentUntil, locale) })}</Alert></div>}
      <DescriptionList items={items} />
      {mayChange && (
        <div className="mt-3 space-y-3">
          {one.state === 'sent' && one.kind !== 'unit' && <Explain summary={t('note')}><SmallForm action={noteReferralAnswer} scope={one.id} hidden={ids} submit={t('noteSubmit')} fields={answerFields(t)} size="normal" /></Explain>}
          {one.state === 'accepted' && <Explain summary={t('finish')}><SmallForm action={finishReferral} scope={one.id} hidden={ids} submit={t('finishSubmit')} fields={outcomeField(t)} size="normal" /></Explain>}
          <div><ActionButton action={revokeReferral} values={ids} size="small">{t('revoke')}</ActionButton><p className="mt-1 text-sm text-muted">{t(one.kind === 'unit' ? 'revokeHelp' : 'revokeHelpTold')}</p></div>
        </div>
      )}
    </Card>
  )
}
