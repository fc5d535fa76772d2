import { z } from 'zod'
import { caseKinds, standings } from '../cases/rules'
import { type Queue, queues, silentDays } from './rules'

/** `queue`: the day the queue itself is about. */
export const sorts = ['queue', 'name', 'contact', 'next', 'due', 'tasks'] as const
export type QueueSort = (typeof sorts)[number]
/** Columns beside the name; the one that belongs to the queue comes by itself. */
export const columns = ['own', 'case', 'step', 'contact', 'next', 'due', 'tasks', 'weight', 'note', 'tried', 'since'] as const
export type QueueColumn = (typeof columns)[number]
export const phases = standings.filter((one) => one !== 'closed')

/** What a list shows; all of it stands in the address, and none of it names a person. */
export type QueueState = {
  queue: Queue
  /** Mine, or everybody of whom my unit has a case. */
  scope: 'mine' | 'unit'
  kind: (typeof caseKinds)[number] | null
  phase: (typeof phases)[number] | null
  /** Without a talk. Null: as the unit of the case or its method says. */
  days: (typeof silentDays)[number] | null
  sort: QueueSort
  direction: 'asc' | 'desc'
  /** Null: those the queue comes with. */
  columns: QueueColumn[] | null
  page: number
}
export const PAGE_SIZE = 50
const MOST_PAGES = 10_000

const ownColumns: Record<Queue, readonly QueueColumn[]> = {
  mine: ['case', 'contact', 'next', 'due', 'tasks'], unclaimed: [], today: ['own', 'case', 'contact', 'tasks'], passed: ['own', 'case', 'contact', 'tasks'], agreements: ['own', 'case', 'contact', 'next'], owed: ['own', 'case', 'contact', 'next', 'tasks'], silent: ['own', 'case', 'next', 'due', 'tasks'],
  waiting: ['own', 'case', 'contact', 'next', 'tasks'], aftercare: ['own', 'case', 'contact', 'tasks'], returned: ['own', 'case', 'contact', 'next'], drafts: ['own', 'contact', 'next', 'tasks'],
}
/** The columns of a queue when nobody has chosen others. */
export const columnsOf = ({ queue, columns: chosen }: Pick<QueueState, 'queue' | 'columns'>): readonly QueueColumn[] => chosen ?? ownColumns[queue]

type Params = Record<string, string | string[] | undefined>

/** Anything unknown in the address is left out rather than refused: an old bookmark still opens the list. */
export function queueState(params: Params): QueueState {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name] : undefined)
  const pick = <T extends string>(known: readonly T[], name: string): T | null => known.find((value) => value === one(name)) ?? null
  const asked = [params.col ?? []].flat()
  const queue = pick(queues, 'queue') ?? 'mine'
  const chosen = columns.filter((column) => asked.includes(column))
  const page = Number(one('page'))
  return {
    queue, scope: one('scope') === 'unit' ? 'unit' : 'mine', kind: pick(caseKinds, 'kind'), phase: pick(phases, 'phase'), days: silentDays.find((days) => String(days) === one('days')) ?? null,
    sort: pick(sorts, 'sort') ?? 'queue', direction: one('dir') === 'desc' ? 'desc' : 'asc', columns: chosen.length > 0 && String(chosen) !== String(columns.filter((column) => ownColumns[queue].includes(column))) ? chosen : null,
    page: Number.isInteger(page) && page > 0 && page <= MOST_PAGES ? page : 1,
  }
}

/** The state as it stands behind the question mark: what is as always is left out. */
export function queueSearch(state: QueueState, change: Partial<QueueState> = {}): URLSearchParams {
  const next = { ...state, page: 1, ...change }
  const params = new URLSearchParams({ queue: next.queue })
  if (next.scope !== 'mine') params.set('scope', next.scope)
  if (next.kind) params.set('kind', next.kind)
  if (next.phase) params.set('phase', next.phase)
  if (next.days) params.set('days', String(next.days))
  if (next.sort !== 'queue') params.set('sort', next.sort)
  if (next.direction !== 'asc') params.set('dir', next.direction)
  for (const column of next.columns ?? []) params.append('col', column)
  if (next.page > 1) params.set('page', String(next.page))
  return params
}

/** The address of the list with some of its state changed; every change but the page itself begins at page 1. */
export const queueHref = (state: QueueState, change: Partial<QueueState> = {}): string => `/caseload?${queueSearch(state, change).toString()}`
/** The same list as a file; without what only the screen has. */
export const exportHref = (state: QueueState): string => `/caseload/export?${queueSearch(state).toString()}`
/** What the address of the file asks for. Null for the queue that leaves no file. */
export function exportState(params: URLSearchParams): QueueState | null {
  const state = queueState({ ...Object.fromEntries(params), col: params.getAll('col') })
  return state.queue === 'unclaimed' ? null : { ...state, page: 1 }
}
/** Another queue with the same filters, in its own order and with its own columns. */
export const otherQueue = (state: QueueState, queue: Queue): string => queueHref(state, { queue, sort: 'queue', direction: 'asc', columns: null })

const id = z.uuid().nullable().catch(null).default(null)
/** Ids in the address: the person opened beside the list, the row last opened, the view this is, and the one that can be put back. */
export const queueMarks = z.object({ open: id, last: id, view: id, undo: id })

export const claimInput = z.object({ unclaimedId: z.uuid() })
