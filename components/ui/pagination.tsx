import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Icon } from './icon'
import { pageNumbers } from './pages'

type Props = {
  page: number
  pageSize: number
  total: number
  href: (page: number) => string
}

/** Pages as links; the page stands in the address. Says "21–40 af 312" also where one page holds all. */
export function Pagination({ page, pageSize, total, href }: Props) {
  const t = useTranslations('ui.pagination')
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const current = Math.min(Math.max(1, page), pages)
  if (total === 0) return null
  const range = t('range', { from: (current - 1) * pageSize + 1, to: Math.min(total, current * pageSize), total })
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-3 py-2">
      <p className="tabular text-sm text-muted">{range}</p>
      {pages > 1 && (
        <nav aria-label={t('label')}>
          <ul className="pagination tabular">
            {current > 1 && (
              <li>
                <Link href={href(current - 1)} prefetch={false} rel="prev" aria-label={t('previous')}>
                  <Icon name="back" />
                </Link>
              </li>
            )}
            {pageNumbers(current, pages).map((number, index) =>
              number === null ? (
                <li key={`gap-${index}`} aria-hidden="true">
                  <span>…</span>
                </li>
              ) : (
                <li key={number}>
                  <Link
                    href={href(number)}
                    prefetch={false}
                    aria-label={t('page', { page: number })}
                    aria-current={number === current ? 'page' : undefined}>
                    {number}
                  </Link>
                </li>
              ),
            )}
            {current < pages && (
              <li>
                <Link href={href(current + 1)} prefetch={false} rel="next" aria-label={t('next')}>
                  <Icon name="forward" />
                </Link>
              </li>
            )}
          </ul>
        </nav>
      )}
    </div>
  )
}
