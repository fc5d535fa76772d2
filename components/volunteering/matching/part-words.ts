import { useLocale, useTranslations } from 'next-intl'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { Part } from '@/lib/volunteering/matching/score/rules'

/** More than this many values of one line are counted by the comparison below, and not said in a reason. */
const SAID = 4

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A line of the comparison in words: what each side said, and as a reason what the two share. */
export function usePartWords(lists: Lists) {
  const [t, all, locale] = [useTranslations('matching'), useTranslations('volunteering'), useLocale()]
  // Languages and days of the week are written small in Danish; what somebody has lived through in both.
  const small = (text: string) => (locale === 'da' ? text.toLowerCase() : text)
  const word = (name: Part['name'], code: string): string => {
    if (name === 'languages') return small(all(`language.${code}`))
    if (name === 'experience') return all(`experience.${code}`).toLowerCase()
    if (name === 'areas') return nameOf(lists.areas.find((one) => one.code === code), locale) || code
    if (name !== 'times') return code
    const [weekday, daypart] = code.split('-')
    return `${small(all(`weekday.${weekday}`))} ${all(`daypart.${daypart}`).toLowerCase()}`
  }
  const said = ({ name }: Part, values: readonly string[] | null) => (values === null || values.length === 0 ? t('unknown') : capital(values.map((code) => word(name, code)).join(', ')))
  const sides = (part: Part): [string, string] => {
    if (part.name === 'waiting') return [t('weeks', { count: Number(part.wanted?.[0] ?? 0) }), '–']
    if (part.name === 'load') return ['–', t('loadOf', { has: part.offered?.[0] ?? '0', most: part.offered?.[1] ?? '0' })]
    return [said(part, part.wanted), said(part, part.offered)]
  }
  const reason = (part: Part): string => {
    const [wanted, offered] = sides(part)
    const shared = part.name === 'waiting' ? wanted : part.name === 'load' ? offered : part.common.slice(0, SAID).map((code) => word(part.name, code)).join(', ')
    return shared ? t('one.because', { what: t(`part.${part.name}`), shared }) : t(`part.${part.name}`)
  }
  const some = (part: Part, values: readonly string[] | null) => (values ?? []).slice(0, SAID).map((code) => word(part.name, code)).join(', ') + ((values?.length ?? 0) > SAID ? ' …' : '')
  /** What speaks against, with what each of the two said. */
  const clash = (part: Part): string => (part.name === 'load' ? reason(part) : t('one.clash', { what: t(`part.${part.name}`), wanted: some(part, part.wanted), offered: some(part, part.offered) }))
  return { sides, reason, clash }
}
