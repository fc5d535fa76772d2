import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { livesElsewhere } from '@/lib/people/record/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

type Props = { protection: 'P0' | 'P1' | 'P2' | 'P3'; shielded?: boolean; diedOn: Day | null; movedAwayOn: Day | null; movedInOn?: Day | null; vulnerable: boolean; today: Day }

/** What must be known before anything is done: never only a colour. Dead hides what no longer matters. */
export function StatusTags({ protection, shielded = false, diedOn, movedAwayOn, movedInOn = null, vulnerable, today }: Props) {
  const t = useTranslations('people')
  const locale = useLocale()
  const date = (day: Day) => formatDay(day, locale, 'short')
  return (
    <>
      {diedOn && <Tag tone="neutral" icon="minus">{t('tag.dead', { date: date(diedOn) })}</Tag>}
      {protection !== 'P0' && <Tag tone="error" icon="lock">{t(`protection.${protection}`)}</Tag>}
      {shielded && protection !== 'P3' && <Tag tone="error" icon="lock">{t('protection.P3')}</Tag>}
      {!diedOn && vulnerable && <Tag tone="warning">{t('tag.vulnerable')}</Tag>}
      {!diedOn && movedAwayOn && livesElsewhere({ movedAwayOn, movedInOn }, today) && <Tag icon="forward">{t('tag.movedAway', { date: date(movedAwayOn) })}</Tag>}
      {!diedOn && movedAwayOn && movedAwayOn > today && <Tag tone="info" icon="forward">{t('tag.movesAway', { date: date(movedAwayOn) })}</Tag>}
    </>
  )
}
