import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import type { UnitTasks } from '@/lib/casework/tasks/queries'

/** How many tasks each colleague has: numbers for who answers for the unit, and no task. */
export function UnitTasksCard({ rows }: { rows: UnitTasks[] }) {
  const t = useTranslations('casework.task.unit')
  const late = (count: number) => (count > 0 ? <Tag tone="error">{count}</Tag> : count)
  const columns: Column<UnitTasks>[] = [
    { key: 'name', header: t('who'), rowHeader: true, cell: ({ name, active }) => <>{name ?? t('queue')}{active === false && <> <Tag tone="warning">{t('left')}</Tag></>}</> },
    { key: 'open', header: t('open'), align: 'end', cell: ({ open }) => open },
    { key: 'overdue', header: t('overdue'), align: 'end', cell: ({ overdue }) => late(overdue) },
    { key: 'unseen', header: t('unseen'), align: 'end', cell: ({ unseen }) => (unseen > 0 ? <Tag tone="warning">{unseen}</Tag> : unseen) },
  ]
  return (
    <Card title={t('title')}>
      {rows.every(({ open }) => open === 0) ? <EmptyState title={t('none')} good>{t('noneLead')}</EmptyState>
        : <><p className="mb-2 max-w-text text-sm text-muted">{t('lead')}</p><DataTable caption={t('title')} rows={rows} rowKey={({ id }) => id ?? 'queue'} columns={columns} empty={null} /></>}
    </Card>
  )
}
