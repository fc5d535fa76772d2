import { beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '@/prisma/reference'
import type { Actor } from '@/lib/access/permissions'
import { figureRows, unitFigures } from '@/lib/casework/management/queries'
import { contactsOf, deadlinesOf, flowCell, numberOf, type Part } from '@/lib/casework/management/rules'
import { managementView } from '@/lib/casework/management/schema'
import { caseloads } from '@/lib/casework/weights/sql'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayToDb, firstOfMonth, momentAt } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { aCase, many, oneUnit, type TestUnit, unit } from '../../support/unit-cases'

const view = (address: Record<string, string> = {}) => managementView(address, today())
const figures = (one: TestUnit, address: Record<string, string> = {}) => unitFigures(one.manager, view(address))
const bins = async (one: TestUnit, of: Part = 'all') => contactsOf(await figures(one), of)?.groups.map(({ from, to, cases }) => `${from}-${to}: ${cases}`) ?? null
const asked = (who: Actor, sql: string) => transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql))

beforeAll(() => loadReference(owner() as never))

describe('cases by who has them', () => {
  it('are those not closed, by today’s coordinator; colleagues without any are there, and cases nobody has', async () => {
    const one = await oneUnit()
    const idle = await staff('CASEWORKER', { unitId: one.unitId, name: 'Bo Uden' })
    const far = await staff('CASEWORKER', { unitId: await unit(), name: 'Carl Anden' })
    await many(2, () => aCase(one)); await aCase(one, { states: [['hold', addDays(today(), -3)]] }); await aCase(one, { states: [['closed', addDays(today(), -3)]] })
    await aCase(one, { holder: null }); await aCase(one, { holder: far })
    const left = await aCase(one); await owner().assignment.updateMany({ where: { caseId: left.id }, data: { toDay: dayToDb(addDays(today(), -1)) } })
    const elsewhere = await aCase({ ...one, unitId: await unit() })
    await owner().caseWeight.create({ data: { caseId: elsewhere.id, personId: elsewhere.personId, number: 1, weight: 'heavy', recordedBy: one.caseworker.userId } })
    await owner().unit.update({ where: { id: one.unitId }, data: { caseLimit: 30 } })
    const { holders } = await figures(one)
    expect(holders).toEqual([
      { id: one.caseworker.userId, name: 'Anna Arbejder', active: true, own: true, light: 0, ordinary: 2, heavy: 1, open: 3, hold: 1, limit: 30 }, { id: idle.userId, name: 'Bo Uden', active: true, own: true, light: 0, ordinary: 0, heavy: 0, open: 0, hold: 0, limit: 30 },
      { id: far.userId, name: 'Carl Anden', active: true, own: false, light: 0, ordinary: 1, heavy: 0, open: 1, hold: 0, limit: null }, { id: null, name: null, active: null, own: null, light: 0, ordinary: 2, heavy: 0, open: 2, hold: 0, limit: null },
    ])
    const same = await transaction({ role: 'app', token: one.manager.token }, (tx) => caseloads(tx, one.unitId))
    expect(same.map(({ userId, light, ordinary, heavy, held }) => [userId, light, ordinary, heavy, held])).toEqual(holders.filter(({ own }) => own).map(({ id, light, ordinary, heavy, hold }) => [id, light, ordinary, heavy, hold]))
    // Theirs are the figure's rows, also where the case is another unit's.
    expect((await figureRows(one.manager, { figure: 'caseload', who: one.caseworker.userId, state: 'open' }, today(), 1)).hidden).toBe(3)
  })
})

