import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Day, dayOf, toDay } from '@/lib/platform/day'
import type { CaseKind } from '../cases/rules'
import type { ContactChannel, ContactOutcome, Logged, NamedKind } from './rules'

/** Newest first; of one minute, what was written down last. `c` is the table. */
export const newestFirst = Prisma.sql`c.happened_at DESC, c.recorded_at DESC, c.id DESC`

/** The newest entries of all, for the clock and what comes next, as one value of jsonb; read by `entriesOf`. */
export const newestSql = (personId: string) => Prisma.sql`(SELECT coalesce(jsonb_agg(n.entry), '[]') FROM (SELECT jsonb_build_object('outcome', c.outcome, 'channel', c.channel, 'at', c.happened_at, 'nextOn', c.next_on, 'nextStep', c.next_step) AS entry
  FROM contact c WHERE c.person_id = ${personId}::uuid AND c.redacted_at IS NULL ORDER BY ${newestFirst} LIMIT 200) n)`
export const entriesOf = (value: unknown): Logged[] =>
  (value as { outcome: ContactOutcome; channel: ContactChannel; at: string; nextOn: string | null; nextStep: string | null }[]).map(({ at, nextOn, ...entry }) => ({ ...entry, on: dayOf(new Date(at)) as Day, nextOn: nextOn === null ? null : toDay(nextOn) }))

/** The same for who reads nothing else. The transaction is the reader's own. */
export async function newestEntries(tx: Tx, personId: string): Promise<Logged[]> {
  const [found] = await tx.$queryRaw<{ newest: unknown }[]>`SELECT ${newestSql(personId)} AS newest`
  return entriesOf(found?.newest ?? [])
}

export type Topic = { code: string; nameDa: string; nameEn: string }

/** The municipality's topics a new entry may name, in its own order, as one value of jsonb. */
export const topicsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'nameDa', t.name_da, 'nameEn', t.name_en) ORDER BY t.position), '[]') FROM contact_topic t WHERE t.retired_on IS NULL)`

/** One that is out of use stands in drafts of yesterday. */
export type Kind = NamedKind & { retired: boolean }
/** The municipality's kinds of contact in its own order, as one value of jsonb. */
export const kindsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'nameDa', k.name_da, 'nameEn', k.name_en, 'retired', k.retired_on IS NOT NULL) ORDER BY k.position, k.code), '[]') FROM contact_kind k)`
/** The kind of entry `c`, as one value of jsonb: its own, or the one that is called as its channel; null for work. */
export const entryKindSql = Prisma.sql`(SELECT jsonb_build_object('code', k.code, 'nameDa', k.name_da, 'nameEn', k.name_en) FROM contact_kind k WHERE k.code = coalesce(c.kind_code, c.channel))`

/** The notes of entry `c` in the order of their topics, and what was added to it later, each as one value of jsonb. */
export const notesSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('topic', jsonb_build_object('code', t.code, 'nameDa', t.name_da, 'nameEn', t.name_en), 'text', n.text) ORDER BY t.position, t.code), '[]') FROM contact_note n JOIN contact_topic t ON t.code = n.topic_code WHERE n.contact_id = c.id)`
export const additionsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'text', a.text, 'by', b.name, 'at', a.added_at) ORDER BY a.added_at), '[]') FROM contact_addition a JOIN app_user b ON b.id = a.added_by WHERE a.contact_id = c.id AND a.kind = 'addition')`
/** What colleagues said about it: no part of what happened, and in no report. */
export const remarksSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'text', a.text, 'by', b.name, 'at', a.added_at) ORDER BY a.added_at), '[]') FROM contact_addition a JOIN app_user b ON b.id = a.added_by WHERE a.contact_id = c.id AND a.kind <> 'addition')`

export type NamedCase = { id: string; personId: string; kind: CaseKind; unit: { nameDa: string; nameEn: string } }
const caseJson = Prisma.sql`jsonb_build_object('id', f.id, 'personId', f.person_id, 'kind', f.kind, 'unit', jsonb_build_object('nameDa', u.name_da, 'nameEn', u.name_en))`
/** The cases entry `c` is about, as one value of jsonb: of those the reader may read. */
export const entryCasesSql = Prisma.sql`(SELECT coalesce(jsonb_agg(${caseJson} ORDER BY f.opened_at, f.id), '[]') FROM contact_case k JOIN case_file f ON f.id = k.case_id JOIN unit u ON u.id = f.unit_id WHERE k.contact_id = c.id)`
/** The cases of these people that are not closed: what a new entry can be about. */
export const openCasesSql = (people: readonly string[]) => Prisma.sql`(SELECT coalesce(jsonb_agg(${caseJson} ORDER BY f.opened_at, f.id), '[]') FROM case_file f JOIN unit u ON u.id = f.unit_id
  WHERE f.person_id = ANY (${[...people]}::uuid[]) AND (SELECT s.state FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) <> 'closed')`
