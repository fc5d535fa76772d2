import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { QueueRow } from '@/lib/casework/queues/queries'
import { columnsOf, type QueueColumn, queueHref, type QueueSort, type QueueState, sorts } from '@/lib/casework/queues/schema'
import { dueOn } from '@/lib/casework/queues/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { caseText, contactText, dueText, nameText, nextText, noteText, ownText, stepText, weightText, type Words } from './queue-cells'

type Props = { rows: QueueRow[]; /** Without a talk, as the queue says it. */ days: number; state: QueueState; today: Day; /** The row last opened, or open beside the list. */ current: string | null; empty: ReactNode }
const sortable: Partial<Record<QueueColumn, QueueSort>> = { own: 'queue', contact: 'contact', next: 'next', due: 'due', tasks: 'tasks' }

/** The people of a queue. No part of a row is a client component, and each cell is one node: the list is drawn many times a day. */
export function QueueTable({ rows, days, state, today, current, empty }: Props) {
  const words: Words = { t: useTranslations('casework.queues'), kinds: useTranslations('casework.cases.kind'), steps: useTranslations('casework.methods'), weights: useTranslations('casework.weights'), locale: useLocale(), today, days }
  const cell: Record<QueueColumn, (row: QueueRow) => ReactNode> = {
    own: (row) => ownText(state.queue, row, words), case: (row) => caseText(row, words), step: (row) => stepText(row, words), contact: (row) => contactText(row, words), next: (row) => nextText(row, words), due: (row) => (columnsOf(state).includes('next') && row.nextOn !== null && dueOn(row, today) === row.nextOn ? <span className="cell-wide">{dueText(row, words)}</span> : dueText(row, words)),
    tasks: ({ id, tasks }) => tasks > 0 && <a href={`/people/${id}/tasks`}>{tasks}</a>, weight: (row) => weightText(row, words), note: noteText, tried: ({ tried }) => tried, since: ({ since }) => since && formatDay(since, words.locale, 'short'),
  }
  const header = (column: QueueColumn) => (column === 'own' ? words.t(`ownColumn.${state.queue}`) : words.t(`column.${column}`))
  const columns: Column<QueueRow>[] = [
    { key: 'name', header: words.t('column.name'), sortKey: 'name', rowHeader: true, cell: (row) => nameText(row, words) },
    ...columnsOf(state).map((column) => ({ key: column, header: header(column), sortKey: column === 'due' && state.queue === 'mine' ? 'queue' : sortable[column], cell: cell[column], ...(['tasks', 'tried'].includes(column) && { align: 'end' as const }) })),
    { key: 'peek', header: words.t('column.peek'), hideHeader: true, align: 'end', cell: ({ id, name }) => <a href={`${queueHref(state, { page: state.page })}&open=${id}`} className="peek-link no-print" aria-label={words.t('peek', { name })}>{words.t('peekShort')}</a> },
  ]
  return (
    <DataTable caption={words.t(`queue.${state.queue}`, { days, scope: state.scope })} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/people/${id}/contacts`} currentKey={current ?? undefined} compact empty={empty}
      sort={{ key: state.sort, direction: state.direction, href: (key, direction) => queueHref(state, { sort: sorts.find((sort) => sort === key) ?? 'queue', direction }) }} />
  )
}
