import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { z } from 'zod'
import { Alert } from '@/components/ui/alert'
import { classNames } from '@/components/ui/class-names'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { ListKeys } from '@/components/ui/list-keys'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { SideLayout } from '@/components/ui/side-panel'
import { wordsIn } from '@/lib/casework/methods/parts'
import type { QueuePanel } from '@/lib/casework/queues/panel/queries'
import type { QueueList } from '@/lib/casework/queues/queries'
import { leadsTo } from '@/lib/casework/queues/rules'
import { exportHref, otherQueue, PAGE_SIZE, queueHref, type queueMarks, type QueueState } from '@/lib/casework/queues/schema'
import type { Day } from '@/lib/platform/day'
import { FreeCases } from './free-cases'
import { QueueFilters } from './queue-filters'
import { QueuePanelView } from './queue-panel'
import { QueueRail } from './queue-rail'
import { QueueTable } from './queue-table'
import { ViewForms, ViewNav, ViewUndo } from './view-forms'

type Props = { list: QueueList; state: QueueState; today: Day; marks: z.output<typeof queueMarks>; /** The one open beside the list. */ panel: QueuePanel | null; may: { /** Look at everybody of whom the unit has a case. */ unit: boolean; record: boolean; /** Take the list out as a file. */ export: boolean } }

/** Queues on the left, the chosen one as a table, and beside it the one that is looked at. */
export function QueuesPage({ list, state, today, marks, panel, may }: Props) {
  const [t, locale] = [useTranslations('casework.queues'), useLocale()]
  const said = { days: state.days ?? list.silentDays, scope: state.scope }
  const back = queueHref(state, { page: state.page })
  const view = list.views.find(({ id }) => id === marks.view) ?? null
  const filtered = list.total !== list.counts[state.queue]
  // No download attribute: the answer may be the page that asks who it is.
  const file = may.export && state.queue !== 'unclaimed' && list.total > 0 && <a href={exportHref(state)} className={buttonStyle('secondary')}>{t('csv.fetch')}</a>
  const empty = <NothingHere list={list} state={state} said={said} filtered={filtered} />
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} actions={<>{file}<PrintButton>{t('print')}</PrintButton></>} />
      <div className={classNames('grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4', !panel && 'lg:grid-cols-[16rem_minmax(0,1fr)]')}>
        <div><QueueRail state={state} days={said.days} counts={list.counts} folded={panel !== null} />{!panel && <ViewNav views={list.views} current={view} />}</div>
        <div className="min-w-0">
          {marks.undo && <ViewUndo viewId={marks.undo} />}
          <h2>{view ? view.name : t(`queue.${state.queue}`, said)}</h2>
          <p className="mb-3 max-w-text text-sm text-muted">{t(`how.${state.queue}`, { ...said, asked: String(state.days !== null) })}</p>
          {state.queue === 'mine' && list.over.map(({ method, open }) => <Alert key={method.methodId} tone="warning" compact>{t('overLimit', { open, limit: method.caseLimit ?? 0, name: wordsIn(method.name, locale) })}</Alert>)}
          {state.queue !== 'unclaimed' && <QueueFilters state={state} unitDays={list.silentDays} mayUnit={may.unit} />}
          {state.queue !== 'unclaimed' && <ViewForms state={state} view={view} />}
          <p className="my-2 font-semibold" role="status">{state.queue === 'unclaimed' ? t('countCases', { count: list.total }) : filtered ? t('filtered', { count: list.total, total: list.counts[state.queue] }) : t('count', { count: list.total })}</p>
          {state.queue === 'unclaimed' ? <FreeCases cases={list.free} load={list.load} empty={empty} /> : <ListKeys label={t(`queue.${state.queue}`, said)} href={back} open={panel?.id ?? null}><SideLayout panel={panel && <QueuePanelView panel={panel} closeHref={`${back}&last=${panel.id}`} today={today} mayRecord={may.record} />}><QueueTable rows={list.rows} days={said.days} state={state} today={today} current={panel?.id ?? marks.last} empty={empty} /></SideLayout></ListKeys>}
          <Pagination page={state.page} pageSize={PAGE_SIZE} total={list.total} href={(page) => queueHref(state, { page })} />
        </div>
      </div>
    </>
  )
}

/** Nothing to do here: said plainly, with the next queue that has something in it. */
function NothingHere({ list: { counts }, state, said, filtered }: { list: QueueList; state: QueueState; said: { days: number; scope: QueueState['scope'] }; filtered: boolean }) {
  const t = useTranslations('casework.queues')
  if (filtered) return <EmptyState title={t('emptyFiltered')} icon="inbox" />
  const next = leadsTo.find((queue) => queue !== state.queue && counts[queue] > 0)
  return (
    <EmptyState title={t(`empty.${state.queue}`, said)} good={state.queue !== 'mine'} icon={state.queue === 'mine' ? 'person' : undefined}>
      {next ? <Link href={otherQueue(state, next)} prefetch={false}>{t('nextQueue', { queue: t(`queue.${next}`, said), count: counts[next] })}</Link> : t(state.queue === 'mine' ? 'emptyLead' : 'allClear')}
    </EmptyState>
  )
}
