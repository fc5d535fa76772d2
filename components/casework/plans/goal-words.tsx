import { useLocale, useTranslations } from 'next-intl'
import type { Goal } from '@/lib/casework/plans/rules'
import { formatDay } from '@/lib/platform/dates'

/** What was said, as it was said: with marks where they are somebody's own words, and whose they are. */
export function GoalWords({ goal: { now }, small }: { goal: Goal; small?: boolean }) {
  const [t, locale] = [useTranslations('plans'), useLocale()]
  const said = <span className={small ? '' : 'text-lg font-semibold'}>{now.text}</span>
  return (
    <figure className="max-w-text">
      <blockquote className="whitespace-pre-line border-s-3 border-accent ps-3">{now.saidBy === 'together' ? said : <q>{said}</q>}</blockquote>
      <figcaption className="ps-4 text-sm text-muted">{t(`saidBy.${now.saidBy}`)}, {formatDay(now.saidOn, locale)}</figcaption>
    </figure>
  )
}
