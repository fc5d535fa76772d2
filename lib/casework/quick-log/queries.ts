import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { Draft, Kind, Topic } from '../contacts/queries'
import type { NextStep } from '../contacts/rules'
import { kindsSql, type NamedCase, openCasesSql, topicsSql } from '../contacts/sql'
import { ownPeopleSql } from '../queues/sql'
import { type StandardText, standardTextsSql } from '../standard-texts/sql'

export type Chosen = { id: string; name: string; birthDate: Day | null }
/** One of the reader's own people, to choose. */
export type OwnPerson = { id: string; name: string; next: NextStep | null }
export type QuickLog = { /** Those of the wanted people the reader may see, in the order they were chosen. */ people: Chosen[]; kinds: Kind[]; topics: Topic[]; texts: StandardText[]; cases: NamedCase[]; /** None where somebody is chosen already. */ own: OwnPerson[]; /** One’s own, of whomever: what was begun and never saved. */ drafts: (Draft & { person: Chosen })[] }

type RawOwn = { id: string; name: string; on: string | null; step: string | null }

const who = { id: true, firstName: true, lastName: true, birthDate: true } as const
const chosen = ({ id, firstName, lastName, birthDate }: { id: string; firstName: string; lastName: string; birthDate: Date | null }): Chosen => ({ id, name: `${firstName} ${lastName}`, birthDate: birthDate && dayFromDb(birthDate) })

/** What the quick log shows: a name and a day of birth to be sure of the person, and nothing that was written about them. `own`: the day, where one's own people stand there to choose from. Three statements. */
export function quickLog(actor: Actor, ids: readonly string[], own: Day | null = null): Promise<QuickLog> {
  return readAs(actor, 'contact.record', async ({ tx, shown }) => {
    const known = await tx.person.findMany({ where: { id: { in: [...ids] }, mergedIntoId: null }, select: who })
    const people = ids.flatMap((id) => known.filter((one) => one.id === id).map(chosen))
    const kept = await tx.contactDraft.findMany({ where: { userId: actor.userId }, select: { id: true, savedAt: true, fields: true, person: { select: who } }, orderBy: { savedAt: 'desc' }, take: 20 })
    const drafts = kept.map(({ person, ...draft }) => ({ ...(draft as Draft), person: chosen(person) }))
    const [found] = await tx.$queryRaw<(Pick<QuickLog, 'kinds' | 'topics' | 'texts' | 'cases'> & { own: RawOwn[] })[]>`SELECT ${kindsSql} AS kinds, ${topicsSql} AS topics, ${standardTextsSql} AS texts, ${openCasesSql(people.map(({ id }) => id))} AS cases, ${own ? ownPeopleSql(actor, own) : Prisma.sql`'[]'::jsonb`} AS own`
    if (!found) throw new Error('The quick log gave no row')
    shown({ action: 'contact.quick', people: [...new Set([...people.map(({ id }) => id), ...drafts.map(({ person }) => person.id)])] })
    if (own) shown({ action: 'person.assigned-listed', people: found.own.map(({ id }) => id) })
    return { people, kinds: found.kinds, topics: found.topics, texts: found.texts, cases: found.cases, own: found.own.map(({ id, name, on, step }) => ({ id, name, next: on === null ? null : { on: toDay(on), text: step } })), drafts }
  })
}
