import { useLocale, useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import { Card } from '@/components/ui/card'
import { CountBadge } from '@/components/ui/count-badge'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { QueueList, QueueRow } from '@/lib/casework/queues/queries'
import { queueGroups, urgent } from '@/lib/casework/queues/rules'
import { queueHref, queueState } from '@/lib/casework/queues/schema'
import type { Caseload } from '@/lib/casework/weights/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { NoShow } from '../no-show'
import { LoadLine } from '../weights/load-warning'
import { contactText, dueAndAgreed, nameText, type Words } from './queue-cells'

const plain = queueState({})

/** On the first page: how many stand in each queue, and whom something is due for today, the longest passed first. */
export function QueuesCard({ list, load, today }: { list: QueueList; /** How many cases the reader has. */ load: Caseload | null; today: Day }) {
  const words: Words = { t: useTranslations('casework.queues'), kinds: useTranslations('casework.cases.kind'), steps: useTranslations('casework.methods'), weights: useTranslations('casework.weights'), locale: useLocale(), today, days: list.silentDays }
  const { t } = words
  const name = (queue: (typeof urgent)[number]) => t(`queue.${queue}`, { days: list.silentDays, scope: plain.scope })
  const columns = [
    { key: 'name', header: t('column.name'), rowHeader: true, cell: (row: QueueRow) => nameText(row, words) },
    { key: 'due', header: t('column.due'), cell: (row: QueueRow) => <span>{dueAndAgreed(row, words)}{row.nextOn && row.nextOn <= today && <> <NoShow personId={row.id} /></>}</span> },
    { key: 'contact', header: t('column.contact'), cell: (row: QueueRow) => contactText(row, words) },
  ]
  return (
    <Card title={t('home.title')} actions={<a href={queueHref(plain)} className={buttonStyle('secondary', 'small')}>{t('home.all')}</a>}>
      <LoadLine load={load} />
      <ul className="mb-4 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {queueGroups.flatMap(({ queues }) => queues).map((queue) => (
          <li key={queue} className="flex items-baseline justify-between gap-2 border-b border-line py-1"><span><a href={queueHref(plain, { queue })}>{name(queue)}</a>{queue === 'agreements' && list.oldestAgreement && <span className="block text-sm text-muted">{t('home.oldest', { day: formatDay(list.oldestAgreement, words.locale, 'short') })}</span>}</span><CountBadge count={list.counts[queue]} tone={list.counts[queue] > 0 && urgent.includes(queue) ? 'warning' : 'neutral'} /></li>
        ))}
      </ul>
      {list.counts.mine > 0 && <DataTable caption={t('home.due')} showCaption rows={list.rows} rowKey={({ id }) => id} rowHref={({ id }) => `/people/${id}/contacts`} columns={columns} compact empty={<EmptyState title={t('home.clear')} good>{t('home.clearLead')}</EmptyState>} />}
      {list.total > list.rows.length && <p className="mt-2"><a href={queueHref(plain, { queue: 'passed' })}>{t('home.more', { count: list.counts.passed })}</a></p>}
      {list.recent.length > 0 && <nav aria-label={t('home.recent')} className="mt-3"><h3 className="text-base">{t('home.recent')}</h3><ul className="flex flex-wrap gap-x-4 gap-y-1">{list.recent.map(({ id, name: who }) => <li key={id}><a href={`/people/${id}`}>{who}</a></li>)}</ul></nav>}
    </Card>
  )
}
