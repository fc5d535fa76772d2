import { getLocale, getTranslations } from 'next-intl/server'
import { ReviewForm } from '@/components/access/reviews/review-form'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { reviewGlass } from '@/lib/oversight/break-glass/actions'
import type { GlassReview } from '@/lib/oversight/break-glass/queries'
import { formatMoment } from '@/lib/platform/dates'

/** Each broken glass with its words and how much was looked at behind it. */
export async function GlassReviews({ reviews: { open, done } }: { reviews: { open: GlassReview[]; done: GlassReview[] } }) {
  const [t, review, locale] = [await getTranslations('oversight.glass'), await getTranslations('access.reviews'), await getLocale()]
  const texts = { fine: review('fine'), followUp: review('followUp'), note: review('note'), noteHelp: review('noteHelp'), save: review('save') }
  const columns: Column<GlassReview>[] = [
    { key: 'user', header: review('user'), rowHeader: true, cell: (row) => row.user },
    { key: 'at', header: review('at'), cell: (row) => <>{t('span', { from: formatMoment(row.at, locale, 'short'), until: formatMoment(row.until, locale, 'short') })}{row.overdue && <span className="block"><Tag tone="error">{t('overdue')}</Tag></span>}</> },
    { key: 'why', header: review('why'), cell: (row) => <>{t(`code.${row.code}`)}<span className="block text-muted">{row.note}</span></> },
    { key: 'looks', header: t('looks'), align: 'end', cell: (row) => row.looks },
  ]
  return (
    <section className="mt-8">
      <h2 className="mb-2">{t('reviews')}</h2>
      <DataTable caption={t('reviews')} rows={open} rowKey={(row) => row.id} empty={<EmptyState title={t('none')} good />}
        columns={[...columns, { key: 'do', header: review('verdict'), hideHeader: true, cell: (row) => <ReviewForm id={row.id} action={reviewGlass} texts={texts} /> }]} />
      {done.length > 0 && (
        <details className="mt-6">
          <summary className="font-semibold">{review('done', { count: done.length })}</summary>
          <div className="mt-3"><DataTable caption={review('done', { count: done.length })} rows={done} rowKey={(row) => row.id} empty={null}
            columns={[...columns, { key: 'verdict', header: review('verdict'), cell: (row) => <><Tag tone={row.verdict === 'fine' ? 'success' : 'warning'}>{review(row.verdict === 'fine' ? 'fine' : 'followUp')}</Tag><span className="block text-sm text-muted">{row.reviewer}</span>{row.reviewNote}</> }]} /></div>
        </details>
      )}
    </section>
  )
}
