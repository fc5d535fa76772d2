import { randomUUID } from 'node:crypto'
import { type Subject, target, targets } from './people'
import type { World } from './world'

/** An id that is tried: who reaches the row behind it, where they may at all; `permitted`: everybody with the permission. */
export type Candidate = { id: string; what: string; reachedBy: readonly string[] | 'permitted' }

const ofPeople = (table: string, column = 'id') => (world: World): Candidate[] =>
  [...(world.rows.get(table) ?? [])].map(([key, row]) => ({ id: String(row[column]), what: `${table} of ${key}`, reachedBy: target(key).reachedBy }))
const plain = (what: string, ids: (world: World) => readonly string[]) => (world: World): Candidate[] => ids(world).map((id, at) => ({ id, what: `${what} ${at + 1}`, reachedBy: 'permitted' as const }))

/** Whom an unclaimed case of the coordinators’ unit waits for. */
export function waitsFor(key: string): readonly string[] {
  const { past, protection, reachedBy } = target(key)
  if (past === 'merged' || past === 'deleted') return []
  const family = !key.startsWith('emergency') && reachedBy.includes('uncleared') && !reachedBy.includes('coordinator')
  return family || protection === 'P3' ? ['colleague'] : ['coordinator', 'colleague']
}

/** The kinds of id an address or a form may hold. The first that a subject reaches is what the probes take for a right one. */
export const kinds = {
  person: ofPeople('person_role', 'person_id'),
  ...Object.fromEntries(['letter', 'reply', 'talk', 'attempt', 'outreach_task', 'invitation', 'deployment', 'competence', 'relation', 'person_role', 'assignment', 'contact_point', 'duplicate_pair', 'person_merge', 'wish', 'person_protection', 'import_row', 'outbox_message'].map((table) => [table, ofPeople(table)])),
  address: (world: World) => [...ofPeople('address')(world), ...ofPeople('protected_address')(world)],
  // Who has looked at somebody may be asked about everybody the register holds, but the officer's own family.
  'looked up': (): Candidate[] => targets.map(({ key, id, past }) => ({ id, what: `looked up of ${key}`, reachedBy: past === 'deleted' || key === 'officer-kin' ? [] : ['officer'] })),
  // Who sees somebody, and why: asked of everybody who stands in the register by themselves, and not by the officer about their own family.
  explained: (): Candidate[] => targets.map(({ key, id, past }) => ({ id, what: `explained of ${key}`, reachedBy: past === 'deleted' || past === 'merged' ? [] : key === 'officer-kin' ? ['administrator'] : ['administrator', 'officer'] })),
  // The officer keeps the register of requests; whose they are only those who reach the person.
  subject_request: (world: World): Candidate[] => ofPeople('subject_request')(world).map((one) => (/ of (officer-kin|deleted)$/.test(one.what) ? one : { ...one, reachedBy: [...one.reachedBy, 'officer'] })),
  legal_hold: (world: World): Candidate[] => ofPeople('legal_hold')(world).map((one) => (/ of (officer-kin|deleted)$/.test(one.what) ? one : { ...one, reachedBy: [...one.reachedBy, 'officer'] })),
  retention_run: plain('run of erasure', (world) => [world.retention]),
  // Whom a colleague is close to: ended by the administrator, without learning who it is.
  staff_relation: (world: World): Candidate[] => [...(world.rows.get('staff_relation') ?? [])].map(([key, row]) => ({ id: String(row.id), what: `relation to ${key}`, reachedBy: ['administrator'] })),
  consent: ofPeople('consent'),
  referral: ofPeople('referral'),
  // The planted ones are to nobody who signs in.
  received: (world: World): Candidate[] => ofPeople('referral')(world).map((one) => ({ ...one, what: `received ${one.what}`, reachedBy: [] })),
  case_file: ofPeople('case_file'),
  // Cases of the coordinators’ unit that nobody has: told of by name, also of people out of reach; not one’s own family, nor somebody shielded.
  unclaimed: (world: World): Candidate[] => ofPeople('case_file')(world).map((one) => ({ ...one, what: `unclaimed ${one.what}`, reachedBy: waitsFor(one.what.slice('case_file of '.length)) })),
  // Matches as well, and by their number alone; not of one’s own family or one’s own.
  match: (world: World): Candidate[] => ofPeople('volunteer_match')(world).map((one) => ({ ...one, reachedBy: one.what.endsWith(' of deleted') ? [] : ['volunteer lead'] })),
  // The planted matches are another volunteer's than the one who signs in; what worries volunteers is for whoever leads them.
  'own match': (world: World): Candidate[] => ofPeople('volunteer_match')(world).map((one) => ({ ...one, what: `own ${one.what}`, reachedBy: [] })),
  'own question': (world: World): Candidate[] => ofPeople('volunteer_request')(world).map((one) => ({ ...one, what: `own ${one.what}`, reachedBy: [] })),
  'own meeting': (world: World): Candidate[] => ofPeople('volunteer_match_meeting')(world).map((one) => ({ ...one, reachedBy: [] })),
  concern: (world: World): Candidate[] => ofPeople('volunteer_match_concern')(world).map((one) => ({ ...one, reachedBy: one.what.endsWith(' of deleted') ? [] : ['volunteer lead'] })),
  // What has ended is neither ended nor followed up; of the world's one runs.
  'running match': (world: World): Candidate[] => ofPeople('volunteer_match')(world).map((one) => ({ ...one, reachedBy: one.what.endsWith(' of ordinary') ? ['volunteer lead'] : [] })),
  // A letter's code opens no question about a volunteer.
  'other code': (world: World): Candidate[] => Object.entries(world.codes).map(([what, id]) => ({ id, what: `${what} code`, reachedBy: [] })),
  // Whoever leads volunteers opens every request that waits, by its number where the name may not be known.
  waiting: (world: World): Candidate[] => ofPeople('volunteer_request')(world).map((one) => ({ ...one, reachedBy: ['merged', 'deleted'].includes(target(one.what.split(' of ')[1] ?? '').past ?? '') ? [] : ['volunteer lead'] })),
  case_view: (world: World) => [{ id: world.view, what: 'a view of the colleague', reachedBy: ['colleague'] }],
  method: plain('method', (world) => world.reference.methodIds),
  'method version': plain('method version', (world) => world.reference.methods),
  case_transfer: ofPeople('case_transfer'),
  ...Object.fromEntries(['plan_goal', 'plan_agreement', 'plan_schedule', 'plan_slot', 'volunteer_request', 'companion_meeting', 'power_of_attorney'].map((table) => [table, ofPeople(table)])),
  contact: ofPeople('contact'),
  task: ofPeople('task'),
  progress_measurement: ofPeople('progress_measurement'),
  progress_aim: ofPeople('progress_aim'),
  meeting_item: ofPeople('meeting_item'),
  absence: (world: World) => [{ id: world.absence, what: 'an absence of the colleague', reachedBy: ['coordinator', 'colleague', 'uncleared'] }],
  'standard text': (world: World) => [{ id: world.standardText, what: 'a standard text of the coordinators’ unit', reachedBy: ['coordinator', 'colleague'] }],
  meeting: (world: World) => [{ id: world.meeting, what: 'a meeting of the coordinators’ unit', reachedBy: ['coordinator', 'colleague'] }],
  ...Object.fromEntries((['association', 'association_contact', 'partnership', 'partnership_file', 'dialogue_meeting', 'dialogue_point', 'workplace', 'signed up', 'association_signup', 'association_representative', 'partnership_contact'] as const).map((name, at) => [name, plain(name, (world) => [world.association[at] ?? ''])])),
  course: plain('course', (world) => [world.course]),
  expense: plain('expense', (world) => [world.expense]),
  volunteer_tie: ofPeople('volunteer_tie'),
  volunteer: plain('volunteer', (world) => [world.volunteer]), group: plain('group', (world) => [world.group]),
  // Of whoever types it: the colleague.
  contact_draft: (world: World): Candidate[] => ofPeople('contact_draft')(world).map((one) => ({ ...one, reachedBy: one.reachedBy === 'permitted' ? [] : one.reachedBy.filter((key) => key === 'colleague') })),
  // To the caseworker’s unit: live, of nobody who is shielded.
  // And to those who lead volunteers: the card of a protected address as well, without it; not what was taken back, nor a shielded person.
  shared: (world: World): Candidate[] => [
    ...[...(world.rows.get('shared') ?? [])].map(([key, row]) => ({ id: String(row.id), what: `consent of ${key}`, reachedBy: ['consented', 'ordinary'].includes(key) ? ['caseworker'] : [] })),
    ...[...(world.rows.get('referred') ?? [])].map(([key, row]) => ({ id: String(row.id), what: `referral of ${key}`, reachedBy: ['consented', 'secret'].includes(key) ? ['volunteer lead'] : [] })),
  ],
  access_reason: (world: World): Candidate[] => ofPeople('access_reason')(world).map((one) => ({ ...one, reachedBy: one.what.endsWith(' of officer-kin') ? [] : ['officer'] })),
  // Of somebody who is away: ended by nobody else, and looked at by the officer, but where it was their own family.
  glass: (world: World): Candidate[] => ofPeople('break_glass')(world).map((one) => ({ ...one, reachedBy: [] })),
  'glass to review': (world: World): Candidate[] => ofPeople('break_glass')(world).map((one) => ({ ...one, reachedBy: one.what.endsWith(' of officer-kin') ? [] : ['officer'] })),
  breach: (world: World) => [{ id: world.breach, what: 'a breach', reachedBy: ['officer'] }],
  unusual: (world: World) => [{ id: world.unusual[0], what: 'a look-up of the colleague', reachedBy: ['officer'] }, { id: world.unusual[1], what: 'a look-up about the officer’s family', reachedBy: [] }, { id: world.unusual[2], what: 'a look-up of the officer', reachedBy: [] }],
  welcome: (world: World) => [{ id: world.welcome, what: 'an invitation that ran out', reachedBy: [] }],
  'login request': plain('login that was asked for', (world) => [world.loginRequest]),
  right_proposal: (world: World) => [{ id: world.proposal, what: 'a right for somebody of no unit', reachedBy: ['administrator'] }],
  slot: (world: World) => ofPeople('talk', 'slot_id')(world).map((one) => ({ ...one, reachedBy: 'permitted' as const })),
  run: plain('run', (world) => world.runs),
  file: plain('print file', (world) => world.files),
  event: plain('event', (world) => world.events),
  batch: plain('import', (world) => [world.batch]),
  'own batch': (world: World) => [{ id: world.batch, what: 'an import of the colleague', reachedBy: ['colleague'] }],
  user: (world: World): Candidate[] => Object.entries(world.users).map(([key, id]) => ({ id, what: `user ${key}`, reachedBy: 'permitted' as const })),
  template: plain('template', (world) => world.reference.templates),
  version: plain('template version', (world) => world.reference.versions),
  offer: plain('offer', (world) => world.reference.offers),
  partner: plain('partner', (world) => world.reference.partners),
  unit: plain('unit', (world) => world.reference.units),
  municipality: plain('municipality', (world) => world.reference.municipality),
  rule: plain('rule', () => ['yearly-letter']),
  search: (world: World) => [{ id: world.search, what: 'a search of the colleague', reachedBy: ['colleague'] }],
  session: (world: World) => [{ id: world.session, what: 'a session of the colleague', reachedBy: ['colleague'] }],
  code: (world: World) => Object.entries(world.codes).map(([what, id]) => ({ id, what: `${what} code`, reachedBy: what === 'live' ? ('permitted' as const) : [] })),
  token: (world: World) => [{ id: world.feed, what: 'a calendar feed that was ended', reachedBy: [] }],
} satisfies Record<string, (world: World) => Candidate[]>
export type Kind = keyof typeof kinds | (string & {})

