import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { closeCase, giveCase, holdCase, openCase, openCaseAgain } from '@/lib/casework/cases/actions'
import { personCases } from '@/lib/casework/cases/queries'
import { unassignedPeople } from '@/lib/people/responsible/queries'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { whileWriting } from '../../support/at-once'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

let unit: string, other: string, coordinator: Actor, caseworker: Actor, colleague: Actor
const day = today()
const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const read = async (actor: Actor, personId: string) => (await personCases(actor, personId, async () => null))?.content?.more.cases ?? null
const open = (personId: string, by = caseworker, more: Record<string, string> = {}) => as(by, () => submit(openCase, { personId, kind: 'employment', about: 'Tilbage til arbejde', ...more }))
const ref = (personId: string, caseId: string, number: number) => ({ personId, caseId, number: String(number) })
const mine = async (by = caseworker) => {
  const who = await person('JOBCENTRE_CLIENT')
  await owner().assignment.create({ data: { personId: who.id, userId: by.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  return who.id
}
const opened = async (by = caseworker) => {
  const id = await mine(by)
  await open(id, by)
  return { id, caseId: (await owner().caseFile.findFirstOrThrow({ where: { personId: id } })).id }
}
const hold = (id: string, caseId: string, number = 1, by = caseworker, until = addDays(day, 30)) => as(by, () => submit(holdCase, { ...ref(id, caseId, number), words: 'På behandlingsophold', ...boxes('resumeOn', until) }))
const close = (id: string, caseId: string, number = 1, by = caseworker, months = '6') => as(by, () => submit(closeCase, { ...ref(id, caseId, number), outcome: 'goal', months, weeks: '4' }))
const again = (id: string, caseId: string, number: number, by = caseworker) => as(by, () => submit(openCaseAgain, ref(id, caseId, number)))
const live = (caseId: string) => owner().assignment.findMany({ where: { caseId, OR: [{ toDay: null }, { toDay: { gte: dayToDb(day) } }] }, orderBy: { fromDay: 'desc' } })

beforeAll(async () => {
  const make = async (name: string) => (await owner().unit.create({ data: { code: randomUUID(), nameDa: name, nameEn: name } })).id
  ;[unit, other] = [await make('Jobcentret'), await make('Veteranindsatsen')]
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator', unitId: other })
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter', unitId: unit })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen', unitId: unit })
})

describe('a case', () => {
  it('is opened by whoever has the person, belongs to their unit, and they have it', async () => {
    const { id, caseId } = await opened()
    expect(await read(caseworker, id)).toMatchObject([{ id: caseId, kind: 'employment', about: 'Tilbage til arbejde', unit: { nameDa: 'Jobcentret' }, openedOn: day, step: { number: 1, state: 'open', from: day, until: null }, people: [{ name: 'Jonas Jobcenter', role: 'coordinator', from: day, to: null }] }])
    expect(await owner().auditEvent.findMany({ where: { personId: id, kind: 'CHANGE' }, select: { action: true } })).toEqual([{ action: 'case.opened' }])
    expect((await queueList(caseworker, day, queueState({}))).rows.filter((row) => row.id === id)).toHaveLength(1)
  })

  it('goes on hold with a reason and a day after today, and is taken up again; nothing is written over', async () => {
    const { id, caseId } = await opened()
    expect((await hold(id, caseId, 1, caseworker, day)).state?.fields).toHaveProperty('resumeOn')
    expect((await as(caseworker, () => submit(holdCase, { ...ref(id, caseId, 1), words: ' ', ...boxes('resumeOn', addDays(day, 3)) }))).state?.fields).toHaveProperty('words')
    await hold(id, caseId)
    expect((await again(id, caseId, 2)).redirectedTo).toBe(`/people/${id}/cases`)
    expect((await read(caseworker, id))?.[0]?.history.map(({ state, until, by }) => [state, until, by])).toEqual([['open', null, 'Jonas Jobcenter'], ['hold', addDays(day, 30), 'Jonas Jobcenter'], ['open', null, 'Jonas Jobcenter']])
  })

  it('that is closed is followed by aftercare, and whoever had it keeps the person so long and no longer', async () => {
    const { id, caseId } = await opened()
    await owner().assignment.deleteMany({ where: { personId: id, caseId: null } })
    await close(id, caseId)
    expect(await live(caseId)).toMatchObject([{ userId: caseworker.userId, toDay: dayToDb(addMonths(day, 6)) }])
    expect((await again(id, caseId, 2)).redirectedTo).toBeDefined()
    expect(await live(caseId)).toMatchObject([{ userId: caseworker.userId, toDay: null }])
    await close(id, caseId, 3, caseworker, '0')
    expect(await live(caseId)).toMatchObject([{ userId: caseworker.userId, toDay: dayToDb(day) }])
    await owner().$executeRaw`UPDATE assignment SET from_day = current_date - 9, to_day = current_date - 1 WHERE case_id = ${caseId}::uuid`
    expect(await read(caseworker, id)).toBeNull()
  })

  it('that was closed comes back, when it is reopened, to whom it was closed with; and to nobody when they had left it before', async () => {
    for (const left of [false, true]) {
      const who = await veteran()
      await open(who.id, coordinator, { kind: 'veteran' })
      const caseId = (await owner().caseFile.findFirstOrThrow({ where: { personId: who.id } })).id
      await owner().caseState.create({ data: { caseId, personId: who.id, number: 2, state: 'closed', fromDay: dayToDb(addDays(day, -20)), untilDay: null, outcome: 'goal', recordedBy: coordinator.userId } })
      await owner().assignment.updateMany({ where: { caseId }, data: { fromDay: dayToDb(addDays(day, -90)), toDay: dayToDb(addDays(day, left ? -40 : -20)) } })
      // A closed case leaves nobody behind; whoever left before it was closed does.
      expect((await unassignedPeople(coordinator, 'lost', 1, day)).rows.some((row) => row.id === who.id)).toBe(left)
      expect((await again(who.id, caseId, 2, coordinator)).redirectedTo).toBeDefined()
      expect((await live(caseId)).map(({ userId, toDay }) => [userId, toDay])).toEqual(left ? [] : [[coordinator.userId, null]])
    }
  })

  it('is opened for the unit, for somebody to take: then nobody has it', async () => {
    const id = await mine()
    expect((await open(id, caseworker, { userId: 'unit' })).redirectedTo).toBeTruthy()
    const { id: caseId } = await owner().caseFile.findFirstOrThrow({ where: { personId: id } })
    expect(await live(caseId)).toEqual([])
  })

  it('of one kind is open once in a unit, also when two open it at once', async () => {
    const id = await mine()
    await owner().assignment.create({ data: { personId: id, userId: colleague.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    const answers = await Promise.all([open(id), open(id, colleague)])
    expect(answers.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    expect(answers.find(({ redirectedTo }) => !redirectedTo)?.state?.fields?.kind?.[0]).toContain('allerede')
    expect((await open(id, caseworker, { kind: 'other' })).redirectedTo).toBeDefined()
  })

  it('that two change at once is changed once, and the other is told', async () => {
    for (const second of [colleague, caseworker]) {
      const { id, caseId } = await opened()
      await owner().assignment.create({ data: { personId: id, userId: colleague.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
      const answers = await Promise.all([close(id, caseId), close(id, caseId, 1, second)])
      expect(answers.map(({ redirectedTo, state }) => (redirectedTo ? 'done' : state?.message?.includes('ændret imens'))).sort()).toEqual(['done', true])
      expect(await owner().caseState.count({ where: { caseId } })).toBe(2)
      expect((await hold(id, caseId, 1)).state?.message).toContain('ændret imens')
      // Nor does the right number put a closed case on hold, or a wrong one an open case.
      expect((await hold(id, caseId, 2)).state?.message).toContain('ændret imens')
      const open = await opened()
      expect((await hold(open.id, open.caseId, 7)).state?.message).toContain('ændret imens')
    }
  })

  it('is given to a colleague of the unit by whoever says who is responsible; to another unit it is not', async () => {
    const who = await veteran()
    await open(who.id, coordinator, { kind: 'veteran' })
    const caseId = (await owner().caseFile.findFirstOrThrow({ where: { personId: who.id } })).id
    const near = await staff('VETERAN_COORDINATOR', { name: 'Anders Ansvarlig', unitId: other })
    const give = (userId: string, by = coordinator) => as(by, () => submit(giveCase, { personId: who.id, caseId, userId }))
    expect((await give(caseworker.userId)).state?.fields).toHaveProperty('userId')
    expect((await give(near.userId, caseworker)).state?.message).toContain('ikke')
    await give(near.userId)
    expect((await live(caseId)).map(({ userId }) => userId)).toEqual([near.userId])
    expect((await read(near, who.id))?.[0]?.people.map(({ name, to }) => [name, to])).toEqual([['Anders Ansvarlig', null], ['Karen Koordinator', addDays(day, -1)]])
    // Given to another at that very moment: the second is told, and nobody is put beside whoever has it.
    const third = await staff('VETERAN_COORDINATOR', { unitId: other })
    const toThird = { personId: who.id, userId: third.userId, reason: 'case', fromDay: dayToDb(day), createdBy: coordinator.userId, caseId, caseRole: 'coordinator' }
    const meanwhile = await whileWriting(async (tx) => {
      await tx.assignment.updateMany({ where: { caseId, caseRole: 'coordinator', toDay: null }, data: { toDay: dayToDb(addDays(day, -1)) } })
      await tx.assignment.create({ data: toThird })
    }, () => give(near.userId))
    expect(meanwhile.state?.message).toContain('ændret imens')
    expect((await live(caseId)).map(({ userId }) => userId)).toEqual([third.userId])
  })
})

describe('a case closed for lack of contact', () => {
  const noContact = (id: string, caseId: string, words = '') => as(caseworker, () => submit(closeCase, { ...ref(id, caseId, 1), outcome: 'contact', words, months: '0', weeks: '4' }))
  const tried = (personId: string, back: number, channel: string, outcome = 'tried') => owner().contact.create({ data: { personId, outcome, channel, happenedAt: new Date(`${addDays(day, -back)}T09:00:00Z`), recordedBy: caseworker.userId } })

  it('asks for three ways on three days, and says what is missing', async () => {
    const { id, caseId } = await opened()
    await tried(id, 20, 'phone')
    expect(await noContact(id, caseId)).toMatchObject({ state: { fields: { words: [expect.stringContaining('2 dage og 2 måder')] } } })
    await tried(id, 12, 'sms')
    await tried(id, 5, 'letter')
    expect((await noContact(id, caseId)).redirectedTo).toBe(`/people/${id}/cases`)
  })

  it('before that goes with a reason in writing, which the log points at; and being reached begins anew', async () => {
    const { id, caseId } = await opened()
    for (const [back, way] of [[40, 'phone'], [30, 'sms'], [20, 'letter']] as const) await tried(id, back, way)
    await tried(id, 10, 'phone', 'reached')
    expect(await noContact(id, caseId, 'Svarer ikke')).toMatchObject({ state: { fields: { words: [expect.stringContaining('3 dage og 3 måder')] } } })
    expect((await noContact(id, caseId, 'Han har selv bedt os om ikke at kontakte ham mere')).redirectedTo).toBe(`/people/${id}/cases`)
    expect((await owner().auditEvent.findFirstOrThrow({ where: { personId: id, action: 'case.closed' } })).details).toMatchObject({ triesMissing: true })
  })
})
