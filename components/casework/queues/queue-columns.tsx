import type { ReactNode } from 'react'
import type { QueueRow } from '@/lib/casework/queues/queries'
import { dueOn } from '@/lib/casework/queues/rules'
import { columnsOf, type QueueColumn, type QueueState } from '@/lib/casework/queues/schema'
import { formatDay } from '@/lib/platform/dates'
import { caseText, contactText, dueText, nextText, noteText, ownText, stepText, weightText, type Words } from './queue-cells'

export type ShownColumn = { key: QueueColumn; header: string; cell: (row: QueueRow) => ReactNode }

/** The columns beside the name, as the list shows them and the spreadsheet holds them. */
export function shownColumns(state: QueueState, words: Words): ShownColumn[] {
  const both = columnsOf(state).includes('next')
  const cell: Record<QueueColumn, (row: QueueRow) => ReactNode> = {
    own: (row) => ownText(state.queue, row, words), case: (row) => caseText(row, words), step: (row) => stepText(row, words), contact: (row) => contactText(row, words), next: (row) => nextText(row, words),
    due: (row) => (both && row.nextOn !== null && dueOn(row, words.today) === row.nextOn ? <span className="cell-wide">{dueText(row, words)}</span> : dueText(row, words)),
    tasks: ({ id, tasks }) => tasks > 0 && <a href={`/people/${id}/tasks`}>{tasks}</a>, weight: (row) => weightText(row, words), note: noteText, tried: ({ tried }) => tried, since: ({ since }) => since && formatDay(since, words.locale, 'short'),
  }
  return columnsOf(state).map((key) => ({ key, header: key === 'own' ? words.t(`ownColumn.${state.queue}`) : words.t(`column.${key}`), cell: cell[key] }))
}
