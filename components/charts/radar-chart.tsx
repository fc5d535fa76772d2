import { useTranslations } from 'next-intl'
import { completeAxes, type ChartProps } from './chart-data'
import { ChartFigure } from './chart-figure'
import { radarOption } from './chart-options'

/**
 * Then and now on the same scale: `max` (and `min` where the scale goes below 0) is that of the measure, not of the numbers.
 * A shape cannot have a gap, so an axis that lacks a number is left out of the drawing and named under it; the table has it.
 */
export function RadarChart(props: ChartProps & { max: number; min?: number }) {
  const t = useTranslations('ui.chart')
  const { data, left } = completeAxes(props)
  const note = [left.length > 0 && t('notDrawn', { names: left.join(', ') }), props.note].filter(Boolean).join(' ')
  return (
    <ChartFigure
      {...props}
      note={note}
      drawable={data.categories.length >= 3}
      wide={{ width: 520, height: 380 }}
      narrow={{ width: 340, height: 320 }}
      option={(narrow) => radarOption({ ...data, min: props.min, max: props.max, narrow })}
    />
  )
}
