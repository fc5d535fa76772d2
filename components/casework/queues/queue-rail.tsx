import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { QueueNav } from '@/components/ui/queue-nav'
import { Select } from '@/components/ui/select'
import type { QueueCounts } from '@/lib/casework/queues/queries'
import { queueGroups, urgent } from '@/lib/casework/queues/rules'
import { otherQueue, queueSearch, type QueueState } from '@/lib/casework/queues/schema'

/** The queues with how many stand in each: a rail where there is room, one choice on a phone. Works without scripts. */
export function QueueRail({ state, days, counts, folded }: { state: QueueState; /** Without a talk, as the queue says it. */ days: number; counts: QueueCounts; /** One choice at every width: the room goes to what is beside the list. */ folded: boolean }) {
  const t = useTranslations('casework.queues')
  const name = (queue: QueueState['queue']) => t(`queue.${queue}`, { days, scope: state.scope })
  const groups = queueGroups.map(({ key, queues }) => ({
    label: t(`group.${key}`),
    queues: queues.map((queue) => ({ href: otherQueue(state, queue), label: name(queue), count: counts[queue], current: queue === state.queue, tone: urgent.includes(queue) ? ('warning' as const) : undefined })),
  }))
  const kept = [...queueSearch(state, { sort: 'queue', direction: 'asc', columns: null })].filter(([key]) => key !== 'queue')
  return (
    <>
      <form action="/caseload" className={classNames('no-print flex items-end gap-2', folded ? 'max-w-md' : 'lg:hidden')}>
        {kept.map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)}
        <div className="min-w-0 flex-1"><Select name="queue" scope="rail" label={t('choose')} defaultValue={state.queue} options={queueGroups.map(({ key, queues }) => ({ label: t(`group.${key}`), options: queues.map((queue) => ({ value: queue, label: `${name(queue)} (${counts[queue]})` })) }))} /></div>
        <Button type="submit">{t('show')}</Button>
      </form>
      {!folded && <div className="hidden lg:block"><QueueNav label={t('queues')} groups={groups} /></div>}
    </>
  )
}
