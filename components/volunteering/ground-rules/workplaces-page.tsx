import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { formatDay } from '@/lib/platform/dates'
import type { ListedWorkplace } from '@/lib/volunteering/ground-rules/queries'
import { VolunteerRooms } from '../volunteer-rooms'

/** Where volunteers and staff work side by side, and since when they have agreed on how. */
export function WorkplacesPage({ rows, mayManage }: { rows: ListedWorkplace[]; mayManage: boolean }) {
  const [t, locale] = [useTranslations('groundRules'), useLocale()]
  const columns: Column<ListedWorkplace>[] = [
    { key: 'name', header: t('workplace'), rowHeader: true, cell: ({ name }) => name },
    { key: 'from', header: t('since'), cell: (row) => formatDay(row.fromDay, locale, 'short') },
    { key: 'with', header: t('agreedWith'), cell: (row) => row.agreedWith ?? '–' },
  ]
  return (
    <>
      <PageHeading above={<VolunteerRooms current="rules" />} title={t('title')} lead={t('lead')} actions={mayManage && <LinkButton href="/volunteers/ground-rules/new" icon="plus">{t('add')}</LinkButton>} />
      <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/volunteers/ground-rules/${id}`} empty={<EmptyState title={t('none')}>{t('noneLead')}</EmptyState>} />
    </>
  )
}
