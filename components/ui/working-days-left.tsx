import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Explain } from './explain'
import { Tag } from './tag'
import type { Tone } from './tone'

type Props = {
  /** Working days from today to the deadline; 0 on the day, negative when passed. Counted by whoever knows the calendar. */
  days: number
  /** From how many days left it should stand out. */
  soon?: number
  /** Why the deadline is this day: rule, source, days skipped. */
  why?: ReactNode
}

export function WorkingDaysLeft({ days, soon = 5, why }: Props) {
  const t = useTranslations('ui.workingDays')
  const text = days > 0 ? t('left', { count: days }) : days === 0 ? t('today') : t('over', { count: -days })
  const tone: Tone = days < 0 ? 'error' : days <= soon ? 'warning' : 'neutral'
  return (
    <>
      <Tag tone={tone} icon={tone === 'neutral' ? 'clock' : undefined}>{text}</Tag>
      {why && <Explain>{why}</Explain>}
    </>
  )
}
