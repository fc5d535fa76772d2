import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { SelectAll } from './select-all'
import { ariaSort, SortLink, type Sort } from './sort-link'
import { TableSortMenu } from './table-sort-menu'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Give the sort key where the list can be sorted by this column. */
  sortKey?: string
  align?: 'start' | 'end'
  /** The column that names the row: a header cell, and where `rowHref` puts its link. One per table. */
  rowHeader?: boolean
  /** A heading that would only repeat what the cells say is read aloud, not drawn. */
  hideHeader?: boolean
  nowrap?: boolean
}

type Props<Row> = {
  caption: string
  showCaption?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string
  /** The row that was last opened, marked on return. */
  currentKey?: string
  sort?: Sort
  /** Where rows are cards: short values beside each other instead of one under the other. */
  compact?: boolean
  /** Shown instead of the table when there are no rows. */
  empty: ReactNode
  /** Tick boxes; the table must stand in a form. `label` names the row for screen readers. */
  select?: { name: string; label: (row: Row) => string; disabled?: (row: Row) => boolean; selected?: readonly string[] }
}

/** Rows from the server as a real table; below 640 px of room each row becomes a card in the same order. Roles are written out
 * because browsers drop a table's own when it is laid out as cards. */
export function DataTable<Row>({ caption, showCaption, columns, rows, rowKey, rowHref, currentKey, sort, compact, empty, select }: Props<Row>) {
  if (rows.length === 0) return empty
  return (
    <div className={compact ? 'data-table data-table-compact' : 'data-table'}>
      {sort && <TableSortMenu sort={sort} columns={columns} />}
      <table role="table">
        <caption className={showCaption ? 'py-2 text-start font-semibold' : 'sr-only'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {select && (
              <th role="columnheader" scope="col" className="cell-select">
                <SelectAll name={select.name} />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={cellClass(column)}
                aria-sort={column.sortKey ? ariaSort(column.sortKey, sort) : undefined}>
                {column.sortKey && sort ? (
                  <SortLink sortKey={column.sortKey} sort={sort}>
                    {column.header}
                  </SortLink>
                ) : (
                  <span className={column.hideHeader ? 'sr-only' : undefined}>{column.header}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} role="row" className={key === currentKey ? 'row-current' : undefined}>
                {select && (
                  <td role="cell" className="cell-select">
                    <label>
                      <input
                        type="checkbox"
                        name={select.name}
                        value={key}
                        aria-label={select.label(row)}
                        disabled={select.disabled?.(row)}
                        defaultChecked={select.selected?.includes(key)}
                      />
                    </label>
                  </td>
                )}
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} href={rowHref?.(row)} />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href?: string }) {
  const content = column.cell(row)
  const className = cellClass(column)
  if (column.rowHeader) {
    // A plain link: fifty router links in a list cost more than they give.
    return (
      <th role="rowheader" scope="row" className={className}>
        {href ? (
          <a href={href} className="row-link">
            {content}
          </a>
        ) : (
          content
        )}
      </th>
    )
  }
  return (
    <td role="cell" data-label={column.hideHeader ? undefined : column.header} className={className}>
      {content}
    </td>
  )
}

function cellClass<Row>({ align, nowrap }: Column<Row>): string | undefined {
  return classNames(align === 'end' && 'cell-end', nowrap && 'whitespace-nowrap') || undefined
}
