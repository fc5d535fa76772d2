import 'server-only'
import { BarChart, LineChart, RadarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { themed } from './chart-colors'

register([LineChart, BarChart, RadarChart, GridComponent, LegendComponent, RadarComponent, MarkLineComponent, AriaComponent, SVGRenderer])

export type Size = { width: number; height: number }

/** Draws on the server; nothing of the library reaches the browser. `prefix` keeps ids apart when several charts stand on a page. */
export function renderSvg(option: EChartsCoreOption, size: Size, prefix: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({ animation: false, ...option })
    return themed(cleaned(chart.renderToSVGString(), prefix))
  } finally {
    chart.dispose()
  }
}

/**
 * Takes away what only matters to a live chart: hover rules, data attributes, and inline styles, which our content security policy refuses.
 * Running ids become stable ones.
 */
function cleaned(svg: string, prefix: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (class|ecmeta_\w+|pointer-events|baseProfile|xmlns:xlink|version)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
    .replace(/\bzr\d+-/g, `${prefix}-`)
    .replace(/^<svg /, '<svg focusable="false" aria-hidden="true" ')
}

function attributes(style: string): string {
  return style.split(';').filter(Boolean).map((rule) => {
    const [name = '', value = ''] = rule.split(':')
    return name === 'font-family' ? '' : ` ${name}="${value}"`
  }).join('')
}
