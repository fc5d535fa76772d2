import { getLocale, getTranslations } from 'next-intl/server'
import type { QueueList } from '@/lib/casework/queues/queries'
import type { QueueState } from '@/lib/casework/queues/schema'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { plainText } from './plain-text'
import type { Words } from './queue-cells'
import { shownColumns } from './queue-columns'

/** The list as cells: the columns of the screen, in its order and its words. Whose address is protected is said in a column of its own; no address stands in it. */
export async function spreadsheetOf({ rows, silentDays }: QueueList, state: QueueState, today: Day): Promise<string[][]> {
  const [t, kinds, steps, weights, locale] = [await getTranslations('casework.queues'), await getTranslations('casework.cases.kind'), await getTranslations('casework.methods'), await getTranslations('casework.weights'), await getLocale()]
  const words: Words = { t, kinds, steps, weights, locale, today, days: state.days ?? silentDays }
  const columns = shownColumns(state, words)
  const covered = rows.some(({ cover }) => cover !== null)
  return [
    [t('column.name'), t('protected'), ...(covered ? [t('csv.cover')] : []), ...columns.map(({ header }) => header)],
    ...rows.map((row) => [row.name, row.protected ? t('csv.yes') : '', ...(covered ? [row.cover ? t('csv.coverOf', { name: row.cover.name, day: formatDay(row.cover.to, locale, 'short') }) : ''] : []), ...columns.map(({ cell }) => plainText(cell(row)).trim())]),
  ]
}
