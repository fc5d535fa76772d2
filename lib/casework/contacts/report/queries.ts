import 'server-only'
import { z } from 'zod'
import { type Actor, can } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { today } from '@/lib/platform/clock'
import { toDay } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { cprOf, headOf } from '../../disclosure/sql'
import { additionsSql, entryKindSql, newestFirst, notesSql } from '../sql'
import { type Letterhead, letterheadOf } from './letterhead/sql'
import { momentsOf, REPORT_MOST, type ReportContact, type ReportTopic } from './rules'
import type { ReportInput, ReportView } from './schema'

export type ReportChoice = { /** Newest first, at most REPORT_MOST. */ contacts: ReportContact[]; /** All that match. */ matching: number; /** All of the period, of any kind; what was taken back is none. */ inPeriod: number; /** In use, or noted under for this person; in the municipality's order. */ topics: ReportTopic[] }
export type ContactReport = { /** Where it is a letter. */ letterhead?: Letterhead | null; name: string; municipality: string; /** Only where it was asked for and may be read. */ cpr: string | null; choice: ReportChoice; input: ReportInput }

type Raw = { contacts: (Omit<ReportContact, 'at' | 'nextOn' | 'additions'> & { at: string; nextOn: string | null; additions: { id: string; text: string; by: string; at: string }[] })[] } & Omit<ReportChoice, 'contacts'>

/** What a report may be chosen from, with the page of it. */
export function contactsToReport<N>(actor: Actor, personId: string, view: ReportView, also: Also<N>): Promise<OpenPerson<ReportChoice, N> | null> {
  return openPerson(actor, personId, 'contacts-report', ({ tx }, { id }) => readChoice(tx, id, view, null), also, 'contact.read')
}

/** What the report says, and a row in the log that it was taken out, for what, and how much of it. Null when the person does not exist for this reader, or the record was merged away. */
export function contactReport(actor: Actor, personId: string, input: ReportInput): Promise<ContactReport | null> {
  if (!z.uuid().safeParse(personId).success) return Promise.resolve(null)
  return readAs(actor, 'contact.read', async ({ tx, shown }) => {
    const head = await headOf(tx, personId)
    if (!head) return null
    const choice = await readChoice(tx, personId, input, input.entries)
    const cpr = input.cpr && can(actor, 'person.read.cpr') ? await cprOf(tx, personId) : null
    const letterhead = input.shape === 'report' ? null : await letterheadOf(tx, actor, personId, input.lang, input.shape === 'letter', today())
    if (input.shape !== 'report' && !letterhead) return null
    const { from, to, as, names, why, shape } = input
    shown({ kind: 'DISCLOSURE', action: 'contact.report-made', purpose: why, personId, details: { from, to, format: as, entries: choice.contacts.length, left: choice.inPeriod - choice.contacts.length, names, cpr: cpr !== null, ...(letterhead && { shape, address: letterhead.address !== null }) } })
    return { ...head, cpr, choice, input, letterhead }
  })
}

async function readChoice(tx: Tx, personId: string, { from, to, outcomes, topics }: ReportView, ids: string[] | null): Promise<ReportChoice> {
  const { since, before } = momentsOf({ from, to })
  const period = Prisma.sql`c.person_id = ${personId}::uuid AND c.redacted_at IS NULL AND c.happened_at >= ${since} AND c.happened_at < ${before}`
  const about = topics.length === 0 ? Prisma.empty : Prisma.sql`AND EXISTS (SELECT 1 FROM contact_note n WHERE n.contact_id = c.id AND n.topic_code = ANY (${topics}))`
  const chosen = ids === null ? Prisma.empty : Prisma.sql`AND c.id = ANY (${ids}::uuid[])`
  const [found] = await tx.$queryRaw<Raw[]>`/* keep:contact-report */
    WITH matching AS (SELECT c.* FROM contact c WHERE ${period} AND c.outcome = ANY (${outcomes}) ${about} ${chosen}),
    entry AS (SELECT row_number() OVER (ORDER BY ${newestFirst}) AS place, jsonb_build_object('id', c.id, 'outcome', c.outcome, 'channel', c.channel, 'kind', ${entryKindSql}, 'at', c.happened_at, 'minutes', c.minutes, 'travelMinutes', c.travel_minutes, 'travelKm', c.travel_km, 'agreed', c.agreed, 'nextStep', c.next_step, 'nextOn', c.next_on,
      'companion', c.companion, 'interpreter', c.interpreter, 'by', u.name, 'notes', ${notesSql}, 'additions', ${additionsSql}) AS entry
      FROM (SELECT c.* FROM matching c ORDER BY ${newestFirst} LIMIT ${REPORT_MOST}::int) c JOIN app_user u ON u.id = c.recorded_by)
    SELECT (SELECT coalesce(jsonb_agg(e.entry ORDER BY e.place), '[]') FROM entry e) AS contacts, (SELECT count(*)::int FROM matching) AS matching, (SELECT count(*)::int FROM contact c WHERE ${period}) AS "inPeriod",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'nameDa', t.name_da, 'nameEn', t.name_en) ORDER BY t.position, t.code), '[]') FROM contact_topic t
        WHERE t.retired_on IS NULL OR EXISTS (SELECT 1 FROM contact_note n WHERE n.topic_code = t.code AND n.person_id = ${personId}::uuid)) AS topics`
  if (!found) throw new Error('The choice gave no row')
  return { ...found, contacts: found.contacts.map(({ at, nextOn, additions, ...rest }) => ({ ...rest, at: new Date(at), nextOn: nextOn === null ? null : toDay(nextOn), additions: additions.map((one) => ({ ...one, at: new Date(one.at) })) })) }
}
