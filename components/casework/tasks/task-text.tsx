import { useLocale, useTranslations } from 'next-intl'
import type { TaskRow } from '@/lib/casework/tasks/queries'
import { formatDay } from '@/lib/platform/dates'

/** What is to be done. What a machine made is said in the reader's language. */
export function TaskText({ task: { text, explanation } }: { task: Pick<TaskRow, 'text' | 'explanation'> }) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  const start = explanation.find((step) => step.step === 'start')
  return <>{text ?? t('made.protection', { date: start ? formatDay(start.day, locale) : '' })}</>
}
