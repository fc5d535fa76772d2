import type { ChartProps } from './chart-data'
import { ChartFigure } from './chart-figure'
import { radarOption } from './chart-options'

/** Then and now on the same scale: `max` (and `min` where the scale goes below 0) is that of the measure, not of the numbers. */
export function RadarChart(props: ChartProps & { max: number; min?: number }) {
  return (
    <ChartFigure {...props} wide={{ width: 560, height: 420 }} narrow={{ width: 340, height: 340 }}
      option={(narrow) => radarOption({ ...props, narrow })} />
  )
}
