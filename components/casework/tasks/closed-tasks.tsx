import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Tag } from '@/components/ui/tag'
import { reopenTask } from '@/lib/casework/tasks/actions'
import type { TaskRow } from '@/lib/casework/tasks/queries'
import { settledElsewhere } from '@/lib/casework/tasks/rules'
import { formatMoment } from '@/lib/platform/dates'
import { TaskHistory } from './task-more'
import { TaskText } from './task-text'

/** Done and dropped, the last first, each with its history and the way back. */
export function ClosedTasks({ tasks, mayRecord, back }: { tasks: TaskRow[]; mayRecord: boolean; back: 'desk' | 'person' }) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  return (
    <ul>
      {tasks.map((task) => (
        <li key={task.id} id={`task-${task.id}`} className="scroll-mt-40 border-b border-line py-3 last:border-b-0">
          <p className="max-w-text whitespace-pre-line"><Tag tone={task.state === 'done' ? 'success' : 'neutral'}>{t(`state.${task.state}`)}</Tag> <TaskText task={task} /></p>
          <p className="text-sm text-muted">{task.closedAt && t('closed', { name: task.closedBy ?? t('history.machine'), when: formatMoment(task.closedAt, locale, 'short') })}{task.state === 'dropped' && <> {task.reason ? t('history.because', { reason: task.reason }) : t('fell')}</>}</p>
          <details className="explain"><summary>{t('history.title')}</summary><div className="explain-body"><TaskHistory events={task.events} /></div></details>
          {mayRecord && !settledElsewhere(task.source) && <ActionButton action={reopenTask} values={{ task: task.id, back }} size="small" variant="quiet">{t('action.reopen')}</ActionButton>}
        </li>
      ))}
    </ul>
  )
}
