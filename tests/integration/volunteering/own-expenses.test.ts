import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as receiptRoute } from '@/app/(staff)/volunteers/expenses/[expenseId]/receipt/route'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, type Day } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { approveExpense, payExpense, refuseExpense } from '@/lib/volunteering/expenses/actions'
import { expenseReceipt, openExpense } from '@/lib/volunteering/expenses/queries'
import { endLogin } from '@/lib/volunteering/logins/actions'
import { sendOwnExpense } from '@/lib/volunteering/own/expenses/actions'
import { ownExpenses } from '@/lib/volunteering/own/expenses/queries'
import { RECEIPT_BYTES } from '@/lib/volunteering/receipts/rules'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { dayFields, volunteerActor } from '../../support/volunteers'

let lead: Actor, manager: Actor, me: Actor, id = ''
const others = {} as Record<RoleName, Actor>
const now = today()
beforeAll(async () => {
  await loadReference(owner())
  for (const role of roles) others[role] = await staff(role)
  ;[lead, manager] = [others.VOLUNTEER_LEAD, others.MANAGER]
})
beforeEach(async () => {
  ;({ actor: me, id } = await volunteerActor())
})
const pdf = '%PDF-1.7\nBon\n%%EOF\n'
/** A photo with where it was taken. */
const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 12]), Buffer.from('GPS 56.460'), Buffer.from([0xff, 0xda, 0, 4, 1, 2, 7, 8, 9, 0xff, 0xd9])])
const file = (bytes: string | Uint8Array<ArrayBuffer> = pdf, name = 'Bon fra Bodil Lind.pdf') => new File([bytes], name)
const send = (more: Record<string, string | File> = {}, actor = me, on: Day = now) => as(actor, () => submit(sendOwnExpense, { kind: 'public', ...dayFields('on', on), km: '', amount: '48,50', purpose: 'Møde på jobcentret', photo: file(), ...more }))
const newest = async () => (await owner().volunteerExpense.findFirstOrThrow({ where: { volunteerId: id }, orderBy: { number: 'desc' } })).id
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<Record<string, unknown>[]>(sql))
const files = () => owner().storedFile.count({ where: { kind: 'receipt' } })
const opened = () => owner().auditEvent.count({ where: { action: 'volunteer.receipt-opened' } })

