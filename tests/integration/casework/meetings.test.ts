import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { openCase } from '@/lib/casework/cases/actions'
import { callMeeting, decideAtMeeting, endMeeting, markForMeeting, moveMeeting, takeOffMeeting } from '@/lib/casework/meetings/actions'
import { meetings, openMeeting } from '@/lib/casework/meetings/queries'
import { taskDesk } from '@/lib/casework/tasks/queries'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { type OneCase, twoUnits } from '../../support/cases'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { table } from '../../support/meetings'

type Ground = Awaited<ReturnType<typeof twoUnits>>
let g: Ground
const day = today()
const boxes = (name: string, on: Day) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const call = (by: Actor, more: Record<string, string | string[]> = {}) => as(by, () => submit(callMeeting, { ...boxes('on', addDays(day, 3)), starts: '9.00', place: 'Lokale 2', repeats: 'fortnight', participants: [g.sender.userId, g.receiver.userId], ...more }))
const mark = async (one: OneCase, meetingId: string) => {
  await as(g.sender, () => submit(markForMeeting, { ...one, meetingId, words: 'Praktikken' }))
  return (await owner().meetingItem.findFirstOrThrow({ where: { caseId: one.caseId, meetingId } })).id
}
const decide = (personId: string, meetingItemId: string, more: Record<string, string> = {}, by = g.sender) => as(by, () => submit(decideAtMeeting, { personId, meetingItemId, text: 'Pia finder en praktik', ...more }))
const end = (meetingId: string, by = g.sender) => as(by, () => submit(endMeeting, { meetingId }))

beforeAll(async () => {
  g = await twoUnits()
})

it('a meeting is called with its table, and moved; a day that has passed and an empty table are refused', async () => {
  expect((await call(g.sender, boxes('on', addDays(day, -1)))).state?.fields).toHaveProperty('on')
  expect((await call(g.sender, { participants: [], starts: 'tidligt', place: ' ' })).state?.fields).toMatchObject({ participants: [expect.anything()], starts: [expect.anything()], place: [expect.anything()] })
  const made = await call(g.sender)
  expect(made.state).toBeNull()
  const path = made.redirectedTo ?? ''
  const id = path.split('/').at(-1) ?? ''
  const one = async () => (await meetings(g.receiver)).find((row) => row.id === id)
  expect(await one()).toMatchObject({ onDay: addDays(day, 3), starts: '09:00', own: false, count: 0, participants: [{ name: 'Jonas Jobcenter' }, { name: 'Vera Veteran' }] })
  const move = (version: string) => as(g.near, () => submit(moveMeeting, { meetingId: id, version, ...boxes('on', addDays(day, 4)), starts: '1300', place: 'Teams', repeats: 'fortnight', participants: [g.sender.userId, g.near.userId] }))
  expect((await move('1')).redirectedTo).toBe(path)
  expect((await move('1')).state?.message).toContain('ændret')
  expect(await one()).toBeUndefined()
  expect((await meetings(g.near)).find((row) => row.id === id)).toMatchObject({ onDay: addDays(day, 4), seriesOn: addDays(day, 3), starts: '13:00', place: 'Teams' })
})

describe('a case on the agenda', () => {
  it('is put on with a sentence and taken off again until something was decided', async () => {
    const [one, two] = [await g.opened(), await g.opened()]
    const meetingId = await table(g.job, [g.sender], { onDay: dayToDb(day) })
    const [off, kept] = [await mark(one, meetingId), await mark(two, meetingId)]
    await decide(two.personId, kept)
    expect((await as(g.sender, () => submit(takeOffMeeting, { personId: one.personId, meetingItemId: off }))).state?.message ?? '').toBe('')
    expect((await as(g.sender, () => submit(takeOffMeeting, { personId: two.personId, meetingItemId: kept }))).state?.message).toContain('besluttet')
    expect((await owner().meetingItem.findMany({ where: { meetingId } })).map(({ id }) => id)).toEqual([kept])
  })

  it('gets decisions from the day on, which become tasks in the same step', async () => {
    const one = await g.opened()
    const meetingId = await table(g.job, [g.sender, g.near], { onDay: dayToDb(addDays(day, 1)) })
    const item = await mark(one, meetingId)
    expect((await decide(one.personId, item)).state?.message).toContain('mødedagen')
    await owner().meeting.update({ where: { id: meetingId }, data: { onDay: dayToDb(day) } })
    // Without a day, without somebody, and for a colleague who does not have the person: nothing is filed.
    expect((await decide(one.personId, item, { task: 'Ring til virksomheden', owner: 'me' })).state?.fields).toHaveProperty('by')
    expect((await decide(one.personId, item, { task: 'Ring til virksomheden', ...boxes('by', addDays(day, 5)) })).state?.fields).toHaveProperty('owner')
    expect((await decide(one.personId, item, { task: 'Ring', owner: g.near.userId, ...boxes('by', addDays(day, 5)) })).state?.fields).toHaveProperty('owner')
    expect(await owner().meetingMinute.count({ where: { itemId: item } })).toBe(0)
    expect((await decide(one.personId, item, { task: 'Ring til virksomheden', owner: 'me', ...boxes('by', addDays(day, 5)) })).redirectedTo).toContain(`/meetings/${meetingId}?written=`)
    expect((await taskDesk(g.sender, null)).mine.filter(({ personId }) => personId === one.personId)).toMatchObject([{ text: 'Ring til virksomheden', dueOn: addDays(day, 5), source: 'meeting' }])
    expect((await openMeeting(g.sender, meetingId))?.items[0]?.open?.minutes).toMatchObject([{ text: 'Pia finder en praktik', later: false, task: { owner: 'Jonas Jobcenter', state: 'open' } }])
    expect((await owner().auditEvent.findMany({ where: { personId: one.personId, kind: 'CHANGE' }, select: { action: true } })).map(({ action }) => action).sort()).toEqual(['meeting.case-marked', 'meeting.decided', 'task.made'])
  })
})

