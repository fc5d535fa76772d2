import 'server-only'
import { z } from 'zod'
import type { Permission } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { type ReadContext, readAs } from '@/lib/access/read'
import type { Prisma } from '@/lib/platform/db'
import { type Timeline, timelineOf, timelineSql } from '../timeline/sql'
import { barSql, type PersonBar, readBar } from './bar/sql'
import { factsSql, type PersonFacts } from './facts/sql'

/** What else a page reads in the same transaction: the page composes it, because this context knows no other. */
export type Also<N> = (context: ReadContext, bar: PersonBar) => Promise<N>
/** The same as a value of jsonb in the page's own statement. */
export type AlsoPart<N> = (context: ReadContext, personId: string) => Promise<{ sql: Prisma.Sql; of: (value: unknown) => N }>
export type OpenPerson<T, N> = { bar: PersonBar; content: { more: T; also: N } | null }
type Look<T, N> = (context: ReadContext) => Promise<{ bar: PersonBar; content: () => Promise<{ more: T; also: N }> } | null>

/**
 * One opened page of a person: the bar, what the page needs besides, and one row in the audit trail that says which page. Null when the
 * person does not exist for this reader. A record that was merged away has no content: the page leads on to the kept one. `others`: who else
 * is named on the page.
 */
async function open<T, N>(actor: Actor, personId: string, page: string, look: Look<T, N>, permission: Permission = 'person.read', others: (more: T) => string[] = () => []): Promise<OpenPerson<T, N> | null> {
  if (!z.uuid().safeParse(personId).success) return null
  return readAs(actor, permission, async (context) => {
    const found = await look(context)
    if (!found || found.bar.mergedIntoId) return found && { bar: found.bar, content: null }
    const content = await found.content()
    context.shown({ kind: 'VIEW', action: 'person.viewed', personId, people: others(content.more), details: { page } })
    return { bar: found.bar, content }
  })
}

/** Those whose names stand on the cards: relatives, and whose protection this one shares. */
const relatives = (facts: PersonFacts): string[] => [
  ...facts.relations.flatMap((relation) => (relation.name === null ? [] : [relation.otherId])), ...facts.protections.flatMap((ground) => (ground.viaName && ground.viaId ? [ground.viaId] : [])),
]

/** A page that reads what it needs in statements of its own. */
export async function openPerson<T, N>(actor: Actor, personId: string, page: string, read: Also<T>, also: Also<N>, permission: Permission = 'person.read'): Promise<OpenPerson<T, N> | null> {
  const look: Look<T, N> = async (context) => {
    const bar = await readBar(context.tx, personId)
    return bar && { bar, content: async () => ({ more: await read(context, bar), also: await also(context, bar) }) }
  }
  return open(actor, personId, page, look, permission)
}

/** A page whose own part is one value of jsonb: the bar, the part and what it reads besides in one statement, which the part names. */
export async function personWith<T, N>(actor: Actor, personId: string, page: string, part: { keep: Prisma.Sql; sql: Prisma.Sql; of: (value: unknown) => T }, also: AlsoPart<N>, permission: Permission): Promise<OpenPerson<T, N> | null> {
  const look: Look<T, N> = async (context) => {
    const { sql, of } = await also(context, personId)
    const [row] = await context.tx.$queryRaw<{ bar: PersonBar | null; more: unknown; also: unknown }[]>`${part.keep} SELECT (${barSql(personId)}) AS bar, (${part.sql}) AS more, (${sql}) AS also`
    if (!row?.bar) return null
    return { bar: row.bar, content: async () => ({ more: part.of(row.more), also: of(row.also) }) }
  }
  return open(actor, personId, page, look, permission)
}

/** Everything the cards of the data page and the forms show. */
export async function personData<N>(actor: Actor, personId: string, page: string, also: Also<N>): Promise<OpenPerson<PersonFacts, N> | null> {
  const look: Look<PersonFacts, N> = async (context) => {
    const [row] = await context.tx.$queryRaw<{ bar: PersonBar | null; facts: PersonFacts }[]>`/* keep:person-data */ SELECT (${barSql(personId)}) AS bar, (${factsSql(personId)}) AS facts`
    if (!row?.bar) return null
    const { bar, facts } = row
    return { bar, content: async () => ({ more: facts, also: await also(context, bar) }) }
  }
  return open(actor, personId, page, look, 'person.read', page === 'data' ? relatives : undefined)
}

type Overview = { facts: PersonFacts; timeline: Timeline }
const LATEST = { limit: 8, offset: 0 }

/** The first page: the same cards in short, and what happened last. In one statement, because this is the page that is opened all day. */
export async function personOverview<N>(actor: Actor, personId: string, also: AlsoPart<N>): Promise<OpenPerson<Overview, N> | null> {
  const look: Look<Overview, N> = async (context) => {
    const { sql, of } = await also(context, personId)
    const [row] = await context.tx.$queryRaw<{ bar: PersonBar | null; facts: PersonFacts; timeline: unknown; also: unknown }[]>`/* keep:person-overview */
      SELECT (${barSql(personId)}) AS bar, (${factsSql(personId)}) AS facts, (${timelineSql(personId, LATEST)}) AS timeline, (${sql}) AS also`
    if (!row?.bar) return null
    return { bar: row.bar, content: async () => ({ more: { facts: row.facts, timeline: timelineOf(row.timeline) }, also: of(row.also) }) }
  }
  return open(actor, personId, 'overview', look, 'person.read', ({ facts }) => relatives(facts))
}
