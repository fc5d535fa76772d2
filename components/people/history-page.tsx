import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { MomentText } from '@/components/ui/moment-text'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import type { FieldChange, History } from '@/lib/people/history/queries'
import { HistoryValue } from './history-value'
import { PersonFrame, type PersonFrameProps, tabHref } from './person-frame'

type Props = PersonFrameProps & { history: History; field?: string; page: number; pageSize: number }

/** Value, before, after, when and by whom, for every field. Written by the database, so nothing can be left out. */
export function HistoryPage({ history, field, page, pageSize, ...frame }: Props) {
  const t = useTranslations('people.history')
  const base = tabHref(frame.bar.id, 'history')
  const fieldName = (table: string, name: string) => `${t.has(`table.${table}`) ? t(`table.${table}`) : table}: ${t.has(`name.${name}`) ? t(`name.${name}`) : name}`
  const columns: Column<FieldChange>[] = [
    { key: 'when', header: t('when'), nowrap: true, cell: (row) => <MomentText moment={row.at} look="short" /> },
    { key: 'field', header: t('field'), rowHeader: true, cell: (row) => <>{fieldName(row.table, row.field)}{row.merged && <span className="text-muted"> ({t('merged')})</span>}</> },
    { key: 'from', header: t('from'), cell: (row) => <HistoryValue field={row.field} value={row.from} hidden={row.hidden} /> },
    { key: 'to', header: t('to'), cell: (row) => <HistoryValue field={row.field} value={row.to} hidden={row.hidden} /> },
    { key: 'by', header: t('by'), cell: (row) => row.by ?? t('machine') },
  ]
  const options = history.fields.map((name) => ({ value: name, label: fieldName(name.split('.')[0] ?? '', name.split('.')[1] ?? '') }))
  return (
    <PersonFrame {...frame} tab="history">
      <form className="no-print mb-3 flex items-end gap-2" action={base}>
        <Select name="field" label={t('filter')} options={options} defaultValue={field} placeholder={t('all')} fit />
        <Button type="submit">{t('show')}</Button>
      </form>
      <DataTable caption={t('caption')} columns={columns} rows={history.rows} rowKey={(row) => row.id} empty={<EmptyState title={t('none')} />} />
      <Pagination page={page} pageSize={pageSize} total={history.total} href={(to) => `${base}?${new URLSearchParams({ ...(field && { field }), page: String(to) })}`} />
    </PersonFrame>
  )
}
