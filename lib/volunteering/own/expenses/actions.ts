'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import { flash } from '@/lib/platform/flash'
import { byKilometre, LATEST_MONTHS } from '../../expenses/rules'
import { chosenReceipt, RECEIPT_FIELD } from '../../receipts/chosen'
import { ownExpenseInput } from './schema'

type Said = 'done' | 'gone' | 'future' | 'late' | 'rate' | 'receipt' | 'many'

/** What a volunteer has laid out, counted by the rate of its day; what is not by the kilometre with its receipt. */
export const sendOwnExpense = staffAction({
  name: 'sendOwnExpense',
  may: 'volunteer.own',
  schema: ownExpenseInput,
  async run({ tx, audit, file }, { kind, onDay, metres, paid, purpose }) {
    const receipt = byKilometre(kind) ? null : await chosenReceipt(file(RECEIPT_FIELD))
    if (!byKilometre(kind) && !receipt) throw new Refused('ownPage.error.expense.receipt', {}, RECEIPT_FIELD)
    const [row] = await tx.$queryRaw<{ said: Said; expense: string | null }[]>`SELECT said, expense::text FROM access.send_my_expense(${kind}, ${onDay}::date, ${metres}::int, ${paid}::int, ${purpose}, ${receipt?.mime ?? null}::text, ${receipt && sha256Hex(receipt.bytes)}::text, ${receipt?.bytes ?? null}::bytea)`
    if (row?.said === 'future') throw new Refused('volunteering.error.future', {}, 'on')
    if (row?.said === 'late') throw new Refused('expenses.error.late', { months: LATEST_MONTHS }, 'on')
    if (row?.said === 'rate') throw new Refused('expenses.error.rate', {}, 'on')
    if (row?.said === 'many' || row?.said === 'receipt') throw new Refused(`ownPage.error.expense.${row.said}`)
    if (row?.said !== 'done') throw new Refused('ownPage.error.gone')
    await audit({ action: 'volunteer.own-expense-sent', details: { expense: row.expense ?? '' } })
    await flash((await getTranslations('ownPage.expenses'))('sent'))
    return { redirectTo: '/min-side/udlaeg' }
  },
})
