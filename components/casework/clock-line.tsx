import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { Clock, NextStep } from '@/lib/casework/contacts/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

/** How long since somebody spoke with the person, and what comes next. Nobody reached is said in words: it is not 0 days. */
export function ClockLine({ clock, next, today }: { clock: Clock; next: NextStep | null; today: Day }) {
  const [t, locale] = [useTranslations('casework.clock'), useLocale()]
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{clock.last === null ? t('never') : t('since', { count: clock.days ?? 0, day: formatDay(clock.last, locale) })}{clock.tried > 0 && <span className="text-muted"> {t('tried', { count: clock.tried })}</span>}</span>
      <span>{next && <strong>{t('next')} </strong>}<NextText next={next} today={today} /></span>
    </p>
  )
}

/** The day and what it is about; marked on the day, and when it has passed. */
export function NextText({ next, today }: { next: NextStep | null; today: Day }) {
  const [t, locale] = [useTranslations('casework.clock'), useLocale()]
  if (!next) return <span className="text-muted">{t('noNext')}</span>
  return <span>{formatDay(next.on, locale)}{next.text && <>: {next.text}</>} {next.on < today ? <Tag tone="error">{t('passed')}</Tag> : next.on === today ? <Tag tone="warning">{t('today')}</Tag> : null}</span>
}
