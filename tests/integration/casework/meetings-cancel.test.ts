import { beforeAll, expect, it } from 'vitest'
import { callMeetingAgain, cancelMeeting, decideAtMeeting, endMeeting, markForMeeting, moveMeeting } from '@/lib/casework/meetings/actions'
import { caseToMark, meetings, openMeeting } from '@/lib/casework/meetings/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, submit } from '../../support/as'
import { type OneCase, twoUnits } from '../../support/cases'
import { owner } from '../../support/db'
import { table } from '../../support/meetings'

let g: Awaited<ReturnType<typeof twoUnits>>
const in_ = (days: number) => dayToDb(addDays(today(), days))
const cancel = (meetingId: string, by = g.sender, reason = 'few') => as(by, () => submit(cancelMeeting, { meetingId, reason }))
const again = (meetingId: string, by = g.sender) => as(by, () => submit(callMeetingAgain, { meetingId }))
const mark = async (one: OneCase, meetingId: string) => (await as(g.sender, () => submit(markForMeeting, { ...one, meetingId, words: 'Praktikken' }))).state
const where = async (one: OneCase) => (await owner().meetingItem.findFirstOrThrow({ where: { caseId: one.caseId } })).meetingId
const unit = () => g.sender.unitId ?? ''
const mails = (userId: string) => owner().outboxMessage.findMany({ where: { userId }, orderBy: { id: 'asc' }, select: { subject: true, body: true } })
/** Alone of the unit’s coming ones, so that no other test’s is the next. */
const alone = () => owner().meeting.updateMany({ where: { heldAt: null }, data: { heldAt: new Date(), heldBy: g.sender.userId, cancelledAt: null, cancelledBy: null, cancelledWhy: null } })

beforeAll(async () => {
  g = await twoUnits()
})

it('a meeting of a series is cancelled: its cases go to the next, everybody else is told, and nothing can be put on it or decided there', async () => {
  const [one, id] = [await g.opened(), await table(unit(), [g.sender, g.near], { repeats: 'fortnight' })]
  await mark(one, id)
  const before = (await mails(g.near.userId)).length
  expect((await cancel(id)).redirectedTo).toBe(`/meetings/${id}`)
  const next = await owner().meeting.findUniqueOrThrow({ where: { followsId: id }, include: { participants: true } })
  expect([next.onDay >= in_(20), next.participants.length, await where(one)]).toEqual([true, 2, next.id])
  const told = (await mails(g.near.userId)).slice(before)
  expect(told).toMatchObject([{ subject: 'Et koordineringsmøde er aflyst', body: expect.stringContaining('for få kan komme') }])
  expect(await mails(g.sender.userId)).toEqual([])
  // Of whom it is about, the mail says nothing.
  const person = await owner().person.findUniqueOrThrow({ where: { id: one.personId } })
  expect(told[0]?.body).not.toContain(person.lastName)
  expect(await openMeeting(g.sender, id)).toMatchObject({ meeting: { cancelledWhy: 'few' }, items: [], nextId: next.id })
  expect((await caseToMark(g.sender, one.personId, one.caseId, async () => null))?.content?.more?.meetings.map((row) => row.id)).not.toContain(id)
  expect(await mark(await g.opened(), id)).toMatchObject({ fields: { meetingId: [expect.anything()] } })
  for (const late of [cancel(id), as(g.sender, () => submit(endMeeting, { meetingId: id }))]) expect((await late).state?.message).toBeTruthy()
})

it('is held after all: the agenda comes back, the next is gone, and the table hears of it', async () => {
  const [one, later, id] = [await g.opened(), await g.opened(), await table(unit(), [g.sender, g.near], { repeats: 'month' })]
  await mark(one, id)
  await cancel(id)
  const next = await owner().meeting.findUniqueOrThrow({ where: { followsId: id } })
  await mark(later, next.id)
  expect((await again(id)).redirectedTo).toBe(`/meetings/${id}`)
  expect([await where(one), await where(later), await owner().meeting.count({ where: { id: next.id } })]).toEqual([id, id, 0])
  expect((await mails(g.near.userId)).at(-1)?.subject).toBe('Et koordineringsmøde holdes alligevel')
  expect((await meetings(g.sender)).find((row) => row.id === id)).toMatchObject({ cancelledAt: null })
  expect((await again(id)).state?.message).toBeTruthy()
})

it('is not held after all once somebody has built on the next, or its day is over', async () => {
  const id = await table(unit(), [g.sender], { repeats: 'fortnight' })
  await cancel(id)
  const next = await owner().meeting.findUniqueOrThrow({ where: { followsId: id } })
  const box = addDays(today(), 25)
  expect((await as(g.sender, () => submit(moveMeeting, { meetingId: next.id, version: '1', 'on.day': String(Number(box.slice(8))), 'on.month': String(Number(box.slice(5, 7))), 'on.year': box.slice(0, 4), starts: '10.00', place: 'Lokale 3', repeats: 'fortnight', participants: [g.sender.userId] }))).redirectedTo).toBeTruthy()
  expect((await again(id)).state?.message).toContain('arbejdet videre')
  const past = await table(unit(), [g.sender], { onDay: in_(-1) })
  await cancel(past)
  expect((await again(past)).state?.message).toBeTruthy()
})

it('a single one sends its cases to the unit’s next at which nobody else sits; else they stay', async () => {
  await alone()
  const [one, id] = [await g.opened(), await table(unit(), [g.sender])]
  await mark(one, id)
  // A table with another unit is no place for what was meant for one's own.
  await table(unit(), [g.sender, g.receiver], { onDay: in_(7) })
  await cancel(id)
  expect(await where(one)).toBe(id)
  await again(id)
  const own = await table(unit(), [g.sender, g.near], { onDay: in_(9) })
  await cancel(id, g.sender, 'replaced')
  expect(await where(one)).toBe(own)
  await again(id)
  expect(await where(one)).toBe(id)
})

it('is cancelled by the unit that holds it, before anything is decided, and by nobody through the table', async () => {
  const [one, id] = [await g.opened(), await table(unit(), [g.sender, g.receiver, g.near], { onDay: in_(0) })]
  expect((await cancel(id, g.receiver)).state?.message).toBeTruthy()
  expect((await cancel(id, g.sender, 'weather')).state?.fields).toHaveProperty('reason')
  await owner().meetingParticipant.deleteMany({ where: { meetingId: id, userId: g.receiver.userId } })
  await mark(one, id)
  const item = await owner().meetingItem.findFirstOrThrow({ where: { meetingId: id } })
  await as(g.sender, () => submit(decideAtMeeting, { personId: one.personId, meetingItemId: item.id, text: 'Pia finder en praktik' }))
  expect((await cancel(id)).state?.message).toContain('besluttet')
  const raw = (sql: string) => transaction({ role: 'app', token: g.sender.token }, (tx) => tx.$executeRawUnsafe(sql))
  await expect(raw(`UPDATE meeting SET cancelled_at = now() WHERE id = '${id}'`)).rejects.toThrow()
  // Mails leave only with a cancellation, and to nobody's wish.
  expect(await transaction({ role: 'app', token: g.sender.token }, (tx) => tx.$queryRaw`SELECT access.tell_table(${id}::uuid, 'x', 'x')`)).toEqual([])
})
