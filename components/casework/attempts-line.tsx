import { useLocale, useTranslations } from 'next-intl'
import { attemptsOf } from '@/lib/casework/contacts/attempts/rules'
import type { Logged } from '@/lib/casework/contacts/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

type Props = { entries: readonly Logged[]; today: Day; /** What is asked before a case is closed for lack of contact, also where nothing has been tried. */ explain?: true; /** Whom a task for the next attempt would be about. */ taskFor?: string | null }

/** What has been tried since somebody was last reached, what is missing before anybody concludes that there is no contact, and what to try next. */
export function AttemptsLine({ entries, today, explain, taskFor }: Props) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const tried = attemptsOf(entries, today)
  if (tried.count === 0 && !explain) return null
  const ways = new Intl.ListFormat(locale, { type: 'conjunction' }).format(tried.ways.map((way) => t(`attempts.way.${way}`)))
  return (
    <div className="my-4 max-w-text space-y-1 border-s-3 border-line ps-3">
      {explain && <p>{t('attempts.rule')}</p>}
      <p>{tried.count === 0 ? t('attempts.none') : t('attempts.tried', { count: tried.count, days: tried.days, ways })} {tried.enough ? t('attempts.enough') : t('attempts.missing', { days: tried.missingDays, ways: tried.missingWays })}</p>
      {tried.next && <p><strong>{t('attempts.next', { way: t(`attempts.way.${tried.next.channel}`), day: formatDay(tried.next.on, locale) })}</strong>{taskFor && <> <a className="no-print" href={`/people/${taskFor}/tasks#new`}>{t('log.makeTask')}</a></>}</p>}
    </div>
  )
}
