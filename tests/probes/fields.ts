import { type DataClass, matrix, type Permission, type Scope } from '@/lib/access/matrix'
import { waitsFor } from './kinds'
import { type Subject, target, targets } from './people'
import type { Planted } from './planter'
import { permissionOf, type Route } from './routes'

const address = ['care_of', 'street', 'number', 'floor', 'door', 'town'].map((column) => `address.${column}`)
/** To whom somebody was referred, in the words of the consent, and what was answered. */
const referral = ['consent.recipient_name', 'referral_step.words']
/** What the timeline tells of the casework. */
const done = ['plan_goal_step.text', 'meeting_minute.text']
const said = ['attempt.note', 'outreach_task.postpone_reason', 'reply.message']

/** On the pages of those who care for somebody from day to day. */
const sticky = 'person_note.text'
const goals = ['plan_goal_step.text', 'plan_goal_step.needs', 'plan_agreement.text', 'plan_agreement.who_words']
const week = ['activity', 'place', 'company'].map((column) => `plan_slot.${column}`)

/** The answer to "what do you hold about me?" is all of it. */
export const EVERYTHING = '*'

/**
 * What a page or file may show that is confidential (K3) or dangerous (K4), of somebody the reader reaches. Written by hand, asked of no
 * code: a column that is not here is a leak, and one that is here and never seen is a line too many. Ordinary personal data (K2) goes with
 * the permission that opens the page.
 */
