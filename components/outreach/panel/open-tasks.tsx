import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { DateText } from '@/components/ui/date-text'
import type { OpenTask } from '@/lib/outreach/due/list/rows'
import type { PersonPanelData } from '@/lib/outreach/due/panel/queries'
import { completeTask, postponeTask } from '@/lib/outreach/tasks/actions'
import { reconsider } from '@/lib/outreach/wishes/actions'
import { formatDay } from '@/lib/platform/dates'
import { addDays, type Day } from '@/lib/platform/day'
import { PanelForm } from './panel-form'

const PUT_OFF = [1, 2, 3, 7, 14, 30]

/** Open tasks with the one thing that closes each; putting one off asks why. */
export function OpenTasks({ data, back, today }: { data: PersonPanelData; back: string; today: Day }) {
  const t = useTranslations('outreach')
  return (
    <section className="mt-4">
      <h3>{t('panel.tasks')}</h3>
      <ul className="mt-1 space-y-3">
        {data.row.tasks.map((task) => (
          <li key={task.id} className="space-y-1">
            <p><strong>{t(`task.${task.kind}`)}</strong> <DateText day={task.dueOn} /></p>
            {data.postponed[task.id] && <p className="text-sm text-muted">{t('panel.because', { reason: data.postponed[task.id] ?? '' })}</p>}
            <Close task={task} personId={data.row.personId} back={back} />
            <PutOff task={task} back={back} today={today} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Close({ task, personId, back }: { task: OpenTask; personId: string; back: string }) {
  const t = useTranslations('outreach')
  if (task.kind === 'RECONSIDER') {
    return (
      <div className="flex flex-wrap gap-2">
        <ActionButton action={reconsider} values={{ personId, decision: 'KEEP', back }} size="small">{t('action.keep')}</ActionButton>
        <ActionButton action={reconsider} values={{ personId, decision: 'ASK', back }} size="small">{t('action.ask')}</ActionButton>
      </div>
    )
  }
  if (task.kind !== 'CALL_BACK' && task.kind !== 'BY_HAND') return null
  return <ActionButton action={completeTask} values={{ taskId: task.id, back }} size="small">{t('panel.done')}</ActionButton>
}

function PutOff({ task, back, today }: { task: OpenTask; back: string; today: Day }) {
  const t = useTranslations('outreach.panel')
  const locale = useLocale()
  const options = PUT_OFF.map((days) => ({ value: addDays(today, days), label: t('inDays', { date: formatDay(addDays(today, days), locale, 'dayMonth'), days }) }))
  return (
    <details className="explain">
      <summary>{t('postpone')}</summary>
      <PanelForm action={postponeTask} scope={`postpone-${task.id}`} hidden={{ taskId: task.id, due: task.dueOn, back }} submit={t('postpone')} fields={[
        { type: 'select', name: 'to', label: t('postponeTo'), options },
        { type: 'text', name: 'reason', label: t('postponeReason') },
      ]} />
    </details>
  )
}
