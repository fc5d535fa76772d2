import { useTranslations } from 'next-intl'
import { Icon } from './icon'
import { SortLink, type Sort } from './sort-link'

/** The table's sorting where it is laid out as cards and has no heading row to press. */
export function TableSortMenu({ sort, columns }: { sort: Sort; columns: { key: string; header: string; sortKey?: string }[] }) {
  const t = useTranslations('ui.sort')
  const sortable = columns.filter((column) => column.sortKey !== undefined)
  return (
    <details className="table-sort-menu no-print">
      <summary>
        <Icon name="sort" />
        {t('by', { column: sortable.find((column) => column.sortKey === sort.key)?.header ?? '–' })}
      </summary>
      <ul>
        {sortable.map((column) => (
          <li key={column.key}>
            <SortLink sortKey={column.sortKey ?? ''} sort={sort}>
              {column.header}
            </SortLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
