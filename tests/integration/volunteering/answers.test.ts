import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { newReplyCode, sha256 } from '@/lib/platform/crypto/tokens'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { answerQuestion } from '@/lib/volunteering/matching/asking/actions'
import { askBoth } from '@/lib/volunteering/matching/asking/jobs'
import { openQuestion } from '@/lib/volunteering/matching/asking/question-page'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { personRequests } from '@/lib/volunteering/requests/queries'
import { loadReference } from '@/prisma/reference'
import { staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { ask, begin, helper, personSays, volunteerSays, waits } from '../../support/pairs'

let lead: Actor, unit = ''
const signal = new AbortController().signal
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit, name: 'Lone Leder' })
})

/** Asked, and a code for one side as the mail would carry it. */
async function linked(side: 'volunteer' | 'person') {
  const [person, volunteerId, code] = [await waits(unit), await helper(), newReplyCode()]
  await ask(lead, person.requestId, volunteerId)
  await owner().volunteerQuestion.create({ data: { requestId: person.requestId, volunteerId, personId: person.id, number: 1, side, codeHash: sha256(code), expiresOn: dayToDb(addDays(today(), 9)) } })
  return { ...person, volunteerId, code }
}
/** As a browser sends it: with the id of the form. */
const answer = (code: string, said: string, cause = 'wish') => submit(answerQuestion, { code, answer: said, cause, submission: randomUUID() })
const answers = (requestId: string) => owner().volunteerAnswer.findMany({ where: { requestId }, select: { side: true, yes: true, how: true, fields: true }, orderBy: { side: 'asc' } })

describe('both are written to', () => {
  it('once, each with a link of their own and nothing about the other; whoever has no e-mail is told of', async () => {
    const [person, volunteerId] = [await waits(unit), await helper({ firstName: 'Vagn', email: 'vagn@hjem.invalid' })]
    await ask(lead, person.requestId, volunteerId)
    await askBoth({ requestId: person.requestId, volunteerId }, signal)
    await askBoth({ requestId: person.requestId, volunteerId }, signal)
    const mails = await owner().outboxMessage.findMany({ where: { recipient: 'vagn@hjem.invalid' } })
    expect(mails).toHaveLength(1)
    const { firstName, lastName } = await owner().person.findUniqueOrThrow({ where: { id: person.id } })
    expect(mails[0]?.body).toContain('/frivillig/svar/')
    for (const name of [firstName, lastName]) expect(`${mails[0]?.subject} ${mails[0]?.body}`).not.toContain(name)
    const found = await openRequest(lead, person.requestId, today())
    expect(found?.answers).toMatchObject([{ volunteerMailed: true, personMailed: false, state: 'open' }])
    await owner().contactPoint.create({ data: { personId: person.id, kind: 'EMAIL', value: 'borger@hjem.invalid', allowed: true, source: 'test' } })
    await askBoth({ requestId: person.requestId, volunteerId }, signal)
    const [toPerson] = await owner().outboxMessage.findMany({ where: { personId: person.id } })
    expect(toPerson?.recipient).toBe('borger@hjem.invalid')
    expect(`${toPerson?.subject} ${toPerson?.body}`).not.toContain('Vagn')
  })

  it('and nobody at all where the name may not be known any more', async () => {
    const [person, volunteerId] = [await waits(unit), await helper({ email: 'stille@hjem.invalid' })]
    await ask(lead, person.requestId, volunteerId)
    await owner().person.update({ where: { id: person.id }, data: { protection: 'P1' } })
    await askBoth({ requestId: person.requestId, volunteerId }, signal)
    expect(await owner().outboxMessage.count({ where: { recipient: 'stille@hjem.invalid' } })).toBe(0)
  })
})

