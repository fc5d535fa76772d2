import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { TextInput } from '@/components/ui/text-input'
import type { Due, Partnered } from '@/lib/associations/partnerships/rules'
import type { AssociationList, ListedAssociation } from '@/lib/associations/register/queries'
import { associationKinds, type AssociationTab } from '@/lib/associations/register/rules'
import { ASSOCIATIONS_PAGE, type AssociationsView } from '@/lib/associations/register/schema'
import { formatDay } from '@/lib/platform/dates'
import { ContactLine } from './agreed-contacts-card'
import { DialogueStanding } from './dialogue-standing'

const tones = { live: 'success', coming: 'info', lapsed: 'error', none: 'neutral' } as const

/** Every association with how its agreement stands; those that need somebody first. */
export function AssociationsPage({ list: { rows, total, counts }, view, mayManage }: { list: AssociationList; view: AssociationsView; mayManage: boolean }) {
  const t = useTranslations('associations')
  const { tab, kind, name, page } = view
  const href = (more: { tab?: AssociationTab; page?: number }) => `/associations?${new URLSearchParams({ tab, ...(kind && { kind }), ...(name && { name }), ...more, ...(more.page && { page: String(more.page) }) } as Record<string, string>)}`
  const columns: Column<ListedAssociation>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: ({ name }) => name },
    { key: 'kind', header: t('kindOf'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'state', header: t('agreement'), cell: (row) => <><Standing state={row.state} due={row.due} />{row.due && <ContactLine contacts={row.contacts} />}</> },
    { key: 'dialogue', header: t('dialogue.next'), cell: (row) => <DialogueStanding next={row.dialogue} /> },
    { key: 'volunteers', header: t('volunteers'), align: 'end', cell: (row) => row.volunteers },
    { key: 'places', header: t('placesUsed'), align: 'end', cell: (row) => (row.promised === null ? '–' : t('ofPromised', { active: row.active, promised: row.promised })) },
  ]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} actions={mayManage && <><LinkButton href="/associations/new" icon="plus">{t('add')}</LinkButton><LinkButton href="/foreninger/meld-jer" variant="quiet">{t('publicForm')}</LinkButton></>} />
      <div className="space-y-4">
        <Tabs label={t('title')} items={counts.map((one) => ({ label: t(`tab.${one.tab}`), href: href({ tab: one.tab }), current: one.tab === tab, count: one.count }))} />
        <form method="get" className="no-print flex flex-wrap items-end gap-3">
          {tab !== 'all' && <input type="hidden" name="tab" value={tab} />}
          <TextInput name="name" label={t('named')} defaultValue={name ?? ''} autoComplete="off" />
          <Select name="kind" label={t('kindOf')} options={associationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} placeholder={t('all')} defaultValue={kind ?? ''} fit />
          <button type="submit" className="btn btn-secondary">{t('show')}</button>
        </form>
        <DataTable caption={t(`tab.${tab}`)} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/associations/${id}`} empty={<EmptyState title={t(`noneIn.${tab}`)} good={tab !== 'all' && !kind && !name}>{kind || name ? t('noneFiltered') : tab === 'all' && t('noneLead')}</EmptyState>} />
        <Pagination page={page} pageSize={ASSOCIATIONS_PAGE} total={total} href={(one) => href({ page: one })} />
      </div>
    </>
  )
}

/** How the agreement stands, and what is next with it. */
export function Standing({ state, due }: { state: Partnered; due: Due | null }) {
  const [t, locale] = [useTranslations('associations'), useLocale()]
  return <><Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>{due && <span className="block text-sm text-muted">{t(`due.${due.code}`, { day: formatDay(due.day, locale, 'short') })}</span>}</>
}
