import { useLocale, useTranslations } from 'next-intl'
import { PanelForm } from '@/components/outreach/panel/panel-form'
import { dropTask, giveTask, moveTask } from '@/lib/casework/tasks/actions'
import type { TaskEvent, TaskRow } from '@/lib/casework/tasks/queries'
import { settledElsewhere, spans } from '@/lib/casework/tasks/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { Place } from './task-item'

export type OwnerOption = { value: string; label: string }

/** Another day, somebody else, or not at all; and what has happened with it. */
export function TaskMore({ task, place, owners }: { task: TaskRow; place: Place; owners: OwnerOption[] }) {
  const t = useTranslations('casework.task')
  const hidden = { task: task.id, back: place.back, version: String(task.version) }
  const others = owners.filter(({ value }) => value !== task.owner?.id && !(value === 'me' && task.owner?.id === place.me))
  return (
    <div className="mt-3 space-y-4 border-s-3 border-line ps-4">
      {place.mayRecord && (
        <div className="no-print grid gap-5 md:grid-cols-3">
          <section><h3 className="mb-2 text-base">{t('move.title')}</h3><PanelForm action={moveTask} scope={`move-${task.id}`} hidden={hidden} submit={t('move.submit')} fields={[
            { type: 'select', name: 'within', label: t('form.within'), placeholder: t('form.withinNone'), options: spans.map((value) => ({ value, label: t('form.days', { count: Number(value) }) })) },
            { type: 'day', name: 'dueOn', label: t('form.dueOn') },
            { type: 'text', name: 'reason', label: t('move.reason') },
          ]} /></section>
          <section><h3 className="mb-2 text-base">{t('give.title')}</h3><PanelForm action={giveTask} scope={`give-${task.id}`} hidden={hidden} submit={t('give.submit')} fields={[{ type: 'select', name: 'owner', label: t('form.owner'), options: others }]} /></section>
          {!settledElsewhere(task.source) && <section><h3 className="mb-2 text-base">{t('drop.title')}</h3><PanelForm action={dropTask} scope={`drop-${task.id}`} hidden={hidden} submit={t('drop.submit')} fields={[{ type: 'text', name: 'reason', label: t('drop.reason') }]} /></section>}
        </div>
      )}
      <TaskHistory events={task.events} />
    </div>
  )
}

/** Who did what with it, and when. */
export function TaskHistory({ events }: { events: TaskEvent[] }) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  return (
    <section>
      <h3 className="text-base">{t('history.title')}</h3>
      <ol className="mt-1 space-y-1 text-sm">
        {events.map((event, at) => (
          <li key={at}>
            {formatMoment(event.at, locale, 'short')}: {t(`history.${event.kind}`, { by: event.by ?? t('history.machine'), day: formatDay(event.dueOn, locale), owner: event.owner ?? event.unit ?? t('owner.free') })}
            {event.reason && <span className="text-muted"> {t('history.because', { reason: event.reason })}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
