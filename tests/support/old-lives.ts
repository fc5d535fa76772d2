import { randomBytes } from 'node:crypto'
import { owner } from './db'
import { day } from './factories'
import { volunteer } from './volunteers'

/** Rows of casework as they were written years ago, straight into the tables: nobody can write them so late. */
export const moment = (text: string) => new Date(`${text}T10:00:00Z`)
export type States = readonly [state: 'open' | 'hold' | 'closed', from: string, until?: string][]
/** Opened in 2015, closed on 1 January 2017, with aftercare to 1 July. */
export const CLOSED: States = [['open', '2015-01-01'], ['closed', '2017-01-01', '2017-07-01']]

export async function oldCase(personId: string, unitId: string, by: string, states: States = CLOSED, meanwhile: (caseId: string) => Promise<void> = async () => {}): Promise<string> {
  const opened = states[0]?.[1] ?? '2015-01-01'
  const { id } = await owner().caseFile.create({ data: { personId, unitId, kind: 'other', about: 'Ordene i sagen', openedOn: day(opened), openedBy: by, openedAt: moment(opened) } })
  for (const [at, [state, from, until]] of states.entries()) {
    await owner().caseState.create({ data: { caseId: id, personId, number: at + 1, state, fromDay: day(from), untilDay: until ? day(until) : null, recordedBy: by, recordedAt: moment(from), words: 'Ordene om forløbet', ...(state === 'closed' && { outcome: 'goal', everyWeeks: until ? 4 : null }) } })
    if (at === 0) await meanwhile(id)
  }
  return id
}

export async function oldContact(personId: string, by: string, on: string, { caseId, togetherId, added }: { caseId?: string; togetherId?: string; added?: string } = {}): Promise<string> {
  const { id } = await owner().contact.create({ data: { personId, outcome: 'reached', channel: 'phone', happenedAt: moment(on), minutes: 20, agreed: 'Ordene i aftalen', recordedBy: by, recordedAt: moment(on), togetherId: togetherId ?? null } })
  await owner().contactNote.create({ data: { contactId: id, personId, topicCode: 'general', text: 'Ordene i kontakten' } })
  if (added) await owner().contactAddition.create({ data: { contactId: id, personId, text: 'Ordene i tilføjelsen', addedBy: by, addedAt: moment(added) } })
  if (caseId) await owner().contactCase.create({ data: { contactId: id, caseId, personId } })
  return id
}

export async function oldGoal(personId: string, by: string, on: string, parentId: string | null = null): Promise<string> {
  const { id } = await owner().planGoal.create({ data: { personId, parentId, createdBy: by, createdAt: moment(on) } })
  await owner().planGoalStep.create({ data: { goalId: id, personId, number: 1, text: 'Ordene i målet', saidBy: 'citizen', saidOn: day(on), state: 'open', recordedBy: by, recordedAt: moment(on) } })
  return id
}

export async function oldAgreement(personId: string, by: string, on: string, goalId: string | null = null): Promise<string> {
  const { id } = await owner().planAgreement.create({ data: { personId, goalId, text: 'Ordene i planens aftale', who: 'citizen', createdBy: by, createdAt: moment(on) } })
  await owner().planAgreementStep.createMany({ data: ['open', 'kept'].map((state, at) => ({ agreementId: id, personId, number: at + 1, state, dueOn: day(on), recordedBy: by, recordedAt: moment(on) })) })
  return id
}

export async function oldSchedule(personId: string, by: string, from: string, to: string | null): Promise<string> {
  const { id } = await owner().planSchedule.create({ data: { personId, fromDay: day(from), toDay: to ? day(to) : null, createdBy: by, createdAt: moment(from) } })
  await owner().planSlot.create({ data: { scheduleId: id, personId, weekday: 2, starts: '10:00', activity: 'Ordene i skemaet', addedBy: by, addedAt: moment(from) } })
  return id
}

export async function oldMeeting(unitId: string, by: string, on: string): Promise<string> {
  return (await owner().meeting.create({ data: { unitId, onDay: day(on), seriesOn: day(on), starts: '09:00', place: 'Lokale 2', partners: 'Ordene om gæsterne', repeats: 'none', createdBy: by, createdAt: moment(on), heldAt: moment(on), heldBy: by, participants: { create: [{ userId: by }] } } })).id
}

export async function oldItem(meetingId: string, caseId: string, personId: string, by: string, on: string): Promise<string> {
  const { id } = await owner().meetingItem.create({ data: { meetingId, caseId, personId, words: 'Ordene på dagsordenen', markedBy: by, markedAt: moment(on) } })
  await owner().meetingMinute.create({ data: { itemId: id, personId, text: 'Ordene i beslutningen', recordedBy: by, recordedAt: moment(on) } })
  return id
}

