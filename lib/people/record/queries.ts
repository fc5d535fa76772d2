import 'server-only'
import { z } from 'zod'
import type { Permission } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { type ReadContext, readAs } from '@/lib/access/read'
import { type PersonBar, readBar } from './bar'
import { readFacts, type PersonFacts } from './facts'

export type OpenPerson<T> = { bar: PersonBar; more: T }

/**
 * One opened page of a person: the bar, what the page needs besides, and one row in the audit trail that says which page. Null when the
 * person does not exist for this reader. A record that was merged away answers with its bar alone: the page leads on to the kept one.
 */
export async function openPerson<T>(actor: Actor, personId: string, page: string, read: (context: ReadContext, bar: PersonBar) => Promise<T>, permission: Permission = 'person.read'): Promise<OpenPerson<T | null> | null> {
  if (!z.uuid().safeParse(personId).success) return null
  return readAs(actor, permission, async (context) => {
    const bar = await readBar(context.tx, personId)
    if (!bar) return null
    if (bar.mergedIntoId) return { bar, more: null }
    const more = await read(context, bar)
    context.shown({ kind: 'VIEW', action: 'person.viewed', personId, details: { page } })
    return { bar, more }
  })
}

/** Everything the cards of the data page show. */
export async function personData(actor: Actor, personId: string): Promise<OpenPerson<PersonFacts | null> | null> {
  return openPerson(actor, personId, 'data', ({ tx }, bar) => readFacts(tx, bar.id))
}
