import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { reviewReason } from '@/lib/access/reasons/actions'
import type { Sampled } from '@/lib/access/reasons/queries'
import { formatMoment } from '@/lib/platform/dates'
import { ReviewForm } from './review-form'

/** A small sample of what colleagues opened with a reason. Staff are named, citizens are not. */
export async function ReviewsPage({ reasons: { open, done }, children }: { reasons: { open: Sampled[]; done: Sampled[] }; children: ReactNode }) {
  const [t, reason, locale] = [await getTranslations('access.reviews'), await getTranslations('access.reason'), await getLocale()]
  const texts = { fine: t('fine'), followUp: t('followUp'), note: t('note'), noteHelp: t('noteHelp'), save: t('save') }
  const columns: Column<Sampled>[] = [
    { key: 'user', header: t('user'), rowHeader: true, cell: (row) => row.user },
    { key: 'at', header: t('at'), cell: (row) => formatMoment(row.at, locale, 'short') },
    { key: 'why', header: t('why'), cell: (row) => <>{reason(`code.${row.code}`)}{row.note && <span className="block text-muted">{row.note}</span>}</> },
    { key: 'responsible', header: t('responsible'), cell: (row) => row.responsible.join(', ') },
  ]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <h2 className="mb-2">{t('sample')}</h2>
      <DataTable caption={t('sample')} rows={open} rowKey={(row) => row.id} empty={<EmptyState title={t('none')} good>{t('noneBody')}</EmptyState>}
        columns={[...columns, { key: 'do', header: t('verdict'), hideHeader: true, cell: (row) => <ReviewForm id={row.id} action={reviewReason} texts={texts} /> }]} />
      {done.length > 0 && (
        <details className="mt-6">
          <summary className="font-semibold">{t('done', { count: done.length })}</summary>
          <div className="mt-3">
            <DataTable caption={t('done', { count: done.length })} rows={done} rowKey={(row) => row.id} empty={null}
              columns={[...columns, { key: 'verdict', header: t('verdict'), cell: (row) => <><Tag tone={row.verdict === 'fine' ? 'success' : 'warning'}>{t(row.verdict === 'fine' ? 'fine' : 'followUp')}</Tag><span className="block text-sm text-muted">{row.reviewer}{row.reviewedAt && `, ${formatMoment(row.reviewedAt, locale, 'short')}`}</span>{row.reviewNote}</> }]} />
          </div>
        </details>
      )}
      {children}
    </>
  )
}
