import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { changeOwnTimes } from '@/lib/volunteering/own/actions'
import { ownPage } from '@/lib/volunteering/own/queries'
import { ownDates, paperStanding } from '@/lib/volunteering/own/rules'
import { endLogin } from '@/lib/volunteering/logins/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { volunteerActor } from '../../support/volunteers'

let lead: Actor, me: Actor, id = '', other: { actor: Actor; id: string }
const others = {} as Record<RoleName, Actor>
const functions = ["access.my_facts('da')", "access.my_papers('da')", 'access.my_trainings()', "access.my_contact('da')", 'access.my_courses()']
const rows = (actor: Actor, from: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<object[]>(`SELECT * FROM ${from}`))
const change = (actor: Actor, times: string[], version = '1') => as(actor, () => submit(changeOwnTimes, { version, times }))

beforeAll(async () => {
  await loadReference(owner())
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
  await owner().unit.create({ data: { code: 'frivillig', nameDa: 'Frivillig i byen', nameEn: 'Volunteers', phone: '89 00 00 40', kind: 'VOLUNTEERING' } })
  other = await volunteerActor({ papers: [['confidentiality', null]] })
  await owner().volunteer.update({ where: { id: other.id }, data: { firstName: 'Anden', limits: 'en andens grænse' } })
  await owner().volunteerTraining.create({ data: { volunteerId: other.id, kind: 'course', title: 'En andens kursus', onDay: dayToDb(today()), recordedBy: lead.userId } })
})
beforeEach(async () => {
  ;({ actor: me, id } = await volunteerActor({ roles: ['mentor'], papers: [['criminal-record', addDays(today(), 30)]] }))
})

describe('one’s own page', () => {
  it('holds one’s own facts, papers, courses and whom to call, and says in the log that it was seen', async () => {
    await owner().volunteerTraining.create({ data: { volunteerId: id, kind: 'course', title: 'Grundkursus', onDay: dayToDb(today()), minutes: 120, recordedBy: lead.userId } })
    await owner().volunteerStep.create({ data: { volunteerId: id, number: 2, step: 'paused', onDay: dayToDb(today()), untilDay: dayToDb(addDays(today(), 20)), recordedBy: lead.userId } })
    const page = await ownPage(me, 'en')
    expect(page?.facts).toMatchObject({ firstName: 'Test', lastName: 'Frivillig', roles: ['Mentor'], step: 'paused', backOn: addDays(today(), 20), version: 1 })
    expect(page?.papers.map((one) => [one.kind, paperStanding(one, today()).standing])).toEqual([['confidentiality', 'missing'], ['criminal-record', 'soon']])
    expect(page?.trainings).toEqual([{ kind: 'course', title: 'Grundkursus', onDay: today(), minutes: 120 }])
    expect(page?.contact).toMatchObject({ unit: 'Volunteers', phone: '89 00 00 40', person: lead.name })
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.own-viewed', actorUserId: me.userId } })).toBe(1)
  })

  it('holds courses to come: those with a seat of one’s own among the dates, and those with room', async () => {
    const course = (title: string, more: object = {}) => owner().volunteerCourse.create({ data: { kind: 'course', title, onDay: dayToDb(addDays(today(), 5)), starts: '18:30', minutes: 90, place: 'Rådhuset', seats: 2, createdBy: lead.userId, ...more } })
    const [mine, , full] = [await course('Mit'), await course('Forbi', { onDay: dayToDb(addDays(today(), -1)) }), await course('Fuldt', { seats: 1 }), await course('Aflyst', { cancelledOn: dayToDb(today()) })]
    await owner().volunteerSeat.createMany({ data: [{ courseId: mine.id, volunteerId: id, state: 'signed', recordedBy: lead.userId }, { courseId: full.id, volunteerId: other.id, state: 'signed', recordedBy: lead.userId }] })
    const page = await ownPage(me, 'da')
    expect(page?.courses.map(({ title, signed, room }) => [title, signed, room]).sort()).toEqual([['Fuldt', false, false], ['Mit', true, true]])
    expect(ownDates({ papers: [], courses: page?.courses ?? [], backOn: null }, today())).toMatchObject([{ kind: 'course', code: mine.id, at: { starts: '18:30', place: 'Rådhuset' } }])
  })

  it('is nobody else’s, and shows nobody else', async () => {
    expect(JSON.stringify(await ownPage(me, 'da'))).not.toMatch(/Anden|andens/)
    for (const role of roles.filter((one) => one !== 'VOLUNTEER')) {
      await expect(ownPage(others[role], 'da'), role).rejects.toThrow('volunteer.own')
      for (const one of functions) expect([role, one, await rows(others[role], one)]).toEqual([role, one, []])
    }
    // Somebody with the role and no login, and a login without the role.
    expect(await ownPage(others.VOLUNTEER, 'da')).toBeNull()
    await owner().roleGrant.deleteMany({ where: { userId: me.userId } })
    for (const one of functions) expect([one, await rows(me, one)]).toEqual([one, []])
  })

  it('is gone from the next statement on when the login ends, and for as long as they are not helping', async () => {
    expect(await ownPage(me, 'da')).not.toBeNull()
    await owner().volunteerLogin.updateMany({ where: { volunteerId: id }, data: { endedAt: new Date() } })
    for (const one of functions) expect([one, await rows(me, one)]).toEqual([one, []])
    const { actor, id: another } = await volunteerActor()
    await owner().$executeRaw`ALTER TABLE volunteer_step DISABLE TRIGGER volunteer_left`
    await owner().volunteerStep.create({ data: { volunteerId: another, number: 2, step: 'ended', reason: 'wish', onDay: dayToDb(today()) } })
    await owner().$executeRaw`ALTER TABLE volunteer_step ENABLE TRIGGER volunteer_left`
    for (const one of functions) expect([one, await rows(actor, one)]).toEqual([one, []])
  })
})

