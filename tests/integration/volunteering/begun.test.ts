import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { leadDay } from '@/lib/volunteering/day/queries'
import { tellNothing, tellStarted } from '@/lib/volunteering/matching/asking/jobs'
import { openMatch } from '@/lib/volunteering/matches/queries'
import { loadReference } from '@/prisma/reference'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { ask, begin, helper, matched, personSays, volunteerSays, waits } from '../../support/pairs'

let lead: Actor, unit = ''
const signal = new AbortController().signal
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit, name: 'Lone Leder' })
})
beforeEach(() => owner().outboxMessage.deleteMany())

const mails = async (recipient: string) => (await owner().outboxMessage.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })).map(({ subject, body }) => `${subject}\n${body}`)
const email = (personId: string, value: string, allowed = true) => owner().contactPoint.create({ data: { personId, kind: 'EMAIL', value, allowed, source: 'test' } })
/** Asked, and both have said yes. */
async function agreed(answer: 'yes' | 'yes-contact', data: object = {}) {
  const [person, volunteerId] = [await waits(unit), await helper({ firstName: 'Vagn', ...data })]
  await owner().person.update({ where: { id: person.id }, data: { firstName: 'Borgny' } })
  await ask(lead, person.requestId, volunteerId)
  await volunteerSays(lead, person.requestId, volunteerId)
  await personSays(person, volunteerId, answer)
  return { ...person, volunteerId }
}
const matchOf = async (requestId: string) => (await owner().volunteerMatch.findFirstOrThrow({ where: { requestId } })).id
const lines = async () => (await leadDay(lead, today()))?.lines.find(({ key }) => key === 'arrange')

describe('when it begins', () => {
  it('both are written to, once, with no name of the other; what the citizen agreed to decides who makes the first appointment', async () => {
    const one = await agreed('yes-contact', { email: 'vagn@hjem.invalid' })
    await email(one.id, 'borgny@hjem.invalid')
    await begin(one.requestId, one.volunteerId)
    await tellStarted({ matchId: await matchOf(one.requestId) }, signal)
    const [toVolunteer, toPerson] = [await mails('vagn@hjem.invalid'), await mails('borgny@hjem.invalid')]
    expect([toVolunteer.length, toPerson.length]).toEqual([1, 1])
    expect(toVolunteer[0]).not.toContain('Borgny')
    expect(toPerson[0]).toContain('kontakter dig')
    expect(toPerson[0]).not.toContain('Vagn')
    const named = await agreed('yes')
    await email(named.id, 'fornavn@hjem.invalid')
    await begin(named.requestId, named.volunteerId)
    expect((await mails('fornavn@hjem.invalid'))[0]).toContain('Lone Leder kontakter jer og hjælper med den første aftale')
  })

  it('the citizen is written to by no address they do not allow, and not once they are protected', async () => {
    const [shy, secret] = [await agreed('yes'), await agreed('yes')]
    await email(shy.id, 'nej@hjem.invalid', false)
    await email(secret.id, 'hemmelig@hjem.invalid')
    for (const one of [shy, secret]) await begin(one.requestId, one.volunteerId)
    await owner().outboxMessage.deleteMany()
    await owner().person.update({ where: { id: secret.id }, data: { protection: 'P1' } })
    for (const one of [shy, secret]) await tellStarted({ matchId: await matchOf(one.requestId) }, signal)
    expect(await owner().outboxMessage.count()).toBe(0)
  })
})

