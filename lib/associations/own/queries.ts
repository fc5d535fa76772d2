import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { type Dialogue, dialogueOf } from '../dialogue/rules'
import { dialogueRules } from '../dialogue/sql'
import { type Due, dueOf, type Partnered, partnered } from '../partnerships/rules'
import type { AssociationKind } from '../register/rules'

type Area = { code: string; nameDa: string; nameEn: string }
export type OwnFacts = { name: string; kind: AssociationKind; about: string | null; offers: string | null; areas: string[]; website: string | null; version: number; /** Active volunteers who come by it; null where it is under five. */ active: number | null }
export type OwnContact = { id: string; name: string; title: string | null; email: string | null; phone: string | null }
export type OwnAgreedContact = { side: 'association' | 'municipality'; name: string; title: string | null; phone: string | null }
export type OwnAgreement = { number: number; fromDay: Day; toDay: Day; reviewOn: Day | null; responsibilities: string; contributions: string | null; goals: string | null; insurance: string | null; dataTerms: string | null; places: number | null; signedId: string | null; /** Whom to turn to about it, on either side; nobody once it is over. */ contacts: OwnAgreedContact[] }
export type OwnMeeting = { id: string; onDay: Day; agenda: string; participants: string; points: { words: string; dueOn: Day; doneOn: Day | null }[] }
export type OwnRules = { workplace: string; fromDay: Day; volunteers: string; staff: string; together: string | null; agreedWith: string | null }
export type OwnAssociation = { facts: OwnFacts; allAreas: Area[]; contacts: OwnContact[]; agreements: OwnAgreement[]; state: Partnered; due: Due | null; meetings: OwnMeeting[]; next: Dialogue; rules: OwnRules[]; unit: { unit: string; phone: string | null; email: string | null } | null }

type Texts<T, K extends keyof T> = Omit<T, K> & { [key in K]: T[key] extends Day ? string : string | null }
const or = (day: string | null): Day | null => (day === null ? null : toDay(day))

/** What the form of the facts is made from. Null where whoever asks speaks for none. */
async function readFacts(tx: Tx): Promise<{ facts: OwnFacts; allAreas: Area[] } | null> {
  const [facts] = await tx.$queryRaw<OwnFacts[]>`SELECT name, kind, about, offers, areas, website, version, active FROM access.own_association()`
  return facts ? { facts, allAreas: await tx.$queryRaw<Area[]>`SELECT code, name_da AS "nameDa", name_en AS "nameEn" FROM access.association_areas()` } : null
}

export function ownFacts(actor: Actor): Promise<{ facts: OwnFacts; allAreas: Area[] } | null> {
  return readAs(actor, 'association.own', async ({ tx, shown }) => {
    const found = await readFacts(tx)
    if (found) shown({ kind: 'VIEW', action: 'association.own-viewed' })
    return found
  })
}

/** Everything on a representative's own page. Null where whoever asks speaks for no association today. Nine statements. */
export function ownAssociation(actor: Actor, locale: 'da' | 'en', today: Day): Promise<OwnAssociation | null> {
  return readAs(actor, 'association.own', async ({ tx, shown }) => {
    const found = await readFacts(tx)
    if (!found) return null
    const contacts = await tx.$queryRaw<OwnContact[]>`SELECT id::text, name, title, email, phone FROM access.own_association_contacts()`
    const raw = await tx.$queryRaw<Texts<OwnAgreement, 'fromDay' | 'toDay' | 'reviewOn'>[]>`SELECT number, from_day::text AS "fromDay", to_day::text AS "toDay", review_on::text AS "reviewOn", responsibilities, contributions, goals, insurance, data_terms AS "dataTerms", places, signed_id::text AS "signedId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('side', k.side, 'name', k.name, 'title', k.title, 'phone', k.phone) ORDER BY k.name), '[]') FROM access.own_agreed_contacts() k WHERE k.number = a.number) AS contacts FROM access.own_agreements() a`
    const agreements = raw.map((one): OwnAgreement => ({ ...one, fromDay: toDay(one.fromDay ?? ''), toDay: toDay(one.toDay ?? ''), reviewOn: or(one.reviewOn) }))
    const met = await tx.$queryRaw<{ id: string; onDay: string; agenda: string; participants: string }[]>`SELECT id::text, on_day::text AS "onDay", agenda, participants FROM access.own_dialogues()`
    const points = await tx.$queryRaw<{ meetingId: string; words: string; dueOn: string; doneOn: string | null }[]>`SELECT meeting_id::text AS "meetingId", words, due_on::text AS "dueOn", done_on::text AS "doneOn" FROM access.own_dialogue_points()`
    const meetings = met.map((one): OwnMeeting => ({ ...one, onDay: toDay(one.onDay), points: points.filter(({ meetingId }) => meetingId === one.id).map(({ words, dueOn, doneOn }) => ({ words, dueOn: toDay(dueOn), doneOn: or(doneOn) })) }))
    const rules = await tx.$queryRaw<(Omit<OwnRules, 'fromDay'> & { fromDay: string })[]>`SELECT workplace, from_day::text AS "fromDay", volunteers, staff, together, agreed_with AS "agreedWith" FROM access.own_ground_rules()`
    const [unit] = await tx.$queryRaw<NonNullable<OwnAssociation['unit']>[]>`SELECT unit, phone, email FROM access.own_association_unit(${locale})`
    shown({ kind: 'VIEW', action: 'association.own-viewed' })
    return { ...found, contacts, agreements, state: partnered(agreements, today), due: dueOf(agreements, today), meetings, next: dialogueOf(meetings.map(({ onDay }) => onDay), agreements, today, await dialogueRules(tx)), rules: rules.map((one) => ({ ...one, fromDay: toDay(one.fromDay) })), unit: unit ?? null }
  })
}

/** The signed paper of one's own association. Null where it is none of theirs. */
export function ownSignedFile(actor: Actor, id: string): Promise<{ bytes: Uint8Array; mime: string; name: string } | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'association.own', async ({ tx, shown }) => {
    const [file] = await tx.$queryRaw<{ bytes: Uint8Array; mime: string; name: string }[]>`SELECT bytes, mime, name FROM access.own_signed_file(${id}::uuid)`
    if (file) shown({ kind: 'VIEW', action: 'association.own-signed-opened' })
    return file ?? null
  })
}
