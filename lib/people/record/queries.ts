import 'server-only'
import { z } from 'zod'
import type { Permission } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { type ReadContext, readAs } from '@/lib/access/read'
import { readTimeline, type Timeline } from '../timeline/sql'
import { type PersonBar, readBar } from './bar'
import { type PersonFacts, readFacts } from './facts'

/** What else a page reads in the same transaction: the page composes it, because this context knows no other. */
export type Also<N> = (context: ReadContext, bar: PersonBar) => Promise<N>
export type OpenPerson<T, N> = { bar: PersonBar; content: { more: T; also: N } | null }

/**
 * One opened page of a person: the bar, what the page needs besides, and one row in the audit trail that says which page. Null when the
 * person does not exist for this reader. A record that was merged away has no content: the page leads on to the kept one.
 */
export async function openPerson<T, N>(actor: Actor, personId: string, page: string, read: Also<T>, also: Also<N>, permission: Permission = 'person.read'): Promise<OpenPerson<T, N> | null> {
  if (!z.uuid().safeParse(personId).success) return null
  return readAs(actor, permission, async (context) => {
    const bar = await readBar(context.tx, personId)
    if (!bar || bar.mergedIntoId) return bar && { bar, content: null }
    const content = { more: await read(context, bar), also: await also(context, bar) }
    context.shown({ kind: 'VIEW', action: 'person.viewed', personId, details: { page } })
    return { bar, content }
  })
}

/** Everything the cards of the data page and the forms show. */
export async function personData<N>(actor: Actor, personId: string, page: string, also: Also<N>): Promise<OpenPerson<PersonFacts, N> | null> {
  return openPerson(actor, personId, page, ({ tx }, bar) => readFacts(tx, bar.id), also)
}

/** The first page: the same cards in short, and what happened last. */
export async function personOverview<N>(actor: Actor, personId: string, also: Also<N>) {
  const read: Also<{ facts: PersonFacts; timeline: Timeline }> = async ({ tx }, bar) => ({ facts: await readFacts(tx, bar.id), timeline: await readTimeline(tx, bar.id, { limit: 8, offset: 0 }) })
  return openPerson(actor, personId, 'overview', read, also)
}
