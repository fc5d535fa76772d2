import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { SidePanel } from '@/components/ui/side-panel'
import { Tag } from '@/components/ui/tag'
import type { QueuePanel } from '@/lib/casework/queues/panel/queries'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { ClockLine } from '../clock-line'
import { NoShow } from '../no-show'
import { TaskText } from '../tasks/task-text'

/** One of the list in short: what was agreed last, what comes next, and what is open. */
export function QueuePanelView({ panel, closeHref, today, mayRecord }: { panel: QueuePanel; closeHref: string; today: Day; mayRecord: boolean }) {
  const [t, locale] = [useTranslations('casework.queues.panel'), useLocale()]
  const [kinds, weights, standing] = [useTranslations('casework.cases.kind'), useTranslations('casework.weights.weight'), useTranslations('casework.queues.standing')]
  const { id, name, clock, next, agreed, tasks, note, cases } = panel
  return (
    <SidePanel title={name} closeHref={closeHref}>
      {panel.protected && <p className="mb-2"><Tag icon="lock">{t('protected')}</Tag></p>}
      {note && <p className="mb-3 whitespace-pre-line rounded border-s-4 border-warning bg-warning-soft px-3 py-2 text-warning-ink"><strong className="sr-only">{t('note')}: </strong>{note.text} <span className="block text-sm text-muted">{t('noteBy', { name: note.by, when: formatMoment(note.at, locale, 'short') })}</span></p>}
      <ClockLine clock={clock} next={next} today={today} />
      {mayRecord && next && next.on <= today && <NoShow personId={id} />}
      {cases.length > 0 && <><h3 className="mt-4 text-base">{t('caseTitle')}</h3><ul>{cases.map((one) => <li key={one.id}>{kinds(one.kind)}, {standing(one.state)} <span className="text-muted">({t('weight', { weight: weights(one.weight).toLowerCase() })})</span></li>)}</ul></>}
      <h3 className="mt-4 text-base">{t('agreed')}</h3>
      {agreed ? <p className="whitespace-pre-line">{agreed.text} <span className="text-muted">({formatDay(agreed.on, locale, 'short')})</span></p> : <p className="text-muted">{t('noAgreed')}</p>}
      <h3 className="mt-4 text-base">{t('tasks')}</h3>
      {tasks.length === 0 ? <p className="text-muted">{t('noTasks')}</p> : (
        <ul className="space-y-1">{tasks.map((task) => <li key={task.id}><a href={`/people/${id}/tasks?open=${task.id}#task-${task.id}`}><TaskText task={task} /></a> <span className={task.dueOn < today ? 'text-error-ink' : 'text-muted'}>{formatDay(task.dueOn, locale, 'short')}</span></li>)}</ul>
      )}
      <p className="mt-4 flex flex-wrap gap-2"><LinkButton href={`/people/${id}/contacts`} size="small" variant="primary">{t('open')}</LinkButton><LinkButton href={`/people/${id}/cases`} size="small">{t('cases')}</LinkButton></p>
      <p className="mt-3 text-sm text-muted">{t('keys')}</p>
    </SidePanel>
  )
}
