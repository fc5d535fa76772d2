import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { buttonStyle } from '@/components/ui/button-style'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { QueueNav, type QueueGroup } from '@/components/ui/queue-nav'
import { SideLayout } from '@/components/ui/side-panel'
import { QUEUE_GROUPS, URGENT } from '@/lib/outreach/due/list/queues'
import type { DueList } from '@/lib/outreach/due/list/queries'
import { defaultSort, listHref, type ListState, PAGE_SIZE } from '@/lib/outreach/due/list/schema'
import type { PersonPanelData } from '@/lib/outreach/due/panel/queries'
import type { Day } from '@/lib/platform/day'
import { PersonPanel } from '../panel/person-panel'
import { DueFilters } from './due-filters'
import { DueTable } from './due-table'
import { UndoBanner } from './undo-banner'

type Props = { list: DueList; state: ListState; today: Day; last: string | null; undo: string | null; panel: PersonPanelData | null }

/** Queues on the left, the chosen one as a table, and beside it the person one works on. */
export async function DuePage({ list, state, today, last, undo, panel }: Props) {
  const t = await getTranslations('outreach')
  const groups: QueueGroup[] = QUEUE_GROUPS.map((group) => ({
    label: t(`groups.${group.key}`),
    queues: group.queues.map((queue) => ({
      href: listHref(state, { queue, sort: defaultSort(queue), direction: 'asc' }), label: t(`queue.${queue}`), count: list.counts[queue], current: queue === state.queue,
      tone: URGENT.includes(queue) ? ('warning' as const) : undefined,
    })),
  }))
  const back = listHref(state, { page: state.page })
  const filtered = list.total !== list.counts[state.queue]
  return (
    <>
      <PageHeading title={t('due.title')} lead={t('due.lead')} actions={<>{/* No download attribute: the answer may be the page that asks who it is. */}
        <a href={back.replace('/outreach?', '/outreach/export?')} className={buttonStyle('secondary', 'small')}>{t('due.csv')}</a><LinkButton href="/outreach/runs" size="small">{t('due.toRuns')}</LinkButton></>} />
      {undo && <UndoBanner attemptId={undo} back={back} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <details className="explain lg:hidden">
          <summary>{t('due.chooseQueue')}</summary>
          <QueueNav label={t('due.queues')} groups={groups} />
        </details>
        <div className="hidden lg:block"><QueueNav label={t('due.queues')} groups={groups} /></div>
        <SideLayout panel={panel && <PersonPanel data={panel} back={back} today={today} />}>
          <h2>{t(`queue.${state.queue}`)}</h2>
          <p className="mb-3 max-w-text text-sm text-muted">{t(`how.${state.queue}`)}</p>
          <DueFilters state={state} list={list} />
          <p className="my-2 font-semibold" role="status">{filtered ? t('due.filtered', { count: list.total, total: list.counts[state.queue] }) : t('due.count', { count: list.total })}</p>
          <DueTable rows={list.rows} state={state} today={today} current={panel?.row.personId ?? last} back={back}
            empty={<EmptyState title={t('due.emptyTitle', { queue: t(`queue.${state.queue}`) })} good={!filtered}>{filtered ? t('due.emptyFiltered') : t('due.emptyGood')}</EmptyState>} />
          <Pagination page={state.page} pageSize={PAGE_SIZE} total={list.total} href={(page) => listHref(state, { page })} />
        </SideLayout>
      </div>
    </>
  )
}