/** What stands in the address under this name. By route where one name means two things. */
const parameters: Record<string, Kind> = {
  absenceId: 'absence', meetingId: 'meeting', groupId: 'group', companionId: 'companion_meeting', volunteerId: 'volunteer', expenseId: 'expense', courseId: 'course', requestId: 'volunteer_request', associationId: 'association', partnershipId: 'partnership', signedId: 'partnership_file', '/associations/[associationId]/turn-down associationId': 'signed up', dialogueId: 'dialogue_meeting', workplaceId: 'workplace', method: 'method', caseId: 'case_file', consentId: 'consent', '/shared/[consentId] consentId': 'shared', '/volunteers/requests/[requestId] requestId': 'waiting', personId: 'person', unitId: 'unit', letterId: 'letter', runId: 'run', fileId: 'file', versionId: 'version', offer: 'offer', event: 'event', userId: 'user', pairId: 'duplicate_pair', batchId: 'batch', token: 'token', request: 'subject_request', run: 'retention_run', breach: 'breach', entry: 'unusual', '/velkommen/[token] token': 'welcome',
  '/admin/rules/[code] code': 'rule', '/svar/ code': 'code', '/frivillig/svar/[code] code': 'other code', '/frivillig/tjek/[code] code': 'other code', '/volunteers/matches/[matchId]/end matchId': 'running match', '/volunteers/matches/[matchId]/follow-up matchId': 'running match', matchId: 'match', ownMatch: 'own match', '/imports/[batchId]/bad-rows batchId': 'own batch',
}
/** Parameters that name no row: the values there are; of one route where its own differ. */
export const choices: Record<string, readonly string[]> = { section: ['person', 'status', 'protection', 'cpr', 'profile', 'contact', 'address', 'role', 'deployment', 'competence', 'lift', 'nothing'], change: ['hold', 'close', 'give', 'transfer', 'professional', 'nothing'], kind: ['attempt', 'letter', 'nothing'], area: ['people', 'nothing'], scale: ['challenge', 'nothing'], list: ['papers', 'areas', 'groups', 'nothing'], item: ['new', 'nothing'],
  '/volunteers/[volunteerId]/[change] change': ['edit', 'invited', 'talked', 'ended', 'training', 'showing', 'thanks', 'paper-criminal-record', 'nothing'], '/associations/[associationId]/[change] change': ['edit', 'contact', 'partnership', 'note', 'nothing'] }
