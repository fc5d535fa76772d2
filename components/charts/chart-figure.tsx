import type { EChartsCoreOption } from 'echarts/core'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Explain } from '@/components/ui/explain'
import { hasNumbers, type ChartProps } from './chart-data'
import { ChartTable } from './chart-table'
import { renderSvg, type Size } from './render-svg'

type Props = ChartProps & { option: (narrow: boolean) => EChartsCoreOption; drawable?: boolean; wide?: Size; narrow?: Size }

/**
 * Drawn twice, for a wide and a narrow place, so that the text keeps its size on a phone; the place chooses. Only the drawing is an
 * image: a role on the whole figure would hide the table from those who need it.
 */
export function ChartFigure({
  option,
  drawable = true,
  wide = { width: 760, height: 280 },
  narrow = { width: 340, height: 260 },
  ...chart
}: Props) {
  const t = useTranslations('ui.chart')
  const prefix = `chart-${useId().replace(/[^\w-]/g, '')}`
  const drawings =
    drawable && hasNumbers(chart.series)
      ? [
          { className: 'chart-wide', svg: renderSvg(option(false), wide, `${prefix}w`) },
          { className: 'chart-narrow', svg: renderSvg(option(true), narrow, `${prefix}n`) },
        ]
      : []
  return (
    <figure className="chart">
      <figcaption className={chart.titleHidden ? 'sr-only' : 'mb-2 font-semibold'}>{chart.title}</figcaption>
      {drawings.length > 0 ? (
        <div role="img" aria-label={chart.summary}>
          {drawings.map(({ className, svg }) => (
            <div key={className} className={className} dangerouslySetInnerHTML={{ __html: svg }} />
          ))}
        </div>
      ) : (
        <p className="border-y border-line py-6 text-muted">{t('empty')}</p>
      )}
      {chart.note && <p className="mt-1 text-sm text-muted">{chart.note}</p>}
      <Explain summary={t('showNumbers')}>
        <ChartTable
          title={chart.title}
          categoryLabel={chart.categoryLabel}
          categories={chart.categories}
          series={chart.series}
          unit={chart.unit}
        />
      </Explain>
    </figure>
  )
}
