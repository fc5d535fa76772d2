import { useTranslations } from 'next-intl'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { Reasons } from '@/lib/volunteering/matching/score/rules'
import { usePartWords } from './part-words'

/** Three reasons for, one against, and what nobody knows. */
export function ReasonList({ reasons, lists }: { reasons: Reasons; lists: Lists }) {
  const t = useTranslations('matching')
  const { reason } = usePartWords(lists)
  const part = (name: string) => t(`part.${name}`)
  return (
    <ul className="space-y-1">
      {reasons.for.map((one) => <li key={one.name}>＋ {t('one.for', { what: reason(one) })}</li>)}
      {reasons.against && <li>− {t('one.against', { what: part(reasons.against.name) })}</li>}
      {reasons.unknown.length > 0 && <li className="text-muted">? {t('one.unknown', { what: reasons.unknown.map(part).join(', ') })}</li>}
    </ul>
  )
}
