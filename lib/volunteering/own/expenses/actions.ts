'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import { flash } from '@/lib/platform/flash'
import { byKilometre, LATEST_MONTHS } from '../../expenses/rules'
import { type Receipt, readReceipt, RECEIPT_BYTES } from '../../receipts/rules'
import { ownExpenseInput } from './schema'

type Said = 'done' | 'gone' | 'future' | 'late' | 'rate' | 'receipt' | 'many'

/** The receipt as it is kept. What the file was called is not: names stand in it. Throws Refused at the field. */
async function receiptOf(chosen: File | null): Promise<Receipt> {
  if (!chosen) throw new Refused('ownPage.error.expense.receipt', {}, 'photo')
  if (chosen.size > RECEIPT_BYTES) throw new Refused('ownPage.error.expense.large', { megabytes: RECEIPT_BYTES / 2 ** 20 }, 'photo')
  const found = readReceipt(new Uint8Array(await chosen.arrayBuffer()))
  if (typeof found === 'string') throw new Refused(`ownPage.error.expense.${found}`, {}, 'photo')
  return found
}

/** What a volunteer has laid out, counted by the rate of its day; what is not by the kilometre with its receipt. */
export const sendOwnExpense = staffAction({
  name: 'sendOwnExpense',
  may: 'volunteer.own',
  schema: ownExpenseInput,
  async run({ tx, audit, file }, { kind, onDay, metres, paid, purpose }) {
    const receipt = byKilometre(kind) ? null : await receiptOf(file('photo'))
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
