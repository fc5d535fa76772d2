import 'server-only'
import { type Actor, can } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { dayOf, toDay } from '@/lib/platform/day'
import { mayRestore, type RedactionReason } from './redaction/rules'
import type { ContactChannel, Entry } from './rules'
import { newestEntries, type Topic, topicsInUse } from './sql'

/** Entries shown at once; older ones follow on pages. */
export const LOG_PAGE = 50

export type { Topic } from './sql'
export type ContactRow = Entry & {
  id: string; channel: ContactChannel; at: Date; minutes: number | null; agreed: string | null; companion: boolean; interpreter: boolean; by: string; /** The reader may take it back: they wrote it, or may take back what others wrote. */ mayRedact: boolean; recordedAt: Date; /** With how many more it was, of those the reader may see. */ others: number
  /** Taken back: then nothing of what it said is here. */
  redaction: Redaction | null
  notes: { topic: Topic; text: string }[]
  additions: { id: string; text: string; by: string; at: Date }[]
}
export type Redaction = { reason: RedactionReason; at: Date; by: string; mayRestore: boolean }
export type Draft = { id: string; savedAt: Date; fields: Record<string, string | string[]> }
export type ContactLog = { rows: ContactRow[]; total: number; /** The newest of all, for the clock: also on an older page. */ newest: Entry[]; topics: Topic[]; drafts: Draft[] }

type Raw = Omit<ContactRow, 'on' | 'at' | 'recordedAt' | 'nextOn' | 'additions' | 'redaction' | 'mayRedact'> & { at: string; byMe: boolean; redaction: { reason: RedactionReason; at: string; by: string; byMe: boolean } | null; recordedAt: string; nextOn: string | null; additions: { id: string; text: string; by: string; at: string }[] }

/** The log of one person, newest first (of one minute: what was written down last), with what the form beside it needs. Four statements, however long the log is. */
export function personContacts<N>(actor: Actor, personId: string, page: number, also: Also<N>): Promise<OpenPerson<ContactLog, N> | null> {
  const read: Also<ContactLog> = async ({ tx }, { id }) => ({
    ...(await readLog(tx, actor, id, page)),
    newest: await newestEntries(tx, id),
    topics: await topicsInUse(tx),
    drafts: (await tx.contactDraft.findMany({ where: { personId: id, userId: actor.userId }, select: { id: true, savedAt: true, fields: true }, orderBy: { savedAt: 'desc' }, take: 5 })) as Draft[],
  })
  return openPerson(actor, personId, 'contacts', read, also, 'contact.read')
}

async function readLog(tx: Tx, actor: Actor, personId: string, page: number): Promise<Pick<ContactLog, 'rows' | 'total'>> {
  const rows = await tx.$queryRaw<{ entry: Raw; total: number }[]>`
    WITH page AS (SELECT c.*, count(*) OVER ()::int AS total FROM contact c WHERE c.person_id = ${personId}::uuid ORDER BY c.happened_at DESC, c.recorded_at DESC, c.id DESC LIMIT ${LOG_PAGE} OFFSET ${(page - 1) * LOG_PAGE})
    SELECT p.total, jsonb_build_object('id', p.id, 'outcome', p.outcome, 'channel', p.channel, 'at', p.happened_at, 'minutes', p.minutes, 'agreed', p.agreed, 'nextStep', p.next_step, 'nextOn', p.next_on,
      'byMe', p.recorded_by = ${actor.userId}::uuid, 'redaction', (SELECT jsonb_build_object('reason', x.reason, 'at', x.redacted_at, 'by', w.name, 'byMe', x.redacted_by = ${actor.userId}::uuid) FROM contact_redaction x JOIN app_user w ON w.id = x.redacted_by WHERE x.contact_id = p.id),
      'companion', p.companion, 'interpreter', p.interpreter, 'by', u.name, 'recordedAt', p.recorded_at,
      'others', (SELECT count(*)::int FROM contact o WHERE o.together_id = p.together_id AND o.id <> p.id),
      'notes', (SELECT coalesce(jsonb_agg(jsonb_build_object('topic', jsonb_build_object('code', t.code, 'nameDa', t.name_da, 'nameEn', t.name_en), 'text', n.text) ORDER BY t.position), '[]') FROM contact_note n JOIN contact_topic t ON t.code = n.topic_code WHERE n.contact_id = p.id),
      'additions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'text', a.text, 'by', b.name, 'at', a.added_at) ORDER BY a.added_at), '[]') FROM contact_addition a JOIN app_user b ON b.id = a.added_by WHERE a.contact_id = p.id)) AS entry
    FROM page p JOIN app_user u ON u.id = p.recorded_by ORDER BY p.happened_at DESC, p.recorded_at DESC, p.id DESC`
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ entry }) => rowOf(entry, can(actor, 'contact.redact'))) }
}

function rowOf({ at, recordedAt, nextOn, additions, redaction, byMe, ...rest }: Raw, mayOthers: boolean): ContactRow {
  const moment = new Date(at)
  const taken = redaction && { reason: redaction.reason, by: redaction.by, at: new Date(redaction.at), mayRestore: mayRestore({ ...redaction, at: new Date(redaction.at), mayOthers }, today()) }
  return { ...rest, mayRedact: redaction === null && (byMe || mayOthers), redaction: taken, at: moment, on: dayOf(moment), recordedAt: new Date(recordedAt), nextOn: nextOn === null ? null : toDay(nextOn), additions: additions.map((one) => ({ ...one, at: new Date(one.at) })) }
}
