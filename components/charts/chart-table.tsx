import { useFormatter, useTranslations } from 'next-intl'
import type { ChartData, ChartValue } from './chart-data'

/** The same numbers as a table; a missing or kept-back number says which it is. */
export function ChartTable({
  title,
  categoryLabel,
  categories,
  series,
  unit,
}: ChartData & { title: string; categoryLabel: string; unit?: string }) {
  const t = useTranslations('ui.chart')
  const format = useFormatter()
  const say = (value: ChartValue | undefined) => {
    if (value === 'hidden') return t('hidden')
    return typeof value === 'number' ? `${format.number(value)}${unit ? ` ${unit}` : ''}` : t('none')
  }
  return (
    <table className="plain-table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{categoryLabel}</th>
          {series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map(({ name, values }) => (
              <td key={name}>{say(values[index])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
