import { formatDay } from '@/lib/platform/dates'
import { type Bins, BINS, type MethodName, type Part, type Period, splitOf } from '@/lib/casework/management/rules'
import type { CaseKind } from '@/lib/casework/cases/rules'
import { type Day, earliestDay } from '@/lib/platform/day'

type Words = (key: string, values?: Record<string, string | number>) => string

export function partName(t: Words, part: Part, methods: readonly MethodName[], locale: string): string {
  const { split, part: code } = splitOf(part)
  if (split === 'kind') return t(`kinds.${code as CaseKind}`)
  if (split === 'all') return t('period.all')
  const method = methods.find(({ id }) => id === code)
  return method ? (locale === 'en' ? method.nameEn : method.nameDa) : t('period.noMethod')
}

/** "15–30 dage", "Mere end 30 dage eller aldrig". */
export function binsName(t: Words, { from, to }: Bins, days: readonly number[]): string {
  const [low, high] = [days[from - 2], days[to - 1]]
  if (from === BINS) return t('contacts.never')
  if (from === 1 && to === BINS) return t('contacts.every')
  if (to === BINS) return t('contacts.overOrNever', { days: low ?? 0 })
  if (high === undefined) return t('contacts.over', { days: low ?? 0 })
  return low === undefined ? t('contacts.upTo', { days: high }) : t('contacts.span', { from: low + 1, to: high })
}

/** From the first day to the last one that has come: the running month counts up to today. */
export const periodName = (t: Words, { first, last }: Period, today: Day, locale: string): string => t('period.said', { from: formatDay(first, locale, 'short'), to: formatDay(earliestDay(last, today), locale, 'short') })
