import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { Received } from '@/lib/casework/referrals/received/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'

/** What was referred to the unit and is not over. Nothing where nothing is. */
export function ReceivedList({ received, today }: { received: Received[]; today: Day }) {
  const [t, locale] = [useTranslations('referrals'), useLocale()]
  if (received.length === 0) return null
  const columns: Column<Received>[] = [
    { key: 'name', header: t('received.name'), rowHeader: true, cell: (one) => <Link href={`/shared/${one.consentId}`} prefetch={false}>{one.name}</Link> },
    { key: 'from', header: t('received.from'), cell: (one) => (one.unit ? `${one.by}, ${nameOf(one.unit, locale)}` : one.by) },
    { key: 'state', header: t('received.state'), cell: (one) => (one.state === 'accepted' ? <Tag tone="success">{t('state.accepted')}</Tag> : <Tag tone={one.answerBy < today ? 'error' : 'info'}>{t('received.answerBy', { day: formatDay(one.answerBy, locale) })}</Tag>) },
    { key: 'wished', header: t('wishedBy'), nowrap: true, cell: (one) => (one.wishedBy ? formatDay(one.wishedBy, locale) : '–') },
  ]
  return (
    <section className="mb-8">
      <h2 className="mb-2">{t('received.title')}</h2>
      <DataTable caption={t('received.title')} columns={columns} rows={received} rowKey={(one) => one.id} empty={null} />
    </section>
  )
}
