import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { newReplyCode, sha256 } from '@/lib/platform/crypto/tokens'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { followUpMatch } from '@/lib/volunteering/follow-ups/actions'
import { answerCheckIn } from '@/lib/volunteering/follow-ups/check-ins/actions'
import { openCheckIn } from '@/lib/volunteering/follow-ups/check-ins/check-in-page'
import { sendCheckIns, tellAlarm } from '@/lib/volunteering/follow-ups/check-ins/jobs'
import { leadDay } from '@/lib/volunteering/day/queries'
import { listMatches, openMatch } from '@/lib/volunteering/matches/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { matched, type Matched } from '../../support/pairs'
import { dayFields } from '../../support/volunteers'

let lead: Actor, unit = ''
const signal = new AbortController().signal
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})
const began = (matchId: string, days: number) => owner().volunteerMatch.update({ where: { id: matchId }, data: { startedOn: dayToDb(addDays(today(), -days)) } })
const followUp = (who: Actor, matchId: string, more: Record<string, string> = {}) => as(who, () => submit(followUpMatch, { matchId, number: '1', withWhom: 'both', outcome: 'well', words: '', ...dayFields('onDay', today()), ...more }))
async function asked({ matchId, id }: Matched, side: 'volunteer' | 'person', number = 1) {
  const code = newReplyCode()
  await owner().volunteerCheckIn.create({ data: { matchId, personId: id, number, side, codeHash: sha256(code), expiresOn: dayToDb(addDays(today(), 9)) } })
  return code
}
/** As a browser sends it: with the id of the form. */
const answers = (code: string, safe = 'yes', meets = 'yes') => submit(answerCheckIn, { code, meets, safe, words: '', submission: randomUUID() })

describe('a follow-up', () => {
  it('moves the next one, is written once, and not about another day or by somebody else', async () => {
    const one = await matched(lead, unit)
    // The first was due after a week, or on the working day after that: of a match that began nine days ago, on a Monday it is today.
    await began(one.matchId, 13)
    expect((await openMatch(lead, one.matchId, today()))?.match.inDays).toBeLessThan(0)
    for (const day of [addDays(today(), 1), addDays(today(), -14)]) expect((await followUp(lead, one.matchId, dayFields('onDay', day))).state?.fields?.onDay).toHaveLength(1)
    expect((await followUp(one.caseworker, one.matchId)).redirectedTo).toBeNull()
    expect((await followUp(lead, one.matchId, { withWhom: 'nobody' })).state?.fields?.outcome).toHaveLength(1)
    await Promise.all([followUp(lead, one.matchId), followUp(lead, one.matchId)])
    const match = (await openMatch(lead, one.matchId, today()))?.match
    expect(match?.followUps).toHaveLength(1)
    expect(match?.inDays).toBeGreaterThan(14)
  })
})

describe('two meetings in a row that came to nothing', () => {
  it('stand first for the lead the same day, until somebody has followed it up', async () => {
    const one = await matched(lead, unit)
    await began(one.matchId, 20)
    const [meeting, state] = [(days: number, met: boolean, ago: number) => owner().volunteerMatchMeeting.create({ data: { matchId: one.matchId, personId: one.id, onDay: dayToDb(addDays(today(), -days)), met, minutes: met ? 60 : null, recordedBy: lead.userId, recordedAt: new Date(Date.now() - ago * 60_000) } }), async () => (await openMatch(lead, one.matchId, today()))?.match]
    await meeting(9, true, 30)
    await meeting(6, false, 20)
    expect((await state())?.alarms).toEqual([])
    await meeting(2, false, 10)
    expect((await state())?.alarms).toEqual(['not-met'])
    expect((await leadDay(lead, today()))?.lines).toContainEqual({ key: 'alarms', count: 1, first: today() })
    await followUp(lead, one.matchId)
    expect(await state()).toMatchObject({ alarms: [], meetings: [{ met: false }, { met: false }, { met: true, minutes: 60 }] })
  })
})

