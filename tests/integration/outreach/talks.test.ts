import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { sendReply } from '@/lib/outreach/replies/actions'
import { bookTalk, cancelTalkByStaff, closeSlot, endFeed, makeSlots, startFeed, talkHeld, talkNoShow } from '@/lib/outreach/talks/actions'
import { booking, weekSlots } from '@/lib/outreach/talks/queries'
import { mondayOf } from '@/lib/outreach/talks/rules'
import { feedEvents } from '@/lib/outreach/talks/writes'
import { dayOf } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'
import { freeSlot, replyCode } from '../../support/reply-code'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
  await owner().municipality.create({ data: { name: 'Demo Kommune', cvr: '99000007', senderLabel: 'Demo', phone: '89 00 00 00', email: 'x@demo.invalid', website: 'https://demo.invalid', addressLines: [] } })
})
const book = (actor: Actor, personId: string, slotId: string) => as(actor, () => submit(bookTalk, { personId, slotId, submission: randomUUID() }))
const plan = { 'from.day': '5', 'from.month': '3', 'from.year': '2029', start: '9.00', length: '45', pause: '15', perDay: '2', weeks: '3', place: 'Rådhuset' }
const past = async (talkId: string) => {
  const { slotId } = await owner().talk.findUniqueOrThrow({ where: { id: talkId } })
  await owner().talkSlot.update({ where: { id: slotId }, data: { startsAt: new Date(Date.now() - 7_200_000 - Math.random() * 1e9), endsAt: new Date(Date.now() - 3_600_000) } })
}

describe('times', () => {
  it('are made as a series and never on top of each other', async () => {
    const made = await as(coordinator, () => submit(makeSlots, plan))
    expect(made.redirectedTo).toBe('/outreach/talks?week=2029-03-05')
    expect(await owner().talkSlot.count({ where: { userId: coordinator.userId, place: 'Rådhuset' } })).toBe(6)
    const again = await as(coordinator, () => submit(makeSlots, { ...plan, start: '9.30', weeks: '1' }))
    expect(again.state?.fields?.start).toHaveLength(1)
    expect(again.state?.values.place).toBe('Rådhuset')
    const colleague = await staff('VETERAN_COORDINATOR')
    expect((await as(colleague, () => submit(makeSlots, { ...plan, weeks: '1' }))).redirectedTo).not.toBeNull()
  })

  it('are not for everybody to make', async () => {
    for (const actor of [await staff('MANAGER'), await staff('CASEWORKER'), null]) expect((await as(actor, () => submit(makeSlots, plan))).redirectedTo).toBeNull()
  })

  it('that are booked cannot be closed, and closed ones cannot be booked', async () => {
    const [booked, free] = [await freeSlot(coordinator.userId), await freeSlot(coordinator.userId)]
    await book(coordinator, (await veteran()).id, booked)
    const close = (slotId: string) => as(coordinator, () => submit(closeSlot, { slotId }))
    expect((await close(booked)).state?.ok).toBeUndefined()
    const other = await staff('VETERAN_COORDINATOR')
    expect((await as(other, () => submit(closeSlot, { slotId: free }))).state?.ok).toBeUndefined()
    expect((await close(free)).state?.ok).toBe(true)
    expect((await book(coordinator, (await veteran()).id, free)).state?.fields?.slotId).toHaveLength(1)
  })
})

