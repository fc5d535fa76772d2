import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { Tone } from '@/components/ui/tone'
import type { Candidate, RowLine } from '@/lib/people/register-import/queries'
import { formatDay } from '@/lib/platform/dates'
import { RowAnswer } from './row-answer'
import { RowChanges } from './row-changes'
import { shortSentence } from './sentences'

const TONES: Record<RowLine['verdict'], Tone> = { NEW: 'success', CHANGED: 'info', SAME: 'neutral', DOUBTFUL: 'warning', ERROR: 'error' }
type Props = { batch: string; rows: RowLine[]; people: Candidate[]; back: string; decidable?: boolean; empty: ReactNode }

/** Rows of the file with the number the spreadsheet shows, what they would do, and what is to be answered about them. */
export function RowTable({ batch, rows, people, back, decidable, empty }: Props) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const verdict = (row: RowLine) => t(`verdict.${row.verdict.toLowerCase() as Lowercase<RowLine['verdict']>}`)
  const columns: Column<RowLine>[] = [
    { key: 'number', header: t('row.number'), align: 'end', nowrap: true, cell: (row) => <span id={`row-${row.number}`}>{row.number}</span> },
    {
      key: 'name', header: t('row.name'), rowHeader: true,
      cell: (row) => row.shut === 'person' ? <span className="font-normal text-muted">{t('row.shutPerson')}</span> : <span>{row.label.name ?? t('row.unnamed')}{row.label.birthDate && <span className="block text-sm font-normal text-muted">{t('row.born', { date: formatDay(row.label.birthDate, locale, 'short') })}</span>}</span>,
    },
    { key: 'verdict', header: t('row.verdict'), cell: (row) => <Tag tone={TONES[row.verdict]}>{row.verdict === 'DOUBTFUL' && row.decision === 'skip' ? t('row.skipped') : verdict(row)}</Tag> },
    { key: 'what', header: t('row.what'), cell: (row) => <What row={row} /> },
  ]
  if (decidable) columns.push({ key: 'answer', header: t('row.answer'), cell: (row) => row.shut ? null : <RowAnswer batch={batch} row={row} people={people} back={back} /> })
  return <DataTable caption={t('preview.table')} columns={columns} rows={rows} rowKey={(row) => String(row.number)} empty={empty} />
}

function What({ row }: { row: RowLine }) {
  const t = useTranslations('imports')
  if (row.shut === 'person') return null
  if (row.shut === 'address') return <p className="max-w-text text-sm text-muted">{t('row.shutAddress')}</p>
  return (
    <div className="max-w-text space-y-1">
      {row.issues.length > 0 && (
        <ul className="space-y-0.5">{row.issues.map((issue) => <li key={`${issue.code}${issue.field}`} className={issue.severity === 'hint' ? 'text-sm text-muted' : undefined}>{shortSentence(t, issue)}</li>)}</ul>
      )}
      <RowChanges row={row} />
    </div>
  )
}
