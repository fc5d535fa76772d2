import { getLocale, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { ClearanceRow } from '@/lib/access/units/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { AdminHeading } from './admin-heading'

/** Who may see what is hidden from everybody else, since when and until when, and the two people behind it. */
export async function ClearancesPage({ clearances, today }: { clearances: ClearanceRow[]; today: Day }) {
  const [t, kind, locale] = [await getTranslations('admin.clearances'), await getTranslations('access.account.clearance'), await getLocale()]
  const over = (row: ClearanceRow) => row.to !== null && row.to < today
  const columns: Column<ClearanceRow>[] = [
    { key: 'who', header: t('who'), rowHeader: true, cell: (row) => row.name },
    { key: 'unit', header: t('unit'), cell: (row) => row.unit ?? '' },
    { key: 'kind', header: t('kind'), cell: (row) => kind(row.kind) },
    { key: 'from', header: t('from'), nowrap: true, cell: (row) => formatDay(row.from, locale, 'short') },
    { key: 'to', header: t('to'), nowrap: true, cell: (row) => (row.to ? over(row) ? <Tag tone="neutral">{t('ended', { date: formatDay(row.to, locale, 'short') })}</Tag> : formatDay(row.to, locale, 'short') : t('open')) },
    { key: 'behind', header: t('behind'), cell: (row) => (row.giver ? t('given', { giver: row.giver, proposer: row.proposer ?? '–' }) : t('fromStart')) },
  ]
  return (
    <>
      <AdminHeading current="clearances" />
      <DataTable caption={t('caption')} columns={columns} rows={clearances} rowKey={(row) => row.id} rowHref={(row) => `/admin/users/${row.userId}`} empty={<p className="text-muted">{t('none')}</p>} />
      <p className="mt-4 max-w-text text-muted">{t('how')}</p>
    </>
  )
}
