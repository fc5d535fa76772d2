import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, type Day } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { addReceipt, approveExpense, enterExpense, payExpense, refuseExpense } from '@/lib/volunteering/expenses/actions'
import { expenseReceipt, expensesOf, listExpenses, openExpense } from '@/lib/volunteering/expenses/queries'
import { sendExpense } from '@/lib/volunteering/expenses/writes'
import { RECEIPT_BYTES } from '@/lib/volunteering/receipts/rules'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor, other: Actor, manager: Actor
const now = today()
beforeAll(async () => {
  await loadReference(owner())
  ;[lead, other, manager] = [await staff('VOLUNTEER_LEAD'), await staff('VOLUNTEER_LEAD'), await staff('MANAGER')]
})
const enter = (volunteerId: string, more: Record<string, string | File> = {}, on: Day = now) => as(lead, () => submit(enterExpense, { volunteerId, kind: 'car', ...dayFields('on', on), km: '12,5', purpose: 'Møde', ...more }))
/** A photo with where it was taken. */
const photo = () => file(new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 12]), Buffer.from('GPS 56.460'), Buffer.from([0xff, 0xda, 0, 4, 1, 2, 7, 8, 9, 0xff, 0xd9])])), 'IMG_0001.HEIC')
const file = (bytes: string | Uint8Array<ArrayBuffer>, name = 'Bon fra Bodil Lind.pdf') => new File([bytes], name)
const newest = async (volunteerId: string) => (await owner().volunteerExpense.findFirstOrThrow({ where: { volunteerId }, orderBy: { number: 'desc' } })).id
const pay = (expenseId: string, on: Day = now) => as(lead, () => submit(payExpense, { expenseId, ...dayFields('on', on) }))
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const step = (actor: Actor, id: string, number: number, state: string, by = actor.userId) => asked(actor, `INSERT INTO volunteer_expense_step (expense_id, number, state, on_day, recorded_by) VALUES ('${id}', ${number}, '${state}', current_date, '${by}')`)

