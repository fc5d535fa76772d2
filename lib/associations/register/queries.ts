import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import { dueOf, type Due, holdsNow, type Partnered, partnered } from '../partnerships/rules'
import { type Dialogue, dialogueOf } from '../dialogue/rules'
import { dialogueRules } from '../dialogue/sql'
import type { NoteKind } from '../notes/rules'
import { type AssociationKind, type AssociationTab, associationTabs, isInTab, isNamed } from './rules'
import { ASSOCIATIONS_PAGE, type AssociationsView } from './schema'
import { type AgreedContact, agreedContactsSql } from '../agreed-contacts/sql'
import { type RawPeriod, type RawStanding, readPeriod, readStanding, type Standing, standingSql } from './sql'

/** `retired`: chosen anew by nobody. */
type Area = { code: string; nameDa: string; nameEn: string; retired?: boolean }
export type ListedAssociation = Standing & { id: string; name: string; kind: AssociationKind; areas: string[]; /** Volunteers who come by it and have not ended. */ volunteers: number; /** Those of them who are active. */ active: number; /** Promised in the agreement that holds; null where nothing is. */ promised: number | null; /** Who of the house is turned to about the newest agreement. */ contacts: { name: string; gone: boolean }[] }

/** What needs somebody first: lapsed, then what is next, then by name. */
const first = (one: ListedAssociation) => one.due?.day ?? '9999'

/** Every association that is not closed, with how its agreement stands and when it is to be met. Two statements. */
export function listAssociations(actor: Actor, kind: AssociationKind | null, today: Day): Promise<ListedAssociation[]> {
  return readAs(actor, 'association.read', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(Omit<ListedAssociation, keyof Standing | 'promised'> & RawStanding)[]>`SELECT a.id::text, a.name, a.kind, a.areas, (SELECT count(*)::int FROM volunteer v WHERE v.association_id = a.id AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) <> 'ended') AS volunteers,
        (SELECT count(*)::int FROM volunteer v WHERE v.association_id = a.id AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) = 'active') AS active,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('name', w.name, 'gone', NOT w.active) ORDER BY w.name), '[]') FROM partnership_contact k JOIN app_user w ON w.id = k.user_id WHERE k.to_day IS NULL AND k.partnership_id = (SELECT p.id FROM partnership p WHERE p.association_id = a.id ORDER BY p.number DESC LIMIT 1)) AS contacts,
        ${standingSql}
      FROM association a WHERE a.closed_on IS NULL AND (${kind}::text IS NULL OR a.kind = ${kind}) ORDER BY a.name, a.id`
    const rules = await dialogueRules(tx)
    shown({ action: 'association.listed' })
    const all = rows.map(({ periods, meetings, signedAt, ...row }) => ({ ...row, ...readStanding({ periods, meetings, signedAt }, today, rules), promised: holdsNow(periods.map(readPeriod), today)?.places ?? null }))
    return all.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0))
  })
}

/** `total`: of the tab, whatever the page. */
export type AssociationList = { rows: ListedAssociation[]; total: number; counts: { tab: AssociationTab; count: number }[] }
/** A page of one of the lists, and how many are on each: the number and the list are counted from the same rows. Two statements. */
export async function associationsPage(actor: Actor, { tab, kind, name, page }: AssociationsView, today: Day): Promise<AssociationList> {
  const all = (await listAssociations(actor, kind, today)).filter((row) => isNamed(name, row))
  const found = all.filter((row) => isInTab(tab, row))
  return { rows: found.slice((page - 1) * ASSOCIATIONS_PAGE, page * ASSOCIATIONS_PAGE), total: found.length, counts: associationTabs.map((one) => ({ tab: one, count: all.filter((row) => isInTab(one, row)).length })) }
}

export type AssociationContact = { id: string; name: string; title: string | null; email: string | null; phone: string | null; ended: boolean }
export type Agreement = { id: string; number: number; fromDay: Day; toDay: Day; reviewOn: Day | null; responsibilities: string; contributions: string | null; goals: string | null; insurance: string | null; dataTerms: string | null; places: number | null; contacts: AgreedContact[]; /** Signed papers that were handed in. */ signed: number; by: string | null }
export type Representative = { id: string; name: string; email: string; fromDay: Day; /** The last day. */ toDay: Day | null }
/** A match that runs, by its number alone: whom it is with stands on its own page. */
export type RunningMatch = { id: string; number: number; volunteerId: string }
export type Note = { id: string; about: NoteKind; words: string; onDay: Day; by: string | null }
export type OpenAssociation = { association: { id: string; name: string; kind: AssociationKind; about: string | null; offers: string | null; areas: string[]; website: string | null; version: number }; contacts: AssociationContact[]; agreements: Agreement[]; volunteers: { id: string; name: string; number: number; active: boolean }[]; /** Of those volunteers. */ matches: RunningMatch[]; areas: Area[]; state: Partnered; due: Due | null; /** Promised in the agreement that holds. */ promised: number | null; dialogue: Dialogue; /** Points of dialogue meetings that are not done. */ open: number; notes: Note[]; /** Signed up by itself, and not answered yet. */ signup: { id: string; receivedAt: Date; words: string | null } | null; representatives: Representative[] }
type Raw = OpenAssociation['association'] & { contacts: AssociationContact[]; agreements: (Omit<Agreement, 'fromDay' | 'toDay' | 'reviewOn'> & RawPeriod)[]; volunteers: OpenAssociation['volunteers']; matches: RunningMatch[]; allAreas: Area[]; meetings: string[]; open: number; signup: { id: string; receivedAt: string; words: string | null } | null; representatives: (Omit<Representative, 'fromDay' | 'toDay'> & { fromDay: string; toDay: string | null })[]; notes: (Omit<Note, 'onDay'> & { onDay: string })[] }

