import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { settleLetter } from '@/lib/outreach/runs/leftovers/actions'
import type { LetterLine } from '@/lib/outreach/runs/leftovers/queries'
import type { RunDetails } from '@/lib/outreach/runs/queries'
import { formatMoment } from '@/lib/platform/dates'

/** Letters in doubt and letters that could not be sent. A doubt has two answers and neither is chosen beforehand. */
export async function LeftoversPage({ run, rows, hidden }: { run: RunDetails; rows: LetterLine[]; hidden: number }) {
  const t = await getTranslations('runs')
  const locale = await getLocale()
  const doubt = rows.filter((row) => row.state === 'UNCERTAIN')
  const failed = rows.filter((row) => row.state === 'FAILED')
  const name: Column<LetterLine> = { key: 'name', header: t('people.name'), rowHeader: true, cell: (row) => row.name }
  const channel: Column<LetterLine> = { key: 'channel', header: t('people.channel'), cell: (row) => (row.part ? t('leftovers.part', { part: row.part, count: row.partLetters ?? 0 }) : t(`channel.${row.channel}`)) }
  const columns: Column<LetterLine>[] = [
    name, channel,
    { key: 'when', header: t('leftovers.when'), cell: (row) => (row.attemptedAt ? formatMoment(row.attemptedAt, locale, 'short') : '') },
    { key: 'key', header: t('leftovers.key'), cell: (row) => <code className="text-sm">{row.key}</code> },
    { key: 'settle', header: t('leftovers.settle'), hideHeader: true, cell: (row) => (
      <span className="form-actions">
        <ActionButton action={settleLetter} values={{ letterId: row.letterId, left: 'yes' }} size="small">{t('leftovers.left')}</ActionButton>
        <ActionButton action={settleLetter} values={{ letterId: row.letterId, left: 'no' }} size="small">{t('leftovers.notLeft')}</ActionButton>
      </span>
    ) },
  ]
  const why: Column<LetterLine>[] = [name, channel, { key: 'error', header: t('leftovers.why'), cell: (row) => (t.has(`failure.${row.errorCode}`) ? t(`failure.${row.errorCode}`) : t('failure.other', { code: row.errorCode ?? '' })) }]
  return (
    <>
      <PageHeading title={t('leftovers.title')} lead={t('leftovers.lead')} above={<BackLink href={`/outreach/runs/${run.id}`}>{run.name}</BackLink>} />
      <section className="mb-8">
        <h2>{t('leftovers.doubtTitle', { count: doubt.length })}</h2>
        <p className="mb-3 max-w-text text-muted">{t('leftovers.doubtHow')}</p>
        <DataTable caption={t('leftovers.doubtTitle', { count: doubt.length })} columns={columns} rows={doubt} rowKey={(row) => row.letterId} empty={<EmptyState title={t('leftovers.noDoubt')} good />} />
      </section>
      <section>
        <h2>{t('leftovers.failedTitle', { count: failed.length })}</h2>
        <p className="mb-3 max-w-text text-muted">{t('leftovers.failedHow')}</p>
        <DataTable caption={t('leftovers.failedTitle', { count: failed.length })} columns={why} rows={failed} rowKey={(row) => row.letterId} rowHref={(row) => `/outreach/runs/${run.id}/people/${row.personId}`} empty={<EmptyState title={t('leftovers.noFailed')} good />} />
      </section>
      {hidden > 0 && <p className="mt-4">{t('leftovers.hidden', { count: hidden })}</p>}
    </>
  )
}