describe('help with the first appointment', () => {
  it('stands on the lead’s first page with a day until somebody was reached or they met, and of nobody the volunteer can reach', async () => {
    const before = (await lines())?.count ?? 0
    const [named, silent, reached] = [await agreed('yes'), await agreed('yes-contact'), await agreed('yes-contact')]
    await email(named.id, 'navn@hjem.invalid')
    await owner().contactPoint.create({ data: { personId: reached.id, kind: 'PHONE', value: '+4520304050', allowed: true, source: 'test' } })
    for (const one of [named, silent, reached]) await begin(one.requestId, one.volunteerId)
    expect(await lines()).toMatchObject({ count: before + 2, first: today() })
    const by = async (requestId: string) => (await openMatch(lead, await matchOf(requestId), today()))?.match.arrangeBy
    expect(await by(reached.requestId)).toBeNull()
    expect((await by(named.requestId)) ?? '').toMatch(/^\d{4}-\d\d-\d\d$/)
    const follow = (number: number, outcome: string, withWhom: string) => matchOf(named.requestId).then((matchId) => owner().volunteerFollowUp.create({ data: { matchId, personId: named.id, number, onDay: dayToDb(today()), withWhom, outcome, recordedBy: lead.userId } }))
    await follow(1, 'not-reached', 'nobody')
    expect((await lines())?.count).toBe(before + 2)
    await follow(2, 'well', 'both')
    await owner().volunteerMatchMeeting.create({ data: { matchId: await matchOf(silent.requestId), personId: silent.id, onDay: dayToDb(today()), met: true, minutes: 60, recordedBy: lead.userId } })
    expect((await lines())?.count ?? 0).toBe(before)
    expect([await by(named.requestId), await by(silent.requestId)]).toEqual([null, null])
  })

  it('is asked about by whoever leads volunteers alone, and not of a match that has ended or is closed', async () => {
    const [one, over, closed] = [await matched(lead, unit), await matched(lead, unit), await matched(lead, unit)]
    await owner().volunteerMatchEnd.create({ data: { matchId: over.matchId, personId: over.id, endedOn: dayToDb(today()), endedBy: 'both', cause: 'reached', recordedBy: lead.userId } })
    await owner().person.update({ where: { id: closed.id }, data: { protection: 'P2' } })
    const found = async (who: Actor) => (await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw<{ id: string }[]>`SELECT f::text AS id FROM access.first_meetings() f`)).map(({ id }) => id)
    const mine = await found(lead)
    expect([one, over, closed].map(({ matchId }) => mine.includes(matchId))).toEqual([true, false, false])
    for (const role of roles.filter((name) => name !== 'VOLUNTEER_LEAD')) expect([role, await found(await staff(role))]).toEqual([role, []])
    await expect(transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT access.match_reachable(${one.matchId}::uuid)`)).rejects.toThrow('permission denied')
  })
})

describe('when it comes to nothing', () => {
  it('the volunteer who said yes is told once, and not why; nobody who said no, who waits, or who has ended', async () => {
    const said = async (name: string, volunteer: 'yes' | 'no' | null = 'yes') => {
      const [person, volunteerId] = [await waits(unit), await helper({ email: `${name}@hjem.invalid`, firstName: 'Vagn' })]
      await ask(lead, person.requestId, volunteerId)
      if (volunteer) await volunteerSays(lead, person.requestId, volunteerId, volunteer)
      return { ...person, volunteerId }
    }
    const [refused, back, withdrawn, gone] = [await said('afvist'), await said('taget-tilbage'), await said('samtykke'), await said('ophoert')]
    await said('venter')
    await said('selv', 'no')
    await personSays(await said('tavs', null), '', 'no')
    await personSays(refused, refused.volunteerId, 'no')
    const queued = await owner().$queryRaw<{ many: number }[]>`SELECT count(*)::int AS many FROM pgboss.job WHERE name = 'volunteer.no-match'`
    expect(queued[0]?.many).toBeGreaterThan(0)
    for (const one of [back, gone]) await owner().volunteerPairStep.create({ data: { requestId: one.requestId, volunteerId: one.volunteerId, personId: one.id, number: 2, step: 'taken-back', onDay: dayToDb(today()), recordedBy: lead.userId } })
    await owner().volunteerStep.create({ data: { volunteerId: gone.volunteerId, number: 2, step: 'ended', reason: 'wish', onDay: dayToDb(today()), recordedBy: lead.userId } })
    const consent = await owner().consent.findFirstOrThrow({ where: { personId: withdrawn.id } })
    await owner().consentWithdrawal.create({ data: { consentId: consent.id, personId: withdrawn.id, withdrawnOn: dayToDb(today()), how: 'spoken', recordedBy: lead.userId } })
    await owner().person.update({ where: { id: refused.id }, data: { firstName: 'Borgny' } })
    expect(await tellNothing(null, signal)).toEqual({ sent: 3 })
    expect(await tellNothing(null, signal)).toBeNull()
    const told = await owner().outboxMessage.findMany({ orderBy: { recipient: 'asc' } })
    expect(told.map(({ recipient }) => recipient)).toEqual(['afvist@hjem.invalid', 'samtykke@hjem.invalid', 'taget-tilbage@hjem.invalid'])
    for (const { subject, body } of told) expect(`${subject} ${body}`).not.toMatch(/Borgny|nej|samtykke|trukket/i)
  })

  it('nobody is told of what was long ago, or whom it began with after all', async () => {
    const [old, one] = [await waits(unit), await agreed('yes', { email: 'begyndt@hjem.invalid' })]
    const volunteerId = await helper({ email: 'gammel@hjem.invalid' })
    await ask(lead, old.requestId, volunteerId)
    await volunteerSays(lead, old.requestId, volunteerId)
    await personSays(old, volunteerId, 'no')
    await owner().volunteerAnswer.updateMany({ where: { requestId: old.requestId }, data: { recordedAt: dayToDb(addDays(today(), -100)) } })
    await begin(one.requestId, one.volunteerId)
    await owner().outboxMessage.deleteMany()
    await tellNothing(null, signal)
    expect(await mails('begyndt@hjem.invalid')).toEqual([])
    expect(await mails('gammel@hjem.invalid')).toEqual([])
  })
})
