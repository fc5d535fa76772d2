import { getLocale, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '@/components/ui/data-table'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { UnitRow } from '@/lib/access/units/queries'
import { formatDay } from '@/lib/platform/dates'
import { AdminHeading } from '../admin-heading'

/** Who answers for whom: a unit without a manager has nobody who approves or reviews. */
export async function UnitsPage({ units }: { units: UnitRow[] }) {
  const [t, locale] = [await getTranslations('admin.units'), await getLocale()]
  const columns: Column<UnitRow>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (unit) => unit.name },
    { key: 'kind', header: t('kind'), cell: (unit) => t(`kinds.${unit.kind}`) },
    { key: 'managers', header: t('managers'), cell: (unit) => unit.managers.join(', ') || (unit.closedOn || unit.staff === 0 ? '' : <Tag tone="warning">{t('noManager')}</Tag>) },
    { key: 'staff', header: t('staff'), align: 'end', cell: (unit) => unit.staff },
    { key: 'state', header: t('state'), nowrap: true, cell: (unit) => <Tag tone={unit.closedOn ? 'neutral' : 'success'}>{unit.closedOn ? t('closedOn', { date: formatDay(unit.closedOn, locale, 'short') }) : t('open')}</Tag> },
  ]
  return (
    <>
      <AdminHeading current="units" actions={<LinkButton href="/admin/units/new" variant="primary">{t('new')}</LinkButton>} />
      <DataTable caption={t('caption')} columns={columns} rows={units} rowKey={(unit) => unit.id} rowHref={(unit) => `/admin/units/${unit.id}`} empty={<p className="text-muted">{t('none')}</p>} />
    </>
  )
}