describe('one’s own times', () => {
  it('are changed by oneself, of oneself, and count at once', async () => {
    expect((await change(me, ['1-evening', '6-morning'])).redirectedTo).toBe('/min-side')
    const [mine, theirs] = [await owner().volunteer.findUniqueOrThrow({ where: { id } }), await owner().volunteer.findUniqueOrThrow({ where: { id: other.id } })]
    expect([mine.times, mine.version, theirs.times, theirs.version]).toEqual([['1-evening', '6-morning'], 2, [], 1])
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.own-times-changed', actorUserId: me.userId } })).toBe(1)
    expect((await change(me, [], '2')).redirectedTo).toBe('/min-side')
    expect((await owner().volunteer.findUniqueOrThrow({ where: { id } })).times).toEqual([])
  })

  it('that were changed by another meanwhile are not written over', async () => {
    await owner().volunteer.update({ where: { id }, data: { times: ['2-morning'], version: 2 } })
    expect((await change(me, ['1-evening'])).state?.message).toContain('ændret imens')
    expect((await owner().volunteer.findUniqueOrThrow({ where: { id } })).times).toEqual(['2-morning'])
  })

  it('are nothing but parts of the week, and nothing but the times is written', async () => {
    expect((await change(me, ['8-night'])).state?.fields).toHaveProperty(['times.0'])
    await as(me, () => submit(changeOwnTimes, { version: '1', times: '1-evening', roles: 'host', capacity: '20', firstName: 'x' }))
    expect(await owner().volunteer.findUniqueOrThrow({ where: { id }, select: { roles: true, capacity: true, firstName: true } })).toEqual({ roles: ['mentor'], capacity: 1, firstName: 'Test' })
  })

  it('are refused to everybody else, and after the login has ended', async () => {
    for (const role of roles.filter((one) => one !== 'VOLUNTEER')) {
      expect((await change(others[role], ['1-evening'])).state?.message, role).toContain('adgang')
      expect([role, await transaction({ role: 'app', token: others[role].token }, (tx) => tx.$queryRaw`SELECT access.set_my_times('{1-evening}', 1) AS said`)]).toEqual([role, [{ said: 'gone' }]])
    }
    await as(lead, () => submit(endLogin, { volunteerId: id }))
    expect((await change(me, ['1-evening'])).state).toMatchObject({ signedOut: true })
    expect((await owner().volunteer.findUniqueOrThrow({ where: { id } })).times).toEqual([])
  })
})
