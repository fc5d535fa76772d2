import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { MeasurementRow } from '@/lib/casework/progress/queries'
import { type Aim, linesOf, raters, type Scale, windowOf } from '@/lib/casework/progress/rules'
import { LineCard } from './line-card'
import { RadarCard } from './radar-card'
import { RaterMark } from './rater-mark'

type Props = { personId: string; scale: Scale; /** That stand, oldest first. */ measured: readonly MeasurementRow[]; aims: readonly Aim[]; mayRecord: boolean }

/** Then and now, and each line over time. */
export function ScaleResults({ personId, scale, measured, aims, mayRecord }: Props) {
  const t = useTranslations('progress')
  const [lines, window] = [linesOf(scale, measured, aims), windowOf(measured)]
  const seen = raters.filter((by) => measured.some((one) => one.by === by))
  return (
    <>
      {!window && <EmptyState title={t('table.none')} icon="inbox">{t('lead')}</EmptyState>}
      {window && <p className="mb-3 flex flex-wrap gap-x-4 text-sm text-muted"><span>{t('key')}:</span>{seen.map((by) => <RaterMark key={by} by={by}>{t(`rater.${by}`)}</RaterMark>)}<span>{t(`direction.${scale.better}`)}</span></p>}
      {(window || aims.length > 0) && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
          <RadarCard scale={scale} measured={measured} />
          {lines.map((line) => <LineCard key={line.dimension.code} scale={scale} line={line} window={window ?? { from: aims[0]!.addedOn, to: aims[0]!.addedOn }} personId={personId} mayRecord={mayRecord} />)}
        </div>
      )}
    </>
  )
}
