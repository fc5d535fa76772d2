import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { openCase } from '@/lib/casework/cases/actions'
import { reassignCases, undoReassign } from '@/lib/casework/handover/reassign/actions'
import { reassigning } from '@/lib/casework/handover/reassign/queries'
import { reassignView } from '@/lib/casework/handover/reassign/schema'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { whileWriting } from '../../support/at-once'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { referredTo } from '../../support/referrals'

let unit: string, giver: Actor, first: Actor, second: Actor, stranger: Actor
const day = today()
const opened = async (by = first, data = {}) => {
  const { id } = await veteran(data)
  await as(by, () => submit(openCase, { personId: id, kind: 'veteran', about: '' }))
  return { id, caseId: (await owner().caseFile.findFirstOrThrow({ where: { personId: id } })).id }
}
const task = (personId: string, ownerId: string) => owner().task.create({ data: { personId, text: 'Ring', dueOn: dayToDb(addDays(day, 3)), ownerId, createdBy: ownerId } })
const live = async (caseId: string) => (await owner().assignment.findMany({ where: { caseId, caseRole: 'coordinator', toDay: null } })).map(({ userId }) => userId)
const give = (from: Actor, moves: [string, Actor][], by = giver, tasks = true) => as(by, () => submit(reassignCases, { userId: from.userId, move: moves.map(([caseId, to]) => `${caseId}:${to.userId}`), ...(tasks && { tasks: 'on' }) }))
const viewOf = (path: string | null) => {
  const query = new URLSearchParams(path?.split('?')[1])
  return reassignView.parse({ done: query.get('done') ?? undefined, left: query.getAll('left') })
}
const family = (userId: string, personId: string) => owner().staffRelation.create({ data: { userId, personId, kind: 'SIBLING', fromDay: new Date('2020-01-01') } })

