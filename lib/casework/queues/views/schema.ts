import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'
import { queueSearch, queueState } from '../schema'

/** Longest name of a view, in characters: it stands in the rail beside the queues. */
export const VIEW_NAME_MOST = 60
/** So many views of one's own: more are no longer found. */
export const MOST_VIEWS = 30

const name = z.string().trim().min(1, 'casework.queues.error.viewName').max(VIEW_NAME_MOST, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')

/** The address of a list read as a list and written anew: nothing else gets through, and no page. */
export function readSearch(text: string): string {
  const params = new URLSearchParams(text)
  return queueSearch(queueState({ ...Object.fromEntries(params), col: params.getAll('col') }), { page: 1 }).toString()
}

export const viewInput = z.object({ viewName: name, shared: z.literal('on').optional(), search: z.string().max(1000).transform(readSearch) })
export const renameInput = z.object({ viewId: z.uuid(), version: recordVersion, viewName: name, shared: z.literal('on').optional() })
export const viewRef = z.object({ viewId: z.uuid() })