describe('two questions', () => {
  it('go to both sides of what is to be followed up soon, once, and of nothing that is over', async () => {
    const [soon, later, over] = [await matched(lead, unit, { email: 'snart@hjem.invalid' }), await matched(lead, unit, { email: 'senere@hjem.invalid' }), await matched(lead, unit, { email: 'forbi@hjem.invalid' })]
    for (const one of [soon, over]) await began(one.matchId, 6)
    await owner().person.update({ where: { id: soon.id }, data: { firstName: 'Borgny' } })
    await owner().person.update({ where: { id: over.id }, data: { protection: 'P1' } })
    // A mail went out already to say that it begins: it is not what is counted here.
    await owner().outboxMessage.deleteMany()
    await owner().contactPoint.create({ data: { personId: soon.id, kind: 'EMAIL', value: 'borger@hjem.invalid', allowed: true, source: 'test' } })
    await sendCheckIns(null, signal)
    await sendCheckIns(null, signal)
    const mails = await owner().outboxMessage.findMany({ select: { recipient: true, subject: true, body: true }, orderBy: { recipient: 'asc' } })
    expect(mails.map(({ recipient }) => recipient)).toEqual(['borger@hjem.invalid', 'snart@hjem.invalid'])
    await followUp(lead, soon.matchId, { withWhom: 'nobody', outcome: 'not-reached' })
    await sendCheckIns(null, signal)
    expect(await owner().outboxMessage.count()).toBe(2)
    expect(`${mails[1]?.subject} ${mails[1]?.body}`).not.toContain('Borgny')
    expect(await owner().volunteerCheckIn.count({ where: { matchId: { in: [later.matchId, over.matchId] } } })).toBe(0)
  })

  it('are answered once; who felt unsafe stands first for the lead the same day, until somebody has followed it up; the other side reads nothing', async () => {
    const one = await matched(lead, unit)
    const [mine, other] = [await asked(one, 'person'), await asked(one, 'volunteer')]
    expect(await openCheckIn(mine)).toMatchObject({ side: 'person' })
    await Promise.all(Array.from({ length: 5 }, () => answers(mine, 'no')))
    expect(await openCheckIn(mine)).toBeNull()
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.check-in-answered', personId: one.id } })).toBe(1)
    expect((await listMatches(lead, today(), { tab: 'running', page: 1 })).running[0]).toMatchObject({ id: one.matchId, alarms: ['unsafe'] })
    expect(JSON.stringify(await openCheckIn(other))).not.toMatch(/safe|unsafe|no/)
    await owner().outboxMessage.deleteMany()
    await tellAlarm({ matchId: one.matchId, about: 'unsafe' }, signal)
    expect((await owner().outboxMessage.findMany()).map(({ userId, recipient }) => [userId, recipient])).toEqual([[lead.userId, lead.email]])
    // Once a day for a match; where whoever began it is here no more, those who lead volunteers today.
    expect(await tellAlarm({ matchId: one.matchId, about: 'unsafe' }, signal)).toBeNull()
    const [colleague, gone] = [await staff('VOLUNTEER_LEAD', { unitId: unit }), await staff('VOLUNTEER_LEAD', { unitId: unit }), await staff('VOLUNTEER_LEAD')]
    await owner().volunteerMatch.update({ where: { id: one.matchId }, data: { startedBy: gone.userId } })
    await owner().user.update({ where: { id: gone.userId }, data: { active: false } })
    await owner().outboxMessage.deleteMany()
    await tellAlarm({ matchId: one.matchId, about: 'unsafe' }, signal)
    expect((await owner().outboxMessage.findMany()).map(({ userId }) => userId).sort()).toEqual([lead.userId, colleague.userId].sort())
    // A try that reached nobody settles nothing.
    await followUp(lead, one.matchId, { withWhom: 'nobody', outcome: 'not-reached' })
    expect((await openMatch(lead, one.matchId, today()))?.match.alarms).toEqual(['unsafe'])
    await followUp(lead, one.matchId, { number: '2' })
    expect((await openMatch(lead, one.matchId, today()))?.match.alarms).toEqual([])
  })

  it('open for nobody once the match is over or closed to the volunteer, and what was answered is read by leads alone', async () => {
    const [over, closed] = [await matched(lead, unit), await matched(lead, unit)]
    const codes = [await asked(over, 'person'), await asked(over, 'volunteer'), await asked(closed, 'volunteer'), newReplyCode()]
    await owner().volunteerMatchEnd.create({ data: { matchId: over.matchId, personId: over.id, endedOn: dayToDb(today()), endedBy: 'both', cause: 'reached', recordedBy: lead.userId } })
    await owner().person.update({ where: { id: closed.id }, data: { protection: 'P2' } })
    for (const code of codes) {
      expect(await openCheckIn(code)).toBeNull()
      expect((await answers(code)).redirectedTo).toBeNull()
    }
    const rows = (who: Actor, sql: string) => transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql))
    expect(await rows(over.caseworker, `SELECT 1 FROM access.match_check_ins('${over.matchId}')`)).toEqual([])
    expect(await rows(lead, `SELECT 1 FROM access.match_check_ins('${over.matchId}')`)).toHaveLength(2)
    // What the volunteer wrote about somebody goes with the name.
    await owner().volunteerCheckIn.updateMany({ where: { matchId: closed.matchId }, data: { meets: 'no', safe: false, words: 'Hun græd', answeredAt: new Date() } })
    expect(await rows(lead, `SELECT words FROM access.match_check_ins('${closed.matchId}')`)).toEqual([{ words: null }])
    for (const table of ['volunteer_check_in', 'volunteer_follow_up']) await expect(rows(lead, `SELECT 1 FROM ${table}`)).rejects.toThrow()
  })
})
