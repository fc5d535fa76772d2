import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { SmallForm } from '@/components/casework/small-form'
import { Explain } from '@/components/ui/explain'
import { takeBackMeasurement } from '@/lib/casework/progress/actions'
import type { MeasurementRow } from '@/lib/casework/progress/queries'
import { type Aim, type DimensionLine, takeBackReasons } from '@/lib/casework/progress/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { RaterMark } from './rater-mark'
import { numeral } from './sentences'

type Props = { personId: string; lines: readonly DimensionLine[]; aims: readonly Aim[]; /** Newest first. */ rows: readonly MeasurementRow[]; /** The one just written. */ done: string | null; mayRecord: boolean; /** Also what others wrote. */ mayTakeBack: boolean }

/** Every measurement as it was made: the same as the curves say, and the words. */
export function MeasuredTable({ personId, lines, aims, rows, done, mayRecord, mayTakeBack }: Props) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const said = (row: MeasurementRow, dimension: string, aim: string | null) => {
    const value = row.values.find((one) => one.dimension === dimension && one.aim === aim)
    return <div>{value?.rating == null ? <span className="text-muted">{row.takenBack ? '' : t('notRated')}</span> : numeral(value.rating)}{value?.words && <span className="block max-w-text text-sm">{value.words}</span>}</div>
  }
  const columns: Column<MeasurementRow>[] = [
    { key: 'on', header: t('table.day'), rowHeader: true, cell: (row) => formatDay(row.on, locale, 'short') },
    { key: 'by', header: t('table.by'), cell: (row) => <div><RaterMark by={row.by}>{t(`rater.${row.by}`)}</RaterMark><span className="block text-sm text-muted">{dayOf(row.recordedAt) === row.on ? t('table.recorded', { name: row.recordedBy }) : t('table.recordedLater', { name: row.recordedBy, day: formatDay(dayOf(row.recordedAt), locale, 'short') })}</span></div> },
    ...lines.flatMap((line): Column<MeasurementRow>[] => [
      { key: line.dimension.code, header: nameOf(line.dimension, locale), cell: (row) => said(row, line.dimension.code, null) },
      ...line.aims.filter(({ points }) => points.length > 0).map(({ id }): Column<MeasurementRow> => ({ key: id, header: aims.find((aim) => aim.id === id)?.text ?? t('aim.elsewhere'), cell: (row) => said(row, line.dimension.code, id) })),
    ]),
    { key: 'back', header: t('takeBack.title'), hideHeader: true, cell: (row) => <TakenBack row={row} personId={personId} may={mayRecord && (row.byMe || mayTakeBack)} /> },
  ]
  return <DataTable caption={t('table.title')} columns={columns} rows={rows} rowKey={({ id }) => id} currentKey={done ?? undefined} empty={<p className="text-muted">{t('table.none')}</p>} />
}

function TakenBack({ row, personId, may }: { row: MeasurementRow; personId: string; may: boolean }) {
  const [t, locale] = [useTranslations('progress.takeBack'), useLocale()]
  if (row.takenBack) return <span className="text-sm">{t('trace', { name: row.takenBack.by, when: formatMoment(row.takenBack.at, locale, 'short'), why: t(`reason.${row.takenBack.why}`) })}</span>
  if (!may) return null
  return <div className="no-print"><Explain summary={t('title')}><SmallForm action={takeBackMeasurement} scope={`back-${row.id}`} hidden={{ personId, measurementId: row.id }} submit={t('submit')} variant="danger" fields={[{ kind: 'radio', name: 'reason', label: t('why'), help: t('help'), options: takeBackReasons.map((value) => ({ value, label: t(`reason.${value}`) })) }]} /></Explain></div>
}
