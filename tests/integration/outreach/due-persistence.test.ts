import { describe, expect, it } from 'vitest'
import { addDays, dayFromDb, dayOf, dayToDb, toDay } from '@/lib/platform/day'
import { owner } from '@/tests/support/db'
import { veteran } from '@/tests/support/factories'
import { dailyOutreach } from '@/lib/outreach/tasks/jobs'
import { ago, daily, letter, openKinds, reply, tasksOf } from '@/tests/support/outreach-arrange'

const sent = toDay('2026-06-01')
const silent = async (vulnerable = true) => {
  const { id } = await veteran({}, { vulnerable })
  await letter(id, sent)
  return id
}
const attempt = (personId: string, channel: 'PHONE' | 'SMS' | 'HOME_VISIT', on: string, outcome: 'REACHED' | 'NOT_REACHED' = 'NOT_REACHED') =>
  owner().attempt.create({ data: { personId, channel, outcome, happenedOn: dayToDb(toDay(on)), recordedBy: crypto.randomUUID() } })

describe('the ladder, day by day', () => {
  it('calls after 21 days, tries another way 14 days after that, then proposes a visit, and then leaves the judgement to the coordinator', async () => {
    const id = await silent()
    await daily(addDays(sent, 20))
    expect(await openKinds(id)).toEqual([])
    await daily(addDays(sent, 21))
    expect(await openKinds(id)).toEqual(['PHONE'])
    await attempt(id, 'PHONE', '2026-06-25')
    await daily(toDay('2026-06-25'))
    expect(await openKinds(id)).toEqual([])
    await daily(toDay('2026-07-09'))
    expect(await openKinds(id)).toEqual(['OTHER_CHANNEL'])
    await attempt(id, 'SMS', '2026-07-09')
    await daily(toDay('2026-07-23'))
    expect(await openKinds(id)).toEqual(['HOME_VISIT'])
    await attempt(id, 'HOME_VISIT', '2026-07-24')
    await daily(toDay('2026-12-01'))
    expect(await openKinds(id)).toEqual([])
    const [phone] = await tasksOf(id)
    expect(phone && dayFromDb(phone.dueOn)).toBe('2026-06-22')
    expect(phone?.explanation).toMatchObject([{ step: 'rule', code: 'silence-phone' }, { step: 'start', event: 'letter-sent', day: sent }, { step: 'count', length: 21 }])
  })

  it('turns with the Danish midnight, also late in the evening and on the night the clocks change', async () => {
    const { id } = await veteran({}, { vulnerable: true })
    await letter(id, toDay('2026-10-04')) // 21 days later is 25 October, when an hour is lived twice
    await daily(dayOf(new Date('2026-10-24T21:30:00Z'))) // 23:30
    expect(await openKinds(id)).toEqual([])
    await daily(dayOf(new Date('2026-10-24T22:00:00Z')))
    expect(await openKinds(id)).toEqual(['PHONE'])
  })

  it('does nothing a second time, and makes up for days it did not run', async () => {
    const id = await silent()
    await daily(addDays(sent, 60))
    const first = await tasksOf(id)
    expect(await daily(addDays(sent, 60))).toEqual({ opened: 0, closed: 0 })
    expect(await tasksOf(id)).toEqual(first)
    const task = first.find((one) => one.kind === 'PHONE')
    expect(task && dayFromDb(task.dueOn)).toBe('2026-06-22')
  })

  it('leaves alone who is not vulnerable', async () => {
    const id = await silent(false)
    await daily(addDays(sent, 200))
    expect(await tasksOf(id)).toEqual([])
  })
})

describe('what ends it', () => {
  it.each([
    ['a reply', 'REPLIED', (id: string) => reply(id, 'CALL', toDay('2026-07-01'))],
    ['a contact', 'CONTACT', (id: string) => attempt(id, 'HOME_VISIT', '2026-07-01', 'REACHED')],
    ['a wish', 'WISH', (id: string) => owner().wish.create({ data: { personId: id, kind: 'NOT_THIS_YEAR', givenOn: dayToDb(toDay('2026-07-01')), source: 'test' } })],
    ['death', 'ENDED', (id: string) => owner().person.update({ where: { id }, data: { diedOn: dayToDb(toDay('2026-07-01')) } })],
    ['moving away', 'ENDED', (id: string) => owner().person.update({ where: { id }, data: { movedAwayOn: dayToDb(toDay('2026-07-01')) } })],
    ['a new letter', 'SUPERSEDED', (id: string) => letter(id, toDay('2026-07-01'))],
  ] as const)('%s', async (_, outcome, happen) => {
    const id = await silent()
    await daily(addDays(sent, 21))
    expect(await openKinds(id)).toEqual(['PHONE'])
    await happen(id)
    await daily(toDay('2026-07-02'))
    expect((await tasksOf(id)).map(({ kind, outcome: said, doneAt }) => [kind, said, doneAt !== null])).toEqual([['PHONE', outcome, true]])
  })

  it('not an attempt taken back', async () => {
    const id = await silent()
    await owner().attempt.create({ data: { personId: id, channel: 'PHONE', outcome: 'REACHED', happenedOn: dayToDb(toDay('2026-06-20')), recordedBy: crypto.randomUUID(), withdrawnAt: new Date() } })
    await daily(addDays(sent, 21))
    expect(await openKinds(id)).toEqual(['PHONE'])
  })
})

describe('the other tasks', () => {
  it('a returned letter is a search due the next working day, until a newer address is known', async () => {
    const { id } = await veteran()
    await letter(id, sent, { state: 'RETURNED', returnedOn: dayToDb(toDay('2026-06-12')) }) // a Friday
    await daily(toDay('2026-06-12'))
    const [task] = await tasksOf(id)
    expect([task?.kind, task && dayFromDb(task.dueOn)]).toEqual(['ADDRESS', '2026-06-15'])
    await owner().address.updateMany({ where: { personId: id }, data: { toDay: dayToDb(toDay('2026-06-05')) } })
    await owner().address.createMany({ data: [{ personId: id, street: 'Østergade', number: '1', postcode: '8900', town: 'Randers', source: 'register', fromDay: dayToDb(toDay('2026-06-05')) }] })
    await daily(toDay('2026-06-13'))
    expect((await tasksOf(id)).map(({ outcome }) => outcome)).toEqual(['REGISTERED'])
  })

  it('"never" is thought over once a year, counted from the last time', async () => {
    const { id } = await veteran()
    await owner().wish.create({ data: { personId: id, kind: 'NEVER', givenOn: dayToDb(toDay('2024-02-29')), source: 'test' } })
    await daily(toDay('2025-02-27'))
    expect(await openKinds(id)).toEqual([])
    await daily(toDay('2025-02-28'))
    expect(await openKinds(id)).toEqual(['RECONSIDER'])
    await owner().outreachTask.updateMany({ where: { personId: id }, data: { doneAt: new Date('2025-03-10T22:30:00Z'), outcome: 'KEPT' } }) // 23:30 in Denmark
    await daily(toDay('2026-03-09'))
    expect(await openKinds(id)).toEqual([])
    await daily(toDay('2026-03-10'))
    expect(await openKinds(id)).toEqual(['RECONSIDER'])
  })
})

it('the nightly job does all of it for today and says how much', async () => {
  const { id } = await veteran({}, { vulnerable: true })
  await letter(id, ago(22))
  expect(await dailyOutreach(null, new AbortController().signal)).toMatchObject({ opened: expect.any(Number), closed: expect.any(Number), moved: 0 })
  expect(await openKinds(id)).toEqual(['PHONE'])
})
