import { isQueue, type ListQueue, OWN_DATE } from './queues'

/** `queue`: the day the queue itself is about. */
export const SORTS = ['queue', 'due', 'name', 'letter', 'contact', 'town'] as const
export type ListSort = (typeof SORTS)[number]
export const SERVICES = ['ARMY', 'NAVY', 'AIR_FORCE', 'POLICE', 'HEALTH', 'EMERGENCY', 'OTHER'] as const
export const CHANNELS = ['DIGITAL_POST', 'PAPER', 'BY_HAND'] as const

/** What the list shows; all of it stands in the address, none of it names a person. */
export type ListState = {
  queue: ListQueue
  /** Postcode, or the first digits of one. */
  area: string | null
  vulnerable: boolean
  service: (typeof SERVICES)[number] | null
  channel: (typeof CHANNELS)[number] | null
  /** A member of staff with an active assignment to the person. */
  responsible: string | null
  sort: ListSort
  direction: 'asc' | 'desc'
  page: number
}

export const PAGE_SIZE = 50
const MOST_PAGES = 10_000
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

type Params = Record<string, string | string[] | undefined>

/** Anything unknown in the address is left out rather than refused: an old bookmark still opens the list. */
export function listState(params: Params): ListState {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name] : undefined)
  const asked = one('queue')
  const queue = isQueue(asked) ? asked : 'OVERDUE'
  const area = one('area')
  const responsible = one('responsible')
  const page = Number(one('page'))
  return {
    queue,
    area: area && /^\d{1,4}$/.test(area) ? area : null,
    vulnerable: one('vulnerable') === '1',
    service: SERVICES.find((service) => service === one('service')) ?? null,
    channel: CHANNELS.find((channel) => channel === one('channel')) ?? null,
    responsible: responsible && UUID.test(responsible) ? responsible : null,
    sort: SORTS.find((sort) => sort === one('sort')) ?? defaultSort(queue),
    direction: one('dir') === 'desc' ? 'desc' : 'asc',
    page: Number.isInteger(page) && page > 0 && page <= MOST_PAGES ? page : 1,
  }
}

export function defaultSort(queue: ListQueue): ListSort {
  return OWN_DATE.includes(queue) ? 'queue' : 'due'
}

/** The address of the list with some of its state changed; every change but the page itself begins at page 1. */
export function listHref(state: ListState, change: Partial<ListState> = {}): string {
  const next = { ...state, page: 1, ...change }
  const params = new URLSearchParams({ queue: next.queue })
  if (next.area) params.set('area', next.area)
  if (next.vulnerable) params.set('vulnerable', '1')
  if (next.service) params.set('service', next.service)
  if (next.channel) params.set('channel', next.channel)
  if (next.responsible) params.set('responsible', next.responsible)
  if (next.sort !== defaultSort(next.queue)) params.set('sort', next.sort)
  if (next.direction !== 'asc') params.set('dir', next.direction)
  if (next.page > 1) params.set('page', String(next.page))
  return `/outreach?${params.toString()}`
}

/** An id in the address: the person opened beside the list, the row last opened, the attempt that can be taken back. */
export function personIn(params: Params, name: 'open' | 'last' | 'undo'): string | null {
  const value = params[name]
  return typeof value === 'string' && UUID.test(value) ? value : null
}
