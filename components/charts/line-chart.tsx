import { useFormatter, useTranslations } from 'next-intl'
import type { ChartProps } from './chart-data'
import { ChartFigure } from './chart-figure'
import { lineOption } from './chart-options'

/** Development over time. Months without data are gaps in the line. */
export function LineChart(props: ChartProps) {
  const t = useTranslations('ui.chart')
  const format = useFormatter()
  const write = (value: number) => `${format.number(value)}${props.unit === '%' ? ' %' : ''}`
  return <ChartFigure {...props} option={(narrow) => lineOption({ ...props, narrow, format: write, missing: t('none') })} />
}
