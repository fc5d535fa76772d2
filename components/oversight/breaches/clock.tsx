import { getTranslations, getLocale } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { type BreachFacts, clockRuns, hoursLeft, notifyBy } from '@/lib/oversight/breaches/rules'
import { formatMoment } from '@/lib/platform/dates'

/** The moment in Danish time and the hours to it. Nothing when no clock runs. */
export async function BreachClock({ breach, now }: { breach: BreachFacts; now: Date }) {
  const t = await getTranslations('oversight.breach')
  const locale = await getLocale()
  if (!clockRuns(breach)) return null
  const hours = hoursLeft(breach.awareAt, now)
  return <span><span className="tabular block">{formatMoment(notifyBy(breach.awareAt), locale, 'short')}</span><Tag tone={hours < 0 ? 'error' : hours < 24 ? 'warning' : 'info'} icon="clock">{hours < 0 ? t('over', { hours: -hours }) : t('left', { hours })}</Tag></span>
}
