import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { QueueRow } from '@/lib/casework/queues/queries'
import { type QueueColumn, queueHref, type QueueSort, type QueueState, sorts } from '@/lib/casework/queues/schema'
import type { Day } from '@/lib/platform/day'
import { nameText, type Words } from './queue-cells'
import { shownColumns } from './queue-columns'

type Props = { rows: QueueRow[]; /** Without a talk, as the queue says it. */ days: number; state: QueueState; today: Day; /** The row last opened, or open beside the list. */ current: string | null; empty: ReactNode }
const sortable: Partial<Record<QueueColumn, QueueSort>> = { own: 'queue', contact: 'contact', next: 'next', due: 'due', tasks: 'tasks' }

/** The people of a queue. No part of a row is a client component, and each cell is one node: the list is drawn many times a day. */
export function QueueTable({ rows, days, state, today, current, empty }: Props) {
  const words: Words = { t: useTranslations('casework.queues'), kinds: useTranslations('casework.cases.kind'), steps: useTranslations('casework.methods'), weights: useTranslations('casework.weights'), locale: useLocale(), today, days }
  const columns: Column<QueueRow>[] = [
    { key: 'name', header: words.t('column.name'), sortKey: 'name', rowHeader: true, cell: (row) => nameText(row, words) },
    ...shownColumns(state, words).map(({ key, header, cell }) => ({ key, header, sortKey: key === 'due' && state.queue === 'mine' ? ('queue' as const) : sortable[key], cell, ...(['tasks', 'tried'].includes(key) && { align: 'end' as const }) })),
    { key: 'peek', header: words.t('column.peek'), hideHeader: true, align: 'end', cell: ({ id, name }) => <a href={`${queueHref(state, { page: state.page })}&open=${id}`} className="peek-link no-print" aria-label={words.t('peek', { name })}>{words.t('peekShort')}</a> },
  ]
  return (
    <DataTable caption={words.t(`queue.${state.queue}`, { days, scope: state.scope })} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/people/${id}/contacts`} currentKey={current ?? undefined} compact empty={empty}
      sort={{ key: state.sort, direction: state.direction, href: (key, direction) => queueHref(state, { sort: sorts.find((sort) => sort === key) ?? 'queue', direction }) }} />
  )
}
