import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { Desk } from '@/lib/casework/tasks/queries'
import type { Day } from '@/lib/platform/day'
import { DeskSentence } from './desk-sentence'
import { DoneBanner } from './done-banner'
import { TaskItem } from './task-item'

const SHOWN = 5

/** The next five, and how many there are: the same rows as the list. */
export function TasksCard({ desk, today, me, mayRecord }: { desk: Desk; today: Day; /** Who reads. */ me: string; mayRecord: boolean }) {
  const t = useTranslations('casework.task')
  const place = { back: 'home' as const, href: '/', today, closing: desk.closing, me, mayRecord, changed: null }
  return (
    <Card title={t('card.title')} actions={<a href="/tasks">{t('card.all', { count: desk.mine.length })}</a>}>
      {desk.done && <DoneBanner done={desk.done} next={desk.mine.find((one) => one.source === 'repeat' && one.sourceId === desk.done?.id)} back="home" />}
      {desk.mine.length === 0 ? <EmptyState title={t('desk.none.mine')} good>{t('desk.noneLead.mine')}</EmptyState> : <p><DeskSentence tasks={desk.mine} today={today} /></p>}
      <ul>{desk.mine.slice(0, SHOWN).map((task) => <TaskItem key={task.id} task={task} place={place} />)}</ul>
      {desk.outOfReach.length > 0 && <p className="mt-2"><a href="/tasks">{t('gone.title', { count: desk.outOfReach.length })}</a></p>}
      {desk.queue.length > 0 && <p className="mt-2"><a href="/tasks?view=queue">{t('card.queue', { count: desk.queue.length })}</a></p>}
    </Card>
  )
}
