import { useTranslations } from 'next-intl'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { Reasons } from '@/lib/volunteering/matching/score/rules'
import { usePartWords } from './part-words'

/** Three reasons for, one against, and what nobody knows. */
export function ReasonList({ reasons, lists }: { reasons: Reasons; lists: Lists }) {
  const t = useTranslations('matching')
  const { reason, clash } = usePartWords(lists)
  const part = (name: string) => t(`part.${name}`)
  return (
    <ul className="space-y-1">
      {reasons.for.map((one) => <li key={one.name}><Sign>+</Sign>{t('one.for', { what: reason(one) })}</li>)}
      {reasons.against && <li><Sign>−</Sign>{t('one.against', { what: clash(reasons.against) })}</li>}
      {reasons.unknown.length > 0 && <li className="text-muted"><Sign>?</Sign>{t('one.unknown', { what: reasons.unknown.map(part).join(', ') })}</li>}
    </ul>
  )
}

/** Of one width, so that the words stand below each other; the words say it themselves. */
const Sign = ({ children }: { children: string }) => <span aria-hidden="true" className="inline-block w-4 font-semibold">{children}</span>
