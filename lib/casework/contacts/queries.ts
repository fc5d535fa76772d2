import 'server-only'
import { type Actor, can } from '@/lib/access/permissions'
import { type AlsoPart, type OpenPerson, personWith } from '@/lib/people/record/queries'
import { today } from '@/lib/platform/clock'
import { Prisma } from '@/lib/platform/db'
import { dayOf, toDay } from '@/lib/platform/day'
import { type StandardText, standardTextsSql } from '../standard-texts/sql'
import { mayRestore, type RedactionReason } from './redaction/rules'
import type { RemarkKind } from './remarks/rules'
import type { ContactChannel, Entry, Logged, NamedKind } from './rules'
import { additionsSql, entriesOf, entryCasesSql, entryKindSql, type Kind, kindsSql, type NamedCase, openCasesSql, newestFirst, newestSql, notesSql, remarksSql, type Topic, topicsSql } from './sql'

/** Entries shown at once; older ones follow on pages. */
export const LOG_PAGE = 50

export type { Kind, Topic } from './sql'
export type ContactRow = Entry & {
  id: string; channel: ContactChannel; kind: NamedKind | null; at: Date; minutes: number | null; travelMinutes: number | null; travelKm: number | null; agreed: string | null; companion: boolean; interpreter: boolean; by: string; /** The reader may take it back: they wrote it, or may take back what others wrote. */ mayRedact: boolean; recordedAt: Date; /** With how many more it was, of those the reader may see. */ others: number
  /** Taken back: then nothing of what it said is here. */
  redaction: Redaction | null
  notes: { topic: Topic; text: string }[]
  additions: { id: string; text: string; by: string; at: Date }[]
  /** What it is about, of what the reader may read. */
  cases: NamedCase[]
  remarks: Remark[]; /** The reader wrote it. */ mine: boolean
}
export type Remark = { id: string; kind: RemarkKind; text: string; by: string; at: Date }
export type Redaction = { reason: RedactionReason; at: Date; by: string; mayRestore: boolean }
export type Draft = { id: string; savedAt: Date; fields: Record<string, string | string[]> }
export type ContactLog = { rows: ContactRow[]; total: number; /** The newest of all, for the clock: also on an older page. */ newest: Logged[]; kinds: Kind[]; topics: Topic[]; texts: StandardText[]; /** A new entry can be about. */ cases: NamedCase[]; drafts: Draft[] }

type Raw = Omit<ContactRow, 'on' | 'at' | 'recordedAt' | 'nextOn' | 'additions' | 'remarks' | 'redaction' | 'mayRedact' | 'mine'> & { remarks: (Omit<Remark, 'at'> & { at: string })[] } & { at: string; byMe: boolean; redaction: { reason: RedactionReason; at: string; by: string; byMe: boolean } | null; recordedAt: string; nextOn: string | null; additions: { id: string; text: string; by: string; at: string }[] }

/** The log of one person, newest first (of one minute: what was written down last), with what the form beside it needs. In one statement with the bar above it, however long the log is: this page is open all day. */
export function personContacts<N>(actor: Actor, personId: string, page: number, also: AlsoPart<N>): Promise<OpenPerson<ContactLog, N> | null> {
  return personWith(actor, personId, 'contacts', { keep: Prisma.sql`/* keep:contact-log */`, sql: logSql(actor, personId, page), of: (value) => logOf(value as RawLog, can(actor, 'contact.redact')) }, also, 'contact.read')
}

type RawLog = { rows: Raw[]; total: number; newest: unknown; kinds: Kind[]; topics: Topic[]; texts: StandardText[]; cases: NamedCase[]; drafts: (Omit<Draft, 'savedAt'> & { savedAt: string })[] }

const logSql = (actor: Actor, personId: string, page: number) => Prisma.sql`
    WITH page AS (SELECT c.* FROM contact c WHERE c.person_id = ${personId}::uuid ORDER BY ${newestFirst} LIMIT ${LOG_PAGE}::int OFFSET ${(page - 1) * LOG_PAGE}::int),
    entry AS (SELECT row_number() OVER (ORDER BY ${newestFirst}) AS place, jsonb_build_object('id', c.id, 'outcome', c.outcome, 'channel', c.channel, 'kind', ${entryKindSql}, 'at', c.happened_at, 'minutes', c.minutes, 'travelMinutes', c.travel_minutes, 'travelKm', c.travel_km, 'agreed', c.agreed, 'nextStep', c.next_step, 'nextOn', c.next_on,
      'byMe', c.recorded_by = ${actor.userId}::uuid, 'redaction', (SELECT jsonb_build_object('reason', x.reason, 'at', x.redacted_at, 'by', w.name, 'byMe', x.redacted_by = ${actor.userId}::uuid) FROM contact_redaction x JOIN app_user w ON w.id = x.redacted_by WHERE x.contact_id = c.id),
      'companion', c.companion, 'interpreter', c.interpreter, 'by', u.name, 'recordedAt', c.recorded_at,
      'others', (SELECT count(*)::int FROM contact o WHERE o.together_id = c.together_id AND o.id <> c.id),
      'notes', ${notesSql},
      'additions', ${additionsSql}, 'remarks', ${remarksSql}, 'cases', ${entryCasesSql}) AS entry
      FROM page c JOIN app_user u ON u.id = c.recorded_by)
    SELECT jsonb_build_object('rows', (SELECT coalesce(jsonb_agg(e.entry ORDER BY e.place), '[]') FROM entry e), 'total', (SELECT count(*)::int FROM contact c WHERE c.person_id = ${personId}::uuid), 'newest', ${newestSql(personId)}, 'kinds', ${kindsSql}, 'topics', ${topicsSql}, 'texts', ${standardTextsSql}, 'cases', ${openCasesSql([personId])},
      'drafts', (SELECT coalesce(jsonb_agg(d.draft), '[]') FROM (SELECT jsonb_build_object('id', d.id, 'savedAt', d.saved_at, 'fields', d.fields) AS draft FROM contact_draft d WHERE d.person_id = ${personId}::uuid AND d.user_id = ${actor.userId}::uuid ORDER BY d.saved_at DESC LIMIT 5) d))`

function logOf(found: RawLog, mayOthers: boolean): ContactLog {
  return { rows: found.rows.map((row) => rowOf(row, mayOthers)), total: found.total, newest: entriesOf(found.newest), kinds: found.kinds, topics: found.topics, texts: found.texts, cases: found.cases, drafts: found.drafts.map((draft) => ({ ...draft, savedAt: new Date(draft.savedAt) })) }
}

function rowOf({ at, recordedAt, nextOn, additions, remarks, redaction, byMe, ...rest }: Raw, mayOthers: boolean): ContactRow {
  const moment = new Date(at)
  const taken = redaction && { reason: redaction.reason, by: redaction.by, at: new Date(redaction.at), mayRestore: mayRestore({ ...redaction, at: new Date(redaction.at), mayOthers }, today()) }
  return { ...rest, mayRedact: redaction === null && (byMe || mayOthers), redaction: taken, at: moment, on: dayOf(moment), recordedAt: new Date(recordedAt), nextOn: nextOn === null ? null : toDay(nextOn), additions: additions.map((one) => ({ ...one, at: new Date(one.at) })), remarks: remarks.map((one) => ({ ...one, at: new Date(one.at) })), mine: byMe }
}
