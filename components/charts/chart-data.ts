/** null: no data, which is not 0. 'hidden': kept back because it is under 5. */
export type ChartValue = number | null | 'hidden'
export type ChartSeries = { name: string; values: ChartValue[] }
export type ChartData = { categories: string[]; series: ChartSeries[] }
export type Goal = { value: number; label: string }

export type ChartProps = ChartData & {
  title: string
  /** Where a heading beside the chart says the same: kept for screen readers alone. */
  titleHidden?: true
  /** What the chart shows, in one sentence: all a screen reader gets before the table. */
  summary: string
  /** Heading of the first column of the table: "Måned". */
  categoryLabel: string
  /** After every number: "%", "breve". */
  unit?: string
  max?: number
  goal?: Goal
  /** Where the numbers come from and how they are counted. */
  note?: string
}

/** What is drawn: gaps stay gaps. */
export function drawn(values: ChartValue[]): (number | null)[] {
  return values.map((value) => (typeof value === 'number' ? value : null))
}

/** The categories for which every series has a number, and the names of those left out. */
export function completeAxes({ categories, series }: ChartData): { data: ChartData; left: string[] } {
  const complete = categories.map((_, at) => series.every(({ values }) => typeof values[at] === 'number'))
  const kept = (_: unknown, at: number) => complete[at] === true
  return {
    data: { categories: categories.filter(kept), series: series.map(({ name, values }) => ({ name, values: values.filter(kept) })) },
    left: categories.filter((_, at) => !complete[at]),
  }
}

export function hasNumbers(series: ChartSeries[]): boolean {
  return series.some(({ values }) => values.some((value) => typeof value === 'number'))
}