describe('a meeting that is ended', () => {
  it('is ended on its day, once, and has one that follows: the same table, and what was not reached goes along', async () => {
    const [done, left] = [await g.opened(), await g.opened()]
    const meetingId = await table(g.job, [g.sender, g.near], { onDay: dayToDb(addDays(day, 1)), repeats: 'fortnight', seriesOn: dayToDb(addDays(day, -1)) })
    const [first] = [await mark(done, meetingId), await mark(left, meetingId)]
    expect((await end(meetingId)).state?.message).toContain('på dagen')
    await owner().meeting.update({ where: { id: meetingId }, data: { onDay: dayToDb(day) } })
    await decide(done.personId, first)
    const ended = await Promise.all([end(meetingId), end(meetingId, g.near)])
    expect(ended.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    const [next, ...more] = await owner().meeting.findMany({ where: { followsId: meetingId }, include: { participants: true, items: true } })
    expect(more).toEqual([])
    expect(next && dayFromDb(next.seriesOn)).toBe(addDays(day, 13))
    expect(next?.participants.map(({ userId }) => userId).sort()).toEqual([g.sender.userId, g.near.userId].sort())
    expect(next?.items.map(({ caseId }) => caseId)).toEqual([left.caseId])
    expect(await openMeeting(g.sender, meetingId)).toMatchObject({ nextId: next?.id, items: [{ open: { caseId: done.caseId } }] })
  })

  it('takes no new case; what is written afterwards is an addition', async () => {
    const [one, two] = [await g.opened(), await g.opened()]
    const meetingId = await table(g.job, [g.sender], { onDay: dayToDb(day) })
    const item = await mark(one, meetingId)
    await decide(one.personId, item)
    await end(meetingId)
    expect(await owner().meeting.count({ where: { followsId: meetingId } })).toBe(0)
    await decide(one.personId, item, { text: 'Det var Per og ikke Pia' })
    expect((await openMeeting(g.sender, meetingId))?.items[0]?.open?.minutes.map(({ text, later }) => [text, later])).toEqual([['Pia finder en praktik', false], ['Det var Per og ikke Pia', true]])
    const asked = (sql: string) => transaction({ role: 'app', token: g.sender.token }, (tx) => tx.$executeRawUnsafe(sql))
    await expect(asked(`INSERT INTO meeting_item (meeting_id, case_id, person_id, words, marked_by) VALUES ('${meetingId}', '${two.caseId}', '${two.personId}', 'x', '${g.sender.userId}')`)).rejects.toThrow(/has been held/)
    for (const sql of [`UPDATE meeting_minute SET text = 'x' WHERE item_id = '${item}'`, `DELETE FROM meeting_minute WHERE item_id = '${item}'`, `UPDATE meeting_item SET words = 'x' WHERE id = '${item}'`]) await expect(asked(sql), sql).rejects.toThrow(/permission denied/)
    await asked(`DELETE FROM meeting_item WHERE id = '${item}'`)
    expect(await owner().meetingItem.count({ where: { id: item } })).toBe(1)
  })
})

it('a merge moves items and minutes with their case, and its undoing moves them back, also what was written meanwhile', async () => {
  const coordinator = await staff('VETERAN_COORDINATOR', { unitId: g.job })
  const [kept, merged] = [await veteran({ lastName: 'Samlesen' }), await veteran({ lastName: 'Samlesen' })]
  await as(coordinator, () => submit(openCase, { personId: merged.id, kind: 'other' }))
  const { id: caseId } = await owner().caseFile.findFirstOrThrow({ where: { personId: merged.id } })
  const meetingId = await table(g.job, [coordinator], { onDay: dayToDb(day) })
  const put = (personId: string, to: string) => as(coordinator, () => submit(markForMeeting, { personId, caseId, meetingId: to, words: 'Boligen' }))
  await put(merged.id, meetingId)
  const item = await owner().meetingItem.findFirstOrThrow({ where: { caseId } })
  await decide(merged.id, item.id, {}, coordinator)
  const db = <T>(sql: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRawUnsafe<{ answer: T }[]>(sql))
  const where = async () => [...(await owner().meetingItem.findMany({ where: { caseId } })), ...(await owner().meetingMinute.findMany({ where: { item: { caseId } } }))].map(({ personId }) => personId)
  const [made] = await db<{ id: string }>(`SELECT access.merge_people('${kept.id}', '${merged.id}', '{}', false, false) AS answer`)
  expect(await where()).toEqual([kept.id, kept.id])
  await put(kept.id, await table(g.job, [coordinator]))
  await decide(kept.id, item.id, { text: 'Og en til' }, coordinator)
  expect((await db(`SELECT access.undo_merge('${made?.answer.id}') AS answer`))[0]?.answer).not.toHaveProperty('refused')
  expect(await where()).toEqual([merged.id, merged.id, merged.id, merged.id])
})