describe('what a volunteer has laid out', () => {
  it('is sent with its receipt, approved by who leads volunteers with the receipt in view, and seen by the volunteer all the way', async () => {
    expect((await send()).redirectedTo).toBe('/min-side/udlaeg')
    const expense = await newest()
    expect((await ownExpenses(me))?.rows).toEqual([{ number: expect.any(Number), kind: 'public', onDay: now, metres: null, amount: 4850, purpose: 'Møde på jobcentret', receipt: true, state: 'sent', since: now, reason: null }])
    expect(await openExpense(lead, expense)).toMatchObject({ amount: 4850, file: { mime: 'application/pdf' }, wroteIt: false, next: ['approved', 'refused'], steps: [{ state: 'sent', by: null }] })
    const before = await opened()
    const found = await expenseReceipt(lead, expense)
    expect([found?.mime, found?.name, Buffer.from(found?.bytes ?? []).toString()]).toEqual(['application/pdf', 'kvittering.pdf', pdf])
    expect(await opened()).toBe(before + 1)
    await as(lead, () => submit(approveExpense, { expenseId: expense }))
    await as(lead, () => submit(payExpense, { expenseId: expense, ...dayFields('on', now) }))
    expect((await ownExpenses(me))?.rows[0]).toMatchObject({ state: 'paid', since: now })
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.own-expense-sent', actorUserId: me.userId } })).toBe(1)
  })

  it('by the kilometre needs no receipt, is counted by the rate of its day, and one refused says why', async () => {
    expect((await send({ kind: 'car', km: '12,5', amount: '', photo: '' })).redirectedTo).toBe('/min-side/udlaeg')
    const expense = await newest()
    expect(await openExpense(lead, expense)).toMatchObject({ amount: 4925, file: null, rate: { perKm: 394 } })
    await as(lead, () => submit(refuseExpense, { expenseId: expense, reason: 'Det havde vi ikke aftalt' }))
    expect((await ownExpenses(me))?.rows).toMatchObject([{ metres: 12_500, receipt: false, state: 'refused', reason: 'Det havde vi ikke aftalt' }])
    // An old day by its own rate, and the rates told are those there are.
    await send({ kind: 'cycle', km: '3', amount: '', photo: '' })
    expect((await ownExpenses(me))?.rates).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'car', perKm: 394, validFrom: '2026-01-01' })]))
  })

  it('is asked again where something is wrong, at its field, and nothing is kept', async () => {
    const before = await files()
    for (const [more, on, field, words] of [
      [{ photo: '' }, now, 'photo', 'Vælg et billede'], [{ photo: file('') }, now, 'photo', 'tom'], [{ photo: file('<html>') }, now, 'photo', 'hverken'], [{ photo: file('%PDF-1.7 og så') }, now, 'photo', 'ikke hel'],
      [{ photo: file('%PDF-1.7\ntrailer << /Encrypt 4 0 R >>\n%%EOF') }, now, 'photo', 'adgangskode'], [{ photo: file(new Uint8Array(RECEIPT_BYTES + 1)) }, now, 'photo', '10 MB'],
      [{ amount: '' }, now, 'amount', 'beløbet'], [{ purpose: '' }, now, 'purpose', 'hvad det var til'], [{ kind: 'car', km: '' }, now, 'km', 'kilometer'],
      [{}, addDays(now, 1), 'on', ''], [{}, addDays(addMonths(now, -12), -1), 'on', '12 måneder'],
    ] as const) {
      const { state, redirectedTo } = await send(more, me, on)
      expect([redirectedTo, state?.fields?.[field]?.[0]], `${field} ${words}`).toEqual([null, expect.stringContaining(words)])
    }
    expect([await owner().volunteerExpense.count({ where: { volunteerId: id } }), await files()]).toEqual([0, before])
  })

  it('is kept without what a telephone writes into a photo', async () => {
    await send({ photo: file(new Uint8Array(photo), 'IMG_0001.HEIC') })
    const found = await expenseReceipt(lead, await newest())
    expect([found?.mime, found?.name, Buffer.from(found?.bytes ?? []).includes('GPS')]).toEqual(['image/jpeg', 'kvittering.jpg', false])
  })

  it('stops at forty that wait: somebody calls', async () => {
    await owner().$executeRaw`WITH many AS (INSERT INTO volunteer_expense (volunteer_id, kind, on_day, amount, purpose, receipt) SELECT ${id}::uuid, 'other', current_date, 100 + n, 'x', 'x' FROM generate_series(1, 39) n RETURNING id) INSERT INTO volunteer_expense_step (expense_id, number, state, on_day) SELECT id, 1, 'sent', current_date FROM many`
    const both = await Promise.all([send(), send()])
    expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect(both.find(({ redirectedTo }) => redirectedTo === null)?.state?.message).toContain('mange udlæg')
  })
})

