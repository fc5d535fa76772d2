import { useTranslations } from 'next-intl'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { Part } from '@/lib/volunteering/matching/score/rules'
import { usePartWords } from './part-words'

export const signs = { equal: '=', partly: '≈', not: '≠', unknown: '?' } as const

/** The request and the volunteer side by side, line by line: what each said, and how they go together by symbol and word. */
export function CompareTable({ parts, lists }: { parts: readonly Part[]; lists: Lists }) {
  const t = useTranslations('matching')
  const { sides } = usePartWords(lists)
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
