import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { answerForPerson, answerForVolunteer } from '@/lib/volunteering/matching/asking/actions'
import { beginMatch } from '@/lib/volunteering/matching/asking/jobs'
import { askVolunteer } from '@/lib/volunteering/matching/candidates/actions'
import { as, submit } from './as'
import { owner } from './db'
import { planned } from './plans'
import { volunteer } from './volunteers'

/** An active volunteer who may visit anybody. */
export async function helper(data: object = {}): Promise<string> {
  const id = await volunteer({ roles: ['visitor'], step: 'active', papers: [['confidentiality', null], ['criminal-record', addDays(today(), 300)]] })
  await owner().volunteer.update({ where: { id }, data })
  return id
}

/** Somebody with a caseworker who waits for a visitor; `told`: they have agreed that the volunteers' unit knows their name and needs. */
export async function waits(unitId: string, told = true) {
  const made = await planned()
  const { id } = await owner().volunteerRequest.create({ data: { personId: made.id, roleCode: 'visitor', since: dayToDb(today()), times: ['1-evening'], areas: [], languages: ['da-native'], challenges: [], createdBy: made.caseworker.userId } })
  await owner().volunteerRequestState.create({ data: { requestId: id, personId: made.id, number: 1, state: 'waiting', recordedBy: made.caseworker.userId } })
  if (told) await owner().consent.create({ data: { personId: made.id, purpose: 'referral', fields: ['needs'], recipientUnitId: unitId, how: 'written', wording: 'Vi må fortælle det', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: made.caseworker.userId } })
  return { ...made, requestId: id }
}
export type Waits = Awaited<ReturnType<typeof waits>>

export const ask = (lead: Actor, requestId: string, volunteerId: string) => as(lead, () => submit(askVolunteer, { volunteerRequestId: requestId, volunteerId }))
export const volunteerSays = (lead: Actor, requestId: string, volunteerId: string, answer = 'yes', cause = 'wish') => as(lead, () => submit(answerForVolunteer, { volunteerRequestId: requestId, volunteerId, answer, cause }))
export const personSays = ({ id, caseworker, requestId }: Waits, volunteerId: string, answer = 'yes-contact', by: Actor = caseworker) => as(by, () => submit(answerForPerson, { personId: id, volunteerRequestId: requestId, volunteerId, answer }))
/** What the queue would do once both have said yes. */
export const begin = (requestId: string, volunteerId: string) => beginMatch({ requestId, volunteerId }, new AbortController().signal)

/** Asked, both said yes, and begun. */
export async function matched(lead: Actor, unitId: string, data: object = {}) {
  const [person, volunteerId] = [await waits(unitId), await helper(data)]
  await ask(lead, person.requestId, volunteerId)
  await volunteerSays(lead, person.requestId, volunteerId)
  await personSays(person, volunteerId)
  await begin(person.requestId, volunteerId)
  const match = await owner().volunteerMatch.findFirstOrThrow({ where: { requestId: person.requestId } })
  return { ...person, volunteerId, matchId: match.id }
}
export type Matched = Awaited<ReturnType<typeof matched>>
