import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { openCase } from '@/lib/casework/cases/actions'
import { newCase, personCases } from '@/lib/casework/cases/queries'
import { myDay } from '@/lib/casework/day/queries'
import { weighCase } from '@/lib/casework/weights/actions'
import { caseloads } from '@/lib/casework/weights/sql'
import { today } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { whileWriting } from '../../support/at-once'
import { owner } from '../../support/db'
import { person } from '../../support/factories'

let unit: string, other: string, giver: Actor, worker: Actor, colleague: Actor, manager: Actor, stranger: Actor
const opened = async (by: Actor) => {
  const { id } = await person('JOBCENTRE_CLIENT')
  await owner().assignment.create({ data: { personId: id, userId: by.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  await as(by, () => submit(openCase, { personId: id, kind: 'employment', about: '' }))
  return { id, caseId: (await owner().caseFile.findFirstOrThrow({ where: { personId: id } })).id }
}
const weigh = (by: Actor, { id, caseId }: { id: string; caseId: string }, number: number, weight: string) => as(by, () => submit(weighCase, { personId: id, caseId, number: String(number), weight }))
const seenBy = (actor: Actor, of = unit) => transaction({ role: 'app', token: actor.token }, (tx) => caseloads(tx, of))

beforeAll(async () => {
  const make = async (caseLimit: number | null) => (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Vægten', nameEn: 'Weight', caseLimit } })).id
  ;[unit, other] = [await make(1), await make(null)]
  giver = await staff('VETERAN_COORDINATOR', { name: 'Aa Koordinator', unitId: other })
  worker = await staff('CASEWORKER', { name: 'Bo Sagsbehandler', unitId: unit })
  colleague = await staff('CASEWORKER', { name: 'Ca Kollega', unitId: unit })
  manager = await staff('MANAGER', { unitId: unit })
  stranger = await staff('MANAGER', { unitId: other })
})

describe('the weight of a case', () => {
  it('is ordinary until somebody says otherwise, and what it was before stays', async () => {
    const one = await opened(worker)
    expect((await weigh(worker, one, 0, 'heavy')).redirectedTo).toBe(`/people/${one.id}/cases`)
    await weigh(worker, one, 1, 'light')
    const [read] = (await personCases(worker, one.id, async () => null))?.content?.more.cases ?? []
    expect(read?.weights.map(({ number, weight, by }) => [number, weight, by])).toEqual([[2, 'light', 'Bo Sagsbehandler'], [1, 'heavy', 'Bo Sagsbehandler']])
    expect(await owner().auditEvent.count({ where: { personId: one.id, action: 'case.weighed' } })).toBe(2)
  })

  it('is changed once by two at a time, and not by whoever has no reach or by emergency access', async () => {
    const one = await opened(worker)
    const both = await Promise.all([weigh(worker, one, 0, 'heavy'), weigh(worker, one, 0, 'light')])
    expect(both.filter((said) => said.redirectedTo)).toHaveLength(1)
    expect(both.find((said) => !said.redirectedTo)?.state?.message).toMatch(/Sagen er ændret imens/)
    expect((await weigh(colleague, one, 1, 'ordinary')).redirectedTo).toBeNull()
    await owner().breakGlass.create({ data: { userId: colleague.userId, personId: one.id, code: 'acute', note: 'Prøve af nødadgang i en test', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await weigh(colleague, one, 1, 'ordinary')).state?.message).toContain('nødadgang')
    expect(await owner().caseWeight.count({ where: { caseId: one.caseId } })).toBe(1)
    // Written by another at that very moment, by a number nobody has written, and once the case is closed.
    const row = { caseId: one.caseId, personId: one.id, number: 2, weight: 'light', recordedBy: worker.userId }
    expect((await whileWriting((tx) => tx.caseWeight.create({ data: row }), () => weigh(worker, one, 1, 'ordinary'))).state?.message).toContain('ændret imens')
    expect((await weigh(worker, one, 7, 'ordinary')).state?.message).toContain('ændret imens')
    await owner().caseState.create({ data: { caseId: one.caseId, personId: one.id, number: 2, state: 'closed', fromDay: dayToDb(today()), outcome: 'goal', recordedBy: worker.userId } })
    expect((await weigh(worker, one, 2, 'ordinary')).state?.message).toContain('ændret imens')
  })
})

describe('who has how many', () => {
  it('is for the unit’s manager and whoever gives cases; anybody else sees themselves', async () => {
    const one = await opened(colleague)
    await weigh(colleague, one, 0, 'heavy')
    await opened(colleague)
    const row = { name: 'Ca Kollega', light: 0, ordinary: 1, heavy: 1, held: 0, aftercare: 0, limit: 1, active: true }
    expect((await seenBy(manager)).find(({ name }) => name === 'Ca Kollega')).toMatchObject(row)
    expect((await seenBy(giver)).map(({ name }) => name)).toEqual(['Bo Sagsbehandler', 'Ca Kollega'])
    expect((await seenBy(colleague)).map(({ name }) => name)).toEqual(['Ca Kollega'])
    expect(await seenBy(stranger)).toEqual([])
    expect(await seenBy(stranger, other)).toMatchObject([{ name: 'Aa Koordinator', ordinary: 0, limit: null }])
    expect(await seenBy(giver, randomUUID())).toEqual([])
  })

  it('counts neither what rests, nor what is over, nor responsibilities that have ended', async () => {
    const mine = async () => (await seenBy(worker))[0]
    const before = await mine()
    const [one, two, three] = [await opened(worker), await opened(worker), await opened(worker)]
    expect((await mine())?.ordinary).toBe((before?.ordinary ?? 0) + 3)
    const state = (caseId: string, personId: string, more: object) => owner().caseState.create({ data: { caseId, personId, number: 2, state: 'hold', fromDay: new Date(today()), recordedBy: worker.userId, ...more } })
    await state(one.caseId, one.id, { untilDay: new Date('2030-01-01'), words: 'Hviler' })
    await state(two.caseId, two.id, { state: 'closed', outcome: 'goal', untilDay: new Date('2030-01-01'), everyWeeks: 4 })
    await owner().assignment.updateMany({ where: { caseId: three.caseId }, data: { toDay: new Date('2026-01-02'), fromDay: new Date('2026-01-01') } })
    expect(await mine()).toMatchObject({ ordinary: before?.ordinary, held: (before?.held ?? 0) + 1, aftercare: (before?.aftercare ?? 0) + 1 })
  })

  it('stands where a case is opened, and on the first page', async () => {
    const { id } = await opened(worker)
    const form = (await newCase(worker, id, async () => null))?.content?.more
    expect(form).toMatchObject({ colleagues: [], loads: [{ userId: worker.userId, limit: 1 }] })
    expect((await myDay(worker, today(), null)).load).toMatchObject({ userId: worker.userId })
    expect((await myDay(manager, today(), null)).load).toBeNull()
  })
})
