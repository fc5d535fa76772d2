import { useFormatter, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { deadlinesOf, type DeadlineOutcome, type Holder, outcomesOfDeadlines, type Period, shareOf, type UnitFigures } from '@/lib/casework/management/rules'
import { against, caseloadWeight } from '@/lib/casework/weights/rules'
import { Figure, FigureCard } from './figure'

/** Who has how many cases: work, in the order of names and without colours. */
export function CaseloadFigures({ holders }: Pick<UnitFigures, 'holders'>) {
  const [t, format] = [useTranslations('management.caseload'), useFormatter()]
  const name = (row: Holder) => row.name ?? t('nobody')
  const sum = (of: 'open' | 'hold') => format.number(holders.reduce((all, row) => all + row[of], 0))
  const count = (row: Holder, state: 'open' | 'hold') => <Figure value={row[state]} asked={{ figure: 'caseload', who: row.id, state }} label={`${name(row)}, ${t(state)}`} />
  const columns: Column<Holder>[] = [
    { key: 'who', header: t('who'), rowHeader: true, cell: (row) => <>{name(row)}{row.active === false && <> <Tag tone="neutral">{t('left')}</Tag></>}{row.own === false && <> <Tag tone="neutral">{t('elsewhere')}</Tag></>}</> },
    { key: 'open', header: t('open'), align: 'end', cell: (row) => count(row, 'open') },
    { key: 'weight', header: t('weight'), align: 'end', cell: (row) => (row.id === null ? '' : format.number(caseloadWeight(row).weight)) },
    { key: 'limit', header: t('limit'), align: 'end', cell: (row) => (row.id === null ? '' : row.limit === null ? t('noLimit') : `${format.number(row.limit)}${against(row, row.limit) === 'within' ? '' : ` (${t('over')})`}`) },
    { key: 'hold', header: t('hold'), align: 'end', cell: (row) => count(row, 'hold') },
  ]
  return (
    <FigureCard id="caseload" title={t('title')} period={t('now')} how={t('how')}>
      {holders.every(({ open, hold }) => open + hold === 0) ? <EmptyState title={t('none')} icon="inbox">{t('noneLead')}</EmptyState>
        : <><DataTable caption={t('title')} columns={columns} rows={holders} rowKey={({ id }) => id ?? 'none'} empty={null} compact /><p className="tabular mt-2 font-semibold">{t('all')}: {sum('open')} {t('open').toLowerCase()}, {sum('hold')} {t('hold').toLowerCase()}</p></>}
    </FigureCard>
  )
}

/** What was due in the period, and how it went. */
export function DeadlineFigures({ figures, period, said }: { figures: Pick<UnitFigures, 'deadlines'>; period: Period; said: string }) {
  const t = useTranslations('management.deadlines')
  const found = deadlinesOf(figures)
  const due = found.kept.tasks + found.late.tasks + found.overdue.tasks
  const columns: Column<DeadlineOutcome>[] = [
    { key: 'outcome', header: t('outcome'), rowHeader: true, cell: (outcome) => t(outcome) },
    { key: 'tasks', header: t('tasks'), align: 'end', cell: (outcome) => <Figure value={found[outcome].tasks} asked={{ figure: 'deadlines', outcome, period }} label={t(outcome)} /> },
    { key: 'moved', header: t('moved'), align: 'end', cell: (outcome) => found[outcome].moved },
  ]
  return (
    <FigureCard id="deadlines" title={t('title')} period={said} how={t('how')}>
      {due + found.waiting.tasks === 0 ? <EmptyState title={t('none')} icon="inbox" />
        : <>{due > 0 && <p className="mb-2">{t('share', { share: shareOf(found.kept.tasks, due) ?? 0, all: due })}</p>}<DataTable caption={t('title')} columns={columns} rows={outcomesOfDeadlines} rowKey={(outcome) => outcome} empty={null} compact /></>}
    </FigureCard>
  )
}
