import { useFormatter, useTranslations } from 'next-intl'
import type { ChartProps } from './chart-data'
import { ChartFigure } from './chart-figure'
import { barOption } from './chart-options'

/** Parts of a whole, in the order of the series. */
export function StackedBarChart(props: ChartProps) {
  const t = useTranslations('ui.chart')
  const format = useFormatter()
  const write = (value: number) => `${format.number(value)}${props.unit === '%' ? ' %' : ''}`
  return <ChartFigure {...props} option={(narrow) => barOption({ ...props, narrow, format: write, missing: t('none') }, true)} />
}
