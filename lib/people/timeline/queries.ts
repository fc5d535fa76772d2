import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '../record/queries'
import { readTimeline, type Timeline } from './sql'
import type { TimelineKind } from './schema'

export const TIMELINE_PAGE = 50

export async function personTimeline<N>(actor: Actor, personId: string, view: { kind?: TimelineKind; page: number }, also: Also<N>): Promise<OpenPerson<Timeline, N> | null> {
  return openPerson(actor, personId, 'timeline', ({ tx }, bar) => readTimeline(tx, bar.id, { kind: view.kind, limit: TIMELINE_PAGE, offset: (view.page - 1) * TIMELINE_PAGE, drafts: true }), also)
}
