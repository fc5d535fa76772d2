import { useLocale, useTranslations } from 'next-intl'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { Part } from '@/lib/volunteering/matching/score/rules'
import { nameOf } from '../volunteer-fields'

const signs = { equal: '=', partly: '≈', not: '≠', unknown: '?' } as const

/** The request and the volunteer side by side, line by line: what each said, and how they go together by symbol and word. */
export function CompareTable({ parts, lists }: { parts: readonly Part[]; lists: Lists }) {
  const [t, all, locale] = [useTranslations('matching'), useTranslations('volunteering'), useLocale()]
  const word = (name: Part['name'], code: string): string => {
    if (name === 'languages') return all(`language.${code}`)
    if (name === 'experience') return all(`experience.${code}`)
    if (name === 'areas') return nameOf(lists.areas.find((one) => one.code === code), locale) || code
    if (name !== 'times') return code
    const [weekday, daypart] = code.split('-')
    return `${all(`weekday.${weekday}`)} ${all(`daypart.${daypart}`).toLowerCase()}`
  }
  const said = ({ name }: Part, values: readonly string[] | null) => (values === null || values.length === 0 ? t('unknown') : values.map((code) => word(name, code)).join(', '))
  const sides = (part: Part): [string, string] => {
    if (part.name === 'waiting') return [t('weeks', { count: Number(part.wanted?.[0] ?? 0) }), '–']
    if (part.name === 'load') return ['–', t('loadOf', { has: part.offered?.[0] ?? '0', most: part.offered?.[1] ?? '0' })]
    return [said(part, part.wanted), said(part, part.offered)]
  }
  return (
    <div className="overflow-x-auto">
      <table className="mt-2 w-full text-left">
        <thead><tr><th scope="col">{t('compare.line')}</th><th scope="col">{t('compare.wanted')}</th><th scope="col">{t('compare.offered')}</th><th scope="col">{t('compare.fit')}</th></tr></thead>
        <tbody>{parts.map((part) => {
          const [wanted, offered] = sides(part)
          return <tr key={part.name} className="border-t border-line align-top"><th scope="row">{t(`part.${part.name}`)}</th><td>{wanted}</td><td>{offered}</td><td><span aria-hidden="true">{signs[part.fit]}</span> {t(`fit.${part.fit}`)}</td></tr>
        })}</tbody>
      </table>
    </div>
  )
}
