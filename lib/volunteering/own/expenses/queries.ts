import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import type { ExpenseKind, ExpenseState, Rate } from '../../expenses/rules'
import { isHere } from '../sql'

export type OwnExpense = { number: number; kind: ExpenseKind; onDay: Day; metres: number | null; /** Øre. */ amount: number; purpose: string; /** There is one. */ receipt: boolean; state: ExpenseState; since: Day; /** Of one that was refused. */ reason: string | null }
export type OwnExpenses = { rows: OwnExpense[]; rates: Rate[] }

/** What one has laid out, the newest first, and the rates there are. Null where whoever asks is no volunteer with a login that holds. */
export function ownExpenses(actor: Actor): Promise<OwnExpenses | null> {
  return readAs(actor, 'volunteer.own', async ({ tx, shown }) => {
    if (!(await isHere(tx))) return null
    const rows = await tx.$queryRaw<(Omit<OwnExpense, 'onDay' | 'since'> & { onDay: string; since: string })[]>`SELECT number, kind, on_day::text AS "onDay", metres, amount, purpose, receipt, state, since::text, reason FROM access.my_expenses()`
    const rates = await tx.$queryRaw<(Omit<Rate, 'validFrom'> & { validFrom: string })[]>`SELECT kind, valid_from::text AS "validFrom", per_km AS "perKm", source FROM access.my_expense_rates()`
    shown({ kind: 'VIEW', action: 'volunteer.own-viewed' })
    return { rows: rows.map((row) => ({ ...row, onDay: toDay(row.onDay), since: toDay(row.since) })), rates: rates.map((rate) => ({ ...rate, validFrom: toDay(rate.validFrom) })) }
  })
}
