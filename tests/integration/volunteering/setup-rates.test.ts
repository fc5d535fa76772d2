import { beforeAll, expect, it } from 'vitest'
import { roles, type RoleName } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { saveRate } from '@/lib/volunteering/setup/rates/actions'
import { setupRates } from '@/lib/volunteering/setup/rates/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { dayFields } from '../../support/volunteers'

let administrator: Actor
const others = {} as Record<RoleName, Actor>
const save = (validFrom: Day, perKm: string, who = administrator, known: { seen?: string; version?: string } = {}) => as(who, () => submit(saveRate, { kind: 'car', perKm, ...known, source: 'Skatterådets satser for året', ...dayFields('from', validFrom) }))
const held = async () => (await setupRates(administrator)).filter(({ kind }) => kind === 'car').map(({ validFrom, perKm }) => [validFrom, perKm])
const raw = (who: Actor, sql: string) => transaction({ role: 'app', token: who.token }, (tx) => tx.$executeRawUnsafe(sql))

beforeAll(async () => {
  await loadReference(owner())
  administrator = await staff('ADMINISTRATOR')
  for (const role of roles) others[role] = await staff(role)
})

it('a rate is added behind those there are; one that is coming is corrected, one that holds is not', async () => {
  const [soon, later, [newest]] = [addDays(today(), 5), addDays(today(), 9), await held()]
  expect((await save(later, '4,10')).redirectedTo).toBe('/admin/volunteering/rates')
  expect((await save(later, '4.01', administrator, { seen: `cycle:${later}:1 car:${later}:1` })).redirectedTo).toBeTruthy()
  expect((await held()).slice(0, 2)).toEqual([[later, 401], newest])
  expect([(await save(soon, '4')).state?.fields, (await save(newest?.[0] as Day, '4')).state?.fields]).toMatchObject([{ from: [expect.stringContaining('efter den nyeste')] }, { from: [expect.anything()] }])
  for (const wrong of ['0', '', '20,01', '3,941', 'x']) expect([wrong, Object.keys((await save(addDays(later, 1), wrong)).state?.fields ?? {})]).toEqual([wrong, ['perKm']])
  expect(await owner().auditEvent.count({ where: { action: 'setup.rate-saved' } })).toBe(2)
})

it('of two who correct the same, the second is told what the first wrote, and may write over it then', async () => {
  const day = addDays((await held())[0]?.[0] as Day, 40)
  await save(day, '4,10')
  const seen = `car:${day}:1`
  expect((await save(day, '4,20', administrator, { seen })).redirectedTo).toBeTruthy()
  const second = (await save(day, '4,30', administrator, { seen })).state
  expect(second?.values).toMatchObject({ version: '2', perKm: '4,30' })
  expect(JSON.stringify(second)).toContain('4,20')
  expect((await held())[0]).toEqual([day, 420])
  expect((await save(day, '4,30', administrator, { seen, version: '2' })).redirectedTo).toBeTruthy()
  expect((await held())[0]).toEqual([day, 430])
})

it('is written by administrators alone, in the database as well; nobody changes one that holds', async () => {
  await owner().expenseRate.upsert({ where: { kind_validFrom: { kind: 'cycle', validFrom: dayToDb(addDays(today(), 30)) } }, create: { kind: 'cycle', validFrom: dayToDb(addDays(today(), 30)), perKm: 70, source: 'Prøve' }, update: {} })
  const insert = (days: number) => `INSERT INTO expense_rate (kind, valid_from, per_km, source) VALUES ('cycle', current_date + ${days}, 70, 'Prøve')`
  for (const role of roles.filter((one) => one !== 'ADMINISTRATOR')) {
    expect((await save(addDays(today(), 60), '4', others[role])).state?.message, role).toContain('adgang')
    await expect(raw(others[role], insert(60)), role).rejects.toThrow(/row-level security/)
    expect([role, await raw(others[role], 'UPDATE expense_rate SET per_km = 1')]).toEqual([role, 0])
    if (role !== 'VOLUNTEER_LEAD') await expect(setupRates(others[role]), role).rejects.toThrow('volunteer.setup')
  }
  expect((await setupRates(others.VOLUNTEER_LEAD)).length).toBeGreaterThan(3)
  expect(await raw(administrator, 'UPDATE expense_rate SET per_km = 71 WHERE valid_from <= current_date')).toBe(0)
  expect(await raw(administrator, "UPDATE expense_rate SET per_km = 71 WHERE kind = 'cycle' AND valid_from > current_date")).toBe(1)
  await expect(raw(administrator, 'DELETE FROM expense_rate')).rejects.toThrow('permission denied')
  await expect(raw(administrator, insert(61))).resolves.toBe(1)
})
