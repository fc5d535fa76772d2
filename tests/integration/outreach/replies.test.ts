import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { cancelTalk, sendReply, stopLetters } from '@/lib/outreach/replies/actions'
import { staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { freeSlot, replyCode } from '../../support/reply-code'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
})

async function citizen() {
  const person = await veteran()
  return { id: person.id, code: await replyCode(person.id) }
}
const send = (code: string, values: Record<string, string>) => submit(sendReply, { code, submission: randomUUID(), ...values })
const live = (personId: string) => owner().reply.findMany({ where: { personId, supersededAt: null }, orderBy: { receivedAt: 'asc' } })
const wishes = (personId: string) => owner().wish.findMany({ where: { personId, endedOn: null } })
const tasks = (personId: string) => owner().outreachTask.findMany({ where: { personId, doneAt: null } })

describe('each answer shows at once on the coordinator’s list', () => {
  it('a talk at a chosen time', async () => {
    const who = await citizen()
    const slotId = await freeSlot(coordinator.userId)
    expect((await send(who.code, { kind: 'TALK', slotId })).redirectedTo).toBe(`/svar/${who.code}/kvittering`)
    const talk = await owner().talk.findFirstOrThrow({ where: { personId: who.id } })
    expect(talk).toMatchObject({ slotId, cancelledAt: null, bookedBy: null })
    expect(await live(who.id)).toMatchObject([{ kind: 'TALK', talkId: talk.id, handledAt: null }])
    expect(await tasks(who.id)).toEqual([])
    expect(await owner().auditEvent.count({ where: { personId: who.id, action: 'reply.received', actorUserId: null } })).toBe(1)
  })

  it('a talk where no time suits becomes a call', async () => {
    const who = await citizen()
    await send(who.code, { kind: 'TALK', slotId: 'none' })
    expect(await tasks(who.id)).toMatchObject([{ kind: 'CALL_BACK' }])
  })

  it('a call, with number, time of day and the rule that gives its day', async () => {
    const who = await citizen()
    await send(who.code, { kind: 'CALL', phone: '20 12 34 56', callTime: 'MORNING', message: 'Ring gerne før 10' })
    expect(await live(who.id)).toMatchObject([{ kind: 'CALL', phone: '+4520123456', callTime: 'MORNING', message: 'Ring gerne før 10' }])
    const [task] = await tasks(who.id)
    expect(task).toMatchObject({ kind: 'CALL_BACK' })
    expect(JSON.stringify(task?.explanation)).toContain('reply-received')
  })

  it('a letter in another month, no thanks this year, and never only after reading what it means', async () => {
    const who = await citizen()
    await send(who.code, { kind: 'LATER', laterMonth: '2027-03-01' })
    expect(await wishes(who.id)).toMatchObject([{ kind: 'LATER', untilMonth: new Date('2027-03-01') }])
    await send(who.code, { kind: 'NOT_THIS_YEAR' })
    expect(await wishes(who.id)).toMatchObject([{ kind: 'NOT_THIS_YEAR' }])
    expect((await send(who.code, { kind: 'NEVER' })).redirectedTo).toBe(`/svar/${who.code}/aldrig`)
    expect(await wishes(who.id)).toMatchObject([{ kind: 'NOT_THIS_YEAR' }])
    await submit(stopLetters, { code: who.code, submission: randomUUID() })
    expect(await wishes(who.id)).toMatchObject([{ kind: 'NEVER' }])
    expect(await live(who.id)).toHaveLength(1)
  })

  it('moved stands beside another answer', async () => {
    const who = await citizen()
    await send(who.code, { kind: 'CALL' })
    await send(who.code, { kind: 'MOVED', newAddress: 'Søndergade 4, 8000 Aarhus C' })
    expect((await live(who.id)).map((reply) => reply.kind)).toEqual(['CALL', 'MOVED'])
    expect((await tasks(who.id)).map((task) => task.kind).sort()).toEqual(['ADDRESS', 'CALL_BACK'])
    expect(await owner().address.count({ where: { personId: who.id, street: 'Søndergade' } })).toBe(0)
  })
})

describe('changing one’s mind', () => {
  it('takes back the talk, the wish and the call that followed from the former answer', async () => {
    const who = await citizen()
    const slotId = await freeSlot(coordinator.userId)
    await send(who.code, { kind: 'CALL' })
    await send(who.code, { kind: 'NOT_THIS_YEAR' })
    expect(await tasks(who.id)).toEqual([])
    await send(who.code, { kind: 'TALK', slotId })
    expect(await wishes(who.id)).toEqual([])
    await send(who.code, { kind: 'CALL' })
    expect(await owner().talk.findFirst({ where: { personId: who.id } })).toMatchObject({ cancelReason: 'citizen' })
    expect(await live(who.id)).toHaveLength(1)
  })

  it('a wish told by telephone gives way to a new wish, and stands through a call or a talk', async () => {
    const who = await citizen()
    await owner().wish.create({ data: { personId: who.id, kind: 'NEVER', givenOn: day('2025-01-01'), source: 'phone' } })
    await send(who.code, { kind: 'CALL' })
    expect(await wishes(who.id)).toMatchObject([{ kind: 'NEVER' }])
    await send(who.code, { kind: 'NOT_THIS_YEAR' })
    expect(await wishes(who.id)).toMatchObject([{ kind: 'NOT_THIS_YEAR' }])
  })

  it('moves the same talk, and the former time is free again', async () => {
    const [who, other] = [await citizen(), await citizen()]
    const [first, second] = [await freeSlot(coordinator.userId), await freeSlot(coordinator.userId)]
    await send(who.code, { kind: 'TALK', slotId: first })
    await send(who.code, { kind: 'TALK', slotId: second })
    expect(await owner().talk.findMany({ where: { personId: who.id } })).toMatchObject([{ slotId: second, sequence: 1 }])
    expect((await send(other.code, { kind: 'TALK', slotId: first })).redirectedTo).not.toBeNull()
  })

  it('a talk is cancelled with the same code, and only with it', async () => {
    const [who, other] = [await citizen(), await citizen()]
    await send(who.code, { kind: 'TALK', slotId: await freeSlot(coordinator.userId) })
    const talk = await owner().talk.findFirstOrThrow({ where: { personId: who.id } })
    await submit(cancelTalk, { code: other.code, talkId: talk.id })
    expect((await owner().talk.findUniqueOrThrow({ where: { id: talk.id } })).cancelledAt).toBeNull()
    await submit(cancelTalk, { code: who.code, talkId: talk.id })
    expect((await owner().talk.findUniqueOrThrow({ where: { id: talk.id } })).cancelledAt).not.toBeNull()
    expect(await live(who.id)).toEqual([])
  })

  it('a page left open since an earlier talk does not cancel the one booked afterwards', async () => {
    const who = await citizen()
    await send(who.code, { kind: 'TALK', slotId: await freeSlot(coordinator.userId) })
    const first = await owner().talk.findFirstOrThrow({ where: { personId: who.id } })
    await submit(cancelTalk, { code: who.code, talkId: first.id })
    await send(who.code, { kind: 'TALK', slotId: await freeSlot(coordinator.userId) })
    const second = await owner().talk.findFirstOrThrow({ where: { personId: who.id, cancelledAt: null } })
    await submit(cancelTalk, { code: who.code, talkId: first.id })
    expect((await owner().talk.findUniqueOrThrow({ where: { id: second.id } })).cancelledAt).toBeNull()
  })
})