export const choicesOf = (route: string, name: string): readonly string[] => choices[`${route} ${name}`] ?? choices[name] ?? []
/** Of the framework: no row is looked for. */
const free = new Set(['missing', 'nextauth'])

export function kindOfParameter(route: string, name: string): Kind | null {
  if (free.has(name) || name in choices) return null
  const found = parameters[`${route} ${name}`] ?? (route.startsWith('/svar/') ? parameters[`/svar/ ${name}`] : undefined) ?? parameters[name]
  if (!found) throw new Error(`The route ${route} has a parameter [${name}]. Say in tests/probes/kinds.ts what kind of id it is`)
  return found
}

/** What a form's field of this name holds the id of. */
const fields: Record<string, Kind> = {
  absenceId: 'absence', all: 'user', personId: 'person', alsoPersonId: 'person', relatedId: 'person', person: 'person', relativeOf: 'person', userId: 'user', unitId: 'unit', toId: 'unit', user: 'user', people: 'person', sessionId: 'session', batch: 'batch', pairId: 'duplicate_pair', mergeId: 'person_merge',
  consentId: 'consent', referralId: 'referral', receivedId: 'received', caseId: 'case_file', transferId: 'case_transfer', unclaimedId: 'unclaimed', viewId: 'case_view', meetingId: 'meeting', meetingItemId: 'meeting_item', participants: 'user', contactId: 'contact', standardTextId: 'standard text', draftId: 'contact_draft', relationId: 'staff_relation', taskId: 'outreach_task', replyId: 'reply', talkId: 'talk', slotId: 'slot', runId: 'run', letterId: 'letter', templateId: 'template', firstTemplateId: 'template', versionId: 'version', eventId: 'event', methodVersionId: 'method version', methodId: 'method',
  task: 'task', after: 'task', contact: 'contact', measurementId: 'progress_measurement', aimId: 'progress_aim',
  companionId: 'companion_meeting', attorneyId: 'power_of_attorney',
  volunteerId: 'volunteer', wish: 'volunteer', leaderId: 'volunteer', groupId: 'group', expenseId: 'expense', courseId: 'course', present: 'volunteer', associationId: 'association', associationContactId: 'association_contact', partnershipId: 'partnership', dialogueId: 'dialogue_meeting', dialoguePointId: 'dialogue_point', workplaceId: 'workplace', signupId: 'association_signup', representativeId: 'association_representative', agreedContactId: 'partnership_contact', volunteerRequestId: 'volunteer_request', tieId: 'volunteer_tie', goalId: 'plan_goal', parentId: 'plan_goal', agreementId: 'plan_agreement', scheduleId: 'plan_schedule', copy: 'plan_schedule', planSlotId: 'plan_slot',
  holdId: 'legal_hold', breachId: 'breach', lookupId: 'unusual', messageId: 'outbox_message', requestId: 'subject_request', matchId: 'match', ownMatch: 'own match', ownMeeting: 'own meeting', ownQuestion: 'own question', concernId: 'concern', proposalId: 'right_proposal', loginRequestId: 'login request', invitationId: 'invitation', offerId: 'offer', partnerId: 'partner', attemptId: 'attempt', s: 'search', id: 'municipality',
}
/** The id of a row, or of a run, among several kinds: by what the action is about. */
const rowKinds: Record<string, Kind> = {
  saveDeployment: 'deployment', removeDeployment: 'deployment', removeCompetence: 'competence', endRelation: 'relation', endRole: 'person_role', endAssignment: 'assignment', endAddress: 'address', saveAddress: 'address',
  reviewReason: 'access_reason', endGlass: 'glass', reviewGlass: 'glass to review', approveRetention: 'retention_run', declineRetention: 'retention_run', endContact: 'contact_point', saveContact: 'contact_point', setHome: 'relation', restateProtection: 'person_protection', liftProtection: 'person_protection',
}

