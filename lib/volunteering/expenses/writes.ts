import 'server-only'
import { Refused } from '@/lib/access/refused'
import { addMonths, type Day, dayFromDb, dayToDb, toDay } from '@/lib/platform/day'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import type { Tx } from '@/lib/platform/db'
import { RECEIPT_FIELD } from '../receipts/chosen'
import type { Receipt } from '../receipts/rules'
import { type ExpenseState, LATEST_MONTHS, nextStates, type Rate, reckon } from './rules'
import type { ExpenseInput } from './schema'

/** Every rate there is. One statement. */
export async function readRates(tx: Tx): Promise<(Rate & { version: number })[]> {
  const rates = await tx.expenseRate.findMany({ select: { kind: true, validFrom: true, perKm: true, source: true, version: true }, orderBy: { validFrom: 'desc' } })
  return rates.map((rate) => ({ ...rate, validFrom: dayFromDb(rate.validFrom) }))
}

/**
 * An expense as it was sent, counted by the rate of its day. `by`: the member of staff who wrote it, or null where the volunteer did. Returns its id.
 * Throws Refused for a day to come or too long ago, and where no rate held that day.
 */
export async function sendExpense(tx: Tx, by: string | null, volunteerId: string, { kind, onDay, metres, paid, purpose, receipt }: ExpenseInput, today: Day): Promise<string> {
  if (onDay > today) throw new Refused('volunteering.error.future', {}, 'on')
  if (onDay < addMonths(today, -LATEST_MONTHS)) throw new Refused('expenses.error.late', { months: LATEST_MONTHS }, 'on')
  const found = reckon({ kind, onDay, metres, paid }, await readRates(tx))
  if (!found) throw new Refused('expenses.error.rate', {}, 'on')
  const [id, { amount, rate }] = [crypto.randomUUID(), found]
  await tx.volunteerExpense.createMany({ data: [{ id, volunteerId, kind, onDay: dayToDb(onDay), metres, perKm: rate?.perKm ?? null, rateFrom: rate && dayToDb(rate.validFrom), rateSource: rate?.source ?? null, amount, purpose, receipt, enteredBy: by }] })
  await tx.volunteerExpenseStep.createMany({ data: [{ expenseId: id, number: 1, state: 'sent', onDay: dayToDb(today), recordedBy: by }] })
  return id
}

/** Keeps the receipt of an expense the caller wrote. Throws Refused where it is not theirs, is decided, or has one already. */
export async function keepReceipt(tx: Tx, expenseId: string, { mime, bytes }: Receipt): Promise<void> {
  const [row] = await tx.$queryRaw<{ said: 'done' | 'gone' | 'late' | 'kept' | 'receipt' }[]>`SELECT access.keep_receipt(${expenseId}::uuid, ${mime}, ${sha256Hex(bytes)}, ${bytes}::bytea) AS said`
  if (row?.said === 'receipt') throw new Refused('ownPage.error.expense.kind', {}, RECEIPT_FIELD)
  if (row?.said === 'late' || row?.said === 'kept') throw new Refused('expenses.error.meanwhile')
  if (row?.said !== 'done') throw new Refused('expenses.error.gone')
}

/** The next step of an expense. Throws Refused when somebody was first, and where who asks wrote it themselves or may not see its receipt. Of two at once the second adds nothing. Returns whose it is. */
export async function stepExpense(tx: Tx, by: string, expenseId: string, state: Exclude<ExpenseState, 'sent'>, onDay: Day, reason: string | null = null): Promise<string> {
  const [found] = await tx.$queryRaw<{ volunteerId: string; wroteIt: boolean; unseen: boolean; state: ExpenseState; number: number; since: string }[]>`SELECT e.volunteer_id::text AS "volunteerId", e.entered_by IS NOT DISTINCT FROM ${by}::uuid AS "wroteIt", EXISTS (SELECT 1 FROM expense_receipt r WHERE r.expense_id = e.id AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.id = r.file_id)) AS unseen, s.state, s.number, s.on_day::text AS since
    FROM volunteer_expense e JOIN volunteer_expense_step s ON s.expense_id = e.id WHERE e.id = ${expenseId}::uuid ORDER BY s.number DESC LIMIT 1`
  if (!found) throw new Refused('expenses.error.gone')
  if (state === 'approved' && found.state === 'sent' && found.wroteIt) throw new Refused('expenses.error.own')
  if (state === 'approved' && found.state === 'sent' && found.unseen) throw new Refused('expenses.error.unseen')
  if (!nextStates(found.state, found.wroteIt).includes(state)) throw new Refused('expenses.error.meanwhile')
  if (onDay < toDay(found.since)) throw new Refused('expenses.error.order', {}, 'on')
  const { count } = await tx.volunteerExpenseStep.createMany({ data: [{ expenseId, number: found.number + 1, state, onDay: dayToDb(onDay), reason, recordedBy: by }], skipDuplicates: true })
  if (count !== 1) throw new Refused('expenses.error.meanwhile')
  return found.volunteerId
}
