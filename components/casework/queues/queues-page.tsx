import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { wordsIn } from '@/lib/casework/methods/parts'
import type { QueueList } from '@/lib/casework/queues/queries'
import { leadsTo } from '@/lib/casework/queues/rules'
import { otherQueue, PAGE_SIZE, queueHref, type QueueState } from '@/lib/casework/queues/schema'
import type { Day } from '@/lib/platform/day'
import { FreeCases } from './free-cases'
import { QueueFilters } from './queue-filters'
import { QueueRail } from './queue-rail'
import { QueueTable } from './queue-table'

type Props = { list: QueueList; state: QueueState; today: Day; last: string | null; /** May look at everybody of whom the unit has a case. */ mayUnit: boolean }

/** Queues on the left, and the chosen one as a table. */
export function QueuesPage({ list, state, today, last, mayUnit }: Props) {
  const [t, caseload, locale] = [useTranslations('casework.queues'), useTranslations('casework.caseload'), useLocale()]
  const filtered = list.total !== list.counts[state.queue]
  const empty = <NothingHere list={list} state={state} filtered={filtered} />
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} actions={<PrintButton>{t('print')}</PrintButton>} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <QueueRail state={state} counts={list.counts} />
        <div className="min-w-0">
          <h2>{t(`queue.${state.queue}`, { days: state.days, scope: state.scope })}</h2>
          <p className="mb-3 max-w-text text-sm text-muted">{t(`how.${state.queue}`, { days: state.days, scope: state.scope })}</p>
          {state.queue === 'mine' && list.over.map(({ method, open }) => <Alert key={method.methodId} tone="warning" compact>{caseload('overLimit', { open, limit: method.caseLimit ?? 0, name: wordsIn(method.name, locale) })}</Alert>)}
          {state.queue !== 'unclaimed' && <QueueFilters state={state} mayUnit={mayUnit} />}
          <p className="my-2 font-semibold" role="status">{state.queue === 'unclaimed' ? t('countCases', { count: list.total }) : filtered ? t('filtered', { count: list.total, total: list.counts[state.queue] }) : t('count', { count: list.total })}</p>
          {state.queue === 'unclaimed' ? <FreeCases cases={list.free} empty={empty} /> : <QueueTable rows={list.rows} state={state} today={today} current={last} empty={empty} />}
          <Pagination page={state.page} pageSize={PAGE_SIZE} total={list.total} href={(page) => queueHref(state, { page })} />
        </div>
      </div>
    </>
  )
}

/** Nothing to do here: said plainly, with the next queue that has something in it. */
function NothingHere({ list: { counts }, state, filtered }: { list: QueueList; state: QueueState; filtered: boolean }) {
  const t = useTranslations('casework.queues')
  if (filtered) return <EmptyState title={t('emptyFiltered')} icon="inbox" />
  const next = leadsTo.find((queue) => queue !== state.queue && counts[queue] > 0)
  return (
    <EmptyState title={t(`empty.${state.queue}`, { days: state.days, scope: state.scope })} good={state.queue !== 'mine'} icon={state.queue === 'mine' ? 'person' : undefined}>
      {next ? <Link href={otherQueue(state, next)} prefetch={false}>{t('nextQueue', { queue: t(`queue.${next}`, { days: state.days, scope: state.scope }), count: counts[next] })}</Link> : t(state.queue === 'mine' ? 'emptyLead' : 'allClear')}
    </EmptyState>
  )
}
