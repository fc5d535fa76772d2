import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import type { Unassigned } from '@/lib/people/responsible/queries'
import { UNASSIGNED, type UnassignedKind } from '@/lib/people/responsible/rules'
import { formatDay } from '@/lib/platform/dates'
import { UnassignedForm } from './unassigned-form'

type Props = { rows: Unassigned[]; counts: Record<UnassignedKind, number>; show: UnassignedKind; page: number; pageSize: number; users: { id: string; name: string; title: string | null }[]; home: string }

/** Those who have lost somebody first, then the vulnerable: the rest is many, and waits. */
export function UnassignedPage({ rows, counts, show, page, pageSize, users, home }: Props) {
  const [t, people, locale] = [useTranslations('people.unassigned'), useTranslations('people'), useLocale()]
  const columns: Column<Unassigned>[] = [
    { key: 'who', header: t('who'), rowHeader: true, cell: ({ name }) => name },
    { key: 'tags', header: people('card.protection'), hideHeader: true, cell: ({ protection, shielded }) => <div>{protection !== 'P0' && <Tag icon="lock">{people(`protection.${protection}`)}</Tag>}{shielded && protection !== 'P3' && <Tag icon="lock">{people('protection.P3')}</Tag>}</div> },
    ...(show === 'lost' ? [{ key: 'before', header: t('before'), cell: ({ who }: Unassigned) => who ?? '' }, { key: 'ended', header: t('ended'), nowrap: true, cell: ({ ended }: Unassigned) => (ended ? formatDay(ended, locale, 'short') : '') }] : []),
  ]
  const href = (kind: UnassignedKind, at = 1) => `/people/unassigned?show=${kind}${at > 1 ? `&page=${at}` : ''}`
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href="/">{home}</BackLink>} />
      <div className="mb-4"><NavTabs label={t('show')} items={UNASSIGNED.map((kind) => ({ href: href(kind), label: t(`kind.${kind}`, { count: counts[kind] }), current: kind === show }))} /></div>
      {rows.length === 0 ? <EmptyState title={t('none')} good>{t('noneBody')}</EmptyState> : (
        <UnassignedForm users={users.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }))} texts={{ colleague: t('colleague'), choose: t('choose'), assign: t('assign') }}>
          <DataTable caption={t('caption')} columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={(row) => `/people/${row.id}`} empty={null} select={{ name: 'people', label: (row) => t('pick', { name: row.name }) }} />
        </UnassignedForm>
      )}
      <Pagination page={page} pageSize={pageSize} total={counts[show]} href={(at) => href(show, at)} />
    </>
  )
}
