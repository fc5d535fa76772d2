import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import { attentionOf } from '@/lib/casework/referrals/rules'
import type { OpenReferral } from '@/lib/casework/referrals/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'

/** The referrals that go on, a line each: on the first page of the person, and where they are handed over. */
export function ReferralLines({ href, referrals, today }: { href: string; referrals: OpenReferral[]; today: Day }) {
  const [t, locale] = [useTranslations('referrals'), useLocale()]
  return (
    <ul className="space-y-1">
      {referrals.map((one) => {
        const attention = attentionOf(one, today)
        return (
          <li key={one.id} className="flex flex-wrap items-center gap-x-2">
            <Link href={href} prefetch={false}>{t('now', { name: nameOf(one.to, locale) })}</Link>
            {attention ? <Tag tone="error">{t(`attention.${attention}`)}</Tag> : <Tag tone={one.state === 'accepted' ? 'success' : 'info'}>{t(`state.${one.state}`)}</Tag>}
            {one.state === 'sent' && <span className="text-muted">{t('received.answerBy', { day: formatDay(one.answerBy, locale) })}</span>}
          </li>
        )
      })}
    </ul>
  )
}
