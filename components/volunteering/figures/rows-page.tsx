import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { nameOf } from '@/lib/platform/i18n/named'
import { FIGURE_ROWS, type FigureRows } from '@/lib/volunteering/figures/queries'
import { type AskedRows, rowsHref } from '@/lib/volunteering/figures/schema'
import { Days, usePartName } from './words'

const href = { volunteer: (id: string) => `/volunteers/${id}`, request: (id: string) => `/volunteers/requests/${id}`, match: (id: string) => `/volunteers/matches/${id}` }

/** The rows a figure counts: the number and the list are one. */
export function FigureRowsPage({ found: { kind, total, rows, lists }, asked: { figure, part, page } }: { found: FigureRows; asked: AskedRows }) {
  const [t, named, locale] = [useTranslations('volunteerFigures'), usePartName(lists), useLocale()]
  const days = kind === 'request' || figure === 'begun'
  return (
    <>
      <PageHeading above={<BackLink href="/volunteers/figures">{t('back')}</BackLink>} title={t('rows')} lead={t(`of.${kind}`, { count: total, part: named(part) })} />
      <DataTable caption={t('rows')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => href[kind](id)} empty={<EmptyState title={t('none')} />} columns={[
        { key: 'name', header: t('name'), rowHeader: true, cell: (row) => row.name ?? t('numberOf', { number: row.number }) },
        { key: 'number', header: t('number'), cell: (row) => String(row.number) },
        ...(kind === 'volunteer' ? [] : [{ key: 'role', header: t('needOf.role'), cell: (row: (typeof rows)[number]) => nameOf(lists.roles.find(({ code }) => code === row.role), locale) }]),
        ...(days ? [{ key: 'days', header: t('waited'), align: 'end' as const, cell: (row: (typeof rows)[number]) => <Days days={row.weight} /> }] : []),
      ]} />
      {total > FIGURE_ROWS && <Pagination page={page} pageSize={FIGURE_ROWS} total={total} href={(to) => rowsHref(figure, part, to)} />}
    </>
  )
}
