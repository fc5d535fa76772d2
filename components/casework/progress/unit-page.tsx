import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import type { UnitDimension, UnitProgress } from '@/lib/casework/progress/unit/queries'
import { nameOf } from '@/lib/platform/i18n/named'

/** How many got further, by scale and dimension, with what the figure covers beside it. Numbers alone: there is nobody behind them to open. */
export function UnitPage({ progress: { people, scales } }: { progress: UnitProgress }) {
  const [t, locale, format] = [useTranslations('progress.unit'), useLocale(), useFormatter()]
  const figure = (value: number | null) => (value === null ? <span className="text-sm text-muted">{t('hidden')}</span> : format.number(value))
  const columns: Column<UnitDimension>[] = [
    { key: 'name', header: t('dimension'), rowHeader: true, cell: (row) => nameOf(row, locale) },
    { key: 'improved', header: t('improved'), align: 'end', cell: ({ improved }) => figure(improved) },
    { key: 'unchanged', header: t('unchanged'), align: 'end', cell: ({ improved, unchanged, compared }) => (unchanged === null && improved !== null && compared !== null ? t('together', { count: compared - improved }) : figure(unchanged)) },
    { key: 'worse', header: t('worse'), align: 'end', cell: ({ worse }) => figure(worse) },
    { key: 'coverage', header: t('coverage'), cell: ({ asked, compared }) => (compared === null ? figure(null) : asked === null ? t('compared', { count: compared }) : t('of', { count: compared, asked })) },
  ]
  return (
    <>
      <PageHeading title={t('title')} lead={people === null ? undefined : t('people', { people })} actions={scales.length > 0 && <PrintButton>{t('print')}</PrintButton>} />
      <p className="mb-2 max-w-text">{t('lead')}</p>
      <p className="mb-4 max-w-text text-sm text-muted">{t('noise')}</p>
      {scales.length === 0 && <EmptyState title={t('none')} icon="inbox">{t('noneLead')}</EmptyState>}
      {scales.length > 0 && people === null && <EmptyState title={t('few')} icon="inbox" />}
      {people !== null && <div className="space-y-6">{scales.map((scale) => <Card key={scale.code} title={nameOf(scale, locale)}><DataTable caption={nameOf(scale, locale)} columns={columns} rows={scale.dimensions} rowKey={({ code }) => code} empty={null} /></Card>)}</div>}
    </>
  )
}
