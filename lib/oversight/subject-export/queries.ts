import 'server-only'
import { z } from 'zod'
import { type Actor, can } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { hidesAddress } from '@/lib/people/protection/rules'
import { type Day, dayFromDb } from '@/lib/platform/day'
import { omit } from '@/lib/platform/omit'
import { type Answer, answerOf } from './sql'
import type { RequestDates } from './rules'

export type SubjectRequest = RequestDates & {
  id: string; version: number; personId: string; /** Null for those who see that there is a request and not whose. */ name: string | null
  askedBy: string; askedHow: string; identity: string; extensionReason: string | null; madeAt: Date | null; handedHow: string | null; closedReason: string | null
}

const day = (value: Date | null): Day | null => value && dayFromDb(value)

type Row = Omit<SubjectRequest, keyof RequestDates> & { receivedOn: Date; dueOn: Date; extendedTo: Date | null; handedOn: Date | null; closedOn: Date | null }

function toRequest(row: Row): SubjectRequest {
  return { ...row, receivedOn: dayFromDb(row.receivedOn), dueOn: dayFromDb(row.dueOn), extendedTo: day(row.extendedTo), handedOn: day(row.handedOn), closedOn: day(row.closedOn) }
}

/** All requests the reader may know of, those without an answer first. Names only of people the reader may open. */
export function subjectRequests(actor: Actor): Promise<SubjectRequest[]> {
  return readAs(actor, 'subject.request', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<Row[]>`SELECT r.id::text, r.version, r.person_id::text AS "personId", p.first_name || ' ' || p.last_name AS name, r.asked_by AS "askedBy", r.asked_how AS "askedHow", '' AS identity,
        r.received_on AS "receivedOn", r.due_on AS "dueOn", r.extended_to AS "extendedTo", r.extension_reason AS "extensionReason", r.made_at AS "madeAt", r.handed_on AS "handedOn", r.handed_how AS "handedHow", r.closed_on AS "closedOn", r.closed_reason AS "closedReason"
      FROM subject_request r LEFT JOIN person p ON p.id = r.person_id
      ORDER BY (r.handed_on IS NULL AND r.closed_on IS NULL) DESC, coalesce(r.handed_on, r.closed_on) DESC, coalesce(r.extended_to, r.due_on), r.id LIMIT 200`
    shown({ action: 'subject.listed', people: rows.map((row) => row.personId), details: { rows: rows.length } })
    return rows.map(toRequest)
  })
}

/** Where an address stands in an answer; and where somebody protected has one still: what changed and what was imported remember it. */
const TELLING = ['address', 'protected_address']
const HIDING = ['protected_address', 'field_history', 'import_row']
const tellsAddress = (parts: Answer['parts'], tabs: readonly string[]) => parts.some(({ tab }) => tabs.includes(tab))

/** One request; with the answer's parts for those who may read them, of somebody protected with a fresh proof. Null when it does not exist for the reader. */
export function subjectRequest(actor: Actor, id: string): Promise<{ request: SubjectRequest; answer: Answer | null } | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'subject.request', async ({ tx, prove, shown }) => {
    const [found] = await tx.$queryRaw<(Row & { protection: string | null })[]>`SELECT r.id::text, r.version, r.person_id::text AS "personId", p.first_name || ' ' || p.last_name AS name, r.asked_by AS "askedBy", r.asked_how AS "askedHow", r.identity,
        r.received_on AS "receivedOn", r.due_on AS "dueOn", r.extended_to AS "extendedTo", r.extension_reason AS "extensionReason", r.made_at AS "madeAt", r.handed_on AS "handedOn", r.handed_how AS "handedHow", r.closed_on AS "closedOn", r.closed_reason AS "closedReason", p.protection::text
      FROM subject_request r LEFT JOIN person p ON p.id = r.person_id WHERE r.id = ${id}::uuid`
    if (!found) return null
    const request = toRequest(omit(found, 'protection'))
    const answer = can(actor, 'subject.export') && request.name !== null ? await answerOf(tx, request) : null
    if (answer && tellsAddress(answer.parts, HIDING) && hidesAddress(found.protection ?? 'P0')) await prove('person.read.protected-address')
    shown({ kind: 'VIEW', action: 'subject.viewed', personId: request.personId, details: { request: id, parts: answer?.parts.length ?? 0, address: answer !== null && tellsAddress(answer.parts, TELLING) } })
    return { request, answer }
  })
}

/** The file that was made, exactly as it was made. Each fetching is a disclosure in the log. */
export function subjectFile(actor: Actor, id: string, as: 'pdf' | 'zip'): Promise<{ bytes: Uint8Array; mime: string; receivedOn: Day } | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'subject.export', async ({ tx, shown }) => {
    const [file] = await tx.$queryRaw<{ bytes: Uint8Array; mime: string; personId: string; receivedOn: Date }[]>`SELECT f.bytes, f.mime, r.person_id::text AS "personId", r.received_on AS "receivedOn"
      FROM subject_request r JOIN stored_file f ON f.id = CASE WHEN ${as} = 'pdf' THEN r.pdf_id ELSE r.bundle_id END WHERE r.id = ${id}::uuid`
    if (!file) return null
    shown({ kind: 'DISCLOSURE', action: 'subject.fetched', personId: file.personId, details: { request: id, as } })
    return { bytes: file.bytes, mime: file.mime, receivedOn: dayFromDb(file.receivedOn) }
  })
}
