import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { cancelCourse, giveUpSeat } from '@/lib/volunteering/courses/actions'
import { openCourse } from '@/lib/volunteering/courses/queries'
import { endLogin } from '@/lib/volunteering/logins/actions'
import { giveUpOwnSeat, takeOwnSeat } from '@/lib/volunteering/own/courses/actions'
import { ownPage } from '@/lib/volunteering/own/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { volunteerActor } from '../../support/volunteers'

let lead: Actor, me: Actor, id = ''
const others = {} as Record<RoleName, Actor>
beforeAll(async () => {
  await loadReference(owner())
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
})
beforeEach(async () => {
  ;({ actor: me, id } = await volunteerActor())
})
const course = async (seats = 2, on = addDays(today(), 5)) => (await owner().volunteerCourse.create({ data: { kind: 'course', title: 'Grundkursus', onDay: dayToDb(on), starts: '18:30', minutes: 90, place: 'Rådhuset', seats, createdBy: lead.userId } })).id
const take = (courseId: string, actor = me) => as(actor, () => submit(takeOwnSeat, { courseId }))
const giveUp = (courseId: string, actor = me) => as(actor, () => submit(giveUpOwnSeat, { courseId }))
const seats = async (courseId: string) => (await openCourse(lead, courseId))?.seats.map(({ volunteerId, state }) => [volunteerId, state])
const seen = async (courseId: string, actor = me) => (await ownPage(actor, 'da'))?.courses.find((one) => one.id === courseId)
const said = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<{ said: string }[]>(`SELECT ${sql} AS said`)).then(([row]) => row?.said)

