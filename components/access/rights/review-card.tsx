import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { DateText, Missing } from '@/components/ui/date-text'
import { MomentText } from '@/components/ui/moment-text'
import { Tag } from '@/components/ui/tag'
import { attest } from '@/lib/access/accounts/actions'
import type { Review } from '@/lib/access/accounts/sql'
import { takeRight } from '@/lib/access/rights/actions'
import type { Day } from '@/lib/platform/day'
import { rightNames } from './right-name'

/** Every half year: is what each of them holds still needed? Confirmed with one click, or ended right by right. `dueOnly`: those that are to be confirmed now. */
export async function ReviewCard({ reviews, dueOnly, today }: { reviews: Review[]; dueOnly: boolean; today: Day }) {
  const t = await getTranslations('rights.review')
  const end = (await getTranslations('rights'))('end')
  const name = await rightNames()
  const done = reviews.filter((one) => one.dueOn > today).length
  const columns: Column<Review>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (row) => <>{row.name}<span className="block font-normal text-muted">{[row.title, row.unit].filter(Boolean).join(' · ')}</span></> },
    {
      key: 'rights', header: t('rights'),
      cell: (row) => <ul className="space-y-1">{row.rights.map((right) => <li key={right} className="flex min-w-0 flex-wrap items-center gap-2 break-words hyphens-auto">{name(right)} <ActionButton action={takeRight} values={{ userId: row.userId, right }} size="small">{end}</ActionButton></li>)}</ul>,
    },
    { key: 'seen', header: t('lastSignIn'), cell: (row) => (row.lastSignInAt ? <MomentText moment={row.lastSignInAt} look="short" /> : <Missing text={t('never')} />) },
    { key: 'last', header: t('last'), cell: (row) => <DateText day={row.lastOn} look="short" /> },
    {
      key: 'do', header: t('confirm'), hideHeader: true, align: 'end',
      cell: (row) => (row.dueOn > today ? <Tag tone="success">{t('next')} <DateText day={row.dueOn} look="short" /></Tag> : <ActionButton action={attest} values={{ userId: row.userId }} size="small">{t('confirm')}</ActionButton>),
    },
  ]
  return (
    <Card title={t('title')}>
      <p className="mb-3 max-w-text text-muted">{t('lead')}</p>
      <p className="mb-3 font-semibold">{t('progress', { done, all: reviews.length })}</p>
      <DataTable caption={t('title')} columns={columns} rows={reviews.filter(({ dueOn }) => !dueOnly || dueOn <= today)} rowKey={(row) => row.userId} empty={<p className="text-muted">{t('nobody')}</p>} />
    </Card>
  )
}
