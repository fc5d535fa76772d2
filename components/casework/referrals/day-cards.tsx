import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { News, Received } from '@/lib/casework/referrals/received/queries'
import { attentionOf } from '@/lib/casework/referrals/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'

/** On the first page: what waits for an answer from the reader's unit, and what the reader has been answered or has not. Nothing when there is none. */
export function ReferralCards({ waiting, news, today }: { waiting: Received[]; news: News[]; today: Day }) {
  const [t, locale] = [useTranslations('referrals'), useLocale()]
  return (
    <>
      {waiting.length > 0 && (
        <Card title={t('day.waiting', { count: waiting.length })}>
          <ul className="divide-y divide-line">
            {waiting.map((one) => (
              <li key={one.id} className="py-2 first:pt-0">
                <p className="flex flex-wrap items-center gap-x-2"><Link href={`/shared/${one.consentId}`} prefetch={false}>{one.name}</Link><Tag tone={one.answerBy < today ? 'error' : 'info'}>{t('received.answerBy', { day: formatDay(one.answerBy, locale) })}</Tag></p>
                <p className="text-sm text-muted">{t('day.from', { name: one.unit ? `${one.by}, ${nameOf(one.unit, locale)}` : one.by })}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {news.length > 0 && (
        <Card title={t('day.news')}>
          <ul className="divide-y divide-line">
            {news.map((one) => {
              const said = attentionOf(one, today) ?? (one.said === 'consent' ? 'consent' : one.state)
              return (
                <li key={one.id} className="py-2 first:pt-0">
                  <p><Link href={`/people/${one.personId}/referrals`} prefetch={false}>{one.name}</Link> · {t(`day.said.${said}`, { name: nameOf(one.to, locale), day: formatDay(said === 'lapsed' ? one.consentUntil : one.answerBy, locale) })}</p>
                  {one.words && said !== 'late' && said !== 'lapsed' && <p className="max-w-text text-sm text-muted">“{one.words}”</p>}
                </li>
              )
            })}
          </ul>
        </Card>
      )}
    </>
  )
}
