import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { CompanionRole } from '../companions/rules'
import type { Paper } from '../path/rules'
import type { TrainingKind } from '../training/rules'
import type { OwnCourse, OwnGoing, OwnPaper } from './rules'

export type OwnFacts = {
  number: number; firstName: string; lastName: string; email: string | null; phone: string | null; roles: string[]; areas: string[]; times: string[]; languages: string[]; limits: string | null; capacity: number; monthlyLimit: number | null
  association: string | null; step: 'active' | 'paused'; stepOn: Day; /** Of a pause. */ backOn: Day | null; version: number
}
export type OwnTraining = { kind: TrainingKind; title: string; onDay: Day; minutes: number | null }
export type OwnContact = { unit: string; phone: string | null; email: string | null; person: string | null; personPhone: string | null }
/** A match that runs, with what the citizen lets the volunteer know at this moment. */
export type OwnMeeting = { id: string; onDay: Day; met: boolean; minutes: number | null; mayTakeBack: boolean }
export type OwnCompanion = { starts_at: string; ends_at: string; what: string; place: string; postcode: string; meeting_point: string | null; agreed_role: CompanionRole; meeting_language: string }
export type OwnMatch = { id: string; number: number; role: string; startedOn: Day; firstName: string; phones: string[]; emails: string[]; languages: string[]; /** The newest first. */ meetings: OwnMeeting[]; /** Of a companion to one meeting. */ companion: OwnCompanion | null }
/** Somebody waits and the volunteer is asked. `id`: of the request. */
export type OwnQuestion = { id: string; role: string; about: string; areas: string[]; times: string[]; languages: string[]; askedOn: Day }
export type OwnPage = { questions: OwnQuestion[]; matches: OwnMatch[]; courses: OwnCourse[]; facts: OwnFacts; papers: OwnPaper[]; trainings: OwnTraining[]; contact: OwnContact | null }
type PaperRow = { kind: string; name: string; needed: boolean; number: number | null; state: Paper['state']; onDay: string; expiresOn: string | null }
type Locale = 'da' | 'en'
const or = (day: string | null): Day | null => (day === null ? null : toDay(day))

async function readFacts(tx: Tx, locale: Locale): Promise<OwnFacts | null> {
  const [row] = await tx.$queryRaw<(Omit<OwnFacts, 'stepOn' | 'backOn'> & { stepOn: string; backOn: string | null })[]>`SELECT number, first_name AS "firstName", last_name AS "lastName", email, phone, roles, areas, times, languages, limits, capacity, monthly_limit AS "monthlyLimit",
    association, step, step_on::text AS "stepOn", back_on::text AS "backOn", version FROM access.my_facts(${locale})`
  return row ? { ...row, stepOn: toDay(row.stepOn), backOn: or(row.backOn) } : null
}

async function readPapers(tx: Tx, locale: Locale): Promise<OwnPaper[]> {
  const rows = await tx.$queryRaw<PaperRow[]>`SELECT kind, name, needed, number, state, on_day::text AS "onDay", expires_on::text AS "expiresOn" FROM access.my_papers(${locale})`
  const kinds = new Map<string, OwnPaper & { papers: Paper[] }>()
  for (const { kind, name, needed, number, state, onDay, expiresOn } of rows) {
    const one = kinds.get(kind) ?? { kind, name, needed, papers: [] }
    if (number !== null) one.papers.push({ kind, number, state, onDay: toDay(onDay), expiresOn: or(expiresOn) })
    kinds.set(kind, one)
  }
  return [...kinds.values()]
}

async function readMatches(tx: Tx, locale: Locale): Promise<OwnMatch[]> {
  const found = await tx.$queryRaw<(Omit<OwnMatch, 'startedOn' | 'meetings'> & { startedOn: string })[]>`SELECT id::text, number, role, started_on::text AS "startedOn", first_name AS "firstName", phones, emails, languages, (SELECT to_jsonb(c) FROM access.my_companion_meetings() c WHERE c.match_id = o.id) AS companion FROM access.my_matches(${locale}) o`
  const rows = found.length === 0 ? [] : await tx.$queryRaw<(Omit<OwnMeeting, 'onDay'> & { matchId: string; onDay: string })[]>`SELECT id::text, match_id::text AS "matchId", on_day::text AS "onDay", met, minutes, may_take_back AS "mayTakeBack" FROM access.my_meetings()`
  return found.map((one) => ({ ...one, startedOn: toDay(one.startedOn), meetings: rows.filter(({ matchId }) => matchId === one.id).map(({ matchId: _, ...row }) => ({ ...row, onDay: toDay(row.onDay) })) }))
}

/** One match of one's own that runs; null for every other. What was handed out is logged by the function that reads it. */
export async function ownMatch(actor: Actor, matchId: string, locale: Locale): Promise<OwnMatch | null> {
  if (!z.uuid().safeParse(matchId).success) return null
  return readAs(actor, 'volunteer.own', async ({ tx }) => (await readMatches(tx, locale)).find(({ id }) => id === matchId) ?? null)
}

const readCourses = async (tx: Tx): Promise<OwnCourse[]> =>
  (await tx.$queryRaw<(Omit<OwnCourse, 'onDay'> & { onDay: string })[]>`SELECT id::text, kind, title, on_day::text AS "onDay", starts, minutes, place, signed, room, cancelled FROM access.my_courses()`).map((one) => ({ ...one, onDay: toDay(one.onDay) }))

/** Everything on a volunteer's own page. Null where whoever asks is no volunteer with a login that holds. Eight statements. */
export function ownPage(actor: Actor, locale: Locale): Promise<OwnPage | null> {
  return readAs(actor, 'volunteer.own', async ({ tx, shown }) => {
    const facts = await readFacts(tx, locale)
    if (!facts) return null
    const [matches, papers, courses] = [await readMatches(tx, locale), await readPapers(tx, locale), await readCourses(tx)]
    const questions = await tx.$queryRaw<(Omit<OwnQuestion, 'askedOn'> & { askedOn: string })[]>`SELECT id::text, role, about, areas, times, languages, asked_on::text AS "askedOn" FROM access.my_questions(${locale})`
    const trainings = await tx.$queryRaw<(Omit<OwnTraining, 'onDay'> & { onDay: string })[]>`SELECT kind, title, on_day::text AS "onDay", minutes FROM access.my_trainings()`
    const [contact] = await tx.$queryRaw<OwnContact[]>`SELECT unit, phone, email, person, person_phone AS "personPhone" FROM access.my_contact(${locale})`
    shown({ kind: 'VIEW', action: 'volunteer.own-viewed' })
    return { questions: questions.map((one) => ({ ...one, askedOn: toDay(one.askedOn) })), matches, courses, facts, papers, trainings: trainings.map((one) => ({ ...one, onDay: toDay(one.onDay) })), contact: contact ?? null }
  })
}

/** What the form of times and the calendar are made from. Of meetings one goes along to when they are, and nothing else. */
export function ownFacts(actor: Actor, locale: Locale): Promise<{ facts: OwnFacts; papers: OwnPaper[]; courses: OwnCourse[]; going: OwnGoing[] } | null> {
  return readAs(actor, 'volunteer.own', async ({ tx, shown }) => {
    const facts = await readFacts(tx, locale)
    if (!facts) return null
    shown({ kind: 'VIEW', action: 'volunteer.own-viewed' })
    const going = await tx.$queryRaw<OwnGoing[]>`SELECT match_id::text AS id, starts_at AS "startsAt", ends_at AS "endsAt" FROM access.my_companion_meetings()`
    return { facts, papers: await readPapers(tx, locale), courses: await readCourses(tx), going }
  })
}
