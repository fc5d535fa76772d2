import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { raiseOwnConcern, settleConcern } from '@/lib/volunteering/concerns/actions'
import { listConcerns } from '@/lib/volunteering/concerns/queries'
import { leadDay } from '@/lib/volunteering/day/queries'
import { endMatch } from '@/lib/volunteering/matches/actions'
import { logOwnMeeting, takeBackOwnMeeting } from '@/lib/volunteering/own/meetings/actions'
import { answerOwnQuestion } from '@/lib/volunteering/own/questions/actions'
import { ownMatch, ownPage } from '@/lib/volunteering/own/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { ask as askPair, helper, matched, type Matched, personSays, waits } from '../../support/pairs'
import { dayFields, signedIn } from '../../support/volunteers'

let lead: Actor, unit = '', me: Actor, mine: Matched, other: Matched, otherMe: Actor
const others = {} as Record<RoleName, Actor>
const page = async (actor = me) => (await ownPage(actor, 'da'))?.matches ?? []
const log = (actor: Actor, matchId: string, length = '60', on = today()) => as(actor, () => submit(logOwnMeeting, { ownMatch: matchId, length, ...dayFields('on', on) }))
const raise = (actor: Actor, matchId: string, kind = 'worried', words = 'Jeg er bekymret') => as(actor, () => submit(raiseOwnConcern, { ownMatch: matchId, kind, words }))
const withdraw = async ({ id, volunteerId, caseworker }: Matched) => {
  const consent = await owner().consent.findFirstOrThrow({ where: { personId: id, recipientVolunteerId: volunteerId } })
  await owner().consentWithdrawal.create({ data: { consentId: consent.id, personId: id, withdrawnOn: dayToDb(today()), how: 'spoken', recordedBy: caseworker.userId } })
}
const alarmsSent = async (matchId: string) => (await owner().$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE name = 'volunteer.alarm' AND data->>'matchId' = ${matchId}`).length
const concernCounts = async () => { const found = await leadDay(lead, today()); return { open: found?.lines.find(({ key }) => key === 'concerns')?.count ?? 0, unsafe: found?.unsafe ?? 0 } }
const meetings = (matchId: string) => owner().volunteerMatchMeeting.count({ where: { matchId, takenBackAt: null } })
const ask = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<Record<string, unknown>[]>(sql))

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
  for (const role of roles) others[role] = await staff(role)
  other = await matched(lead, unit)
  otherMe = await signedIn(other.volunteerId)
})
beforeEach(async () => {
  mine = await matched(lead, unit)
  me = await signedIn(mine.volunteerId)
})

/** Everything after which a volunteer may know nothing more of somebody. */
const endings: [string, () => Promise<unknown>][] = [
  ['the consent is withdrawn', () => withdraw(mine)],
  ['the consent has run out', () => owner().consent.updateMany({ where: { personId: mine.id, recipientVolunteerId: mine.volunteerId }, data: { givenOn: dayToDb(addDays(today(), -20)), expiresOn: dayToDb(addDays(today(), -1)) } })],
  ['the address is protected', () => owner().person.update({ where: { id: mine.id }, data: { protection: 'P1' } })],
  ['the person is shielded', () => owner().person.update({ where: { id: mine.id }, data: { protection: 'P3', shielded: true } })],
  ['the person has died', () => owner().person.update({ where: { id: mine.id }, data: { diedOn: dayToDb(today()) } })],
  ['the match has ended', () => as(lead, () => submit(endMatch, { matchId: mine.matchId, endedBy: 'both', cause: 'reached', met: 'yes', rating: '4', words: '' }))],
]

describe('one’s own matches', () => {
  it('show the first name and what was agreed to, of one’s own alone, and stand in the log as handed out', async () => {
    await owner().contactPoint.createMany({ data: [{ personId: mine.id, kind: 'PHONE', value: '+4520304050', source: 'own' }, { personId: mine.id, kind: 'EMAIL', value: 'hemmelig@test.invalid', allowed: false, source: 'own' }] })
    const who = await owner().person.findUniqueOrThrow({ where: { id: mine.id } })
    const [found, ...rest] = await page()
    expect([found, rest]).toEqual([{ id: mine.matchId, number: expect.any(Number), role: 'Besøgsven', startedOn: today(), firstName: who.firstName.split(' ')[0], phones: ['+4520304050'], emails: [], languages: [], companion: null, meetings: [] }, []])
    expect(JSON.stringify(found)).not.toContain(who.lastName)
    expect(await owner().auditEvent.count({ where: { kind: 'DISCLOSURE', action: 'consent.card-viewed', personId: mine.id, actorUserId: me.userId } })).toBe(1)
    await owner().consent.updateMany({ where: { personId: mine.id, recipientVolunteerId: mine.volunteerId }, data: { fields: [] } })
    expect(await page()).toMatchObject([{ phones: [], emails: [] }])
  })

  it.each(endings)('say nothing of anybody from the next reading on when %s', async (_why, happens) => {
    expect(await page()).toHaveLength(1)
    await log(me, mine.matchId)
    await happens()
    expect([await page(), await ownMatch(me, mine.matchId, 'da'), await ask(me, "SELECT * FROM access.my_matches('da')"), await ask(me, 'SELECT * FROM access.my_meetings()')]).toEqual([[], null, [], []])
  })

  it.each(endings)('take nothing from a page that was open, with kind words, when %s', async (_why, happens) => {
    await log(me, mine.matchId, '60', today())
    const meeting = await owner().volunteerMatchMeeting.findFirstOrThrow({ where: { matchId: mine.matchId } })
    await happens()
    for (const answer of [await log(me, mine.matchId), await raise(me, mine.matchId), await as(me, () => submit(takeBackOwnMeeting, { ownMeeting: meeting.id }))]) expect(answer.state?.message).toContain('Ring til din kontakt')
    expect([await meetings(mine.matchId), await owner().volunteerMatchConcern.count({ where: { matchId: mine.matchId } })]).toEqual([1, 0])
  })

  it('are not read while the withdrawal is being committed and after it: of many races none shows anybody', async () => {
    for (let nth = 0; nth < 12; nth++) {
      const one = await matched(lead, unit)
      const actor = await signedIn(one.volunteerId)
      let done = false
      const gone = withdraw(one).then(() => { done = true })
      const reads = Array.from({ length: 6 }, async (_, at) => {
        await new Promise((next) => setTimeout(next, at * 2))
        const after = done
        return after ? (await page(actor)).length : (await page(actor), 0)
      })
      await gone
      expect([...(await Promise.all(reads)), (await page(actor)).length]).toEqual([0, 0, 0, 0, 0, 0, 0])
    }
  })

  it('are nobody else’s: another’s answers as one there is none of', async () => {
    expect(await ownMatch(me, other.matchId, 'da')).toBeNull()
    const nothing = '019a0000-0000-7000-8000-00000000dead'
    for (const matchId of [other.matchId, nothing]) for (const answer of [await log(me, matchId), await raise(me, matchId)]) expect(answer.state?.message).toContain('Ring til din kontakt')
    await log(otherMe, other.matchId)
    const { id } = await owner().volunteerMatchMeeting.findFirstOrThrow({ where: { matchId: other.matchId } })
    expect((await as(me, () => submit(takeBackOwnMeeting, { ownMeeting: id }))).state?.message).toContain('Ring til din kontakt')
    for (const role of roles.filter((one) => one !== 'VOLUNTEER')) {
      expect((await log(others[role], mine.matchId)).state?.message, role).toContain('adgang')
      expect([role, await ask(others[role], `SELECT said FROM access.log_my_meeting('${mine.matchId}', current_date, true, 60)`), await ask(others[role], `SELECT said FROM access.raise_my_concern('${mine.matchId}', 'other', 'x')`)]).toEqual([role, [{ said: 'gone' }], [{ said: 'gone' }]])
    }
    expect(await meetings(mine.matchId)).toBe(0)
  })
})

describe('the log of meetings', () => {
  it('takes two taps, says once for a day, and is taken back within a day', async () => {
    expect((await log(me, mine.matchId, '90')).redirectedTo).toBe('/min-side')
    expect((await log(me, mine.matchId, 'not')).state?.fields).toHaveProperty('on')
    const [match] = await page()
    expect(match?.meetings).toMatchObject([{ onDay: today(), met: true, minutes: 90, mayTakeBack: true }])
    await as(me, () => submit(takeBackOwnMeeting, { ownMeeting: match?.meetings[0]?.id ?? '' }))
    expect((await log(me, mine.matchId, 'not')).redirectedTo).toBe('/min-side')
    expect((await page())[0]?.meetings).toMatchObject([{ met: false, minutes: null }])
    expect(await owner().auditEvent.count({ where: { personId: mine.id, actorUserId: me.userId, action: { in: ['volunteer.meeting-logged', 'volunteer.meeting-taken-back'] } } })).toBe(3)
    await owner().$executeRaw`UPDATE volunteer_match_meeting SET recorded_at = now() - interval '25 hours' WHERE match_id = ${mine.matchId}::uuid AND taken_back_at IS NULL`
    const { id } = await owner().volunteerMatchMeeting.findFirstOrThrow({ where: { matchId: mine.matchId, takenBackAt: null } })
    expect((await as(me, () => submit(takeBackOwnMeeting, { ownMeeting: id }))).state?.message).toBeDefined()
    expect((await page())[0]?.meetings[0]?.mayTakeBack).toBe(false)
  })

  it('holds days of one’s own period alone', async () => {
    await owner().volunteerMatch.update({ where: { id: mine.matchId }, data: { startedOn: dayToDb(addDays(today(), -10)) } })
    for (const on of [addDays(today(), -11), addDays(today(), 1)]) expect((await log(me, mine.matchId, '60', on)).state?.fields).toHaveProperty('on')
    for (const on of [addDays(today(), -10), today()]) expect((await log(me, mine.matchId, '60', on)).redirectedTo).toBe('/min-side')
  })

  it('tells the lead of two in a row that came to nothing, and not of one', async () => {
    await owner().volunteerMatch.update({ where: { id: mine.matchId }, data: { startedOn: dayToDb(addDays(today(), -10)) } })
    for (const [ago, length, sent] of [[9, 'not', 0], [7, '60', 0], [5, 'not', 0], [6, '60', 0], [2, 'not', 1]] as const) {
      await log(me, mine.matchId, length, addDays(today(), -ago))
      expect([ago, await alarmsSent(mine.matchId)]).toEqual([ago, sent])
    }
  })

  it('of two who press at once is written once', async () => {
    await Promise.all([log(me, mine.matchId), log(me, mine.matchId), log(me, mine.matchId, 'not')])
    expect(await meetings(mine.matchId)).toBe(1)
  })

  it('is read by whoever leads volunteers and whoever has the person in hand', async () => {
    await log(me, mine.matchId, '120')
    expect(await ask(lead, `SELECT met, minutes FROM access.match_meetings('${mine.matchId}')`)).toEqual([{ met: true, minutes: 120 }])
    expect(await ask(mine.caseworker, `SELECT minutes FROM volunteer_match_meeting WHERE match_id = '${mine.matchId}'`)).toEqual([{ minutes: 120 }])
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) expect([role, await ask(others[role], `SELECT * FROM access.match_meetings('${mine.matchId}')`), await ask(others[role], 'SELECT 1 FROM volunteer_match_meeting')]).toEqual([role, [], []])
  })
})

describe('a concern', () => {
  it('stands on the first page of whoever leads volunteers at once, those who felt unsafe first, until somebody took care', async () => {
    const before = await concernCounts()
    await raise(me, mine.matchId, 'practical', 'Vi mangler et sted')
    expect((await raise(me, mine.matchId, 'unsafe', 'Der blev råbt')).redirectedTo).toBe('/min-side')
    expect(await concernCounts()).toEqual({ open: before.open + 2, unsafe: before.unsafe + 1 })
    expect(await alarmsSent(mine.matchId)).toBe(1)
    const { open: [first] } = await listConcerns(lead)
    expect(first).toMatchObject({ matchId: mine.matchId, volunteerId: mine.volunteerId, kind: 'unsafe', words: 'Der blev råbt' })
    const settle = () => as(lead, () => submit(settleConcern, { concernId: first?.id ?? '', words: 'Ringet, ny aftale' }))
    expect((await settle()).state?.ok).toBe(true)
    expect((await settle()).state?.message).toContain('kollega')
    expect(await concernCounts()).toEqual({ open: before.open + 1, unsafe: before.unsafe })
    expect((await listConcerns(lead)).settled[0]).toMatchObject({ settledWords: 'Ringet, ny aftale' })
    expect(await owner().auditEvent.count({ where: { personId: mine.id, action: { in: ['volunteer.concern-raised', 'volunteer.concern-settled'] } } })).toBe(3)
  })

  it('keeps its words from a lead who may not know the name', async () => {
    await raise(me, mine.matchId, 'worried', 'Anna spiser ikke')
    await owner().consent.updateMany({ where: { personId: mine.id, recipientUnitId: unit }, data: { givenOn: dayToDb(addDays(today(), -20)), expiresOn: dayToDb(addDays(today(), -1)) } })
    expect((await listConcerns(lead)).open.find((one) => one.matchId === mine.matchId)).toMatchObject({ name: null, words: null, kind: 'worried' })
  })

  it('is read and settled by nobody else', async () => {
    await raise(me, mine.matchId)
    const { id } = await owner().volunteerMatchConcern.findFirstOrThrow({ where: { matchId: mine.matchId } })
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      await expect(listConcerns(others[role]), role).rejects.toThrow('volunteer.match')
      expect([role, await ask(others[role], 'SELECT * FROM access.match_concerns()'), await ask(others[role], `SELECT access.settle_concern('${id}', NULL) AS said`)]).toEqual([role, [], [{ said: 'gone' }]])
    }
    expect((await raise(me, mine.matchId, 'worried', '')).state?.fields).toHaveProperty('words')
    expect((await raise(me, mine.matchId, 'angry')).state?.fields).toHaveProperty('kind')
  })
})

describe('a question', () => {
  const answer = (actor: Actor, ownQuestion: string, said = 'yes', cause = 'times') => as(actor, () => submit(answerOwnQuestion, { ownQuestion, answer: said, cause }))
  const asked = async () => {
    const [person, volunteerId] = [await waits(unit), await helper()]
    await askPair(lead, person.requestId, volunteerId)
    return { ...person, volunteerId, actor: await signedIn(volunteerId) }
  }
  const questions = async (actor: Actor) => (await ownPage(actor, 'da'))?.questions ?? []

  it('stands on the page of the one who is asked, without a name, and is answered there as by the link', async () => {
    const one = await asked()
    const who = await owner().person.findUniqueOrThrow({ where: { id: one.id } })
    expect(await questions(one.actor)).toEqual([{ id: one.requestId, role: 'Besøgsven', about: expect.any(String), areas: [], times: ['1-evening'], languages: ['da-native'], askedOn: today() }])
    expect(JSON.stringify(await ownPage(one.actor, 'da'))).not.toMatch(new RegExp(`${who.lastName}|${one.id}`))
    expect((await answer(one.actor, one.requestId)).redirectedTo).toBe('/min-side')
    expect(await owner().volunteerAnswer.findFirst({ where: { requestId: one.requestId, side: 'volunteer' }, select: { yes: true, how: true } })).toEqual({ yes: true, how: 'page' })
    expect([await questions(one.actor), (await answer(one.actor, one.requestId)).state?.message !== undefined]).toEqual([[], true])
    await personSays(one, one.volunteerId)
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.question-answered', personId: one.id, actorUserId: one.actor.userId } })).toBe(1)
  })

  it('that is said no to is remembered as any other no', async () => {
    const one = await asked()
    await answer(one.actor, one.requestId, 'no', 'times')
    expect(await owner().volunteerPairStep.findFirst({ where: { requestId: one.requestId, volunteerId: one.volunteerId }, orderBy: { number: 'desc' }, select: { step: true, cause: true } })).toEqual({ step: 'turned-down', cause: 'times' })
    expect(await questions(one.actor)).toEqual([])
  })

  it('is gone with the consent, and nobody else answers it', async () => {
    const one = await asked()
    expect((await answer(me, one.requestId)).state?.message).toBeDefined()
    for (const role of roles.filter((other) => other !== 'VOLUNTEER')) expect([role, await ask(others[role], `SELECT said FROM access.answer_my_question('${one.requestId}', true, NULL)`), await ask(others[role], "SELECT * FROM access.my_questions('da')")]).toEqual([role, [{ said: 'gone' }], []])
    await owner().consent.updateMany({ where: { personId: one.id }, data: { givenOn: dayToDb(addDays(today(), -20)), expiresOn: dayToDb(addDays(today(), -1)) } })
    expect([await questions(one.actor), (await answer(one.actor, one.requestId)).state?.message !== undefined]).toEqual([[], true])
    expect(await owner().volunteerAnswer.count({ where: { requestId: one.requestId } })).toBe(0)
  })
})
