import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { searchPeople } from '@/lib/people/search/actions'
import type { SearchResult } from '@/lib/people/search/queries'
import type { SearchView } from '@/lib/people/search/schema'
import type { Day } from '@/lib/platform/day'
import { FoundTable } from './found-table'
import { SearchFilters } from './search-filters'
import { PeopleSearchForm } from './search-form'
import { searchHref } from './search-href'

type Props = { view: SearchView; result: SearchResult | null; today: Day; mayCreate: boolean; mayMerge: boolean; mayBreak: boolean }

/** Search first: creating somebody is reached from an answer, never from an empty page. */
export function PeoplePage({ view, result, today, mayCreate, mayMerge, mayBreak }: Props) {
  const t = useTranslations('people.search')
  const create = mayCreate && view.s && result && <LinkButton href={`/people/new?s=${view.s}`} icon="plus" variant={result.total === 0 ? 'primary' : 'secondary'}>{t('create')}</LinkButton>
  return (
    <>
      <PageHeading title={t('title')} actions={<>{mayBreak && <LinkButton href="/people/break-glass" variant="quiet">{t('breakGlass')}</LinkButton>}{mayMerge && <LinkButton href="/people/duplicates" variant="quiet">{t('duplicates')}</LinkButton>}</>} />
      <PeopleSearchForm action={searchPeople} query={result?.query} focus={!result} texts={{ label: t('label'), help: t('help'), submit: t('submit') }} />
      <div className="mt-5 space-y-3">
        {!result && <EmptyState title={view.s ? t('expired') : t('start')} icon="search">{view.s ? t('startBody') : <>{t('startBody')} {t('privacy')}</>}</EmptyState>}
        {result && (
          <>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p role="status" className="font-semibold">{t('found', { count: result.total })}</p>
              {result.total > 0 && create}
            </div>
            <SearchFilters view={view} />
            {result.total > 200 && <p className="text-muted">{t('many')}</p>}
            <FoundTable rows={result.rows} today={today} currentKey={view.last} from={`?s=${view.s}`} empty={<EmptyState title={t('none', { query: result.query })} icon="search" actions={create}>{t('noneBody')}</EmptyState>} />
            <Pagination page={view.page} pageSize={result.pageSize} total={result.total} href={(page) => searchHref({ ...view, page })} />
          </>
        )}
      </div>
    </>
  )
}