describe('a link', () => {
  it('tells the volunteer what it is about and no name, and the person the volunteer’s first name', async () => {
    const asked = await linked('volunteer')
    const { firstName, lastName } = await owner().person.findUniqueOrThrow({ where: { id: asked.id } })
    const question = await openQuestion(asked.code)
    expect(question).toMatchObject({ side: 'volunteer', times: ['1-evening'], languages: ['da-native'], firstName: null, answer: null, by: { name: 'Lone Leder' } })
    for (const name of [firstName, lastName]) expect(JSON.stringify(question)).not.toContain(name)
    const other = await linked('person')
    expect(await openQuestion(other.code)).toMatchObject({ side: 'person', firstName: 'Test' })
  })

  it('opens nothing once it has run out, the pair is taken back, or the consent is withdrawn', async () => {
    const [late, back, withdrawn, wrong] = [await linked('volunteer'), await linked('volunteer'), await linked('volunteer'), newReplyCode()]
    await owner().volunteerQuestion.updateMany({ where: { requestId: late.requestId }, data: { expiresOn: dayToDb(addDays(today(), -1)) } })
    await owner().volunteerPairStep.create({ data: { requestId: back.requestId, volunteerId: back.volunteerId, personId: back.id, number: 2, step: 'taken-back', onDay: dayToDb(today()), recordedBy: lead.userId } })
    const consent = await owner().consent.findFirstOrThrow({ where: { personId: withdrawn.id } })
    await owner().consentWithdrawal.create({ data: { consentId: consent.id, personId: withdrawn.id, withdrawnOn: dayToDb(today()), how: 'spoken', recordedBy: lead.userId } })
    for (const code of [late.code, back.code, withdrawn.code, wrong, 'x']) {
      expect(await openQuestion(code)).toBeNull()
      expect((await answer(code, 'yes')).redirectedTo).toBeNull()
    }
    expect(await answers(withdrawn.requestId)).toEqual([])
  })

  it('takes one answer; a no leaves the pair where a no by the lead would, and it is proposed again when the field is another', async () => {
    const asked = await linked('volunteer')
    expect((await answer(asked.code, 'no', 'times')).redirectedTo).toBe('/frivillig/svar/tak')
    expect(await answers(asked.requestId)).toEqual([{ side: 'volunteer', yes: false, how: 'link', fields: [] }])
    expect((await answer(asked.code, 'yes')).redirectedTo).toBeNull()
    const hidden = async () => (await openRequest(lead, asked.requestId, today()))?.hidden.some(({ rule, names }) => rule === 'turned-down' && names.some(({ id }) => id === asked.volunteerId))
    expect(await hidden()).toBe(true)
    await owner().volunteer.update({ where: { id: asked.volunteerId }, data: { times: ['1-evening'] } })
    expect(await hidden()).toBe(false)
  })

  it('sent five times at once is one answer', async () => {
    const asked = await linked('person')
    await Promise.all(Array.from({ length: 5 }, () => answer(asked.code, 'yes-contact')))
    expect(await answers(asked.requestId)).toEqual([{ side: 'person', yes: true, how: 'link', fields: ['contact'] }])
  })
})

describe('what is told to somebody', () => {
  it('is written by whoever may: the volunteer’s by the lead, the person’s by who has them; not by others, and not in an emergency', async () => {
    const [person, volunteerId] = [await waits(unit), await helper()]
    await ask(lead, person.requestId, volunteerId)
    expect((await personSays(person, volunteerId, 'yes', person.stranger)).redirectedTo).toBeNull()
    expect((await personSays(person, volunteerId, 'yes', lead)).redirectedTo).toBeNull()
    expect((await volunteerSays(person.caseworker, person.requestId, volunteerId)).redirectedTo).toBeNull()
    const functions = (who: Actor) => transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw<[{ person: string; volunteer: string }]>`SELECT access.answer_for_person(${person.id}::uuid, ${person.requestId}::uuid, ${volunteerId}::uuid, true, '{}', 'Sætningen de hørte') AS person, (SELECT said FROM access.answer_for_volunteer(${person.requestId}::uuid, ${volunteerId}::uuid, true, null)) AS volunteer`)
    expect(await functions(person.stranger)).toEqual([{ person: 'gone', volunteer: 'gone' }])
    expect(await answers(person.requestId)).toEqual([])
    expect((await personSays(person, volunteerId)).redirectedTo).toBe(`/people/${person.id}/waiting`)
    expect((await volunteerSays(lead, person.requestId, volunteerId)).redirectedTo).toBe(`/volunteers/requests/${person.requestId}`)
    expect(await answers(person.requestId)).toEqual([{ side: 'person', yes: true, how: 'told', fields: ['contact'] }, { side: 'volunteer', yes: true, how: 'told', fields: [] }])
  })

  it('is read by who has the person, with the volunteer’s first name, and by nobody else', async () => {
    const [person, volunteerId] = [await waits(unit), await helper({ firstName: 'Vagn' })]
    await ask(lead, person.requestId, volunteerId)
    const pairs = async (who: Actor) => (await personRequests(who, person.id, async () => null))?.content?.more.pairs ?? null
    expect(await pairs(person.caseworker)).toMatchObject([{ firstName: 'Vagn', startedOn: null, personYes: null }])
    expect(await transaction({ role: 'app', token: person.stranger.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.person_pairs(${person.id}::uuid)`)).toEqual([])
    await volunteerSays(lead, person.requestId, volunteerId)
    await personSays(person, volunteerId)
    await begin(person.requestId, volunteerId)
    expect(await pairs(person.caseworker)).toMatchObject([{ firstName: 'Vagn', startedOn: today() }])
  })
})
