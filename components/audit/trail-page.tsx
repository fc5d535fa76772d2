import { getTranslations } from 'next-intl/server'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { MomentText } from '@/components/ui/moment-text'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { TrailPage as Found, TrailRow } from '@/lib/access/trail/queries'
import { trailHref, type TrailFilter } from '@/lib/access/trail/rules'
import { pageNamer } from './page-name'
import { TrailFilterForm } from './trail-filter-form'

/** Who saw or changed what about whom. People are ids here: whoever reads the log need not know the names. */
export async function TrailPage({ filter, found }: { filter: TrailFilter; found: Found }) {
  const t = await getTranslations('audit')
  const report = await getTranslations('oversight')
  const role = await getTranslations('frame.roles')
  const pageName = await pageNamer()
  const action = (row: TrailRow) => (t.has(`actions.${row.action.replaceAll('.', '-')}`) ? t(`actions.${row.action.replaceAll('.', '-')}`) : row.action)
  const about = (row: TrailRow) => {
    if (row.personId) return <a href={trailHref({ wrong: [] }, { person: row.personId })}><code className="text-sm">{row.personId}</code></a>
    return row.people > 0 ? t('people', { count: row.people }) : null
  }
  const columns: Column<TrailRow>[] = [
    { key: 'at', header: t('at'), rowHeader: true, cell: (row) => <MomentText moment={row.at} look="short" /> },
    { key: 'who', header: t('who'), cell: (row) => row.userName ?? t('machine') },
    { key: 'role', header: t('role'), cell: (row) => row.role?.split('+').map((one) => (role.has(one) ? role(one) : one)).join(', ') },
    { key: 'kind', header: t('filter.kind'), cell: (row) => <Tag tone={row.kind === 'DENIED' ? 'warning' : 'neutral'}>{t(`kinds.${row.kind}`)}</Tag> },
    { key: 'action', header: t('action'), cell: (row) => <>{action(row)}{pageName(row.route) && <span className="block text-sm text-muted">{t('fromPage', { page: pageName(row.route) ?? '' })}</span>}{row.purpose && <span className="block text-sm text-muted">{t('purpose')} {row.purpose}</span>}</> },
    { key: 'about', header: t('about'), cell: about },
  ]
  return (
    <>
      <PageHeading title={filter.person ? t('onePerson') : t('title')} lead={t('lead')} actions={<>{trailHref(filter) !== '/audit' && <LinkButton href={trailHref(filter).replace('/audit', '/protection/breaches/new')}>{report('breach.begin')}</LinkButton>}<LinkButton href="/audit/unusual">{report('unusual.open')}</LinkButton><LinkButton href="/admin/access">{report('explain.open')}</LinkButton><LinkButton href="/audit/report">{report('open')}</LinkButton><LinkButton href="/audit/seals" icon="lock">{t('seals.open')}</LinkButton></>} />
      <TrailFilterForm filter={filter} users={found.users} />
      <DataTable caption={t('title')} columns={columns} rows={found.rows} rowKey={(row) => String(row.seq)} empty={<EmptyState title={t('none')}>{t('noneAdvice')}</EmptyState>} />
      <nav aria-label={t('otherPages')} className="no-print mt-4 flex gap-3">
        {filter.before && <LinkButton href={trailHref(filter)}>{t('newest')}</LinkButton>}
        {found.older !== null && <LinkButton href={trailHref(filter, { before: String(found.older) })}>{t('older')}</LinkButton>}
      </nav>
    </>
  )
}
