import { beforeAll, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { addWorkplace, closeWorkplace, writeGroundRules } from '@/lib/volunteering/ground-rules/actions'
import { listWorkplaces, openWorkplace } from '@/lib/volunteering/ground-rules/queries'
import { as, staff, submit } from '../../support/as'
import { whileWriting } from '../../support/at-once'
import { dayFields } from '../../support/volunteers'

let lead: Actor
const others = {} as Record<RoleName, Actor>
const now = today()
beforeAll(async () => {
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
})
const texts = (volunteers = 'Læser højt', more: Record<string, string> = {}) => ({ volunteers, staff: 'Giver medicin', together: '', agreedWith: 'MED-udvalget', ...dayFields('from', now), ...more })
const made = async (name = 'Plejecenter Kollektivhuset') => (await as(lead, () => submit(addWorkplace, { name, ...texts() }))).redirectedTo?.split('/').at(-1) ?? ''
const write = (workplaceId: string, number: number, volunteers: string) => as(lead, () => submit(writeGroundRules, { workplaceId, number: String(number), ...texts(volunteers) }))
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))

it('rules are added and never changed; the newest holds, and two who write at once write one', async () => {
  const id = await made()
  const both = await Promise.all([write(id, 1, 'Går ture'), write(id, 1, 'Bager')])
  expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
  expect(both.find(({ redirectedTo }) => redirectedTo === null)?.state?.message).toContain('En anden')
  const found = await openWorkplace(lead, id)
  expect(found?.rules.map(({ number }) => number)).toEqual([2, 1])
  expect(found?.rules[1]?.volunteers).toBe('Læser højt')
  expect((await listWorkplaces(lead)).find((one) => one.id === id)).toMatchObject({ number: 2, agreedWith: 'MED-udvalget', fromDay: now })
})

it('what another is writing at that very moment is not written over, and no number is left out', async () => {
  const id = await made('Samtidig')
  expect((await write(id, 7, 'Bager')).state?.message).toContain('En anden')
  const row = { workplaceId: id, number: 2, volunteers: 'Går ture', staff: 'Giver medicin', agreedWith: 'MED-udvalget', fromDay: dayToDb(now), recordedBy: lead.userId }
  expect((await whileWriting((tx) => tx.groundRules.create({ data: row }), () => write(id, 1, 'Bager'))).state?.message).toContain('En anden')
  expect((await openWorkplace(lead, id))?.rules[0]?.volunteers).toBe('Går ture')
})

it('what is missing is said at its field; a workplace that is closed leaves the list and is still read', async () => {
  expect((await as(lead, () => submit(addWorkplace, { name: '', ...texts('', { staff: '' }) }))).state?.fields).toMatchObject({ name: expect.anything(), volunteers: expect.anything(), staff: expect.anything() })
  expect((await as(lead, () => submit(addWorkplace, { name: 'x', ...texts('x', { 'from.day': '32' }) }))).state?.fields).toHaveProperty('from')
  const id = await made('Nedlagt')
  expect((await as(lead, () => submit(closeWorkplace, { workplaceId: id }))).redirectedTo).toBe('/volunteers/ground-rules')
  expect((await as(lead, () => submit(closeWorkplace, { workplaceId: id }))).redirectedTo).toBeNull()
  expect((await listWorkplaces(lead)).map((one) => one.id)).not.toContain(id)
  expect((await openWorkplace(lead, id))?.closed).toBe(true)
  expect((await write(id, 1, 'Igen')).redirectedTo).toBeNull()
})

it('rules are read and written by those who lead volunteers, in their own name', async () => {
  const id = await made()
  const rows = (by: string) => [`INSERT INTO workplace (name, created_by) VALUES ('x', '${by}')`, `INSERT INTO ground_rules (workplace_id, number, volunteers, staff, from_day, recorded_by) VALUES ('${id}', 7, 'x', 'x', current_date, '${by}')`]
  for (const sql of rows(lead.userId)) expect(await asked(lead, sql)).toBe(1)
  for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
    const me = others[role]
    for (const table of ['workplace', 'ground_rules']) expect([role, table, await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`))]).toEqual([role, table, []])
    for (const sql of rows(me.userId)) await expect(asked(me, sql), `${role} ${sql}`).rejects.toThrow(/row-level security/)
    expect([role, await asked(me, 'UPDATE workplace SET closed_on = current_date')]).toEqual([role, 0])
  }
  for (const sql of rows(others.MANAGER.userId)) await expect(asked(lead, sql), sql).rejects.toThrow(/row-level security/)
  for (const sql of ["UPDATE ground_rules SET staff = 'x'", 'DELETE FROM ground_rules', "UPDATE workplace SET name = 'x'", 'DELETE FROM workplace']) await expect(asked(lead, sql), sql).rejects.toThrow('permission denied')
})
