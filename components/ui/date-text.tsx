import { useLocale, useTranslations } from 'next-intl'
import type { Day } from '@/lib/platform/day'
import { formatDay, type DayLook } from '@/lib/platform/dates'

/** A legal day. `on` writes it as in running text, "d. 5. september 2026"; `short` suits tables. A missing day is a dash read as missing. */
export function DateText({ day, look = 'long', on }: { day: Day | null | undefined; look?: DayLook; on?: boolean }) {
  const t = useTranslations('ui')
  const locale = useLocale()
  if (!day) return <Missing text={t('stat.none')} />
  const date = formatDay(day, locale, look)
  return (
    <time dateTime={day} className="tabular">
      {on ? t('date.on', { date }) : date}
    </time>
  )
}

/** A dash that is read aloud as what it means. */
export function Missing({ text }: { text: string }) {
  return (
    <span className="text-faint">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{text}</span>
    </span>
  )
}
