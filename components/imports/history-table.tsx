import { useFormatter, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { MomentText } from '@/components/ui/moment-text'
import { Tag } from '@/components/ui/tag'
import type { Tone } from '@/components/ui/tone'
import type { BatchState } from '@/lib/imports/batches/rules'
import type { BatchLine } from '@/lib/people/register-import/queries'

const TONES: Partial<Record<BatchState, Tone>> = { CONFIRMED: 'success', PREVIEWED: 'warning', MAPPED: 'warning', UPLOADED: 'warning', CONFIRMING: 'info', PREVIEWING: 'info', UNDOING: 'info' }

/** Who sent what in, when, and what it came to. */
export function HistoryTable({ lines }: { lines: BatchLine[] }) {
  const t = useTranslations('imports')
  const { number } = useFormatter()
  const columns: Column<BatchLine>[] = [
    { key: 'file', header: t('history.file'), rowHeader: true, cell: (line) => line.fileName },
    { key: 'at', header: t('history.at'), nowrap: true, cell: (line) => <MomentText moment={line.createdAt} look="short" /> },
    { key: 'by', header: t('history.by'), cell: (line) => line.createdBy },
    { key: 'rows', header: t('history.rows'), align: 'end', cell: (line) => number(line.total) },
    { key: 'new', header: t('history.new'), align: 'end', cell: (line) => (line.confirmedAt ? number(line.counts.new ?? 0) : '') },
    { key: 'changed', header: t('history.changed'), align: 'end', cell: (line) => (line.confirmedAt ? number(line.counts.changed ?? 0) : '') },
    { key: 'left', header: t('history.left'), align: 'end', cell: (line) => (line.confirmedAt ? number((line.counts.doubtful ?? 0) + (line.counts.error ?? 0)) : '') },
    { key: 'state', header: t('history.state'), cell: (line) => <Tag tone={TONES[line.state] ?? 'neutral'}>{t(`state.${line.state}`)}</Tag> },
  ]
  return <DataTable caption={t('history.title')} columns={columns} rows={lines} rowKey={(line) => line.id} rowHref={(line) => `/imports/${line.id}`} empty={<EmptyState title={t('history.empty')}>{t('history.emptyBody')}</EmptyState>} />
}
