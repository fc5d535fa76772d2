import { colors, dashes, seriesColors, symbols } from './chart-colors'
import { drawn, type ChartData, type ChartSeries, type Goal } from './chart-data'

export type Frame = ChartData & {
  narrow: boolean
  max?: number
  goal?: Goal
  format: (value: number) => string
  /** Written under a category without any number, so that nothing is not taken for 0. */
  missing: string
}

const text = { color: colors.muted, fontSize: 13 }

function legend(series: ChartSeries[]) {
  return {
    show: series.length > 1,
    top: 0,
    left: 0,
    itemGap: 16,
    itemWidth: 22,
    textStyle: { ...text, color: colors.ink },
    data: series.map(({ name }) => name),
  }
}

/** Lines the names need above the drawing, at about seven pixels a letter; too little room would put the last names on the bars. */
function legendRows(series: ChartSeries[], narrow: boolean): number {
  const room = narrow ? 330 : 740
  let [rows, used] = [1, 0]
  for (const { name } of series) {
    const width = 44 + 7 * name.length
    if (used > 0 && used + width > room) [rows, used] = [rows + 1, 0]
    used += width
  }
  return rows
}

/** Both axes. On a narrow drawing only as many names as there is room for; the table has them all. */
function axes({ categories, series, max, format, narrow, missing }: Frame) {
  const names = categories.map((name, at) =>
    series.some(({ values }) => typeof values[at] === 'number') ? name : `${name}\n${narrow ? '–' : missing}`,
  )
  const top = series.length > 1 ? 18 + 22 * legendRows(series, narrow) : 16
  return {
    textStyle: text,
    legend: legend(series),
    grid: { left: 4, right: narrow ? 8 : 16, top, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: names,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.edge } },
      axisLabel: { ...text, hideOverlap: true, interval: 'auto' },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max,
      interval: max && max / 4,
      splitNumber: 4,
      minInterval: 1,
      splitLine: { lineStyle: { color: colors.line } },
      axisLabel: { ...text, formatter: format },
    },
  }
}

function goalLine(goal: Goal | undefined, at: number) {
  if (!goal || at !== 0) return undefined
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colors.ink, type: [4, 4], width: 1.5 },
    label: { formatter: goal.label, position: 'insideStartTop', color: colors.ink, fontSize: 13, textBorderWidth: 0 },
    data: [{ yAxis: goal.value }],
  }
}

export function lineOption(frame: Frame) {
  return {
    ...axes(frame),
    series: frame.series.map(({ name, values }, at) => ({
      name,
      type: 'line',
      data: drawn(values),
      connectNulls: false,
      symbol: symbols[at % symbols.length],
      symbolSize: 7,
      showAllSymbol: true,
      color: seriesColors[at % seriesColors.length],
      lineStyle: { width: 2.5, type: dashes[at % dashes.length] },
      markLine: goalLine(frame.goal, at),
    })),
  }
}

export function barOption(frame: Frame, stacked: boolean) {
  return {
    ...axes(frame),
    aria: { enabled: true, label: { enabled: false }, decal: { show: frame.series.length > 1, decals: decals() } },
    series: frame.series.map(({ name, values }, at) => ({
      name,
      type: 'bar',
      data: drawn(values),
      stack: stacked ? 'all' : undefined,
      barMaxWidth: 44,
      barGap: '10%',
      itemStyle: { color: seriesColors[at % seriesColors.length], borderColor: colors.surface, borderWidth: stacked ? 1 : 0 },
      markLine: goalLine(frame.goal, at),
      label: {
        show: !stacked && frame.series.length === 1 && !frame.narrow,
        position: 'top',
        ...text,
        textBorderWidth: 0,
        formatter: ({ value }: { value: number }) => frame.format(value),
      },
    })),
  }
}

function decals() {
  const base = { color: colors.surface, dashArrayX: [1, 0], symbolSize: 1 }
  return [
    { ...base, symbol: 'none' },
    { ...base, dashArrayY: [2, 5], rotation: Math.PI / 4 },
    {
      ...base,
      symbol: 'circle',
      dashArrayX: [
        [8, 8],
        [0, 8, 8, 0],
      ],
      dashArrayY: [6, 0],
      symbolSize: 0.5,
    },
    { ...base, dashArrayY: [2, 5], rotation: -Math.PI / 4 },
    { ...base, dashArrayY: [2, 5] },
    {
      ...base,
      dashArrayX: [
        [2, 5],
        [2, 5],
      ],
      dashArrayY: [1, 0],
    },
  ]
}

export type RadarFrame = ChartData & { narrow: boolean; max: number; min?: number }

/** A spider web: each category an axis, each series a shape. Every axis must have all its numbers; see RadarChart. */
export function radarOption({ categories, series, max, min = 0, narrow }: RadarFrame) {
  return {
    legend: legend(series),
    radar: {
      indicator: categories.map((name) => ({ name, max, min })),
      radius: narrow ? '60%' : '68%',
      center: ['50%', '56%'],
      splitNumber: 5,
      shape: 'polygon',
      axisName: { color: colors.ink, fontSize: narrow ? 12 : 13, width: narrow ? 90 : 150, overflow: 'break', lineHeight: 16 },
      splitLine: { lineStyle: { color: colors.line } },
      axisLine: { lineStyle: { color: colors.line } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        data: series.map(({ name, values }, at) => ({
          name,
          value: drawn(values),
          symbol: symbols[at % symbols.length],
          symbolSize: 7,
          itemStyle: { color: seriesColors[at % seriesColors.length] },
          lineStyle: { color: seriesColors[at % seriesColors.length], width: 2.5, type: dashes[at % dashes.length] },
          areaStyle: { color: seriesColors[at % seriesColors.length], opacity: 0.12 },
        })),
      },
    ],
  }
}