export async function oldConsent(personId: string, unitId: string, by: string, given: string, expires: string, withdrawn?: string): Promise<string> {
  const { id } = await owner().consent.create({ data: { personId, purpose: 'coordination', recipientUnitId: unitId, fields: ['case'], how: 'written', wording: 'Ordene i samtykket', givenOn: day(given), expiresOn: day(expires), recordedBy: by, recordedAt: moment(given) } })
  if (withdrawn) await owner().consentWithdrawal.create({ data: { consentId: id, personId, withdrawnOn: day(withdrawn), how: 'spoken', note: 'Ordene om tilbagetrækningen', recordedBy: by, recordedAt: moment(withdrawn) } })
  return id
}

const requestOf = (id: string, personId: string, by: string, on: string, more: object = {}) => owner().volunteerRequest.create({ data: { id, personId, roleCode: 'visitor', since: day(on), times: [], areas: [], languages: [], challenges: [], words: 'Ordene i ønsket', createdBy: by, createdAt: moment(on), ...more } })
const statesOf = (requestId: string, personId: string, by: string, on: string, state: string) => owner().volunteerRequestState.createMany({ data: ['waiting', ...(state === 'waiting' ? [] : [state])].map((one, at) => ({ requestId, personId, number: at + 1, state: one, recordedBy: by, recordedAt: moment(on) })) })
export async function oldRequest(personId: string, by: string, on: string, state: 'waiting' | 'withdrawn' | 'met' = 'withdrawn'): Promise<string> {
  const { id } = await requestOf(crypto.randomUUID(), personId, by, on)
  await statesOf(id, personId, by, on, state)
  return id
}

/** A match under the request, with everything that is written about one; `ended`: none while it runs. */
export async function oldMatch(requestId: string, personId: string, by: string, on: string, ended: string | null): Promise<string> {
  const volunteerId = await volunteer({ roles: ['visitor'], step: 'active', papers: [] })
  const { id } = await owner().volunteerMatch.create({ data: { requestId, volunteerId, personId, roleCode: 'visitor', startedOn: day(on), startedBy: by, createdAt: moment(on) } })
  const [made, note] = [{ requestId, volunteerId, personId, number: 1 }, { matchId: id, personId, recordedBy: by, recordedAt: moment(on) }]
  await owner().volunteerPairStep.create({ data: { ...made, step: 'asked', onDay: day(on), recordedBy: by } })
  await owner().volunteerQuestion.create({ data: { ...made, side: 'volunteer', codeHash: randomBytes(16), expiresOn: day(on) } })
  await owner().volunteerAnswer.create({ data: { ...made, side: 'volunteer', yes: true, how: 'told', recordedBy: by } })
  await owner().volunteerMatchMeeting.create({ data: { ...note, onDay: day(on), met: true, minutes: 60 } })
  await owner().volunteerMatchConcern.create({ data: { matchId: id, personId, kind: 'worried', words: 'Ordene i bekymringen', raisedBy: by } })
  await owner().volunteerFollowUp.create({ data: { ...note, number: 1, onDay: day(on), withWhom: 'both', outcome: 'well', words: 'Ordene i opfølgningen' } })
  await owner().volunteerCheckIn.create({ data: { matchId: id, personId, number: 1, side: 'person', codeHash: randomBytes(16), expiresOn: day(on) } })
  if (ended) await owner().volunteerMatchEnd.create({ data: { ...note, endedOn: day(ended), endedBy: 'both', cause: 'reached', words: 'Ordene om matchet' } })
  return id
}

type Companion = { requestId?: string; attorney?: string }
const companionOf = (id: string, personId: string, by: string, on: string, { requestId, attorney }: Companion) => owner().companionMeeting.create({ data: { id, personId, requestId: requestId ?? null, kin: requestId ? null : 'friend', what: 'Ordene om mødet', place: 'Rådhuset', postcode: '8900', startsAt: moment(on), endsAt: new Date(moment(on).getTime() + 3_600_000), travelMinutes: 10, personLanguage: 'da', meetingLanguage: 'da', mayKnow: [], agreedRole: attorney ? 'representative' : 'listener', powerOfAttorneyId: attorney ?? null, createdBy: by, createdAt: moment(on) } })
const heldOn = (meetingId: string, personId: string, by: string, on: string) => owner().companionStep.create({ data: { meetingId, personId, number: 1, step: 'held', onDay: day(on), recordedBy: by, recordedAt: moment(on) } })
/** A meeting with a companion of their own; `attorney`: they act for the person. */
export async function oldCompanion(personId: string, by: string, on: string, { attorney }: { attorney?: string } = {}): Promise<string> {
  const { id } = await companionOf(crypto.randomUUID(), personId, by, on, attorney ? { attorney } : {})
  await heldOn(id, personId, by, on)
  return id
}
/** A request for a companion to one meeting, and the meeting: made together, as the database wants it. */
async function oldBooking(personId: string, by: string, on: string, attorney: string): Promise<string> {
  const [requestId, meetingId] = [crypto.randomUUID(), crypto.randomUUID()]
  await owner().$transaction([requestOf(requestId, personId, by, on, { roleCode: 'companion', forMeeting: true }), companionOf(meetingId, personId, by, on, { requestId, attorney })])
  await heldOn(meetingId, personId, by, on)
  await statesOf(requestId, personId, by, on, 'met')
  return requestId
}