export const shows: Record<string, readonly string[]> = {
  // The town tells people of one name apart.
  '/people': ['address.town'], '/api/palette': ['address.town'],
  '/outreach': ['address.town', ...said], '/outreach/export': ['address.town'], '/outreach/replies': ['reply.message'],
  '/outreach/letters/[letterId]': ['stored_file.bytes'], '/people/[personId]/letters/[letterId]': ['stored_file.bytes'], '/outreach/runs/[runId]/files/[fileId]': ['stored_file.bytes'],
  '/outreach/runs/[runId]/people/[personId]': ['run_member.note'],
  '/people/[personId]': [sticky, ...address, ...said, ...done, ...referral, 'contact.next_step', 'task.text'], '/people/[personId]/timeline': [...said, ...done, ...referral],
  '/people/[personId]/referrals': ['referral.why', ...referral],
  '/people/[personId]/data': [...address, 'person.communication_note', 'person_protection.source', 'person.protection_source', 'person_protection.lift_reason', 'veteran_profile.resources', 'veteran_profile.wishes'],
  '/people/[personId]/edit/[section]': ['person.communication_note', 'veteran_profile.resources', 'veteran_profile.wishes'],
  // What the source of a protection was before it ended, for those who read it on the page of data.
  '/people/[personId]/history': [...address, 'person.protection_source', 'veteran_profile.resources', 'veteran_profile.wishes'],
  '/': ['contact.next_step'],
  '/caseload': [sticky, 'contact.next_step', 'contact.agreed', 'case_file.about', 'task.text'],
  '/caseload/export': ['contact.next_step'],
  '/contacts/new': ['address.town', 'contact.next_step', 'contact_draft.fields'],
  '/people/[personId]/cases': [sticky, 'case_file.about', 'case_state.words', 'case_move.words', 'case_transfer.message', 'case_transfer.answer_words', 'contact.next_step', 'meeting_item.words', 'meeting_minute.text'],
  // Of a referral that goes on: to whom.
  '/handover/brief/[absenceId]': ['contact.agreed', 'contact.next_step', 'task.text', sticky, 'consent.recipient_name'],
  '/handover/[userId]': ['case_file.about'],
  '/meetings/[meetingId]': ['case_file.about', 'meeting_item.words', 'meeting_minute.text'],
  '/people/[personId]/cases/[caseId]/method': ['case_file.about', 'case_move.words'],
  '/people/[personId]/contacts': [sticky, 'contact.agreed', 'contact.next_step', 'contact_note.text', 'contact_addition.text', 'contact_draft.fields'],
  '/people/[personId]/contacts/report': ['contact.agreed', 'contact_note.text'], '/people/[personId]/contacts/report/file': ['contact.agreed', 'contact.next_step', 'contact_note.text', 'contact_addition.text'],
  '/people/[personId]/progress': ['progress_aim.text', 'progress_value.words'], '/people/[personId]/progress/report': ['progress_aim.text', 'progress_value.words'],
  // The next step is where a task may be written from.
  '/people/[personId]/tasks': [sticky, 'task.text', 'task_event.reason', 'contact.next_step'], '/tasks': ['task.text', 'task_event.reason'],
  '/people/[personId]/plan': [sticky, ...goals, 'plan_goal_step.reason', 'plan_agreement_step.words'], '/people/[personId]/plan/week': week,
  // For the citizen: what became of it, and why, is not on the paper.
  '/people/[personId]/plan/print': [...goals, ...week],
  '/people/[personId]/consents': ['consent.recipient_name', 'consent.evidence', 'consent.wording', 'consent_withdrawal.note'],
  // What is taken back is read through once more.
  '/people/[personId]/consents/[consentId]/withdraw': ['consent.recipient_name'],
  '/people/[personId]/companions': ['companion_meeting.what', 'companion_meeting.place', 'companion_meeting.meeting_point', 'companion_meeting.kin_name', 'power_of_attorney.given_to', 'power_of_attorney.covers', 'power_of_attorney.evidence'],
  '/people/[personId]/companions/[companionId]': ['companion_meeting.what', 'companion_meeting.place', 'companion_meeting.meeting_point', 'companion_meeting.kin_name', 'companion_step.note', 'companion_step.agenda'],
  // Who may be chosen as party representative.
  '/people/[personId]/companions/new': ['power_of_attorney.given_to'],
  '/people/[personId]/waiting': ['volunteer_request.words'],
  '/volunteers/[volunteerId]': ['volunteer.skills', 'volunteer.limits', 'volunteer_step.words'], '/volunteers/[volunteerId]/[change]': ['volunteer.skills', 'volunteer.limits'],
  '/associations/[associationId]/agreements/[partnershipId]/signed/[signedId]': ['stored_file.bytes'], '/min-forening/aftale/[signedId]': ['stored_file.bytes'],
  '/volunteers/expenses/[expenseId]/receipt': ['stored_file.bytes'],
  '/volunteers/expenses/[expenseId]': ['volunteer_expense.purpose', 'volunteer_expense.receipt', 'volunteer_expense_step.reason'],
  '/people/duplicates/[pairId]': [...address, 'person.communication_note'],
  '/protection/holds': ['legal_hold.reason', 'legal_hold.end_reason'], '/protection/requests/[request]': [EVERYTHING], '/protection/requests/[request]/file': ['stored_file.bytes'],
  '/imports/[batchId]': ['address.town', 'import_row.cells', 'import_row.parsed'],
}
/** Pages whose parts ask each for a permission of their own, beside the one that opens the page. */
const asks: Record<string, readonly Permission[]> = {
  '/': ['person.search', 'case.read'], '/protection/requests/[request]': ['subject.export'],
  // Whom to give the cases to; the cases by the right to read them, which their table asks for.
  '/handover/[userId]': ['case.read'],
  // The citizen's half by consent, the volunteer's by the right to volunteers.
  '/volunteers/requests/[requestId]': ['volunteer.read'], '/volunteers/plan': ['volunteer.read'], '/volunteers/concerns': ['volunteer.read'], '/volunteers/matches': ['volunteer.read'], '/volunteers/matches/[matchId]': ['volunteer.read'], '/volunteers/[volunteerId]': ['volunteer.match'],
}
/** What those see who otherwise see no content: the officer keeps the register of requests and holds, and writes these words down. */
const ofRegister: Record<string, readonly string[]> = { '/protection/requests/[request]': ['subject_request.identity'], '/protection/holds': ['legal_hold.reason', 'legal_hold.end_reason'], '/reviews': ['access_reason.note'],
  '/protection/breaches': ['breach.title'], '/protection/breaches/[breach]': ['title', 'happened', 'data_kinds', 'consequences'].map((column) => `breach.${column}`),
}
/** Whoever approves what a volunteer paid reads what it was for, and nowhere whose it is (ADR 0057). */
const approves: Record<string, readonly string[]> = { '/volunteers/expenses/[expenseId]': ['volunteer_expense.purpose', 'volunteer_expense.receipt', 'volunteer_expense_step.reason'] }
/** Whoever leads a unit looks after what its colleagues opened, and reads the reason they gave (access.reviews). */
const looksAfter: Record<string, readonly string[]> = { '/reviews': ['access_reason.note'] }
/** What somebody wrote down about themselves: they read it back, nobody else, and it is not matched against the register for them. */
const declaredBy: Record<string, readonly string[]> = { coordinator: ['declared', 'stated by name'], officer: ['officer-kin'] }
const declared = ['staff_relation.stated_name', 'person.first_name', 'person.last_name']
export const ownWords = (path: string, subject: Subject, { person, table, column }: Planted): boolean =>
  // The answer to a form brings the page it was sent from anew: the probes send theirs from the account page.
  (path === '/account' || path.startsWith('lib/')) && declared.includes(`${table}.${column}`) && targets.some(({ key, id }) => id === person && declaredBy[subject.key]?.includes(key))
