import { useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import { Tabs } from '@/components/ui/tabs'
import type { Desk } from '@/lib/casework/tasks/queries'
import type { TasksView } from '@/lib/casework/tasks/schema'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { DeskSentence } from './desk-sentence'
import { DoneBanner } from './done-banner'
import { NewTask } from './new-task'
import { OutOfReach } from './out-of-reach'
import { TaskGroups } from './task-groups'
import type { OwnerOption } from './task-more'

/** One's own tasks, and those nobody has taken yet. */
export function DeskPage({ desk, view, today, me, mayRecord }: { desk: Desk; view: TasksView; today: Day; /** Who reads. */ me: string; mayRecord: boolean }) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  const tasks = desk[view.view]
  const href = view.view === 'mine' ? '/tasks' : '/tasks?view=queue'
  const place = { back: 'desk' as const, href, today, closing: desk.closing, me, mayRecord, changed: view.changed }
  const unit: OwnerOption[] = desk.unit ? [{ value: 'unit', label: t('owner.unit', { name: nameOf(desk.unit, locale) }) }] : []
  const mine = { value: 'me', label: t('form.me') }
  const after = [desk.done, ...desk.mine].find((one) => one?.id === view.after && one?.personId === null)
  return (
    <>
      <PageHeading title={t('desk.title')} lead={<DeskSentence tasks={desk.mine} today={today} />} actions={<>{mayRecord && <LinkButton href="#new" icon="plus" className="lg:hidden">{t('new')}</LinkButton>}{tasks.length > 0 && <PrintButton>{t('print')}</PrintButton>}</>} />
      {view.done && desk.done && <DoneBanner done={desk.done} next={[...desk.mine, ...desk.queue].find((one) => one.source === 'repeat' && one.sourceId === desk.done?.id)} back="desk" />}
      <Tabs label={t('desk.lists')} items={(['mine', 'queue'] as const).map((key) => ({ href: key === 'mine' ? '/tasks' : '/tasks?view=queue', label: t(`desk.${key}`), current: key === view.view, count: desk[key].length + (key === 'mine' ? desk.outOfReach.length : 0) }))} />
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-label={t(`desk.${view.view}`)} className="min-w-0">
          {tasks.length === 0 && <EmptyState title={t(`desk.none.${view.view}`)} good>{t(`desk.noneLead.${view.view}`)}</EmptyState>}
          {view.view === 'mine' && <OutOfReach tasks={desk.outOfReach} mayRecord={mayRecord} />}
          <TaskGroups tasks={tasks} place={place} open={view.open} owners={(task) => [mine, ...unit, ...(task.personId ? [{ value: 'free', label: t('owner.free') }] : [])]} />
        </section>
        {mayRecord && <NewTask key={after?.id ?? `new-${desk.mine.length}`} title={t('form.titleOwn')} text={after?.text ?? ''} hidden={{ back: 'desk', ...(after ? { after: after.id } : {}) }} owners={[mine, ...unit]} />}
      </div>
    </>
  )
}
