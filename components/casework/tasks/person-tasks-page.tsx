import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps, tabHref } from '@/components/people/person-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import type { PersonTasks } from '@/lib/casework/tasks/queries'
import type { TasksView } from '@/lib/casework/tasks/schema'
import { nameOf } from '@/lib/platform/i18n/named'
import { ClosedTasks } from './closed-tasks'
import { DoneBanner } from './done-banner'
import { NewTask } from './new-task'
import { TaskGroups } from './task-groups'
import type { OwnerOption } from './task-more'

type Props = PersonFrameProps & { tasks: PersonTasks; view: TasksView; /** Who reads. */ me: string; mayRecord: boolean }

/** What is to be done for one person, and the form for the next. */
export function PersonTasksPage({ tasks, view, me, mayRecord, ...frame }: Props) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  const id = frame.bar.id
  const place = { back: 'person' as const, href: tabHref(id, 'tasks'), today: frame.today, closing: tasks.closing, me, mayRecord, changed: view.changed }
  const unit = tasks.unit && { value: 'unit', label: t('owner.unit', { name: nameOf(tasks.unit, locale) }) }
  // What is written in an emergency is for those who have the person in hand: it would outlast the hours.
  const owners: OwnerOption[] = [...(frame.bar.glass ? [] : [{ value: 'me', label: t('form.me') }]), { value: 'free', label: t('owner.free') }, ...(unit ? [unit] : []), ...tasks.owners.map((one) => ({ value: one.id, label: one.responsible ? t('form.responsible', { name: one.name }) : one.name }))]
  const done = tasks.closed.find((one) => one.id === view.done && one.state === 'done')
  const after = [...tasks.closed, ...tasks.open].find((one) => one.id === view.after)
  const origin: Record<string, string> = after ? { after: after.id } : tasks.contact ? { contact: tasks.contact.id } : {}
  return (
    <PersonFrame {...frame} tab="tasks" note>
      {done && <DoneBanner done={done} next={tasks.open.find((one) => one.source === 'repeat' && one.sourceId === done.id)} back="person" />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="tasks-title" className="min-w-0">
          <div className="flex flex-wrap items-center justify-between gap-2"><h2 id="tasks-title">{t('person.title', { count: tasks.open.length })}</h2><span className="form-actions">{mayRecord && <LinkButton href="#new" size="small" icon="plus" className="lg:hidden">{t('new')}</LinkButton>}{tasks.open.length > 0 && <PrintButton>{t('print')}</PrintButton>}</span></div>
          {tasks.open.length === 0 && <EmptyState title={t('person.none')} icon="check">{t('person.noneLead')}</EmptyState>}
          <div className="mt-3"><TaskGroups tasks={tasks.open} place={place} open={view.open} owners={() => owners} /></div>
          {tasks.closed.length > 0 && <Explain summary={t('person.closed', { count: tasks.closed.length })} open={tasks.closed.some((one) => one.id === view.open)}><ClosedTasks tasks={tasks.closed} mayRecord={mayRecord} back="person" /></Explain>}
        </section>
        {mayRecord && <NewTask key={after?.id ?? tasks.contact?.id ?? `new-${tasks.open.length}-${tasks.closed.length}`} title={after ? t('form.titleAfter') : tasks.contact ? t('form.titleContact') : t('form.title')} owners={owners}
          hidden={{ personId: id, back: 'person', ...origin }} text={after?.text ?? tasks.contact?.text ?? ''} dueOn={!after && tasks.contact?.on && tasks.contact.on >= frame.today ? tasks.contact.on : null} />}
      </div>
    </PersonFrame>
  )
}
