import { useLocale, useTranslations } from 'next-intl'
import { WhyUnder } from '@/components/outreach/why'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip } from '@/components/ui/filter-chip'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import { type ListedVolunteer, VOLUNTEERS_PAGE, type VolunteerList } from '@/lib/volunteering/list/queries'
import { tabs } from '@/lib/volunteering/list/rules'
import type { ListView } from '@/lib/volunteering/list/schema'
import { NextStepText } from './next-step-text'
import { VolunteerFilters } from './volunteer-filters'
import { VolunteerRooms } from './volunteer-rooms'

/** Who waits and since when, who helps, whose papers run out, who is away: each with the next step and its day. */
export function VolunteersPage({ list: { rows, total, counts, lists }, view, mayManage }: { list: VolunteerList; view: ListView; mayManage: boolean }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  const href = (more: Partial<ListView>) => `/volunteers?${new URLSearchParams(Object.entries({ tab: view.tab, only: view.only, role: view.role, area: view.area, language: view.language, ahead: view.tab === 'papers' ? view.ahead : null, ...more }).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, String(value)]])))}`
  const named = (codes: string[], all: typeof lists.roles) => codes.map((code) => nameOf(all.find((one) => one.code === code), locale) || code).join(', ') || '–'
  const columns: Column<ListedVolunteer>[] = [
    { key: 'name', header: t('list.name'), rowHeader: true, cell: (row) => `${row.firstName} ${row.lastName}` },
    { key: 'stands', header: t('list.stands'), cell: ({ standing }) => <Stands standing={standing} tab={view.tab} /> },
    { key: 'next', header: t('list.next'), cell: ({ standing: { next, inDays } }) => (next ? <WhyUnder why={next.explanation}><NextStepText next={next} inDays={inDays ?? 0} lists={lists} /></WhyUnder> : <span className="text-muted">{t('list.noNext')}</span>) },
    { key: 'roles', header: t('list.roles'), cell: (row) => named(row.roles, lists.roles) },
    { key: 'areas', header: t('list.areas'), cell: (row) => named(row.areas, lists.areas) },
  ]
  if (view.tab === 'papers') columns.splice(2, 0, { key: 'papers', header: t('list.papers'), cell: ({ standing }) => <ul>{standing.expiring.map(({ kind, expiresOn }) => <li key={kind}>{nameOf(lists.kinds.find(({ code }) => code === kind), locale)}: {formatDay(expiresOn, locale, 'short')}</li>)}</ul> })
  return (
    <>
      <PageHeading above={<VolunteerRooms current="volunteers" />} title={t('title')} lead={t('lead')} actions={mayManage && <><LinkButton href="/frivillig" variant="quiet">{t('publicForm')}</LinkButton><LinkButton href="/volunteers/new" icon="plus">{t('add')}</LinkButton></>} />
      <div className="space-y-4">
        <Tabs label={t('title')} items={tabs.map((tab) => ({ label: t(`tab.${tab}`), href: href({ tab, only: null, page: undefined }), current: tab === view.tab, count: counts[tab] }))} />
        {view.only && <p className="no-print"><FilterChip label={t(`only.${view.only}`, { count: total })} removeHref={href({ only: null })} /></p>}
        <VolunteerFilters view={view} lists={lists} />
        <DataTable caption={t(`tab.${view.tab}`)} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/volunteers/${id}`}
          empty={<EmptyState title={t(view.only ? 'only.none' : `none.${view.tab}`)} good={view.tab === 'papers' || view.only !== null}>{view.role || view.area || view.language ? t('noneFiltered') : undefined}</EmptyState>} />
        {total > VOLUNTEERS_PAGE && <Pagination page={view.page} pageSize={VOLUNTEERS_PAGE} total={total} href={(page) => href({ page })} />}
      </div>
    </>
  )
}

function Stands({ standing: { step, stepOn, since, waited, mayHelp }, tab }: Pick<ListedVolunteer, 'standing'> & { tab: ListView['tab'] }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  return (
    <div>
      <Tag tone={step === 'active' ? (mayHelp ? 'success' : 'warning') : 'neutral'}>{t(step === 'active' && !mayHelp ? 'activeLacks' : `step.${step}`)}</Tag>
      <span className="block text-sm text-muted lg:whitespace-nowrap">{since && tab === 'waiting' ? t('list.waited', { count: waited ?? 0, day: formatDay(since, locale, 'short') }) : t('list.since', { day: formatDay(stepOn, locale, 'short') })}</span>
    </div>
  )
}
