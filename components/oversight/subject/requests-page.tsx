import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { SubjectRequest } from '@/lib/oversight/subject-export/queries'
import { dueDay, stateOf } from '@/lib/oversight/subject-export/rules'
import type { Day } from '@/lib/platform/day'

export const stateTones = { open: 'info', late: 'error', handed: 'success', 'handed-late': 'warning', closed: 'neutral' } as const

/** Everybody who asked, those without an answer first. */
export async function RequestsPage({ requests, today }: { requests: SubjectRequest[]; today: Day }) {
  const t = await getTranslations('oversight.subject')
  const columns: Column<SubjectRequest>[] = [
    { key: 'reference', header: t('page.reference'), rowHeader: true, cell: (one) => one.id.slice(-8) },
    { key: 'person', header: t('page.person'), cell: (one) => one.name ?? <span className="text-muted">{t('page.hidden')}</span> },
    { key: 'received', header: t('page.received'), cell: (one) => <DateText day={one.receivedOn} look="short" /> },
    { key: 'due', header: t('page.due'), cell: (one) => <DateText day={dueDay(one)} look="short" /> },
    { key: 'state', header: t('page.stateHead'), cell: (one) => { const state = stateOf(one, today); return <Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag> } },
  ]
  return (
    <>
      <PageHeading above={<BackLink href="/protection">{t('page.back')}</BackLink>} title={t('page.title')} lead={t('page.lead')}
        actions={<LinkButton href="/protection/requests/new" variant="primary">{t('page.new')}</LinkButton>} />
      <DataTable caption={t('page.all')} columns={columns} rows={requests} rowKey={(one) => one.id} rowHref={(one) => `/protection/requests/${one.id}`} empty={<EmptyState title={t('page.none')} good />} />
    </>
  )
}
