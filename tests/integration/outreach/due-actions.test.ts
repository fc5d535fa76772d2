import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { logAttempt, withdrawAttempt } from '@/lib/outreach/attempts/actions'
import { withdrawRefusal } from '@/lib/outreach/attempts/rules'
import { dueList } from '@/lib/outreach/due/list/queries'
import type { ListQueue } from '@/lib/outreach/due/list/queues'
import { listState } from '@/lib/outreach/due/list/schema'
import { recordEnd, returnLetter, saveFoundAddress, undoReturn } from '@/lib/outreach/returns/actions'
import { completeTask, handleReply, postponeTask } from '@/lib/outreach/tasks/actions'
import { endWish, reconsider, recordWish } from '@/lib/outreach/wishes/actions'
import { addDays, addMonths, dayFromDb, dayToDb, firstOfMonth } from '@/lib/platform/day'
import { as, staff, submit } from '@/tests/support/as'
import { owner } from '@/tests/support/db'
import { veteran } from '@/tests/support/factories'
import { ago, daily, letter, now, openKinds, reply, tasksOf } from '@/tests/support/outreach-arrange'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})

type Action = Parameters<typeof submit>[0]
const send = (action: Action, values: Record<string, string>, actor = coordinator) => as(actor, () => submit(action, values))
const inQueue = async (queue: ListQueue, personId: string) => (await dueList(coordinator, now(), listState({ queue }), 1000)).rows.some((row) => row.personId === personId)

async function silent() {
  const { id } = await veteran({}, { vulnerable: true })
  await letter(id, ago(30))
  await daily(now())
  return id
}

describe('an attempt', () => {
  it('is one tap: logged today, task closed, off the queue, and one tap takes it back', async () => {
    const personId = await silent()
    expect(await inQueue('NO_REPLY', personId)).toBe(true)
    const { redirectedTo } = await send(logAttempt, { personId, channel: 'PHONE', outcome: 'NOT_REACHED', back: '/outreach?queue=NO_REPLY' })
    const attemptId = /^\/outreach\?queue=NO_REPLY&undo=([0-9a-f-]{36})$/.exec(redirectedTo ?? '')?.[1] ?? ''
    expect(await inQueue('NO_REPLY', personId)).toBe(false)
    expect((await tasksOf(personId)).map((task) => [task.kind, task.outcome])).toEqual([['PHONE', 'NOT_REACHED']])
    expect((await send(withdrawAttempt, { attemptId, back: '/' })).redirectedTo).toBe('/')
    expect(await inQueue('NO_REPLY', personId)).toBe(true)
    expect(await openKinds(personId)).toEqual(['PHONE'])
    const row = await owner().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect([row.outcome, row.withdrawnBy]).toEqual(['NOT_REACHED', coordinator.userId])
    expect((await send(withdrawAttempt, { attemptId })).state?.message).toContain('allerede')
  })

  it('cannot be taken back by another, nor after a quarter of an hour, nor edited by anybody', async () => {
    const personId = await silent()
    await send(logAttempt, { personId, channel: 'PHONE', outcome: 'REACHED' })
    const { id } = await owner().attempt.findFirstOrThrow({ where: { personId } })
    expect((await send(withdrawAttempt, { attemptId: id }, await staff('VETERAN_COORDINATOR'))).state?.message).toContain('Kun den')
    const old = await owner().attempt.create({ data: { personId, channel: 'SMS', outcome: 'REACHED', happenedOn: dayToDb(ago(1)), recordedBy: coordinator.userId, recordedAt: new Date(Date.now() - 16 * 60_000) } })
    const at = new Date('2026-03-28T23:30:00Z')
    const asked = (ms: number, withdrawnAt: Date | null = null) => withdrawRefusal({ recordedBy: 'me', recordedAt: at, withdrawnAt }, 'me', new Date(at.getTime() + ms))
    expect([asked(15 * 60_000), asked(15 * 60_000 + 1), asked(0, at)]).toEqual([null, 'late', 'withdrawn'])
    expect((await send(withdrawAttempt, { attemptId: old.id })).state?.message).toContain('15 minutter')
    await expect(owner().attempt.update({ where: { id }, data: { outcome: 'NOT_REACHED' } })).rejects.toThrow(/never edited/)
  })

  it('that reached who asked for a call takes up the request; one that did not leaves it', async () => {
    const { id: personId } = await veteran()
    await letter(personId, ago(10))
    await reply(personId, 'CALL', ago(1))
    await send(logAttempt, { personId, channel: 'PHONE', outcome: 'NOT_REACHED' })
    expect(await inQueue('WANTS_CALL', personId)).toBe(true)
    await send(logAttempt, { personId, channel: 'PHONE', outcome: 'REACHED' })
    expect(await inQueue('WANTS_CALL', personId)).toBe(false)
  })

  it('is refused tomorrow, for a stranger, and for roles without the right; sent twice it is logged once', async () => {
    const personId = await silent()
    const submission = crypto.randomUUID()
    const values = { personId, channel: 'PHONE', outcome: 'NOT_REACHED', submission }
    expect((await send(logAttempt, { ...values, happenedOn: addDays(now(), 1), submission: '' })).state?.fields?.happenedOn).toBeTruthy()
    expect((await send(logAttempt, { ...values, personId: crypto.randomUUID(), submission: '' })).state?.message).toContain('findes ikke')
    expect((await send(logAttempt, values, await staff('CASEWORKER'))).state?.message).toContain('ikke adgang')
    await send(logAttempt, values)
    await send(logAttempt, values)
    expect(await owner().attempt.count({ where: { personId } })).toBe(1)
  })
})

