import 'server-only'
import { z } from 'zod'
import type { Permission } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { type ReadContext, readAs } from '@/lib/access/read'
import { type Timeline, timelineOf, timelineSql } from '../timeline/sql'
import { barSql, type PersonBar, readBar } from './bar'
import { factsSql, type PersonFacts } from './facts'

/** What else a page reads in the same transaction: the page composes it, because this context knows no other. */
export type Also<N> = (context: ReadContext, bar: PersonBar) => Promise<N>
export type OpenPerson<T, N> = { bar: PersonBar; content: { more: T; also: N } | null }
type Look<T> = (context: ReadContext) => Promise<{ bar: PersonBar; more: (bar: PersonBar) => T | Promise<T> } | null>

/**
 * One opened page of a person: the bar, what the page needs besides, and one row in the audit trail that says which page. Null when the
 * person does not exist for this reader. A record that was merged away has no content: the page leads on to the kept one.
 */
async function open<T, N>(actor: Actor, personId: string, page: string, look: Look<T>, also: Also<N>, permission: Permission = 'person.read'): Promise<OpenPerson<T, N> | null> {
  if (!z.uuid().safeParse(personId).success) return null
  return readAs(actor, permission, async (context) => {
    const found = await look(context)
    if (!found || found.bar.mergedIntoId) return found && { bar: found.bar, content: null }
    const content = { more: await found.more(found.bar), also: await also(context, found.bar) }
    context.shown({ kind: 'VIEW', action: 'person.viewed', personId, details: { page } })
    return { bar: found.bar, content }
  })
}

/** A page that reads what it needs in statements of its own. */
export async function openPerson<T, N>(actor: Actor, personId: string, page: string, read: Also<T>, also: Also<N>, permission: Permission = 'person.read'): Promise<OpenPerson<T, N> | null> {
  const look: Look<T> = async (context) => {
    const bar = await readBar(context.tx, personId)
    return bar && { bar, more: () => read(context, bar) }
  }
  return open(actor, personId, page, look, also, permission)
}

/** Everything the cards of the data page and the forms show. */
export async function personData<N>(actor: Actor, personId: string, page: string, also: Also<N>): Promise<OpenPerson<PersonFacts, N> | null> {
  const look: Look<PersonFacts> = async ({ tx }) => {
    const [row] = await tx.$queryRaw<{ bar: PersonBar | null; facts: PersonFacts }[]>`/* keep:person-data */ SELECT (${barSql(personId)}) AS bar, (${factsSql(personId)}) AS facts`
    return row?.bar ? { bar: row.bar, more: () => row.facts } : null
  }
  return open(actor, personId, page, look, also)
}

const LATEST = { limit: 8, offset: 0 }

/** The first page: the same cards in short, and what happened last. In one statement, because this is the page that is opened all day. */
export async function personOverview<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<{ facts: PersonFacts; timeline: Timeline }, N> | null> {
  const look: Look<{ facts: PersonFacts; timeline: Timeline }> = async ({ tx }) => {
    const [row] = await tx.$queryRaw<{ bar: PersonBar | null; facts: PersonFacts; timeline: unknown }[]>`/* keep:person-overview */
      SELECT (${barSql(personId)}) AS bar, (${factsSql(personId)}) AS facts, (${timelineSql(personId, LATEST)}) AS timeline`
    return row?.bar ? { bar: row.bar, more: () => ({ facts: row.facts, timeline: timelineOf(row.timeline) }) } : null
  }
  return open(actor, personId, 'overview', look, also)
}