export const oldAttorney = async (personId: string, by: string, from: string, to: string) => (await owner().powerOfAttorney.create({ data: { personId, givenTo: 'Karen Hansen', covers: 'Ordene i fuldmagten', evidence: 'Set på papir', fromDay: day(from), toDay: day(to), recordedBy: by, recordedAt: moment(from) } })).id

/** Somebody whose work with the municipality was over in 2017, with a record of every kind and every row that can stand under one. */
export async function oldLife(personId: string, unitId: string, by: string) {
  const version = await owner().methodVersion.findFirstOrThrow({ select: { id: true } })
  const caseId = await oldCase(personId, unitId, by, CLOSED, async (made) => {
    const of = { caseId: made, personId }
    await owner().caseWeight.create({ data: { ...of, number: 1, weight: 'heavy', recordedBy: by } })
    await owner().caseMove.create({ data: { ...of, number: 1, kind: 'follow', versionId: version.id, onDay: day('2015-02-01'), words: 'Ordene i metoden', recordedBy: by } })
    await owner().caseTransfer.create({ data: { ...of, fromUnitId: unitId, toUnitId: unitId, message: 'Ordene i overdragelsen', askedBy: by, answer: 'accepted', answeredBy: by, answeredAt: moment('2015-03-01') } })
    await owner().assignment.create({ data: { ...of, userId: by, reason: 'case', fromDay: day('2015-01-01'), toDay: day('2017-07-01'), caseRole: 'coordinator' } })
  })
  const contact = await oldContact(personId, by, '2016-02-01', { caseId, added: '2016-02-03' })
  await owner().contactRedaction.create({ data: { contactId: contact, personId, reason: 'twice', redactedBy: by, redactedAt: moment('2016-02-04'), original: { agreed: 'Ordene der blev taget tilbage' } } })
  const screening = (await owner().screening.create({ data: { personId, version: 1, recordedBy: by, recordedAt: moment('2015-02-01') } })).id
  await owner().screeningAnswer.create({ data: { screeningId: screening, personId, question: 'sleep', answer: 'yes' } })
  const goal = await oldGoal(personId, by, '2015-04-01')
  const part = await oldGoal(personId, by, '2015-05-01', goal)
  await oldAgreement(personId, by, '2015-06-01', goal)
  await oldAgreement(personId, by, '2015-06-02', part)
  const meeting = await oldMeeting(unitId, by, '2016-05-01')
  const item = await oldItem(meeting, caseId, personId, by, '2016-05-01')
  const attorney = await oldAttorney(personId, by, '2016-01-01', '2016-12-31')
  const request = await oldBooking(personId, by, '2016-04-01', attorney)
  await oldMatch(request, personId, by, '2016-04-01', '2017-02-01')
  const draft = (await owner().contactDraft.create({ data: { id: crypto.randomUUID(), personId, userId: by, fields: { agreed: 'Ordene i kladden' }, savedAt: moment('2016-01-01') } })).id
  const consent = await oldConsent(personId, unitId, by, '2015-01-01', '2016-12-31', '2016-10-01')
  const referral = await owner().referral.create({ data: { personId, consentId: consent, toKind: 'unit', toUnitId: unitId, why: 'Ordene om henvisningen', answerBy: day('2015-02-01'), sentBy: by, sentAt: moment('2015-01-10') } })
  await owner().referralStep.create({ data: { referralId: referral.id, personId, number: 1, step: 'refused', said: 'here', words: 'Ordene om afslaget', recordedBy: by, recordedAt: moment('2015-01-20') } })
  return {
    contact, contact_draft: draft, screening, plan_goal: goal, plan_agreement: await oldAgreement(personId, by, '2015-07-01'), plan_schedule: await oldSchedule(personId, by, '2015-01-01', '2015-12-31'),
    case_file: caseId, meeting_item: item, meeting, consent, volunteer_request: request,
    companion_meeting: await oldCompanion(personId, by, '2016-06-01'), power_of_attorney: attorney,
  }
}
/** When the period of each of these begins. */
export const ANCHORS: Record<keyof Awaited<ReturnType<typeof oldLife>>, string> = {
  contact: '2017-07-01', contact_draft: '2016-01-01', screening: '2017-07-01', plan_goal: '2017-07-01', plan_agreement: '2017-07-01', plan_schedule: '2017-07-01', case_file: '2017-07-01', meeting_item: '2017-07-01', meeting: '2016-05-01', consent: '2016-10-01',
  volunteer_request: '2017-07-01', companion_meeting: '2017-07-01', power_of_attorney: '2016-12-31',
}
