import { getTranslations, getLocale } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { approveRetention, declineRetention } from '@/lib/oversight/retention/actions'
import type { RetentionItem, RetentionRun } from '@/lib/oversight/retention/queries'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { runTones } from './retention-page'

/** What one run erases or erased, and the second person's answer. */
export async function RunPage({ run, approves }: { run: RetentionRun; approves: boolean }) {
  const t = await getTranslations('oversight.retention')
  const locale = await getLocale()
  const values = { runId: run.id, version: String(run.version) }
  const kinds: Column<RetentionRun['kinds'][number]>[] = [
    { key: 'kind', header: t('kindHead'), rowHeader: true, cell: (one) => t(`kind.${one.kind}`) },
    ...(['rows', 'erased', 'skipped'] as const).map((key) => ({ key, header: t(key), align: 'end' as const, cell: (one: RetentionRun['kinds'][number]) => one[key] })),
  ]
  const items: Column<RetentionItem>[] = [
    { key: 'reference', header: t('reference'), rowHeader: true, cell: (item) => item.key.slice(-8) },
    { key: 'kind', header: t('kindHead'), cell: (item) => t(`kind.${item.kind}`) },
    { key: 'person', header: t('person'), cell: (item) => item.person?.slice(-8) ?? '–' },
    { key: 'anchor', header: t('anchor'), cell: (item) => <DateText day={item.anchorOn} look="short" /> },
    { key: 'due', header: t('keptThrough'), cell: (item) => <DateText day={item.dueOn} look="short" /> },
    { key: 'state', header: t('stateHead'), cell: (item) => (item.erasedAt ? t('erased') : item.skipped ? t(`skip.${item.skipped}`) : t('notYet')) },
  ]
  return (
    <div className="space-y-6">
      <PageHeading above={<BackLink href="/protection/retention">{t('title')}</BackLink>} title={t('run', { date: formatDay(run.asOf, locale) })} tags={<Tag tone={runTones[run.state]}>{t(`state.${run.state}`)}</Tag>}
        lead={[`${t('by')} ${run.proposedBy ?? '–'}, ${formatMoment(run.proposedAt, locale)}`, run.approvedBy && `${t('approvedBy')} ${run.approvedBy}`].filter(Boolean).join(' · ')} />
      {run.state === 'PROPOSED' && (
        <Alert tone="info" title={t('waiting')} actions={<>
          {approves && !run.own && <ActionButton action={approveRetention} values={values} variant="primary">{t('approve')}</ActionButton>}
          <ActionButton action={declineRetention} values={values}>{t('decline')}</ActionButton>
        </>}>{approves && !run.own && t('approveLead')}</Alert>
      )}
      {run.state === 'APPROVED' && <Alert>{t('working', { done: run.erased, total: run.rows - run.skipped })}</Alert>}
      <Card title={t('what')}><DataTable caption={t('what')} columns={kinds} rows={run.kinds} rowKey={(one) => one.kind} empty={null} /></Card>
      <Card title={t('which')}>
        <p className="mb-2 max-w-text text-muted">{run.items.length < run.rows && t('whichFirst', { shown: run.items.length, total: run.rows })} {t('whichLead')}</p>
        <DataTable caption={t('which')} columns={items} rows={run.items} rowKey={(item) => item.id} empty={null} />
      </Card>
    </div>
  )
}
