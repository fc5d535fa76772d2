'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { chosenReceipt, RECEIPT_FIELD } from '../receipts/chosen'
import { receiptName } from '../receipts/rules'
import { byKilometre } from './rules'
import { approveExpenseInput, enterExpenseInput, payExpenseInput, receiptInput, refuseExpenseInput } from './schema'
import { keepReceipt, sendExpense, stepExpense } from './writes'

const say = async (key: 'sent' | 'kept' | 'approved' | 'refused' | 'paid') => flash((await getTranslations('expenses.flash'))(key))
const to = (id: string) => ({ redirectTo: `/volunteers/expenses/${id}` })

/** For a volunteer who handed it in: on paper, or on the telephone. The receipt is described, kept as a picture or a PDF, or both. */
export const enterExpense = staffAction({
  name: 'enterExpense',
  may: 'expense.record',
  schema: enterExpenseInput,
  async run({ actor, tx, today, audit, file }, { volunteerId, expense }) {
    if (!(await tx.volunteer.findFirst({ where: { id: volunteerId }, select: { id: true } }))) throw new Refused('volunteering.error.gone')
    const receipt = await chosenReceipt(file(RECEIPT_FIELD))
    if (!byKilometre(expense.kind) && !receipt && expense.receipt === null) throw new Refused('expenses.error.receipt', {}, 'receipt')
    const id = await sendExpense(tx, actor.userId, volunteerId, { ...expense, receipt: expense.receipt ?? (receipt && receiptName(receipt.mime)) }, today)
    if (receipt) await keepReceipt(tx, id, receipt)
    await audit({ action: 'volunteer.expense-sent', details: { volunteer: volunteerId, expense: id } })
    await say('sent')
    return { redirectTo: `/volunteers/${volunteerId}/expenses` }
  },
})

/** The receipt of an expense one wrote from paper, kept afterwards: until somebody has said yes or no, and once. */
export const addReceipt = staffAction({
  name: 'addReceipt',
  may: 'expense.record',
  schema: receiptInput,
  async run({ tx, audit, file }, { expenseId }) {
    const receipt = await chosenReceipt(file(RECEIPT_FIELD))
    if (!receipt) throw new Refused('ownPage.error.expense.receipt', {}, RECEIPT_FIELD)
    await keepReceipt(tx, expenseId, receipt)
    await audit({ action: 'volunteer.receipt-kept', details: { expense: expenseId } })
    await say('kept')
    return to(expenseId)
  },
})

/** Never by whoever wrote it: the database says no as well. */
export const approveExpense = staffAction({
  name: 'approveExpense',
  may: 'expense.approve',
  schema: approveExpenseInput,
  async run({ actor, tx, today, audit }, { expenseId }) {
    const volunteer = await stepExpense(tx, actor.userId, expenseId, 'approved', today)
    await audit({ action: 'volunteer.expense-approved', details: { volunteer, expense: expenseId } })
    await say('approved')
    return to(expenseId)
  },
})

export const refuseExpense = staffAction({
  name: 'refuseExpense',
  may: 'expense.approve',
  schema: refuseExpenseInput,
  async run({ actor, tx, today, audit }, { expenseId, reason }) {
    const volunteer = await stepExpense(tx, actor.userId, expenseId, 'refused', today, reason)
    await audit({ action: 'volunteer.expense-refused', details: { volunteer, expense: expenseId } })
    await say('refused')
    return to(expenseId)
  },
})

/** That it was paid, and on which day: the money itself is sent from elsewhere. Once, however often it is said. */
export const payExpense = staffAction({
  name: 'payExpense',
  may: 'expense.record',
  schema: payExpenseInput,
  async run({ actor, tx, today, audit }, { expenseId, onDay }) {
    if (onDay > today) throw new Refused('volunteering.error.future', {}, 'on')
    const volunteer = await stepExpense(tx, actor.userId, expenseId, 'paid', onDay)
    await audit({ action: 'volunteer.expense-paid', details: { volunteer, expense: expenseId } })
    await say('paid')
    return to(expenseId)
  },
})
