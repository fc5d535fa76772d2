import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText, Missing } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { proposeRetention } from '@/lib/oversight/retention/actions'
import type { RetentionRule, RunLine } from '@/lib/oversight/retention/queries'

export const runTones = { PROPOSED: 'warning', APPROVED: 'info', DONE: 'success', CANCELLED: 'neutral' } as const

/** The rules with what they would erase today, and what has been erased. */
export async function RetentionPage({ rules, runs, manages }: { rules: RetentionRule[]; runs: RunLine[]; manages: boolean }) {
  const t = await getTranslations('oversight.retention')
  const due = rules.reduce((sum, rule) => sum + rule.due, 0)
  const off = rules.filter((rule) => !rule.active).length
  const lengthOf = (rule: RetentionRule) => t(`lengths.${rule.unit}`, { count: rule.length })
  const open = runs.some((run) => run.state === 'PROPOSED' || run.state === 'APPROVED')
  const ruleColumns: Column<RetentionRule>[] = [
    { key: 'kind', header: t('kindHead'), rowHeader: true, cell: (rule) => t(`kind.${rule.kind}`) },
    { key: 'period', header: t('period'), cell: (rule) => (rule.active ? lengthOf(rule) : <><Tag>{t('off')}</Tag><span className="block text-sm text-muted">{t('suggestion', { length: lengthOf(rule) })}</span></>) },
    { key: 'from', header: t('from'), cell: (rule) => t(`anchorOf.${rule.kind}`) },
    { key: 'source', header: t('source'), cell: (rule) => rule.source },
    { key: 'due', header: t('dueNow'), align: 'end', cell: (rule) => (!rule.active ? <Missing text={t('off')} /> : <>{rule.due}{rule.held > 0 && <span className="block text-sm text-muted">{t('held', { count: rule.held })}</span>}</>) },
  ]
  const runColumns: Column<RunLine>[] = [
    { key: 'asOf', header: t('asOf'), rowHeader: true, cell: (run) => <DateText day={run.asOf} /> },
    { key: 'state', header: t('stateHead'), cell: (run) => <Tag tone={runTones[run.state]}>{t(`state.${run.state}`)}</Tag> },
    { key: 'rows', header: t('rows'), align: 'end', cell: (run) => run.rows },
    { key: 'erased', header: t('erased'), align: 'end', cell: (run) => run.erased },
    { key: 'by', header: t('by'), cell: (run) => run.proposedBy },
    { key: 'approvedBy', header: t('approvedBy'), cell: (run) => run.approvedBy ?? t('notYet') },
  ]
  return (
    <div className="space-y-6">
      <PageHeading above={<BackLink href="/protection">{(await getTranslations('oversight.protection'))('title')}</BackLink>} title={t('title')} lead={t('lead')} />
      <Card title={t('rules')}>
        {manages && off > 0 && <p className="mb-4 max-w-text text-muted">{t('offCount', { count: off })}</p>}
        <DataTable caption={t('rules')} columns={ruleColumns} rows={rules} rowKey={(rule) => rule.kind} rowHref={manages ? (rule) => `/protection/retention/rules/${rule.kind}` : undefined} empty={null} />
        {manages && !open && (due > 0 ? <div className="mt-4 space-y-2"><p className="max-w-text text-muted">{t('proposeHelp')}</p><ActionButton action={proposeRetention} variant="primary">{t('propose')}</ActionButton></div> : <p className="mt-4 text-muted">{t('nothing')}</p>)}
      </Card>
      <Card title={t('runs')}>
        <DataTable caption={t('runs')} columns={runColumns} rows={runs} rowKey={(run) => run.id} rowHref={(run) => `/protection/retention/${run.id}`} empty={<EmptyState title={t('noRuns')} good />} />
      </Card>
    </div>
  )
}