describe('how long since people were reached', () => {
  it('stands as fine as it can be told: six, four, two, or how many there are', async () => {
    const one = await oneUnit()
    for (const reached of [7, 14, 30, 60, 61, null]) await many(5, () => aCase(one, { reached }))
    await aCase(one, { reached: 3, states: [['hold', today()]] })
    expect(await bins(one)).toEqual(['1-1: 5', '2-2: 5', '3-3: 5', '4-4: 5', '5-5: 5', '6-6: 5'])
    await aCase(one, { reached: 1, opened: today() })
    expect(await bins(one)).toContain('1-1: 6')
    // Divided at what the unit says is too long.
    const short = await oneUnit()
    await owner().unit.update({ where: { id: short.unitId }, data: { silentDays: 14 } })
    for (const reached of [3, 7, 14, 28, 29, null]) await many(5, () => aCase(short, { reached }))
    expect([await bins(short), (await figures(short)).unit?.silentDays]).toEqual([['1-1: 5', '2-2: 5', '3-3: 5', '4-4: 5', '5-5: 5', '6-6: 5'], 14])
    const two = await oneUnit()
    for (const reached of [3, 20, 50, 99]) await many(5, () => aCase(two, { reached }))
    await aCase(two, { reached: 10 })
    expect(await bins(two)).toEqual(['1-2: 6', '3-3: 5', '4-4: 5', '5-6: 5'])
    await owner().contact.updateMany({ where: { person: { cases: { some: { unitId: two.unitId } } }, happenedAt: momentAt(addDays(today(), -50), 0) }, data: { outcome: 'tried' } })
    expect(await bins(two)).toEqual(['1-2: 6', '3-3: 5', '4-4: 0', '5-6: 10'])
    const three = await oneUnit()
    await many(5, () => aCase(three, { reached: 3 })); await many(2, () => aCase(three, { reached: 20 })); await many(5, () => aCase(three))
    expect(await bins(three)).toEqual(['1-3: 7', '4-6: 5'])
    const few = await oneUnit()
    await many(6, () => aCase(few, { reached: 3 })); await aCase(few)
    expect(await bins(few)).toEqual(['1-6: 7'])
  })

  it('is divided by kind only where every part can be, and alike', async () => {
    const one = await oneUnit()
    await many(10, () => aCase(one, { reached: 3 })); await many(5, () => aCase(one, { kind: 'other', reached: 20 }))
    expect([await bins(one, 'kind:veteran'), await bins(one, 'kind:other'), await bins(one, 'method:none')]).toEqual([
      ['1-1: 10', '2-2: 0', '3-3: 0', '4-4: 0', '5-5: 0', '6-6: 0'], ['1-1: 0', '2-2: 0', '3-3: 5', '4-4: 0', '5-5: 0', '6-6: 0'], ['1-1: 10', '2-2: 0', '3-3: 5', '4-4: 0', '5-5: 0', '6-6: 0']])
    await aCase(one, { kind: 'employment', reached: 3 })
    expect([await bins(one, 'kind:veteran'), (await bins(one))?.[0]]).toEqual([null, '1-1: 11'])
  })

  it('keeps nothing back that the reader may open anyway, and the rest still', async () => {
    const one = await oneUnit(['MANAGER', 'VETERAN_COORDINATOR'])
    await many(2, () => aCase(one, { reached: 3, veteran: true })); await aCase(one, { reached: 70, veteran: true })
    expect(await bins(one)).toEqual(['1-1: 2', '2-2: 0', '3-3: 0', '4-4: 0', '5-5: 1', '6-6: 0'])
    const rows = await figureRows(one.manager, { figure: 'contacts', of: 'all', bins: { from: 1, to: 1 } }, today(), 1)
    expect([rows.number, rows.open, rows.hidden, rows.rows.length]).toEqual([2, 2, 0, 2])
    // One that is out of reach would be what is left of seven.
    await many(3, () => aCase(one, { reached: 3, veteran: true })); await aCase(one, { reached: 3 })
    expect(await bins(one)).toEqual(['1-6: 7'])
    const kept = await figureRows(one.manager, { figure: 'contacts', of: 'all', bins: { from: 1, to: 1 } }, today(), 1)
    expect([kept.number, kept.open, kept.hidden]).toEqual([null, 5, null])
  })
})

describe('what came in and what went out', () => {
  const year = (month: number) => `2024-${String(month).padStart(2, '0')}-15` as Day
  const span = (from: string, to: string) => ({ period: 'between', from, to })
  it('is told by months, quarters and years from above, and a period that is made of them', async () => {
    const one = await oneUnit()
    for (const month of [1, 2, 3]) await many(5, () => aCase(one, { opened: year(month) }))
    await many(6, () => aCase(one, { opened: year(5) })); await many(2, () => aCase(one, { opened: year(6) }))
    const cell = async (from: string, to: string, month: Day | null = null) => flowCell(await figures(one, span(from, to)), 'all', 'opened', month)?.cases
    expect([await cell('2024-01', '2024-12', '2024-02-01' as Day), await cell('2024-01', '2024-12', '2024-05-01' as Day), await cell('2024-04', '2024-06', '2024-04-01' as Day)]).toEqual([5, null, null])
    expect([await cell('2024-01', '2024-12'), await cell('2024-04', '2024-06'), await cell('2024-05', '2024-05'), await cell('2024-02', '2024-06'), await cell('2024-02', '2024-05'), await cell('2023-12', '2024-02')]).toEqual([23, 8, null, 18, null, 10])
    // A quarter with two takes all quarters of the year with it.
    await many(2, () => aCase(one, { opened: year(8) }))
    expect([await cell('2024-01', '2024-12'), await cell('2024-01', '2024-03'), await cell('2024-02', '2024-02')]).toEqual([25, null, null])
  })

  it('says how long cases took, in weeks, and a case opened again from that day', async () => {
    const one = await oneUnit()
    const month = firstOfMonth(addDays(today(), -400))
    for (const weeks of [2, 4, 10, 20, 40]) await aCase(one, { opened: addDays(month, -7 * weeks), states: [['hold', addDays(month, -1)], ['closed', month]] })
    const address = span(month.slice(0, 7), month.slice(0, 7))
    expect(flowCell(await figures(one, address), 'all', 'closed', null)).toMatchObject({ cases: 5, low: 4, middle: 10, high: 20 })
    expect(flowCell(await figures(one, address), 'all', 'reopened', null)).toMatchObject({ cases: 0, middle: null })
    const two = await oneUnit()
    await many(5, () => aCase(two, { opened: addDays(month, -300), states: [['closed', addDays(month, -100)], ['open', addDays(month, -14)], ['hold', addDays(month, -7)], ['open', addDays(month, -6)], ['closed', month]] }))
    expect(flowCell(await figures(two, address), 'all', 'closed', null)).toMatchObject({ cases: 5, low: 2, middle: 2, high: 2 })
    await many(4, () => aCase(two, { kind: 'other', opened: addDays(month, -300), states: [['closed', month]] }))
    expect([flowCell(await figures(two, address), 'kind:veteran', 'closed', null), flowCell(await figures(two, address), 'all', 'closed', null)]).toMatchObject([{ cases: null, middle: null }, { cases: 9 }])
  })
})