describe('a wish', () => {
  it('takes the place of the former, which is ended and stays', async () => {
    const { id: personId } = await veteran()
    await letter(personId, ago(400))
    expect(await inQueue('OVERDUE', personId)).toBe(true)
    await send(recordWish, { personId, kind: 'NOT_THIS_YEAR' })
    expect(await inQueue('OVERDUE', personId)).toBe(false)
    await send(recordWish, { personId, kind: 'LATER', untilMonth: addMonths(firstOfMonth(now()), 2) })
    expect(await inQueue('LATER', personId)).toBe(true)
    expect((await owner().wish.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map((wish) => [wish.kind, wish.endReason])).toEqual([['NOT_THIS_YEAR', 'replaced'], ['LATER', null]])
    await send(endWish, { personId })
    expect(await inQueue('OVERDUE', personId)).toBe(true)
    expect((await send(endWish, { personId })).state?.message).toContain('ikke noget ønske')
  })

  it('for later needs a month within the year', async () => {
    const { id: personId } = await veteran()
    for (const untilMonth of ['', addMonths(firstOfMonth(now()), 13), '2026-13-01']) expect((await send(recordWish, { personId, kind: 'LATER', untilMonth })).state?.fields?.untilMonth).toBeTruthy()
    expect(await owner().wish.count({ where: { personId } })).toBe(0)
  })

  it('of never is kept for a year, or the person is asked again', async () => {
    const { id: personId } = await veteran()
    await letter(personId, ago(900))
    await owner().wish.create({ data: { personId, kind: 'NEVER', givenOn: dayToDb(ago(500)), source: 'reply' } })
    await daily(now())
    expect(await openKinds(personId)).toEqual(['RECONSIDER'])
    await send(reconsider, { personId, decision: 'KEEP' })
    expect([await openKinds(personId), await inQueue('NEVER', personId)]).toEqual([[], true])
    await daily(addDays(now(), 364))
    expect(await openKinds(personId)).toEqual([])
    await send(reconsider, { personId, decision: 'ASK' })
    expect([await inQueue('NEVER', personId), await inQueue('OVERDUE', personId)]).toEqual([false, true])
  })
})

describe('a returned letter', () => {
  it('is one tap, makes the search due the next working day, and a found address ends it', async () => {
    const { id: personId } = await veteran()
    const { id: letterId } = await letter(personId, ago(5))
    await reply(personId, 'MOVED', ago(1))
    await send(returnLetter, { personId })
    expect(await openKinds(personId)).toEqual(['ADDRESS'])
    expect(await inQueue('RETURNED', personId)).toBe(true)
    expect(await owner().letter.findUnique({ where: { id: letterId }, select: { state: true } })).toEqual({ state: 'RETURNED' })
    expect((await send(saveFoundAddress, { personId, street: 'Ny Vej', number: '3', postcode: '89', town: 'Randers' })).state).toMatchObject({ values: { street: 'Ny Vej' }, fields: { postcode: [expect.any(String)] } })
    await send(saveFoundAddress, { personId, street: 'Ny Vej', number: '3', postcode: '8900', town: 'Randers' })
    expect([await openKinds(personId), await inQueue('RETURNED', personId), await inQueue('SAYS_MOVED', personId)]).toEqual([[], false, false])
    const addresses = await owner().address.findMany({ where: { personId }, orderBy: { id: 'asc' } })
    expect(addresses.map(({ street, toDay }) => [street, toDay && dayFromDb(toDay)])).toEqual([['Vestergade', now()], ['Ny Vej', null]])
  })

  it('can be undone the same day, and not without a letter', async () => {
    const { id: personId } = await veteran()
    expect((await send(returnLetter, { personId })).state?.message).toContain('ikke noget sendt brev')
    await letter(personId, ago(5))
    await send(returnLetter, { personId })
    await send(undoReturn, { personId })
    expect([await openKinds(personId), await inQueue('RETURNED', personId)]).toEqual([[], false])
  })

  it('does not let an address under protection be written here', async () => {
    const { id: personId } = await veteran({ protection: 'P1' })
    expect((await send(saveFoundAddress, { personId, street: 'Ny Vej', number: '3', postcode: '8900', town: 'Randers' })).state?.message).toContain('beskyttet')
  })
})

describe('a task', () => {
  it('put off with a reason leaves the queue until its day', async () => {
    const personId = await silent()
    const [task] = await tasksOf(personId)
    const taskId = task?.id ?? ''
    const due = task ? dayFromDb(task.dueOn) : ''
    expect((await send(postponeTask, { taskId, due, to: addDays(now(), 7), reason: '' })).state?.fields?.reason).toBeTruthy()
    for (const to of [now(), addDays(now(), 61)]) expect((await send(postponeTask, { taskId, due, to, reason: 'på ferie' })).state?.fields?.to).toBeTruthy()
    await send(postponeTask, { taskId, due, to: addDays(now(), 7), reason: 'på ferie' })
    // Read before that: another's day and reason are not written over.
    expect((await send(postponeTask, { taskId, due, to: addDays(now(), 9), reason: 'kursus' })).state?.message).toContain('udsat opgaven i mellemtiden')
    await daily(addDays(now(), 3))
    expect([await inQueue('NO_REPLY', personId), await openKinds(personId)]).toEqual([false, ['PHONE']])
    expect((await dueList(coordinator, addDays(now(), 7), listState({ queue: 'NO_REPLY' }), 1000)).rows.some((row) => row.personId === personId)).toBe(true)
  })

  it('of the ladder is closed by an attempt, not by a tick', async () => {
    const [task] = await tasksOf(await silent())
    expect((await send(completeTask, { taskId: task?.id ?? '' })).state?.message).toContain('Log et forsøg')
  })

  it('and a reply are taken up once', async () => {
    const { id: personId } = await veteran()
    const { id: replyId } = await reply(personId, 'TALK', ago(2))
    await send(handleReply, { replyId, back: '/outreach?queue=REPLIES' })
    expect(await inQueue('REPLIES', personId)).toBe(false)
    expect((await send(handleReply, { replyId })).state?.message).toContain('allerede')
  })
})

it.each([['DEAD', ago(2)], ['MOVED_AWAY', ago(2)], ['MOVED_AWAY', addDays(now(), 20)]] as const)('%s on %s closes what is open on its day', async (kind, on) => {
  const personId = await silent()
  const [year = '', month = '', day = ''] = on.split('-')
  await send(recordEnd, { personId, kind, 'on.day': day, 'on.month': month, 'on.year': year })
  const past = on <= now()
  expect([await openKinds(personId), await inQueue('EVERYONE', personId)]).toEqual(past ? [[], false] : [['PHONE'], true])
  await daily(addDays(now(), 30))
  expect(await openKinds(personId)).toEqual([])
})
