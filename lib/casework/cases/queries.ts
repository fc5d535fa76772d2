import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import type { Tx } from '@/lib/platform/db'
import { type Day, toDay } from '@/lib/platform/day'
import type { ContactChannel, ContactOutcome, Entry, Logged, NamedKind } from '../contacts/rules'
import { entryKindSql, newestEntries, newestFirst } from '../contacts/sql'
import { type CaseMeeting, caseMeetings } from '../meetings/sql'
import { type Followed, followedBy } from '../methods/sql'
import type { CaseWeight } from '../weights/rules'
import { type Caseload, caseloads } from '../weights/sql'
import type { CaseKind, CaseStep } from './rules'

export type CaseUnit = { id: string; nameDa: string; nameEn: string }
export type CasePerson = { userId: string; name: string; title: string | null; unitId: string | null; role: 'coordinator' | 'professional'; from: Day; to: Day | null }
export type CaseHistory = CaseStep & { by: string; at: Date }
export type Weighed = { number: number; weight: CaseWeight; by: string; at: Date }
export type CaseRow = { id: string; kind: CaseKind; about: string | null; unit: CaseUnit; openedOn: Day; /** How it stands. */ step: CaseStep; /** All of them, newest first. */ history: CaseHistory[]; /** How much work it is, and what it has been before, newest first; nothing while nobody has weighed it. */ weights: Weighed[]; people: CasePerson[]; /** The newest entries of the log that name it, and how many do. */ contacts: CaseContacts; /** The newest time it was offered to somebody. */ transfer: Transfer | null; /** The reader has it, or says who does: may share it and hand it over. */ mine: boolean }
export type CaseContacts = { count: number; newest: { id: string; outcome: ContactOutcome; channel: ContactChannel; kind: NamedKind | null; at: Date }[] }
export type Transfer = { id: string; unit: Omit<CaseUnit, 'id'>; to: string | null; by: string; at: Date; message: string; answer: 'accepted' | 'refused' | 'revoked' | null; words: string | null; answeredBy: string | null }
export type Cases = { cases: CaseRow[]; newest: Entry[]; /** Where each stands in its method, by case. */ followed: Map<string, Followed>; /** The agendas they stand on, and what was decided. */ meetings: CaseMeeting[] }

type RawStep = Omit<CaseHistory, 'from' | 'until' | 'at'> & { from: string; until: string | null; at: string }
type RawPerson = Omit<CasePerson, 'from' | 'to'> & { from: string; to: string | null }
type Raw = Omit<CaseRow, 'openedOn' | 'step' | 'history' | 'people' | 'transfer' | 'weights' | 'contacts'> & { contacts: { count: number; newest: { id: string; outcome: ContactOutcome; channel: ContactChannel; kind: NamedKind | null; at: string }[] }; openedOn: string; weights: (Omit<Weighed, 'at'> & { at: string })[]; transfer: (Omit<Transfer, 'at'> & { at: string }) | null; history: RawStep[] | null; people: RawPerson[] | null }
const day = (text: string | null) => (text === null ? null : toDay(text))

/** The cases of one person with their history and who has them, and the log's newest entries for what comes next, with where each stands in its method and what meetings said. Four statements. */
export function personCases<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<Cases, N> | null> {
  const read: Also<Cases> = async ({ tx }, { id }) => {
    const cases = await readCases(tx, id)
    return { cases, newest: await newestEntries(tx, id), followed: await followedBy(tx, cases.map((one) => one.id)), meetings: await caseMeetings(tx, id) }
  }
  return openPerson(actor, personId, 'cases', read, also, 'case.read')
}

