import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { Part } from '@/lib/volunteering/matching/score/rules'
import { usePartWords } from './part-words'

export const signs = { equal: '=', partly: '≈', not: '≠', unknown: '?' } as const

/** The request and the volunteer side by side, line by line: what each said, and how they go together by symbol and word. */
export function CompareTable({ parts, lists }: { parts: readonly Part[]; lists: Lists }) {
  const t = useTranslations('matching')
  const { sides } = usePartWords(lists)
  const columns: Column<Part>[] = [
    { key: 'line', header: t('compare.line'), rowHeader: true, cell: ({ name }) => t(`part.${name}`) },
    { key: 'wanted', header: t('compare.wanted'), cell: (part) => sides(part)[0] },
    { key: 'offered', header: t('compare.offered'), cell: (part) => sides(part)[1] },
    { key: 'fit', header: t('compare.fit'), cell: ({ fit }) => <span><span aria-hidden="true">{signs[fit]}</span> {t(`fit.${fit}`)}</span> },
  ]
  return <div className="mt-2"><DataTable caption={t('one.compare')} columns={columns} rows={parts} rowKey={({ name }) => name} empty={null} /></div>
}
