import { useTranslations } from 'next-intl'
import { tally } from '@/lib/casework/tasks/rules'
import type { Day } from '@/lib/platform/day'

/** How it stands, in a sentence: counted from the very rows the list shows. */
export function DeskSentence({ tasks, today }: { tasks: readonly { dueOn: Day }[]; today: Day }) {
  const t = useTranslations('casework.task')
  const { overdue, today: due, week, later } = tally(tasks, today)
  if (tasks.length === 0) return <>{t('sentence.none')}</>
  return <>{overdue > 0 ? t('sentence.overdue', { count: overdue }) : t('sentence.clear')} {t('sentence.rest', { today: due, week, later })}</>
}
