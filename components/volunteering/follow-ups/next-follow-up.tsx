import { useLocale, useTranslations } from 'next-intl'
import { WhyUnder } from '@/components/outreach/why'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import type { FollowedMatch } from '@/lib/volunteering/matches/sql'

/** What must be looked at today, and the day of the next follow-up with why. */
export function NextFollowUp({ match: { alarms, next, inDays } }: { match: FollowedMatch }) {
  const [t, locale] = [useTranslations('matches'), useLocale()]
  return (
    <div className="space-y-1">
      {alarms.map((one) => <div key={one}><Tag tone="error" icon="warning">{t(`alarm.${one}`)}</Tag></div>)}
      {next && inDays !== null && <WhyUnder why={next.explanation}>{formatDay(next.due, locale, 'short')} <Tag tone={inDays < 0 ? 'error' : inDays <= 3 ? 'warning' : 'neutral'}>{inDays < 0 ? t('followUp.late', { count: -inDays }) : t('followUp.in', { count: inDays })}</Tag></WhyUnder>}
    </div>
  )
}
