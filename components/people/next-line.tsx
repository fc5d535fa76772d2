import { useLocale, useTranslations } from 'next-intl'
import { HeadlineText } from '@/components/outreach/next-step-card'
import { Icon } from '@/components/ui/icon'
import { WorkingDaysLeft } from '@/components/ui/working-days-left'
import type { NextStepOf } from '@/lib/outreach/due/queries'
import { formatDay } from '@/lib/platform/dates'

/** What is next and by when, in one line under the bar: on every tab, not only the first. */
export function NextLine({ next }: { next: NextStepOf }) {
  const t = useTranslations('people.bar')
  const locale = useLocale()
  const { headline } = next
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="inline-flex items-center gap-1 font-semibold"><Icon name="forward" />{t('next')}:</span>
      <span><HeadlineText headline={headline} /></span>
      {headline.day && headline.lateness && <><time dateTime={headline.day} className="tabular font-semibold">{formatDay(headline.day, locale, 'short')}</time><WorkingDaysLeft days={headline.lateness.workingDays} /></>}
    </p>
  )
}
