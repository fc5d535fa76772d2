import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { approveRight, proposeRight } from '@/lib/access/rights/actions'
import { changeUnit, closeUnit, createUnit, moveStaff } from '@/lib/access/units/actions'
import { findUnit, listClearances, listUnits } from '@/lib/access/units/queries'
import { setActive } from '@/lib/access/users/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb, partsOf } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

let admin: Actor
let second: Actor
beforeAll(async () => {
  ;[admin, second] = [await staff('ADMINISTRATOR'), await staff('ADMINISTRATOR')]
})
const make = (name: string = randomUUID()) => owner().unit.create({ data: { code: randomUUID(), nameDa: name, nameEn: name } })
const facts = { nameDa: 'Modtagelsen', nameEn: 'Reception', kind: 'RECEPTION', phone: '', email: '', place: '', silentDays: '21' }
const unitOf = async (id: string) => owner().unit.findUniqueOrThrow({ where: { id } })
const boxes = (name: string, value: ReturnType<typeof today>) => {
  const { dayOfMonth, month, year } = partsOf(value)
  return { [`${name}.day`]: String(dayOfMonth), [`${name}.month`]: String(month), [`${name}.year`]: String(year) }
}

describe('a unit', () => {
  it('is made, changed and refused to whoever may not', async () => {
    const { redirectedTo } = await as(admin, () => submit(createUnit, facts))
    const id = redirectedTo?.split('/').at(-1) ?? ''
    expect(await unitOf(id)).toMatchObject({ code: 'modtagelsen', kind: 'RECEPTION', version: 1, silentDays: 21 })
    await as(admin, () => submit(changeUnit, { ...facts, unitId: id, version: '1', nameDa: 'Modtagelse' }))
    expect((await as(admin, () => submit(changeUnit, { ...facts, unitId: id, version: '1', nameDa: 'Andet' }))).state?.fields).toEqual({ nameDa: [expect.stringContaining('Modtagelse')] })
    expect(await unitOf(id)).toMatchObject({ nameDa: 'Modtagelse', version: 2 })
    for (const silentDays of ['', '7', '366', '30,5']) expect((await as(admin, () => submit(createUnit, { ...facts, silentDays }))).state?.fields, silentDays).toHaveProperty('silentDays')
    const manager = await staff('MANAGER')
    expect((await as(manager, () => submit(createUnit, facts))).state?.message).toMatch(/ikke adgang/)
    await expect(listUnits(manager, 'da')).rejects.toThrow()
  })

  it('closes only when nobody works there; the database says so too', async () => {
    const [unit, other] = [await make(), await make()]
    const worker = await staff('CASEWORKER', { unitId: unit.id })
    expect((await as(admin, () => submit(closeUnit, { unitId: unit.id, version: '1' }))).state?.message).toMatch(/Flyt dem først/)
    await expect(owner().unit.update({ where: { id: unit.id }, data: { closedOn: new Date() } })).rejects.toThrow()
    await as(admin, () => submit(moveStaff, { unitId: unit.id, toId: other.id }))
    expect((await owner().user.findUniqueOrThrow({ where: { id: worker.userId } })).unitId).toBe(other.id)
    await as(admin, () => submit(closeUnit, { unitId: unit.id, version: '1' }))
    expect((await unitOf(unit.id)).closedOn).not.toBeNull()
    expect((await as(admin, () => submit(moveStaff, { unitId: other.id, toId: unit.id }))).state?.fields?.toId).toBeDefined()
    await expect(owner().user.update({ where: { id: worker.userId }, data: { unitId: unit.id } })).rejects.toThrow()
  })

  it('closes with consents only when somebody has been told, and never over people who belong there', async () => {
    const [unit, who, recorder] = [await make(), await veteran(), await staff('VETERAN_COORDINATOR')]
    await owner().personRole.updateMany({ where: { personId: who.id }, data: { unitId: unit.id } })
    const close = (values: Record<string, string> = {}) => as(admin, () => submit(closeUnit, { unitId: unit.id, version: '1', ...values }))
    expect(await findUnit(admin, unit.id, 'da')).toMatchObject({ citizens: 1, consents: 0 })
    expect((await close({ told: 'yes' })).state?.message).toMatch(/hører til enheden/)
    await expect(owner().unit.update({ where: { id: unit.id }, data: { closedOn: new Date() } })).rejects.toThrow()
    await owner().personRole.updateMany({ where: { personId: who.id }, data: { unitId: null } })
    await owner().consent.create({ data: { personId: who.id, recipientUnitId: unit.id, recordedBy: recorder.userId, purpose: 'coordination', fields: ['contact'], wording: 'Ja, det må I gerne fortælle enheden', how: 'spoken', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)) } })
    expect(await findUnit(admin, unit.id, 'da')).toMatchObject({ citizens: 0, consents: 1 })
    expect((await close()).state?.fields?.told).toBeDefined()
    expect((await close({ told: 'yes' })).redirectedTo).toContain(unit.id)
    expect((await unitOf(unit.id)).closedOn).not.toBeNull()
    expect(await readAs(recorder, 'person.read', ({ tx }) => tx.$queryRaw`SELECT * FROM access.unit_ties(${unit.id}::uuid)`)).toEqual([])
  })

  it('does not close over cases: says how many, how many nobody has and how many wait for it; the database says so too', async () => {
    const [unit, other] = [await make(), await make()]
    const [who, by] = [await veteran(), await staff('CASEWORKER', { unitId: other.id })]
    const aCase = async (unitId: string, states: ('open' | 'closed')[]) => {
      const { id } = await owner().caseFile.create({ data: { personId: who.id, kind: 'other', unitId, openedOn: dayToDb(today()), openedBy: by.userId } })
      for (const [at, state] of states.entries()) await owner().caseState.create({ data: { caseId: id, personId: who.id, number: at + 1, state, fromDay: dayToDb(today()), recordedBy: by.userId, ...(state === 'closed' && { outcome: 'goal' }) } })
      return id
    }
    const [open, offered] = [await aCase(unit.id, ['open']), await aCase(other.id, ['open']), await aCase(unit.id, ['open', 'closed'])]
    const transfer = await owner().caseTransfer.create({ data: { caseId: offered, personId: who.id, fromUnitId: other.id, toUnitId: unit.id, message: 'Kan I?', askedBy: by.userId } })
    const close = () => as(admin, () => submit(closeUnit, { unitId: unit.id, version: '1', told: 'yes' }))
    const inTheWay = async () => { const found = await findUnit(admin, unit.id, 'da'); return [found?.cases, found?.unclaimed, found?.offered] }
    expect(await inTheWay()).toEqual([1, 1, 1])
    expect((await close()).state?.message).toMatch(/sager, der ikke er lukket/)
    await owner().assignment.create({ data: { personId: who.id, userId: by.userId, reason: 'case', fromDay: dayToDb(today()), caseId: open, caseRole: 'coordinator' } })
    expect(await inTheWay()).toEqual([1, 0, 1])
    await owner().caseState.create({ data: { caseId: open, personId: who.id, number: 2, state: 'closed', fromDay: dayToDb(today()), outcome: 'goal', recordedBy: by.userId } })
    expect(await inTheWay()).toEqual([0, 0, 1])
    await expect(owner().unit.update({ where: { id: unit.id }, data: { closedOn: new Date() } })).rejects.toThrow('has cases')
    await owner().caseTransfer.update({ where: { id: transfer.id }, data: { answer: 'refused', answerWords: 'Nej', answeredBy: by.userId, answeredAt: new Date() } })
    expect((await close()).redirectedTo).toContain(unit.id)
    await expect(owner().unit.update({ where: { id: other.id }, data: { closedOn: new Date() } })).rejects.toThrow()
  })

  it('does not move the one who moves the others, and lets somebody be opened again whose unit was closed', async () => {
    const [unit, other] = [await make(), await make()]
    const [own, colleague] = [await staff('ADMINISTRATOR', { unitId: unit.id }), await staff('CASEWORKER', { unitId: unit.id })]
    await as(own, () => submit(moveStaff, { unitId: unit.id, toId: other.id }))
    expect((await findUnit(admin, unit.id, 'da'))?.people.map((one) => one.id)).toEqual([own.userId])
    await owner().user.updateMany({ where: { id: { in: [own.userId, colleague.userId] } }, data: { active: false } })
    await as(admin, () => submit(closeUnit, { unitId: unit.id, version: '1' }))
    await as(admin, () => submit(setActive, { userId: own.userId, active: 'true' }))
    expect(await owner().user.findUniqueOrThrow({ where: { id: own.userId } })).toMatchObject({ active: true, unitId: null })
    expect(await findUnit(admin, randomUUID(), 'da')).toBeNull()
  })
})

