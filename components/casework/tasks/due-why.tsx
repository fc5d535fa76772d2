import { useLocale, useTranslations } from 'next-intl'
import { Why } from '@/components/outreach/why'
import type { TaskRow } from '@/lib/casework/tasks/queries'
import { formatMoment } from '@/lib/platform/dates'

/** Who chose the day, or how it was counted. */
export function DueWhy({ task: { explanation, dueBy, dueAt } }: { task: TaskRow }) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  if (explanation.length > 0) return <Why steps={explanation} />
  return <p>{dueBy ? t('byHand', { name: dueBy, when: formatMoment(dueAt, locale, 'short') }) : t('byMachine')}</p>
}
