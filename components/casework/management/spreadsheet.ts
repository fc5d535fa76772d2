import { getLocale, getTranslations } from 'next-intl/server'
import { contactsOf, deadlinesOf, flowCell, type Kept, monthsOf, moves, outcomesOfDeadlines, partsIn, type Period, daysOf, reachedWithin, type UnitFigures, withinOf } from '@/lib/casework/management/rules'
import { caseloadWeight } from '@/lib/casework/weights/rules'
import type { ManagementView } from '@/lib/casework/management/schema'
import { formatDay } from '@/lib/platform/dates'
import { type Day, earliestDay, lastOfMonth } from '@/lib/platform/day'
import { binsName, partName } from './words'

/** The page as cells, one figure to a line, each with its period and how it was counted. What is kept back on the page is kept back here. */
export async function spreadsheetOf(figures: UnitFigures, view: ManagementView, today: Day): Promise<string[][]> {
  const [t, locale] = [await getTranslations('management'), await getLocale()]
  const on = (day: Day) => formatDay(day, locale, 'short')
  const now: Period = { first: today, last: today }
  const part = partName(t, view.of, figures.methods, locale)
  const line = (figure: string, of: string, { first, last }: Period, value: Kept, unit: string, how: string) => [figure, of, on(first), on(earliestDay(last, today)), value === null ? t('hidden') : locale === 'en' ? String(value) : String(value).replace('.', ','), unit, how]
  const cases = t('csv.cases')
  const holders = figures.holders.flatMap((row) => (['open', 'hold'] as const).map((state) => line(`${t('caseload.title')}: ${t(`caseload.${state}`)}`, row.name ?? t('caseload.nobody'), now, row[state], cases, t('caseload.how'))))
  const weights = figures.holders.filter(({ id }) => id !== null).map((row) => line(`${t('caseload.title')}: ${t('csv.weight')}`, row.name ?? '', now, caseloadWeight(row).weight, t('csv.ordinary'), t('caseload.how')))
  const [found, within] = [contactsOf(figures, view.of), withinOf(figures, view.within)]
  const contacts = [
    ...(found?.groups ?? []).map((group) => line(`${t('contacts.title')}: ${binsName(t, group, daysOf(figures))}`, part, now, group.cases, cases, t('contacts.how'))),
    line(t('csv.within', { days: within }), part, now, found && reachedWithin(found.groups, within, daysOf(figures)), cases, t('contacts.how')),
  ]
  const due = deadlinesOf(figures)
  const deadlines = outcomesOfDeadlines.map((outcome) => line(`${t('deadlines.title')}: ${t(`deadlines.${outcome}`)}`, '', view.period, due[outcome].tasks, t('csv.people'), t('deadlines.how')))
  const flow = moves.flatMap((what) => [...monthsOf(view.period), null].map((month) =>
    line(`${t('flow.title')}: ${t(`flow.${what}`)}`, part, month === null ? view.period : { first: month, last: lastOfMonth(month) }, flowCell(figures, view.of, what, month)?.cases ?? null, cases, t('flow.how'))))
  const times = partsIn(figures.methods).filter((one) => flowCell(figures, one, 'closed', null)?.cases !== 0).flatMap((one) => (['low', 'middle', 'high'] as const).map((key) =>
    line(`${t('time.title')}: ${t(`time.${key}`)}`, partName(t, one, figures.methods, locale), view.period, flowCell(figures, one, 'closed', null)?.[key] ?? null, t('csv.weeks'), t('time.how'))))
  return [['figure', 'part', 'from', 'to', 'value', 'unit', 'how'].map((key) => t(`csv.${key}`)), ...holders, ...weights, ...contacts, ...deadlines, ...flow, ...times]
}
