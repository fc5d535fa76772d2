import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { UnusualList, UnusualRow } from '@/lib/oversight/unusual/queries'
import { LINE, MOST, NEAR_DAYS, SHOWN, type Shown } from '@/lib/oversight/unusual/rules'
import { ReasonList } from './reason-list'

/** The officer's short list: who opened whom without anything that explains it. Citizens are ids. */
export async function UnusualPage({ which, list: { rows, counts } }: { which: Shown; list: UnusualList }) {
  const t = await getTranslations('oversight.unusual')
  const columns: Column<UnusualRow>[] = [
    { key: 'day', header: t('day'), rowHeader: true, nowrap: true, cell: (row) => <DateText day={row.day} look="short" /> },
    { key: 'who', header: t('who'), cell: (row) => row.userName },
    { key: 'about', header: t('about'), cell: (row) => <code className="text-sm">…{row.aboutId.slice(-8)}</code> },
    { key: 'why', header: t('why'), cell: (row) => <ReasonList reasons={row.reasons} /> },
    { key: 'points', header: t('points'), align: 'end', cell: (row) => row.points },
    ...(which === 'closed' ? [{ key: 'outcome', header: t('outcome'), cell: (row: UnusualRow) => <Tag tone="neutral">{t(`outcomes.${row.outcome ?? 'EXPLAINED'}`)}</Tag> }] : []),
  ]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href="/audit">{t('back')}</BackLink>} />
      <NavTabs label={t('title')} items={SHOWN.map((one) => ({ href: one === 'open' ? '/audit/unusual' : `/audit/unusual?show=${one}`, current: one === which, label: t(`show.${one}`, { count: counts[one] }) }))} />
      <div className="my-4 max-w-3xl space-y-4">
        <Explain summary={t('how')}><p>{t('howBody', { days: NEAR_DAYS, line: LINE })}</p><p className="mt-2">{t('howNot')}</p></Explain>
        {which === 'open' && counts.open > MOST && <Alert tone="warning" title={t('more', { most: MOST, count: counts.open })}>{t('moreDo')}</Alert>}
      </div>
      <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={(row) => `/audit/unusual/${row.id}`} empty={<EmptyState title={t(`none.${which}`)} good={which === 'open'}>{t(`noneBody.${which}`)}</EmptyState>} />
    </>
  )
}