describe('deadlines', () => {
  it('are kept on the day until midnight in Denmark, late, overdue or to come; dropped ones are no deadlines', async () => {
    const one = await oneUnit()
    const due = (dueOn: Day, state = 'open', closedAt: Date | null = null, owns: { ownerId?: string; unitId?: string } = { ownerId: one.caseworker.userId }) => owner().task.create({ data: { text: 'Ring', reason: state === 'dropped' ? 'Ikke mere' : null, dueOn: dayToDb(dueOn), state, closedAt, createdBy: one.caseworker.userId, ...owns } })
    const day = addDays(firstOfMonth(today()), -3)
    await due(day, 'done', momentAt(day, 23, 30)); await due(day, 'done', momentAt(addDays(day, 1), 0, 30)); await due(day); await due(addDays(day, 1), 'dropped', new Date())
    const moved = await due(day, 'open', null, { unitId: one.unitId }); await owner().taskEvent.create({ data: { taskId: moved.id, kind: 'moved', dueOn: dayToDb(day) } })
    await due(today()); await due(day, 'open', null, { unitId: await unit() })
    const month = day.slice(0, 7)
    expect(deadlinesOf(await figures(one, { period: 'between', from: month, to: month }))).toMatchObject({ kept: { tasks: 1, moved: 0 }, late: { tasks: 1, moved: 0 }, overdue: { tasks: 2, moved: 1 }, waiting: { tasks: 0, moved: 0 } })
    expect(deadlinesOf(await figures(one, { period: 'month' })).waiting.tasks).toBe(1)
  })
})

describe('who may', () => {
  it('is the manager of the unit, and nobody else; the functions answer nobody else either', async () => {
    const [one, two] = [await oneUnit(), await oneUnit()]
    await many(6, () => aCase(one, { reached: 3, opened: today() }))
    const officer = await staff('DATA_PROTECTION_OFFICER', { unitId: one.unitId })
    const coordinator = await staff('VETERAN_COORDINATOR', { unitId: one.unitId })
    const calls = ['access.unit_caseload()', 'access.unit_contacts()', `access.unit_flow('${today()}', '${today()}')`, `access.unit_deadlines('${today()}', '${today()}')`, 'access.case_holders(ARRAY(SELECT id FROM case_file))']
    for (const who of [one.caseworker, officer, coordinator, await staff('ADMINISTRATOR', { unitId: one.unitId })]) {
      await expect(unitFigures(who, view())).rejects.toThrow('management.read')
      for (const call of calls) expect(await asked(who, `SELECT * FROM ${call}`), call).toEqual([])
    }
    for (const call of calls) expect(await asked(await staff('MANAGER'), `SELECT * FROM ${call}`), call).toEqual([])
    expect(contactsOf(await figures(two), 'all')).toEqual({ cases: 0, groups: [] })
    expect(await asked(one.manager, 'SELECT * FROM access.unit_cases(access.my_unit())')).toEqual([])
    const rows = await figureRows(one.manager, { figure: 'caseload', who: one.caseworker.userId, state: 'open' }, today(), 1)
    expect([rows.number, rows.open, rows.hidden, rows.rows]).toEqual([6, 0, 6, []])
    expect(numberOf(rows.figures, { figure: 'caseload', who: two.caseworker.userId, state: 'open' })).toBe(0)
    expect(await owner().auditEvent.findMany({ where: { actorUserId: one.manager.userId, action: { startsWith: 'management' } }, select: { action: true, kind: true } })).toEqual([{ action: 'management.listed', kind: 'LIST' }])
  })
})
