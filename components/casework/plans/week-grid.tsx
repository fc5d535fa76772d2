import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { daysOf, type Slot } from '@/lib/casework/plans/week/rules'

/** Seven days beside each other where there is room and on paper, under each other on a phone. A day with nothing on it says so. */
export function WeekGrid({ slots, beside, heading: Heading = 'h4' }: { slots: readonly Slot[]; /** One below what stands over it. */ heading?: 'h2' | 'h3' | 'h4'; /** What stands under one, such as the button that takes it out. */ beside?: (slot: Slot) => ReactNode }) {
  const t = useTranslations('plans.week')
  return (
    <ol className="grid grid-cols-1 rounded border border-line bg-surface xl:grid-cols-7 print:grid-cols-7">
      {daysOf(slots).map(({ weekday, slots: day }) => (
        <li key={weekday} className="min-w-0 border-b border-line p-2 last:border-b-0 xl:border-e xl:border-b-0 xl:last:border-e-0 print:border-e print:border-b-0 print:last:border-e-0">
          <Heading className="border-b border-line pb-1 text-base">{t(`day.${weekday}`)}</Heading>
          {day.length === 0 ? <p className="mt-2 text-sm text-muted">{t('empty')}</p> : (
            <ul className="mt-1">
              {day.map((slot) => (
                <li key={slot.id} className="break-inside-avoid border-b border-line py-2 last:border-b-0">
                  <p className="tabular text-sm text-muted">{slot.ends ? t('times', { from: slot.starts, to: slot.ends }) : t('at', { from: slot.starts })}</p>
                  <p className="break-words font-semibold">{slot.activity}</p>
                  {slot.place && <p className="break-words text-sm">{slot.place}</p>}
                  {slot.company && <p className="break-words text-sm">{t('with', { who: slot.company })}</p>}
                  {beside?.(slot)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
