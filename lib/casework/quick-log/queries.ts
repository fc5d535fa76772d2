import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Draft, Topic } from '../contacts/queries'
import { type NamedCase, openCasesSql, topicsSql } from '../contacts/sql'
import { type StandardText, standardTextsSql } from '../standard-texts/sql'

export type Chosen = { id: string; name: string; birthDate: Day | null }
export type QuickLog = { /** Those of the wanted people the reader may see, in the order they were chosen. */ people: Chosen[]; topics: Topic[]; texts: StandardText[]; cases: NamedCase[]; /** One’s own, of whomever: what was begun and never saved. */ drafts: (Draft & { person: Chosen })[] }

const who = { id: true, firstName: true, lastName: true, birthDate: true } as const
const chosen = ({ id, firstName, lastName, birthDate }: { id: string; firstName: string; lastName: string; birthDate: Date | null }): Chosen => ({ id, name: `${firstName} ${lastName}`, birthDate: birthDate && dayFromDb(birthDate) })

/** What the quick log shows: a name and a day of birth to be sure of the person, and nothing that was written about them. Three statements. */
export function quickLog(actor: Actor, ids: readonly string[]): Promise<QuickLog> {
  return readAs(actor, 'contact.record', async ({ tx, shown }) => {
    const found = await tx.person.findMany({ where: { id: { in: [...ids] }, mergedIntoId: null }, select: who })
    const people = ids.flatMap((id) => found.filter((one) => one.id === id).map(chosen))
    const kept = await tx.contactDraft.findMany({ where: { userId: actor.userId }, select: { id: true, savedAt: true, fields: true, person: { select: who } }, orderBy: { savedAt: 'desc' }, take: 20 })
    const drafts = kept.map(({ person, ...draft }) => ({ ...(draft as Draft), person: chosen(person) }))
    const [offered] = await tx.$queryRaw<Pick<QuickLog, 'topics' | 'texts' | 'cases'>[]>`SELECT ${topicsSql} AS topics, ${standardTextsSql} AS texts, ${openCasesSql(people.map(({ id }) => id))} AS cases`
    shown({ action: 'contact.quick', people: [...new Set([...people.map(({ id }) => id), ...drafts.map(({ person }) => person.id)])] })
    return { people, topics: offered?.topics ?? [], texts: offered?.texts ?? [], cases: offered?.cases ?? [], drafts }
  })
}