beforeAll(async () => {
  unit = (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Fordelingen', nameEn: 'Sharing out', caseLimit: 2 } })).id
  giver = await staff('VETERAN_COORDINATOR', { unitId: unit, name: 'Gerda Giver' })
  first = await staff('VETERAN_COORDINATOR', { unitId: unit, name: 'Finn Først' })
  second = await staff('VETERAN_COORDINATOR', { unitId: unit, name: 'Anna Anden' })
  stranger = await staff('VETERAN_COORDINATOR', { unitId: (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Den anden', nameEn: 'Other' } })).id })
})

describe('cases that are shared out', () => {
  it('are proposed with loads, what is due and who cannot have them, in the same few statements however many', async () => {
    const [one, two] = [await opened(), await opened()]
    await task(one.id, first.userId)
    await family(second.userId, two.id)
    const look = (choices: { caseId: string; userId: string }[]) => countQueries(() => reassigning(giver, first.userId, { choices }, day))
    const small = await look([{ caseId: one.caseId, userId: second.userId }])
    const { result, statements } = await look([{ caseId: one.caseId, userId: second.userId }, { caseId: two.caseId, userId: second.userId }, { caseId: randomUUID(), userId: second.userId }])
    expect(statements.length).toBe(small.statements.length)
    expect(statements.length).toBeLessThanOrEqual(8)
    expect(result?.proposed).toEqual([{ caseId: one.caseId, userId: second.userId, why: null }, { caseId: two.caseId, userId: second.userId, why: 'barred' }])
    expect(result?.cases.find(({ caseId }) => caseId === one.caseId)).toMatchObject({ tasks: 1, dues: [{ what: 'task', on: addDays(day, 3), count: 1 }] })
    expect(result?.receivers.map(({ name }) => name)).toEqual(['Anna Anden', 'Gerda Giver'])
  })

  it('say what the citizen speaks and needs, and what those who could take over speak', async () => {
    const one = await opened(first, { language: 'ar', interpreterNeeded: true })
    await owner().user.update({ where: { id: second.userId }, data: { languages: ['da-native', 'ar-some'] } })
    await owner().user.update({ where: { id: first.userId }, data: { languages: ['ar-good'] } })
    const found = await reassigning(giver, first.userId, { choices: [{ caseId: one.caseId, userId: second.userId }] }, day)
    expect(found?.cases.find(({ caseId }) => caseId === one.caseId)).toMatchObject({ language: 'ar', interpreterNeeded: true, signLanguage: false })
    expect([found?.user.languages, found?.receivers.find(({ id }) => id === second.userId)?.languages]).toEqual([['ar-good'], ['da-native', 'ar-some']])
  })

  it('say how many referrals go on, and when an answer is owed', async () => {
    const [one, none] = [await opened(), await opened()]
    for (const [step, answerBy] of [[undefined, addDays(day, 9)], [undefined, addDays(day, 4)], ['accepted', addDays(day, 1)], ['revoked', day]] as const) await referredTo(one.id, first, step, answerBy)
    const found = await reassigning(giver, first.userId, { choices: [] }, day)
    const of = ({ caseId }: { caseId: string }) => found?.cases.find((row) => row.caseId === caseId)
    expect([of(one), of(none)]).toMatchObject([{ referrals: 3, dues: [{ what: 'referral', on: addDays(day, 4), count: 2 }] }, { referrals: 0, dues: [] }])
  })

  it('go where they can, each that stays says why, and tasks follow by choice', async () => {
    const [goes, keeps, barred, closed, elsewhere] = [await opened(), await opened(), await opened(), await opened(), await opened()]
    const tasks = [await task(goes.id, first.userId), await task(keeps.id, first.userId)]
    await family(second.userId, barred.id)
    await owner().caseState.create({ data: { caseId: closed.caseId, personId: closed.id, number: 2, state: 'closed', outcome: 'goal', fromDay: dayToDb(day), recordedBy: first.userId } })
    const { redirectedTo } = await give(first, [[goes.caseId, second], [barred.caseId, second], [closed.caseId, second], [elsewhere.caseId, stranger], [randomUUID(), second]])
    const view = viewOf(redirectedTo)
    expect(view.left.map(({ why }) => why)).toEqual(['barred', 'meanwhile', 'unit', 'meanwhile'])
    expect(await Promise.all([goes, keeps, barred, elsewhere].map(({ caseId }) => live(caseId)))).toEqual([[second.userId], [first.userId], [first.userId], [first.userId]])
    expect(await Promise.all(tasks.map(async ({ id }) => (await owner().task.findUniqueOrThrow({ where: { id } })).ownerId))).toEqual([second.userId, first.userId])
    expect((await reassigning(giver, first.userId, view, day))?.done).toMatchObject([{ caseId: goes.caseId, toId: second.userId, untouched: true, undone: false }])
    await give(first, [[keeps.caseId, second]], giver, false)
    expect((await owner().task.findUniqueOrThrow({ where: { id: tasks[1]?.id } })).ownerId).toBe(first.userId)
    const rows = await owner().auditEvent.findMany({ where: { actorUserId: giver.userId, action: 'case.many-given' } })
    expect(rows.length).toBeGreaterThan(1)
  })

  it('come back as they were, and those that were worked on do not', async () => {
    const [one, two] = [await opened(), await opened()]
    const { id: taskId } = await task(one.id, first.userId)
    const before = await owner().assignment.findMany({ where: { caseId: one.caseId } })
    const moment = viewOf((await give(first, [[one.caseId, second], [two.caseId, second]])).redirectedTo).done ?? ''
    await owner().contact.create({ data: { personId: two.id, outcome: 'reached', channel: 'phone', happenedAt: new Date(), recordedBy: second.userId } })
    expect((await as(second, () => submit(undoReassign, { userId: first.userId, moment }))).redirectedTo).toBeNull()
    expect((await as(giver, () => submit(undoReassign, { userId: first.userId, moment }))).redirectedTo).toContain('undone=1')
    expect([await live(one.caseId), await live(two.caseId)]).toEqual([[first.userId], [second.userId]])
    expect(await owner().assignment.findMany({ where: { caseId: one.caseId, userId: first.userId } })).toEqual(before)
    expect((await owner().task.findUniqueOrThrow({ where: { id: taskId } })).ownerId).toBe(first.userId)
    expect((await as(giver, () => submit(undoReassign, { userId: first.userId, moment }))).state?.message).toBeTruthy()
  })

  it('do not come back where somebody works on them at that very moment', async () => {
    const one = await opened()
    const moment = viewOf((await give(first, [[one.caseId, second]])).redirectedTo).done ?? ''
    const answer = await whileWriting(async (tx) => {
      await tx.$queryRaw`SELECT id FROM assignment WHERE case_id = ${one.caseId}::uuid FOR UPDATE`
      await tx.contact.create({ data: { personId: one.id, outcome: 'reached', channel: 'phone', happenedAt: new Date(), recordedBy: second.userId } })
    }, () => as(giver, () => submit(undoReassign, { userId: first.userId, moment })))
    expect([answer.redirectedTo, await live(one.caseId)]).toEqual([null, [second.userId]])
  })

  it('go once when two give them at once', async () => {
    const one = await opened()
    const both = await Promise.all([give(first, [[one.caseId, second]]), give(first, [[one.caseId, giver]], second)])
    expect((await live(one.caseId))).toHaveLength(1)
    expect(both.map(({ redirectedTo }) => viewOf(redirectedTo).left.length).sort()).toEqual([0, 1])
  })

  it('are of nobody without the right or out of reach, and not given from behind an emergency', async () => {
    const worker = await staff('CASEWORKER', { unitId: unit })
    await expect(reassigning(worker, first.userId, { choices: [] }, day)).rejects.toThrow('assignment.manage')
    const shielded = await opened(await staff('VETERAN_COORDINATOR', { unitId: unit, clearances: ['SHIELDED'] }), { protection: 'P3' })
    await owner().assignment.updateMany({ where: { caseId: shielded.caseId }, data: { userId: first.userId } })
    expect((await reassigning(giver, first.userId, { choices: [] }, day))?.cases.map(({ caseId }) => caseId)).not.toContain(shielded.caseId)
    expect(viewOf((await give(first, [[shielded.caseId, second]])).redirectedTo).left).toEqual([{ caseId: shielded.caseId, why: 'meanwhile' }])
    expect(await live(shielded.caseId)).toEqual([first.userId])
    const glass = await opened()
    await owner().breakGlass.create({ data: { userId: giver.userId, personId: glass.id, code: 'acute', note: 'Prøve af nødadgang i en test', untilAt: new Date(Date.now() + 3_600_000) } })
    expect(viewOf((await give(first, [[glass.caseId, second]])).redirectedTo).left).toEqual([{ caseId: glass.caseId, why: 'glass' }])
    expect(await reassigning(giver, randomUUID(), { choices: [] }, day)).toBeNull()
  })
})

describe('whom a colleague could have', () => {
  const could = (by: Actor, who: Actor, people: string[]) => transaction({ role: 'app', token: by.token }, async (tx) => (await tx.$queryRaw<{ p: string[] }[]>`SELECT access.could_have(${who.userId}::uuid, ${people}::uuid[])::text[] AS p`)[0]?.p)

  it('is said of people the caller sees: neither family nor the shielded without a clearance, and nobody by somebody who has left', async () => {
    const [plain, kin, shielded] = [await veteran(), await veteran(), await veteran({ protection: 'P3' })]
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] })
    const worker = await staff('CASEWORKER', { unitId: unit })
    await family(second.userId, kin.id)
    const all = [plain.id, kin.id, shielded.id]
    expect((await could(cleared, second, all))).toEqual([plain.id])
    expect((await could(cleared, worker, all))?.toSorted()).toEqual([plain.id, kin.id].toSorted())
    expect(await could(giver, cleared, all)).not.toContain(shielded.id)
    expect(await could(worker, second, all)).toEqual([])
    expect(await could(await staff('MANAGER', { unitId: unit }), second, all)).toEqual([])
    expect(await could(cleared, await staff('MANAGER'), all)).toEqual([])
    await owner().user.update({ where: { id: worker.userId }, data: { active: false } })
    expect(await could(cleared, worker, all)).toEqual([])
    expect(await owner().session.count({ where: { device: 'explained' } })).toBe(0)
  })
})