describe('a talk booked on the telephone', () => {
  it('shows in the week, moves as one, and is never for a person out of reach', async () => {
    const who = await veteran({ firstName: 'Bo', lastName: 'Synlig' })
    const [first, second] = [await freeSlot(coordinator.userId, 400), await freeSlot(coordinator.userId, 400)]
    await book(coordinator, who.id, first)
    await book(coordinator, who.id, second)
    expect(await owner().talk.findMany({ where: { personId: who.id } })).toMatchObject([{ slotId: second, sequence: 1, bookedBy: coordinator.userId }])
    const { startsAt } = await owner().talkSlot.findUniqueOrThrow({ where: { id: second } })
    expect((await weekSlots(coordinator, mondayOf(dayOf(startsAt)))).find((slot) => slot.id === second)).toMatchObject({ lastName: 'Synlig' })
    const hidden = await person('REFUGEE')
    expect((await book(coordinator, hidden.id, first)).state?.message).toContain('findes ikke')
    expect((await booking(coordinator, hidden.id)).person).toBeNull()
  })

  it('and one booked by code at the same moment are one talk', async () => {
    const rounds = await Promise.all(Array.from({ length: 8 }, async () => {
      const who = await veteran()
      return { who, code: await replyCode(who.id), first: await freeSlot(coordinator.userId), second: await freeSlot(coordinator.userId) }
    }))
    await Promise.all(rounds.flatMap(({ who, code, first, second }) => [book(coordinator, who.id, first), submit(sendReply, { code, submission: randomUUID(), kind: 'TALK', slotId: second })]))
    for (const { who } of rounds) expect(await owner().talk.count({ where: { personId: who.id, cancelledAt: null } })).toBe(1)
  })

  it('is told by mail only where the person allows it, without name or reason', async () => {
    for (const [allowed, mails] of [[true, 2], [false, 0]] as const) {
      const who = await veteran({ firstName: 'Hemmelig', lastName: 'Navnsen' })
      await owner().contactPoint.create({ data: { personId: who.id, kind: 'EMAIL', value: `${randomUUID()}@test.invalid`, allowed, source: 'test' } })
      await book(coordinator, who.id, await freeSlot(coordinator.userId))
      const talk = await owner().talk.findFirstOrThrow({ where: { personId: who.id } })
      await as(coordinator, () => submit(cancelTalkByStaff, { talkId: talk.id, reason: 'illness' }))
      const sent = await owner().outboxMessage.findMany({ where: { personId: who.id }, orderBy: { createdAt: 'asc' } })
      expect(sent).toHaveLength(mails)
      expect(JSON.stringify(sent)).not.toMatch(/Hemmelig|Navnsen|eteran/)
      if (allowed) expect(sent.map((mail) => mail.calendar?.includes('METHOD:CANCEL'))).toEqual([false, true])
    }
  })

  it('was held or was not, said once, and takes up the answer that asked for it', async () => {
    const who = await veteran()
    const code = await replyCode(who.id)
    await submit(sendReply, { code, submission: randomUUID(), kind: 'TALK', slotId: await freeSlot(coordinator.userId) })
    const talk = await owner().talk.findFirstOrThrow({ where: { personId: who.id } })
    const say = (action: typeof talkHeld) => as(coordinator, () => submit(action, { talkId: talk.id }))
    expect((await say(talkHeld)).state?.message).toContain('ikke begyndt')
    await past(talk.id)
    expect((await say(talkHeld)).state?.ok).toBe(true)
    expect((await say(talkNoShow)).state?.ok).toBeUndefined()
    expect(await owner().reply.findFirst({ where: { personId: who.id } })).toMatchObject({ handledBy: coordinator.userId })
  })
})

describe('the calendar feed', () => {
  it('holds times and places, no names, and ends at once', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    const who = await veteran({ firstName: 'Hemmelig' })
    await book(actor, who.id, await freeSlot(actor.userId))
    const { state } = await as(actor, () => submit(startFeed, {}))
    const token = /calendar\/([\w-]{43})\.ics$/.exec(state?.message ?? '')?.[1] ?? ''
    const events = await feedEvents(token)
    expect(events).toMatchObject([{ place: 'Rådhuset, lokale 2', cancelled: false }])
    expect(JSON.stringify(events)).not.toContain('Hemmelig')
    const rows = await owner().$queryRaw<{ found: boolean }[]>`SELECT EXISTS (SELECT 1 FROM submission WHERE outcome::text LIKE ${`%${token}%`}) AS found`
    expect(rows).toEqual([{ found: false }])
    await as(actor, () => submit(startFeed, {}))
    expect(await feedEvents(token)).toEqual([])
    await as(actor, () => submit(endFeed, {}))
    expect(await owner().calendarFeed.count({ where: { userId: actor.userId } })).toBe(0)
  })

  it('keeps a cancelled talk in it as cancelled, so that a phone takes it out', async () => {
    const actor = await staff('VETERAN_COORDINATOR')
    await book(actor, (await veteran()).id, await freeSlot(actor.userId))
    const talk = await owner().talk.findFirstOrThrow({ where: { bookedBy: actor.userId } })
    await as(actor, () => submit(cancelTalkByStaff, { talkId: talk.id, reason: 'staff' }))
    const { state } = await as(actor, () => submit(startFeed, {}))
    expect(await feedEvents(state?.message?.match(/([\w-]{43})\.ics/)?.[1] ?? '')).toMatchObject([{ id: talk.id, sequence: 1, cancelled: true }])
  })
})
