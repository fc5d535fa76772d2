import { useTranslations } from 'next-intl'
import { Explain } from '@/components/ui/explain'
import { Tag } from '@/components/ui/tag'
import type { TaskRow } from '@/lib/casework/tasks/queries'
import type { ClosingDay } from '@/lib/deadlines/holidays'
import { lateness } from '@/lib/deadlines/lateness'
import type { Day } from '@/lib/platform/day'
import { DueWhy } from './due-why'

/** How long there is left, counted in working days; a Sunday due on a Saturday is neither today nor a working day away. On click: why this day. */
export function DueTag({ task, today, closing }: { task: TaskRow; today: Day; closing: ClosingDay[] }) {
  const t = useTranslations('casework.task.left')
  const { days, workingDays } = lateness(task.dueOn, today, 0, null, closing)
  const key = days === 0 ? 'today' : days < 0 ? (workingDays < 0 ? 'over' : 'passed') : workingDays > 0 ? 'left' : 'soon'
  const tone = days < 0 ? 'error' : workingDays <= 1 ? 'warning' : 'neutral'
  return <><Tag tone={tone} icon={tone === 'neutral' ? 'clock' : undefined}>{t(key, { count: Math.abs(workingDays) })}</Tag><Explain><DueWhy task={task} /></Explain></>
}
