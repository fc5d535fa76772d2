import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Day, dayOf, toDay } from '@/lib/platform/day'
import type { ContactOutcome, Entry } from './rules'

/** Newest first; of one minute, what was written down last. `c` is the table. */
export const newestFirst = Prisma.sql`c.happened_at DESC, c.recorded_at DESC, c.id DESC`

/** The newest entries of all, for the clock and what comes next, as one value of jsonb; read by `entriesOf`. */
export const newestSql = (personId: string) => Prisma.sql`(SELECT coalesce(jsonb_agg(n.entry), '[]') FROM (SELECT jsonb_build_object('outcome', c.outcome, 'at', c.happened_at, 'nextOn', c.next_on, 'nextStep', c.next_step) AS entry
  FROM contact c WHERE c.person_id = ${personId}::uuid AND c.redacted_at IS NULL ORDER BY ${newestFirst} LIMIT 200) n)`
export const entriesOf = (value: unknown): Entry[] =>
  (value as { outcome: ContactOutcome; at: string; nextOn: string | null; nextStep: string | null }[]).map(({ at, nextOn, ...entry }) => ({ ...entry, on: dayOf(new Date(at)) as Day, nextOn: nextOn === null ? null : toDay(nextOn) }))

/** The same for who reads nothing else. The transaction is the reader's own. */
export async function newestEntries(tx: Tx, personId: string): Promise<Entry[]> {
  const [found] = await tx.$queryRaw<{ newest: unknown }[]>`SELECT ${newestSql(personId)} AS newest`
  return entriesOf(found?.newest ?? [])
}

export type Topic = { code: string; nameDa: string; nameEn: string }

/** The municipality's topics a new entry may name, in its own order, as one value of jsonb. */
export const topicsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'nameDa', t.name_da, 'nameEn', t.name_en) ORDER BY t.position), '[]') FROM contact_topic t WHERE t.retired_on IS NULL)`
export async function topicsInUse(tx: Tx): Promise<Topic[]> {
  const [found] = await tx.$queryRaw<{ topics: Topic[] }[]>`SELECT ${topicsSql} AS topics`
  return found?.topics ?? []
}

/** The notes of entry `c` in the order of their topics, and what was added to it later, each as one value of jsonb. */
export const notesSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('topic', jsonb_build_object('code', t.code, 'nameDa', t.name_da, 'nameEn', t.name_en), 'text', n.text) ORDER BY t.position, t.code), '[]') FROM contact_note n JOIN contact_topic t ON t.code = n.topic_code WHERE n.contact_id = c.id)`
export const additionsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'text', a.text, 'by', b.name, 'at', a.added_at) ORDER BY a.added_at), '[]') FROM contact_addition a JOIN app_user b ON b.id = a.added_by WHERE a.contact_id = c.id)`