async function readCases(tx: Tx, personId: string): Promise<CaseRow[]> {
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT f.id, f.kind, f.about, f.opened_on::text AS "openedOn", jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) AS unit,
      (SELECT jsonb_agg(jsonb_build_object('number', s.number, 'state', s.state, 'from', s.from_day, 'until', s.until_day, 'everyWeeks', s.every_weeks, 'outcome', s.outcome, 'words', s.words, 'by', u.name, 'at', s.recorded_at) ORDER BY s.number DESC)
        FROM case_state s JOIN app_user u ON u.id = s.recorded_by WHERE s.case_id = f.id) AS history,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', w.number, 'weight', w.weight, 'by', u.name, 'at', w.recorded_at) ORDER BY w.number DESC), '[]') FROM case_weight w JOIN app_user u ON u.id = w.recorded_by WHERE w.case_id = f.id) AS weights,
      (SELECT jsonb_agg(jsonb_build_object('userId', p.user_id, 'name', p.name, 'title', p.title, 'unitId', p.unit_id, 'role', p.case_role, 'from', p.from_day, 'to', p.to_day) ORDER BY p.from_day DESC, p.to_day DESC NULLS FIRST)
        FROM access.case_people(${personId}::uuid) p WHERE p.case_id = f.id) AS people, access.has_case(f.id) AS mine,
      (SELECT jsonb_build_object('count', count(*), 'newest', coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'outcome', c.outcome, 'channel', c.channel, 'kind', ${entryKindSql}, 'at', c.happened_at) ORDER BY c.place) FILTER (WHERE c.place <= 5), '[]'))
        FROM (SELECT c.*, row_number() OVER (ORDER BY ${newestFirst}) AS place FROM contact_case k JOIN contact c ON c.id = k.contact_id WHERE k.case_id = f.id AND c.redacted_at IS NULL) c) AS contacts,
      (SELECT jsonb_build_object('id', t.id, 'unit', jsonb_build_object('nameDa', tn.name_da, 'nameEn', tn.name_en), 'to', tu.name, 'by', tb.name, 'at', t.asked_at, 'message', t.message, 'answer', t.answer, 'words', t.answer_words, 'answeredBy', ta.name)
        FROM case_transfer t JOIN unit tn ON tn.id = t.to_unit_id JOIN app_user tb ON tb.id = t.asked_by LEFT JOIN app_user tu ON tu.id = t.to_user_id LEFT JOIN app_user ta ON ta.id = t.answered_by WHERE t.case_id = f.id ORDER BY t.asked_at DESC, t.id DESC LIMIT 1) AS transfer
    FROM case_file f JOIN unit n ON n.id = f.unit_id WHERE f.person_id = ${personId}::uuid ORDER BY f.opened_at DESC LIMIT 50`
  return rows.flatMap(({ openedOn, history, people, transfer, weights, contacts, ...row }) => {
    const steps = (history ?? []).map((one): CaseHistory => ({ ...one, from: toDay(one.from), until: day(one.until), at: new Date(one.at) }))
    const [step] = steps
    return step ? [{ ...row, transfer: transfer && { ...transfer, at: new Date(transfer.at) }, openedOn: toDay(openedOn), step, history: steps, contacts: { ...contacts, newest: contacts.newest.map((one) => ({ ...one, at: new Date(one.at) })) }, weights: weights.map((one) => ({ ...one, at: new Date(one.at) })), people: (people ?? []).map((one) => ({ ...one, from: toDay(one.from), to: day(one.to) })) }] : []
  })
}

export type Colleague = { id: string; name: string; title: string | null }
/** Whom a case of this unit can be given to: nobody for those who may not say who is responsible. One statement. */
const colleagues = (tx: Tx, unitId: string | null) => tx.$queryRaw<Colleague[]>`SELECT a.id, a.name, a.title FROM access.assignable_users() a JOIN app_user u ON u.id = a.id WHERE u.unit_id = ${unitId}::uuid`

export type Receivers = { colleagues: Colleague[]; /** What they have already. */ loads: Caseload[] }
/** What the form for a new case needs. Two statements. */
export function newCase<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<Receivers, N> | null> {
  return openPerson(actor, personId, 'case-new', async ({ tx }) => ({ colleagues: await colleagues(tx, actor.unitId), loads: await caseloads(tx, actor.unitId) }), also, 'case.manage')
}

/** Somebody who can have this case or work on it. `sharedUntil`: the last day the person lets their unit read it. */
export type Fellow = Colleague & { unit: CaseUnit; own: boolean; sharedUntil: Day | null }
async function fellows(tx: Tx, caseId: string): Promise<Fellow[]> {
  const rows = await tx.$queryRaw<(Omit<Fellow, 'sharedUntil'> & { sharedUntil: string | null })[]>`SELECT k.id, k.name, k.title, k.own, k.shared_until::text AS "sharedUntil", jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) AS unit
    FROM access.case_colleagues(${caseId}::uuid) k JOIN unit n ON n.id = k.unit_id ORDER BY k.own DESC, n.name_da, k.name`
  return rows.map((row) => ({ ...row, sharedUntil: day(row.sharedUntil) }))
}

export type CaseToChange = (Receivers & { found: CaseRow; fellows: Fellow[]; newest: Logged[] }) | null
/** One case of this person whom it can be given to and with whom it can be shared, and what was tried lately; null where there is none. Five statements. */
export function caseToChange<N>(actor: Actor, personId: string, caseId: string, also: Also<N>): Promise<OpenPerson<CaseToChange, N> | null> {
  const read: Also<CaseToChange> = async ({ tx }, { id }) => {
    const found = (await readCases(tx, id)).find((one) => one.id === caseId)
    return found ? { found, colleagues: await colleagues(tx, found.unit.id), loads: await caseloads(tx, found.unit.id), fellows: await fellows(tx, caseId), newest: await newestEntries(tx, id) } : null
  }
  return openPerson(actor, personId, 'case-change', read, also, 'case.manage')
}
