import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { answerReceived, finishReceived } from '@/lib/casework/referrals/actions'
import type { Received } from '@/lib/casework/referrals/received/queries'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import { SmallForm } from '../small-form'
import { answerFields, outcomeField } from './answer-fields'

/** Why the person on the card was referred to the reader's unit, and the answer; once it is taken on, what came of it. */
export function ReceivedAnswer({ received }: { received: Received[] }) {
  const [t, locale] = [useTranslations('referrals'), useLocale()]
  return received.map((one) => (
    <div key={one.id} className="mb-6 max-w-3xl">
      <Card title={t(one.state === 'sent' ? 'received.waits' : 'received.accepted')}>
        <p className="text-sm text-muted">{t('received.by', { name: one.unit ? `${one.by}, ${nameOf(one.unit, locale)}` : one.by, when: formatMoment(one.at, locale, 'short') })}</p>
        <p className="mt-2 max-w-text whitespace-pre-line">{one.why}</p>
        {one.wishedBy && <p className="mt-2">{t('received.wished', { day: formatDay(one.wishedBy, locale) })}</p>}
        {one.state === 'sent' && <p className="mt-2">{t('received.answerBy', { day: formatDay(one.answerBy, locale) })}</p>}
        <div className="mt-4">
          {one.state === 'sent' ? <SmallForm action={answerReceived} scope={one.id} hidden={{ receivedId: one.id }} submit={t('received.submit')} size="normal" fields={answerFields(t)} />
            : <SmallForm action={finishReceived} scope={one.id} hidden={{ receivedId: one.id }} submit={t('finishSubmit')} size="normal" fields={outcomeField(t)} />}
        </div>
        <p className="mt-2 text-sm text-muted">{t(one.state === 'sent' ? 'received.afterwards' : 'received.afterDone')}</p>
      </Card>
    </div>
  ))
}
