import { getFormatter, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { RunLine } from '@/lib/outreach/runs/queries'
import { RunStateTag } from './run-state-tag'

/** Every run with its account: who was owed a letter, who got one, and what is left. */
export async function RunsPage({ runs, mayPlan }: { runs: RunLine[]; mayPlan: boolean }) {
  const t = await getTranslations('runs')
  const { number } = await getFormatter()
  const columns: Column<RunLine>[] = [
    { key: 'name', header: t('list.name'), rowHeader: true, cell: (run) => run.name },
    { key: 'state', header: t('list.state'), cell: (run) => <RunStateTag state={run.state} frozen={run.frozen} /> },
    { key: 'letterDate', header: t('list.letterDate'), cell: (run) => <DateText day={run.letterDate} look="short" /> },
    { key: 'owed', header: t('list.owed'), align: 'end', cell: (run) => number(run.tally.owed) },
    { key: 'sent', header: t('list.sent'), align: 'end', cell: (run) => number(run.tally.groups.SENT) },
    { key: 'remainder', header: t('list.remainder'), align: 'end', cell: (run) => (run.state === 'CANCELLED' ? '–' : number(run.tally.remainder)) },
    { key: 'maker', header: t('list.maker'), cell: (run) => run.maker },
  ]
  const make = mayPlan && <LinkButton href="/outreach/runs/new" variant="primary" icon="plus">{t('list.new')}</LinkButton>
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} actions={<>{make}<LinkButton href="/outreach/templates">{t('list.templates')}</LinkButton></>} />
      <DataTable caption={t('list.title')} columns={columns} rows={runs} rowKey={(run) => run.id} rowHref={(run) => `/outreach/runs/${run.id}`}
        empty={<EmptyState title={t('list.emptyTitle')} actions={make}>{t('list.empty')}</EmptyState>} />
    </>
  )
}
