import { useFormatter, useTranslations } from 'next-intl'
import type { ChartProps } from './chart-data'
import { ChartFigure } from './chart-figure'
import { barOption } from './chart-options'

/** Amounts side by side. No data draws no bar; the table says so. */
export function BarChart(props: ChartProps) {
  const t = useTranslations('ui.chart')
  const format = useFormatter()
  const write = (value: number) => `${format.number(value)}${props.unit === '%' ? ' %' : ''}`
  return <ChartFigure {...props} option={(narrow) => barOption({ ...props, narrow, format: write, missing: t('none') }, false)} />
}