/** One association with who speaks for it, what was agreed, and who comes by it. Null where there is none for the reader. Two statements. */
export function openAssociation(actor: Actor, id: string, today: Day): Promise<OpenAssociation | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'association.read', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<Raw[]>`SELECT a.id::text, a.name, a.kind, a.about, a.offers, a.areas, a.website, a.version,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'title', c.title, 'email', c.email, 'phone', c.phone, 'ended', c.to_day IS NOT NULL) ORDER BY c.to_day IS NOT NULL, c.name), '[]') FROM association_contact c WHERE c.association_id = a.id) AS contacts,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'fromDay', p.from_day, 'toDay', p.to_day, 'reviewOn', p.review_on, 'responsibilities', p.responsibilities, 'contributions', p.contributions, 'goals', p.goals, 'insurance', p.insurance, 'dataTerms', p.data_terms, 'places', p.places, 'contacts', ${agreedContactsSql}, 'signed', (SELECT count(*) FROM partnership_file f WHERE f.partnership_id = p.id), 'by', u.name) ORDER BY p.number DESC), '[]') FROM partnership p LEFT JOIN app_user u ON u.id = p.recorded_by WHERE p.association_id = a.id) AS agreements,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.first_name || ' ' || v.last_name, 'number', v.number, 'active', l.step = 'active') ORDER BY v.number), '[]') FROM volunteer v CROSS JOIN LATERAL (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) l WHERE v.association_id = a.id AND l.step <> 'ended') AS volunteers,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'number', m.number, 'volunteerId', m.volunteer_id) ORDER BY m.number), '[]') FROM access.known_matches() m WHERE m.ended_on IS NULL AND m.volunteer_id IN (SELECT v.id FROM volunteer v WHERE v.association_id = a.id)) AS matches,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'nameDa', l.name_da, 'nameEn', l.name_en, 'retired', l.retired_on IS NOT NULL) ORDER BY l.position), '[]') FROM local_area l) AS "allAreas",
        (SELECT coalesce(jsonb_agg(m.on_day), '[]') FROM dialogue_meeting m WHERE m.association_id = a.id AND m.cancelled_on IS NULL) AS meetings,
        (SELECT count(*)::int FROM dialogue_point d JOIN dialogue_meeting m ON m.id = d.meeting_id WHERE m.association_id = a.id AND m.cancelled_on IS NULL AND d.done_on IS NULL) AS open,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'about', n.about, 'words', n.words, 'onDay', n.on_day, 'by', u.name) ORDER BY n.on_day DESC, n.id DESC), '[]') FROM association_note n LEFT JOIN app_user u ON u.id = n.recorded_by WHERE n.association_id = a.id) AS notes,
        (SELECT jsonb_build_object('id', s.id, 'receivedAt', s.received_at, 'words', s.words) FROM association_signup s WHERE s.association_id = a.id AND s.accepted IS NULL) AS signup,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'email', r.email, 'fromDay', r.from_day, 'toDay', r.to_day)), '[]') FROM access.representatives_of(a.id) r) AS representatives
      FROM association a WHERE a.id = ${id}::uuid`
    if (!row) return null
    const { contacts, agreements: raw, volunteers, matches, allAreas, meetings, open, notes, signup, representatives, ...association } = row
    const agreements = raw.map((one) => ({ ...one, ...readPeriod(one) }))
    shown({ kind: 'VIEW', action: 'association.viewed', details: { association: id } })
    const dialogue = dialogueOf(meetings.map(toDay), agreements, today, await dialogueRules(tx))
    return { association, contacts, agreements, volunteers, matches, dialogue, open, representatives: representatives.map((one) => ({ ...one, fromDay: toDay(one.fromDay), toDay: one.toDay === null ? null : toDay(one.toDay) })), signup: signup && { ...signup, receivedAt: new Date(signup.receivedAt) }, notes: notes.map((note) => ({ ...note, onDay: toDay(note.onDay) })), areas: allAreas, state: partnered(agreements, today), due: dueOf(agreements, today), promised: holdsNow(agreements, today)?.places ?? null }
  })
}

/** The choices of the form for a new one. */
export function associationAreas(actor: Actor): Promise<Area[]> {
  return readAs(actor, 'association.manage', ({ tx }) => tx.localArea.findMany({ where: { retiredOn: null }, select: { code: true, nameDa: true, nameEn: true }, orderBy: { position: 'asc' } }))
}