/** Behind a consent that holds, to the unit of the reader: the fields that were agreed to and the words it was done with, of people they otherwise do not reach. */
const onCard: Record<string, readonly string[]> = {
  '/shared': ['person.first_name', 'person.last_name'],
  '/shared/[consentId]': ['person.first_name', 'person.last_name', 'person.communication_note', 'contact_point.value', 'consent.wording'],
}
const sharedWith: Record<string, readonly string[]> = { caseworker: ['consented', 'ordinary'], 'volunteer lead': ['consented', 'secret'] }
const named = ['person.first_name', 'person.last_name']
/** Where those who lead volunteers read of whom they were told, by a consent to refer that names what is needed (ADR 0045); of whoever is protected, nowhere. */
export const byReferral: Record<string, readonly string[]> = {
  '/volunteers/waiting': named, '/volunteers/plan': named, '/volunteers/requests/[requestId]': [...named, 'volunteer_request.words'], '/volunteers/figures/rows': named, '/volunteers/[volunteerId]': named,
  '/volunteers/matches': named, '/volunteers/matches/[matchId]': [...named, 'volunteer_check_in.words', 'volunteer_follow_up.words'], '/volunteers/concerns': [...named, 'volunteer_match_concern.words'],
}
const referred = ['consented']
/** A case of the unit that nobody has is told of by name, so that somebody takes it. */
const unclaimed = ['person.first_name', 'person.last_name', 'case_file.about']
/** Scopes that hold people at all: figures and metadata do not. */
const ofPeople: readonly Scope[] = ['programme', 'assigned', 'own']
/** Where somebody lives, in itself or on a letter to them. */
const tellsPlace = ['address', 'protected_address', 'stored_file']
export const cleared = ['coordinator', 'colleague']

export function mayShow(permission: Permission, subject: Subject, dataClass: string): boolean {
  const { dataClass: highest, scopes } = matrix[permission] as { dataClass: DataClass; scopes: Partial<Record<string, Scope>> }
  return dataClass <= highest && subject.roles.some((role) => ofPeople.includes(scopes[role] ?? 'metadata'))
}

/** Whether the reader reaches the person, and their place where they are protected. What belongs to nobody goes with the page. */
export function reachesPerson(subject: Subject, planted: Planted): boolean {
  const who = targets.find(({ id }) => id === planted.person)
  if (!who) return planted.person === ''
  if (['P1', 'P2'].includes(who.protection) && tellsPlace.includes(planted.table) && !cleared.includes(subject.key)) return false
  return who.reachedBy.includes(subject.key)
}

/** Files are classed by the worst there is; what an association has signed is what whoever may open the page knows of it anyway. */
const ofAssociations = ['/associations/[associationId]/agreements/[partnershipId]/signed/[signedId]', '/min-forening/aftale/[signedId]']
const classAt = (route: Route, { person, table, column }: Planted, dataClass: string): string => (person === '' && `${table}.${column}` === 'stored_file.bytes' && ofAssociations.includes(route.path) ? 'K2' : dataClass)

/** Whether this may stand in the answer of this route to this reader. */
export function allowed(route: Route, subject: Subject, planted: Planted, classed: string): boolean {
  const dataClass = classAt(route, planted, classed)
  const column = `${planted.table}.${planted.column}`
  if (subject.key === 'officer' && planted.person !== target('officer-kin').id && ofRegister[route.path]?.includes(column)) return true
  if (subject.key === 'manager' && planted.person === '' && approves[route.path]?.includes(column)) return true
  if (subject.key === 'manager' && looksAfter[route.path]?.includes(column)) return true
  if (ownWords(route.path, subject, planted)) return true
  if (route.path === '/caseload' && unclaimed.includes(column) && targets.some(({ id, key }) => id === planted.person && waitsFor(key).includes(subject.key))) return true
  if (onCard[route.path]?.includes(column) && sharedWith[subject.key]?.some((key) => target(key).id === planted.person)) return true
  if (subject.key === 'volunteer lead' && byReferral[route.path]?.includes(column) && referred.some((key) => target(key).id === planted.person)) return true
  if (![permissionOf(route) ?? [], asks[route.path] ?? []].flat().some((permission) => mayShow(permission, subject, dataClass))) return false
  if (dataClass >= 'K3' && ![EVERYTHING, column].some((one) => shows[route.path]?.includes(one))) return false
  // What stands in a file is known to whoever sent it in, for as long as they may see whom it is about; of whoever is gone it stays.
  if (planted.table === 'import_row') return subject.key === 'colleague' && (reachesPerson(subject, planted) || targets.some(({ id, past }) => id === planted.person && past === 'deleted'))
  return reachesPerson(subject, planted)
}
