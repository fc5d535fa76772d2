import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SearchView } from '@/lib/people/search/schema'
import { searchHref } from './search-href'

/** Narrowing as links: each has its own address and none holds the words. */
export function SearchFilters({ view }: { view: SearchView }) {
  const t = useTranslations('people')
  const at = (change: Partial<SearchView>) => searchHref({ ...view, page: 1, last: undefined, ...change })
  return (
    <p className="no-print flex flex-wrap gap-x-4 gap-y-1">
      <span className="text-muted">{t('search.only')}</span>
      <Link href={at({ role: undefined })} prefetch={false} aria-current={view.role ? undefined : 'true'} className="aria-[current]:font-semibold aria-[current]:no-underline">{t('search.everyRole')}</Link>
      {(['VETERAN', 'RELATIVE'] as const).map((role) => (
        <Link key={role} href={at({ role })} prefetch={false} aria-current={view.role === role ? 'true' : undefined} className="aria-[current]:font-semibold aria-[current]:no-underline">{t(`role.${role}`)}</Link>
      ))}
      <Link href={at({ gone: view.gone ? undefined : '1' })} prefetch={false}>{view.gone ? t('search.hideGone') : t('search.showGone')}</Link>
    </p>
  )
}