describe('a right until a day', () => {
  const propose = (who: Actor, until: Record<string, string>) => as(admin, () => submit(proposeRight, { userId: who.userId, right: 'clearance:PROTECTED_ADDRESS', reason: 'Dækker for en kollega i ferien', ...until }))
  const approve = async (who: Actor) => {
    const { id } = await owner().rightProposal.findFirstOrThrow({ where: { userId: who.userId, outcome: null } })
    return as(second, () => submit(approveRight, { proposalId: id }))
  }

  it('begins when it is given and ends by itself, and may be given anew for longer', async () => {
    const who = await staff('CASEWORKER')
    const until = addDays(today(), 20)
    await propose(who, boxes('toDay', until))
    await approve(who)
    const [clearance] = (await listClearances(admin, 'da', today())).filter((row) => row.userId === who.userId)
    expect(clearance).toMatchObject({ kind: 'PROTECTED_ADDRESS', to: until, proposer: admin.name, giver: second.name })
    expect((await propose(who, boxes('toDay', addDays(until, -1)))).state?.fields?.right).toBeDefined()
    await propose(who, boxes('toDay', addDays(until, 30)))
    await approve(who)
    expect(await owner().clearance.count({ where: { userId: who.userId } })).toBe(2)
    await owner().clearance.updateMany({ where: { userId: who.userId }, data: { fromDay: dayToDb(addDays(today(), -9)), toDay: dayToDb(addDays(today(), -1)) } })
    expect(await readAs(who, 'person.read', async ({ tx }) => (await tx.$queryRaw<{ may: boolean }[]>`SELECT access.cleared('PROTECTED_ADDRESS') AS may`)[0]?.may)).toBe(false)
  })

  it('is refused for a day that has passed, when it is asked for and when it is given', async () => {
    const who = await staff('CASEWORKER')
    expect((await propose(who, boxes('toDay', addDays(today(), -1)))).state?.fields?.toDay).toBeDefined()
    await propose(who, boxes('toDay', today()))
    await owner().rightProposal.updateMany({ where: { userId: who.userId }, data: { toDay: dayToDb(addDays(today(), -1)) } })
    expect((await approve(who)).state?.message).toMatch(/er gået/)
    expect(await owner().clearance.count({ where: { userId: who.userId } })).toBe(0)
  })
})