describe('an expense', () => {
  it('is counted by the rate of its day, approved by another, and paid on a day', async () => {
    const v = await volunteer()
    expect((await enter(v)).redirectedTo).toBe(`/volunteers/${v}/expenses`)
    const id = await newest(v)
    expect(await openExpense(lead, id)).toMatchObject({ amount: 4925, rate: { perKm: 394, validFrom: '2026-01-01' }, state: 'sent', next: ['refused'], wroteIt: true })
    expect((await as(lead, () => submit(approveExpense, { expenseId: id }))).state?.message).toContain('En anden skal godkende')
    expect((await pay(id)).state?.message).toContain('En anden nåede det')
    expect((await as(manager, () => submit(approveExpense, { expenseId: id }))).redirectedTo).toBe(`/volunteers/expenses/${id}`)
    expect((await pay(id, addDays(now, 1))).state?.fields).toHaveProperty('on')
    expect((await pay(id, addDays(now, -1))).state?.fields).toHaveProperty('on')
    expect((await pay(id)).redirectedTo).toBe(`/volunteers/expenses/${id}`)
    expect((await openExpense(other, id))?.steps.map(({ state, by }) => [state, by])).toEqual([['sent', lead.name], ['approved', manager.name], ['paid', lead.name]])
    expect((await owner().auditEvent.findMany({ where: { details: { path: ['expense'], equals: id }, kind: 'CHANGE' }, orderBy: { at: 'asc' } })).map(({ action }) => action)).toEqual(['volunteer.expense-sent', 'volunteer.expense-approved', 'volunteer.expense-paid'])
  })

  it('is asked again where something is wrong', async () => {
    const v = await volunteer()
    for (const [more, field] of [[{ km: '' }, 'km'], [{ km: '1.500' }, 'km'], [{ km: '2001' }, 'km'], [{ purpose: '' }, 'purpose'], [{ kind: 'plane' }, 'kind'], [{ kind: 'public', amount: '' , receipt: 'Bon' }, 'amount'], [{ kind: 'public', amount: '48,50', receipt: '' }, 'receipt'], [{ kind: 'other', amount: '10.000,01', receipt: 'Bon' }, 'amount']] as const)
      expect((await enter(v, more)).state?.fields, JSON.stringify(more)).toHaveProperty(field)
    for (const on of [addDays(now, 1), addDays(addMonths(now, -12), -1)]) expect((await enter(v, {}, on)).state?.fields).toHaveProperty('on')
    expect((await as(other, () => submit(refuseExpense, { expenseId: v, reason: '' }))).state?.fields).toHaveProperty('reason')
    expect(await owner().volunteerExpense.count({ where: { volunteerId: v } })).toBe(0)
    expect((await enter(v, { kind: 'public', amount: '1.048,50', receipt: 'Bon' })).redirectedTo).toBeDefined()
    expect(await openExpense(lead, await newest(v))).toMatchObject({ amount: 104_850, metres: null, rate: null, receipt: 'Bon' })
  })

  it('handed in on paper is kept with its receipt: cleaned, opened by whoever approves, and approved by nobody who cannot see it', async () => {
    const v = await volunteer()
    const paper = (more: Record<string, string | File> = {}) => as(lead, () => submit(enterExpense, { volunteerId: v, kind: 'other', ...dayFields('on', now), km: '', amount: '48,50', receipt: '', purpose: 'Kaffe', photo: photo(), ...more }))
    expect((await paper()).redirectedTo).toBe(`/volunteers/${v}/expenses`)
    const id = await newest(v)
    const found = await expenseReceipt(other, id)
    expect([found?.mime, found?.name, Buffer.from(found?.bytes ?? []).includes('GPS')]).toEqual(['image/jpeg', 'kvittering.jpg', false])
    expect(await openExpense(other, id)).toMatchObject({ file: { mime: 'image/jpeg' }, receipt: 'kvittering.jpg', wroteIt: false, next: ['approved', 'refused'] })
    expect(await openExpense(manager, id)).toMatchObject({ file: { mime: null } })
    expect((await as(manager, () => submit(approveExpense, { expenseId: id }))).state?.message).toContain('ikke se kvitteringen')
    expect((await as(lead, () => submit(approveExpense, { expenseId: id }))).state?.message).toContain('En anden skal godkende')
    expect((await as(other, () => submit(approveExpense, { expenseId: id }))).redirectedTo).toBeTruthy()
    // With words of their own beside it; and what is no receipt is told at its field, with nothing kept.
    await paper({ receipt: 'Bon fra kiosken' })
    expect(await openExpense(other, await newest(v))).toMatchObject({ receipt: 'Bon fra kiosken', file: { mime: 'image/jpeg' } })
    const [before, kept] = [await owner().volunteerExpense.count({ where: { volunteerId: v } }), await owner().storedFile.count({ where: { kind: 'receipt' } })]
    for (const [wrong, words] of [[file('<html>'), 'hverken'], [file(''), 'tom'], [file(new Uint8Array(RECEIPT_BYTES + 1)), '10 MB']] as const) expect((await paper({ photo: wrong })).state?.fields?.photo?.[0]).toContain(words)
    expect([await owner().volunteerExpense.count({ where: { volunteerId: v } }), await owner().storedFile.count({ where: { kind: 'receipt' } })]).toEqual([before, kept])
  })

  it('gets its receipt afterwards from whoever wrote it, once, and until it is decided', async () => {
    const v = await volunteer()
    const made = async () => { await enter(v, { kind: 'public', amount: '48,50', receipt: 'Bon' }); return newest(v) }
    const keep = (expenseId: string, by = lead, chosen: File | string = file('%PDF-1.7\nBon\n%%EOF')) => as(by, () => submit(addReceipt, { expenseId, photo: chosen }))
    const [one, decided] = [await made(), await made()]
    expect((await keep(one, lead, '')).state?.fields?.photo?.[0]).toContain('Vælg et billede')
    expect((await keep(one, other)).state?.message).toContain('findes ikke')
    expect((await keep(one)).redirectedTo).toBe(`/volunteers/expenses/${one}`)
    expect((await keep(one)).state?.message).toContain('En anden nåede det')
    expect((await openExpense(other, one))?.file).toEqual({ mime: 'application/pdf' })
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.receipt-kept', details: { path: ['expense'], equals: one } } })).toBe(1)
    await as(manager, () => submit(approveExpense, { expenseId: decided }))
    expect((await keep(decided)).state?.message).toContain('En anden nåede det')
    for (const role of roles) {
      const [third, who] = [await made(), await staff(role)]
      expect([role, await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT access.keep_receipt(${third}::uuid, 'application/pdf', 'x', 'x'::bytea) AS said`)]).toEqual([role, [{ said: 'gone' }]])
    }
    const last = await newest(v)
    expect(await transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT access.keep_receipt(${last}::uuid, 'text/html', 'x', 'x'::bytea) AS said`)).toEqual([{ said: 'receipt' }])
  })

  it('is not approved unseen while its receipt is just being kept', async () => {
    const v = await volunteer()
    for (let round = 0; round < 6; round++) {
      await enter(v, { kind: 'public', amount: '48,50', receipt: 'Bon' })
      const id = await newest(v)
      await Promise.all([as(lead, () => submit(addReceipt, { expenseId: id, photo: file('%PDF-1.7\nBon\n%%EOF') })), as(manager, () => submit(approveExpense, { expenseId: id })).catch(() => null)])
      expect([await owner().expenseReceipt.count({ where: { expenseId: id } }), await owner().volunteerExpenseStep.count({ where: { expenseId: id, state: 'approved' } })]).not.toEqual([1, 1])
    }
  })

  it('waits in the database as well for a receipt that is being kept', async () => {
    const v = await volunteer()
    await enter(v, { kind: 'public', amount: '48,50', receipt: 'Bon' })
    const id = await newest(v)
    let go = () => {}
    const opened = new Promise<void>((resolve) => { go = resolve })
    const keeping = transaction({ role: 'app', token: lead.token }, async (tx) => {
      await tx.$queryRaw`SELECT access.keep_receipt(${id}::uuid, 'application/pdf', 'x', 'x'::bytea)`
      go()
      await new Promise((resolve) => setTimeout(resolve, 700))
    })
    await opened
    await expect(step(manager, id, 2, 'approved')).rejects.toThrow(/see its receipt/)
    await keeping
  })

  it('is decided once and paid once, whoever is at it at the same moment', async () => {
    const v = await volunteer()
    await enter(v)
    const id = await newest(v)
    const decided = await Promise.all([as(other, () => submit(approveExpense, { expenseId: id })), as(manager, () => submit(refuseExpense, { expenseId: id, reason: 'Ikke aftalt' })), as(manager, () => submit(approveExpense, { expenseId: id }))])
    expect(decided.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    await owner().volunteerExpenseStep.deleteMany({ where: { expenseId: id, number: 2 } })
    await as(other, () => submit(approveExpense, { expenseId: id }))
    const paid = await Promise.all([pay(id), as(other, () => submit(payExpense, { expenseId: id, ...dayFields('on', now) })), pay(id)])
    expect(paid.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect(await owner().volunteerExpenseStep.count({ where: { expenseId: id, state: 'paid' } })).toBe(1)
    await expect(owner().$executeRawUnsafe(`INSERT INTO volunteer_expense_step (expense_id, number, state, on_day) VALUES ('${id}', 3, 'paid', current_date)`)).rejects.toThrow(/unique/i)
  })

  it('that a volunteer sent is approved by the lead, and one that resembles another is said', async () => {
    const v = await volunteer()
    const send = () => owner().$transaction((tx) => sendExpense(tx as never, null, v, { kind: 'cycle', onDay: now, metres: 3_000, paid: null, purpose: 'Tur', receipt: null }, now))
    const [id, twin] = [await send(), await send()]
    expect(await openExpense(lead, id)).toMatchObject({ wroteIt: false, next: ['approved', 'refused'], twins: [expect.any(Number)], steps: [{ by: null }] })
    await as(lead, () => submit(refuseExpense, { expenseId: twin, reason: 'Sendt to gange' }))
    expect(await openExpense(lead, id)).toMatchObject({ twins: [] })
    expect((await as(lead, () => submit(approveExpense, { expenseId: id }))).redirectedTo).toBeDefined()
    expect(await expensesOf(lead, v)).toMatchObject({ volunteer: { id: v }, rows: [{ id: twin, state: 'refused' }, { id, state: 'approved' }] })
  })

  it('is in one state of the queue, which says how many there are and what they come to', async () => {
    const before = (await listExpenses(lead, { state: 'sent', page: 1 })).sums.sent
    await enter(await volunteer(), { km: '10' })
    const { rows, sums } = await listExpenses(lead, { state: 'sent', page: 1 })
    expect(sums.sent).toMatchObject({ count: before.count + 1, amount: before.amount + 3940 })
    expect(rows).toHaveLength(sums.sent.count)
    expect(await listExpenses(lead, { state: 'sent', page: 9 })).toMatchObject({ rows: [], sums })
  })
})

describe('who reads and writes expenses', () => {
  it('are the lead, and a manager without the name; nobody else', async () => {
    const v = await volunteer()
    await enter(v)
    const id = await newest(v)
    const { number } = await owner().volunteer.findUniqueOrThrow({ where: { id: v } })
    expect(await openExpense(manager, id)).toMatchObject({ name: null, volunteer: number })
    expect(await openExpense(lead, id)).toMatchObject({ name: 'Test Frivillig', volunteer: number })
    for (const role of roles as readonly RoleName[]) {
      const me = await staff(role)
      const [row] = await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRawUnsafe<{ seen: boolean; number: number | null }[]>(`SELECT EXISTS (SELECT 1 FROM volunteer_expense) AND EXISTS (SELECT 1 FROM volunteer_expense_step) AND EXISTS (SELECT 1 FROM expense_rate) AS seen, access.volunteer_number('${v}') AS number`))
      expect(row, role).toEqual(['VOLUNTEER_LEAD', 'MANAGER'].includes(role) ? { seen: true, number } : { seen: false, number: null })
      if (role !== 'VOLUNTEER_LEAD') await expect(asked(me, `INSERT INTO volunteer_expense (volunteer_id, kind, on_day, amount, purpose, receipt, entered_by) VALUES ('${v}', 'other', current_date, 100, 'x', 'x', '${me.userId}')`), role).rejects.toThrow(/row-level security/)
      if (!['VOLUNTEER_LEAD', 'MANAGER'].includes(role)) await expect(step(me, id, 2, 'approved'), role).rejects.toThrow(/row-level security/)
    }
  })

  it('cannot write in another’s name, change what was written, pay what nobody approved, or approve their own', async () => {
    const v = await volunteer()
    await enter(v)
    const id = await newest(v)
    await expect(step(other, id, 2, 'approved', manager.userId)).rejects.toThrow(/row-level security/)
    await expect(step(lead, id, 2, 'approved')).rejects.toThrow(/somebody else/)
    await expect(step(lead, id, 3, 'paid')).rejects.toThrow(/sent, then approved/)
    await expect(step(manager, id, 1, 'sent')).rejects.toThrow(/row-level security|unique/)
    for (const sql of ['UPDATE volunteer_expense SET amount = 1', 'DELETE FROM volunteer_expense', "UPDATE volunteer_expense_step SET state = 'paid'", 'DELETE FROM volunteer_expense_step', 'DELETE FROM expense_rate', "UPDATE expense_rate SET kind = 'car'"]) await expect(asked(lead, sql), sql).rejects.toThrow(/permission denied/)
    // What is by the kilometre is what the rate gives.
    await expect(asked(lead, `INSERT INTO volunteer_expense (volunteer_id, kind, on_day, metres, per_km, rate_from, rate_source, amount, purpose, entered_by) VALUES ('${v}', 'car', current_date, 10000, 394, '2026-01-01', 'x', 3941, 'x', '${lead.userId}')`)).rejects.toThrow(/volunteer_expense_rate/)
    await step(manager, id, 2, 'approved')
    // Paying is not the manager's.
    await expect(step(manager, id, 3, 'paid')).rejects.toThrow(/row-level security/)
    await step(lead, id, 3, 'paid')
  })

  it('do not read those of somebody they may know nothing of', async () => {
    const v = await volunteer()
    await enter(v)
    const id = await newest(v)
    const kin = await veteran()
    await owner().volunteerTie.create({ data: { volunteerId: v, personId: kin.id, tiedBy: lead.userId } })
    const close = await staff('MANAGER', { personId: kin.id })
    expect(await openExpense(close, id)).toBeNull()
    expect(await transaction({ role: 'app', token: close.token }, (tx) => tx.$queryRaw`SELECT access.volunteer_number(${v}::uuid) AS number, (SELECT count(*)::int FROM volunteer_expense_step WHERE expense_id = ${id}::uuid) AS steps`)).toEqual([{ number: null, steps: 0 }])
    expect(await openExpense(manager, id)).not.toBeNull()
    expect(await openExpense(lead, id)).not.toBeNull()
  })
})