describe('a seat of one’s own', () => {
  it('is taken, seen by whoever leads volunteers, given up, and taken again; each stands in the log', async () => {
    const one = await course()
    expect(await seen(one)).toMatchObject({ signed: false, room: true, cancelled: false })
    expect((await take(one)).redirectedTo).toBe('/min-side')
    expect([await seats(one), (await seen(one))?.signed]).toEqual([[[id, 'signed']], true])
    expect((await take(one)).state?.message).toContain('allerede')
    expect((await giveUp(one)).redirectedTo).toBe('/min-side')
    expect([await seats(one), (await seen(one))?.signed]).toEqual([[[id, 'gave-up']], false])
    expect((await giveUp(one)).state?.message).toContain('ikke en plads')
    expect((await take(one)).redirectedTo).toBe('/min-side')
    const log = await owner().auditEvent.findMany({ where: { actorUserId: me.userId, action: { startsWith: 'volunteer.own-seat' } }, orderBy: { id: 'asc' }, select: { action: true, details: true } })
    expect(log).toEqual(['volunteer.own-seat-taken', 'volunteer.own-seat-given-up', 'volunteer.own-seat-taken'].map((action) => ({ action, details: { course: one } })))
    expect(await owner().volunteerSeat.findFirstOrThrow({ where: { courseId: one } })).toMatchObject({ recordedBy: me.userId })
  })

  it('is one of as many as there are: of five at once for the last seat one gets it, and the others are told', async () => {
    const [one, five] = [await course(2), await Promise.all(Array.from({ length: 5 }, () => volunteerActor()))]
    await take(one)
    const answers = await Promise.all(five.map(({ actor }) => take(one, actor)))
    expect(answers.filter(({ redirectedTo }) => redirectedTo === '/min-side')).toHaveLength(1)
    expect(answers.filter(({ state }) => state?.message?.includes('den sidste plads'))).toHaveLength(4)
    expect(await seats(one)).toHaveLength(2)
    // A seat that was given up is somebody else's.
    const late = five[answers.findIndex(({ redirectedTo }) => redirectedTo !== '/min-side')]!
    await giveUp(one)
    expect((await take(one, late.actor)).redirectedTo).toBe('/min-side')
    expect((await take(one)).state?.message).toContain('den sidste plads')
    // The database counts by itself, whoever writes.
    await expect(owner().volunteerSeat.create({ data: { courseId: one, volunteerId: (await volunteerActor()).id, state: 'signed', recordedBy: lead.userId } })).rejects.toThrow(/full/)
  })

  it('that somebody is just taking is waited for', async () => {
    const [one, another] = [await course(1), (await volunteerActor()).actor]
    const second = await transaction({ role: 'app', token: me.token }, async (tx) => {
      expect(await tx.$queryRawUnsafe(`SELECT access.take_my_seat('${one}') AS said`)).toEqual([{ said: 'done' }])
      const waits = take(one, another)
      await new Promise((soon) => setTimeout(soon, 400))
      return { waits }
    })
    expect((await second.waits).state?.message).toContain('den sidste plads')
    expect(await seats(one)).toEqual([[id, 'signed']])
  })

  it('is neither taken nor given up on the day, nor afterwards', async () => {
    const [now, past] = [await course(2, today()), await course(2, addDays(today(), -1))]
    expect((await take(now)).state?.message).toContain('Ring, hvis du vil med')
    expect((await take(past)).state?.message).toContain('findes ikke')
    for (const courseId of [now, past]) await owner().volunteerSeat.create({ data: { courseId, volunteerId: id, state: 'signed', recordedBy: lead.userId } })
    expect((await giveUp(now)).state?.message).toContain('ikke kan komme')
    expect((await giveUp(past)).state?.message).toContain('ikke en plads')
    expect([await seats(now), await seats(past)]).toEqual([[[id, 'signed']], [[id, 'signed']]])
  })

  it('at a course that is cancelled is told of to whoever has one, and taken by nobody', async () => {
    const [one, another] = [await course(), await volunteerActor()]
    await take(one)
    await as(lead, () => submit(cancelCourse, { courseId: one }))
    expect([await seen(one), await seen(one, another.actor)]).toMatchObject([{ signed: true, cancelled: true }, undefined])
    expect((await take(one, another.actor)).state?.message).toContain('aflyst')
    expect((await giveUp(one)).state?.message).toContain('ikke en plads')
  })

  it('that the lead gave up for somebody is theirs to take again; one who took part has taken part', async () => {
    const one = await course()
    await take(one)
    await as(lead, () => submit(giveUpSeat, { courseId: one, volunteerId: id }))
    expect((await take(one)).redirectedTo).toBe('/min-side')
    await owner().volunteerSeat.updateMany({ where: { courseId: one, volunteerId: id }, data: { state: 'attended' } })
    expect((await take(one)).state?.message).toContain('allerede')
    expect((await giveUp(one)).state?.message).toContain('ikke en plads')
  })
})

describe('nobody else', () => {
  it('takes or gives up one: not another role, not without the login, not for another, and not in the table', async () => {
    const one = await course()
    await take(one)
    for (const role of roles.filter((name) => name !== 'VOLUNTEER')) {
      expect((await take(one, others[role])).state?.message, role).toContain('adgang')
      for (const call of ['take_my_seat', 'give_up_my_seat']) expect([role, await said(others[role], `access.${call}('${one}')`)]).toEqual([role, 'gone'])
    }
    const another = await volunteerActor()
    expect((await giveUp(one, another.actor)).redirectedTo).toBeNull()
    for (const volunteerId of [id, another.id]) {
      await expect(transaction({ role: 'app', token: another.actor.token }, (tx) => tx.$executeRawUnsafe(`INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) VALUES ('${one}', '${volunteerId}', 'signed', '${another.actor.userId}')`)), volunteerId).rejects.toThrow(/row-level security/)
    }
    expect(await seats(one)).toEqual([[id, 'signed']])
    await as(lead, () => submit(endLogin, { volunteerId: id }))
    expect((await giveUp(one)).state).toMatchObject({ signedOut: true })
    expect(await seats(one)).toEqual([[id, 'signed']])
  })
})
