import { getTranslations } from 'next-intl/server'
import { QueueNav } from '@/components/ui/queue-nav'
import { type ListQueue, QUEUE_GROUPS, URGENT } from '@/lib/outreach/due/list/queues'
import { listHref, listState } from '@/lib/outreach/due/list/schema'

/** The queues that hold somebody today; the empty ones stand on the list's own page. */
export async function HomeLists({ counts, protections, unassigned }: { counts: Record<ListQueue, number>; protections: number; unassigned: number }) {
  const t = await getTranslations('outreach')
  const groups = QUEUE_GROUPS.filter((group) => group.key !== 'coverage').map((group) => ({
    label: t(`groups.${group.key}`),
    queues: group.queues.filter((queue) => counts[queue] > 0).map((queue) => ({
      href: listHref(listState({ queue })), label: t(`queue.${queue}`), count: counts[queue], current: false, tone: URGENT.includes(queue) ? ('warning' as const) : undefined,
    })),
  })).filter((group) => group.queues.length > 0)
  const people = [{ href: '/people/unassigned', label: t('home.unassigned'), count: unassigned, current: false, tone: 'warning' as const }, { href: '/people/protections', label: t('home.protections'), count: protections, current: false, tone: 'warning' as const }].filter((queue) => queue.count > 0)
  if (people.length > 0) groups.push({ label: t('home.people'), queues: people })
  if (groups.length === 0) return null
  return (
    <section className="card">
      <div className="card-head"><h2>{t('home.lists')}</h2></div>
      <div className="card-body"><QueueNav label={t('home.lists')} groups={groups} /></div>
    </section>
  )
}
