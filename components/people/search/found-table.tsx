import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable, type Column } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { nameInOrder } from '@/lib/people/names/rules'
import { ageOn } from '@/lib/people/record/rules'
import type { FoundPerson } from '@/lib/people/search/sql'
import type { Day } from '@/lib/platform/day'
import { StatusTags } from '../status-tags'

type Props = { rows: FoundPerson[]; today: Day; currentKey?: string; empty: ReactNode; /** A first column instead of the link: to choose one. */ choose?: (row: FoundPerson) => ReactNode; from?: string }

/** Name, age, roles, town where it may be seen, and what must be known about the person. */
export function FoundTable({ rows, today, currentKey, empty, choose, from }: Props) {
  const t = useTranslations('people')
  const columns: Column<FoundPerson>[] = [
    ...(choose ? [{ key: 'choose', header: t('column.choose'), cell: choose }] : []),
    { key: 'name', header: t('column.name'), rowHeader: true, cell: (row) => nameInOrder({ given: row.firstName, family: row.lastName }) },
    { key: 'birth', header: t('column.birth'), nowrap: true, cell: (row) => <span><DateText day={row.birthDate} look="short" />{row.birthDate && <span className="text-muted"> · {t('age', { age: ageOn(row.birthDate, row.diedOn ?? today) })}</span>}</span> },
    { key: 'roles', header: t('column.roles'), cell: (row) => row.roles.map((role) => t(`role.${role}`)).join(', ') },
    { key: 'town', header: t('column.town'), cell: (row) => row.town ?? '' },
    { key: 'status', header: t('column.status'), cell: (row) => (row.vulnerable || row.diedOn || row.movedAwayOn || row.protection !== 'P0') && <span className="flex flex-wrap gap-1"><StatusTags {...row} today={today} /></span> },
    { key: 'matched', header: t('column.matched'), cell: (row) => row.matched !== 'name' && <span className="text-muted">{t(`matched.${row.matched}`)}</span> },
  ]
  return <DataTable caption={t('search.caption')} columns={columns} rows={rows} rowKey={(row) => row.id} currentKey={currentKey} rowHref={choose ? undefined : (row) => `/people/${row.id}${from ?? ''}`} empty={empty} />
}