export function kindOfField(action: string, field: string): Kind | null {
  // Made by the form itself, for sending it once; and for keeping what is typed, which nothing may have been yet. Another's is left alone (tests/integration/casework).
  if (field === 'submission' || (field === 'draftId' && / (logContact|keepDraft)$/.test(action))) return null
  const found = rowKinds[['row', 'runId', 'id'].includes(field) ? (action.split(' ')[1] ?? '') : ''] ?? fields[field]
  if (!found) throw new Error(`The action ${action} has a field ${field} that takes an id. Say in tests/probes/kinds.ts of what`)
  return found
}

export function candidatesOf(world: World, kind: Kind): Candidate[] {
  const list = (kinds as Record<string, (world: World) => Candidate[]>)[kind]
  if (!list) throw new Error(`No kind of id is called ${kind}`)
  return list(world)
}

export function reaches(subject: Subject, candidate: Candidate, permitted: boolean): boolean {
  return permitted && (candidate.reachedBy === 'permitted' || candidate.reachedBy.includes(subject.key))
}

/** Of the same shape, and of nothing. */
export function madeUp(kind: Kind): string {
  if (kind === 'code') return Array.from(randomUUID().replaceAll('-', '').slice(0, 16), (letter) => 'ACDEFGHJKMNPQRTU'[parseInt(letter, 16)]).join('')
  if (kind === 'token' || kind === 'welcome') return Buffer.from(randomUUID() + randomUUID()).toString('base64url').slice(0, 43)
  if (kind === 'rule') return `r${randomUUID().replaceAll('-', '').slice(0, 12)}`
  return `019a${randomUUID().slice(4)}`
}

/** Ways to write an id that is not one. What is left of it must not be enough to be found. */
export const spoilt: readonly (readonly [string, (id: string) => string])[] = [
  ['in capitals', (id) => id.toUpperCase()], ['without hyphens', (id) => id.replaceAll('-', '')], ['in braces', (id) => `{${id}}`], ['with a space', (id) => `${id}%20`], ['with a quote', (id) => `${id}'`],
  ['with a slash behind', (id) => `${id}%2F`], ['twice', (id) => `${id},${id}`], ['cut', (id) => id.slice(0, -1)], ['with NUL', (id) => `${id}%00`], ['as a wild card', (id) => `${id.slice(0, 20)}%25`],
  ['as urn', (id) => `urn:uuid:${id}`], ['with half a letter', (id) => `${id}%E0%A4`],
]
