import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type Step, wordsIn } from '@/lib/casework/methods/parts'

/** A Monday, to ask the calendar for the names of the days. */
const MONDAY = Date.UTC(2026, 0, 5, 12)

/** The fixed times of a weekly programme, day by day. */
export function WeekTable({ step }: { step: Step }) {
  const [t, format, locale] = [useTranslations('casework.methods'), useFormatter(), useLocale()]
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, items: step.items.filter(({ at }) => at?.weekday === weekday).sort((a, b) => String(a.at?.from).localeCompare(String(b.at?.from))) })).filter(({ items }) => items.length > 0)
  if (days.length === 0) return <p className="text-muted">{t('noTimes')}</p>
  return (
    <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {days.map(({ weekday, items }) => (
        <div key={weekday}>
          <dt className="font-semibold">{format.dateTime(new Date(MONDAY + (weekday - 1) * 86_400_000), { weekday: 'long' })}</dt>
          {items.map(({ key, at, text }) => <dd key={key} className="flex gap-2"><span className="tabular shrink-0 text-muted">{at?.from}–{at?.to}</span> {wordsIn(text, locale)}</dd>)}
        </div>
      ))}
    </dl>
  )
}
