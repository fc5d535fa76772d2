import { getLocale, getTranslations } from 'next-intl/server'
import type { ListRow } from '@/lib/outreach/due/list/rows'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

/** The list as cells: the same facts as on the screen, and no address beyond the town. */
export async function spreadsheetOf(rows: readonly ListRow[]): Promise<string[][]> {
  const t = await getTranslations('outreach')
  const locale = await getLocale()
  const on = (day: Day | null | undefined) => (day ? formatDay(day, locale, 'short') : '')
  const heads = ['name', 'birthDate', 'town', 'vulnerable', 'due', 'lastLetter', 'lastContact', 'channel', 'next'].map((key) => t(`csv.${key}`))
  const cells = rows.map((row) => [
    row.name, on(row.birthDate), row.town ?? '', row.vulnerable ? t('csv.yes') : t('csv.no'), row.due && row.due.kind !== 'reconsider' ? on(row.due.day) : '',
    on(row.lastLetterOn), on(row.lastContactOn), t(`channel.${row.channel}`), row.step ? `${t(`step.${row.step.kind}`)} ${on(row.step.day)}` : '',
  ])
  return [heads, ...cells]
}
