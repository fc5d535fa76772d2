import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export type SortDirection = 'asc' | 'desc'
export type Sort = { key: string; direction: SortDirection; href: (key: string, direction: SortDirection) => string }

/** A column heading that sorts: up first, then down. */
export function SortLink({ sortKey, sort, children }: { sortKey: string; sort: Sort; children: ReactNode }) {
  const t = useTranslations('ui.sort')
  const active = sort.key === sortKey
  const next: SortDirection = active && sort.direction === 'asc' ? 'desc' : 'asc'
  return (
    <Link href={sort.href(sortKey, next)} prefetch={false} scroll={false} className="sort-link">
      {children}
      <Icon name={active ? (sort.direction === 'asc' ? 'up' : 'down') : 'sort'} className={active ? '' : 'text-faint'} />
      <span className="sr-only">, {t(next)}</span>
    </Link>
  )
}

export function ariaSort(sortKey: string, sort: Sort | undefined): 'ascending' | 'descending' | undefined {
  if (sort?.key !== sortKey) return undefined
  return sort.direction === 'asc' ? 'ascending' : 'descending'
}