describe('a receipt', () => {
  it('is opened by those who lead volunteers alone, as a file no browser runs, and without it nobody approves', async () => {
    await send()
    const expense = await newest()
    const [{ fileId }] = [await owner().expenseReceipt.findFirstOrThrow({ where: { expenseId: expense } })]
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      await expect(expenseReceipt(others[role], expense), role).rejects.toThrow('volunteer.read')
      expect([role, await asked(others[role], `SELECT 1 FROM stored_file WHERE id = '${fileId}'`)]).toEqual([role, []])
      if (role !== 'MANAGER') expect([role, await asked(others[role], 'SELECT 1 FROM expense_receipt')]).toEqual([role, []])
    }
    for (const mine of [me, (await volunteerActor()).actor]) expect(await asked(mine, `SELECT 1 FROM stored_file WHERE id = '${fileId}'`)).toEqual([])
    const answer = await as(lead, () => receiptRoute(new Request('http://x/'), { params: Promise.resolve({ expenseId: expense }) }))
    expect(['content-disposition', 'x-content-type-options', 'cache-control', 'content-type'].map((name) => answer.headers.get(name))).toEqual(['attachment; filename="kvittering.pdf"', 'nosniff', 'private, no-store', 'application/pdf'])
    // A manager reads that there is one, and neither opens it nor approves; the database says no as well.
    expect(await openExpense(manager, expense)).toMatchObject({ file: { mime: null }, name: null })
    expect((await as(manager, () => submit(approveExpense, { expenseId: expense }))).state?.message).toContain('ikke se kvitteringen')
    await expect(asked(manager, `INSERT INTO volunteer_expense_step (expense_id, number, state, on_day, recorded_by) VALUES ('${expense}', 2, 'approved', current_date, '${manager.userId}')`)).rejects.toThrow(/see its receipt/)
    expect((await as(manager, () => submit(refuseExpense, { expenseId: expense, reason: 'Ikke aftalt' }))).redirectedTo).toBeTruthy()
  })

  it('of a volunteer one may know nothing of is not there', async () => {
    await send()
    const [expense, kin] = [await newest(), await veteran()]
    await owner().volunteerTie.create({ data: { volunteerId: id, personId: kin.id, tiedBy: lead.userId } })
    const close = await staff('VOLUNTEER_LEAD', { personId: kin.id })
    expect([await expenseReceipt(close, expense), await expenseReceipt(lead, expense) !== null]).toEqual([null, true])
    const { fileId } = await owner().expenseReceipt.findFirstOrThrow({ where: { expenseId: expense } })
    expect([await asked(close, `SELECT 1 FROM stored_file WHERE id = '${fileId}'`), await asked(lead, `SELECT 1 AS one FROM stored_file WHERE id = '${fileId}'`)]).toEqual([[], [{ one: 1 }]])
  })

  it('is neither brought nor changed by hand, and goes with the volunteer', async () => {
    await send()
    const expense = await newest()
    for (const who of [lead, me]) {
      await expect(asked(who, `INSERT INTO stored_file (owner_id, kind, mime, name, sha256, bytes) VALUES ('${who.userId}', 'receipt', 'application/pdf', 'x', 'x', 'x')`)).rejects.toThrow(/row-level security/)
      for (const sql of ['INSERT INTO expense_receipt (expense_id, file_id, recorded_by) SELECT expense_id, file_id, recorded_by FROM expense_receipt', 'UPDATE expense_receipt SET recorded_by = recorded_by', 'DELETE FROM expense_receipt', "UPDATE stored_file SET name = 'x'"]) await expect(asked(who, sql), sql).rejects.toThrow('permission denied')
    }
    const before = await files()
    await owner().volunteer.delete({ where: { id } })
    expect([await files(), await owner().volunteerExpense.count({ where: { id: expense } })]).toEqual([before - 1, 0])
  })
})

describe('nobody else', () => {
  it('sends or reads what is a volunteer’s own: not another role, not without the login', async () => {
    await send()
    for (const role of roles.filter((one) => one !== 'VOLUNTEER')) {
      expect((await send({}, others[role])).state?.message, role).toContain('adgang')
      for (const one of ['my_expenses()', 'my_expense_rates()']) expect([role, await asked(others[role], `SELECT * FROM access.${one}`)]).toEqual([role, []])
      expect([role, await asked(others[role], "SELECT said FROM access.send_my_expense('car', current_date, 1000, NULL, 'x', NULL, NULL, NULL)")]).toEqual([role, [{ said: 'gone' }]])
    }
    expect((await ownExpenses((await volunteerActor()).actor))?.rows).toEqual([])
    expect(await ownExpenses(others.VOLUNTEER)).toBeNull()
    await as(lead, () => submit(endLogin, { volunteerId: id }))
    expect((await send()).state).toMatchObject({ signedOut: true })
    expect(await owner().volunteerExpense.count({ where: { volunteerId: id } })).toBe(1)
  })

  it('makes the database take an amount of their own for kilometres, or a file of another kind', async () => {
    for (const [sql, said] of [["'car', current_date, 10000, 999999, 'x', NULL, NULL, NULL", 'done'], ["'other', current_date, NULL, 100, 'x', 'text/html', 'x', 'x'", 'receipt'], ["'other', current_date, NULL, 100, 'x', 'image/png', 'x', NULL", 'receipt']] as const)
      expect(await asked(me, `SELECT said FROM access.send_my_expense(${sql})`)).toEqual([{ said }])
    expect((await ownExpenses(me))?.rows.map(({ amount }) => amount)).toEqual([3940])
  })
})
