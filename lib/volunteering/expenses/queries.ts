import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { type ExpenseKind, type ExpenseState, expenseStates, nextStates, type Rate } from './rules'
import type { ExpenseView } from './schema'
import { newest } from './sql'
import { readRates } from './writes'

export const EXPENSES_PAGE = 50
export type ListedExpense = {
  id: string; number: number; volunteerId: string; volunteer: number; /** Null for who may not read volunteers. */ name: string | null; kind: ExpenseKind; onDay: Day; metres: number | null; /** Øre. */ amount: number
  state: ExpenseState; since: Day; /** Numbers of others of the same day, kind and amount that were not refused. */ twins: number[]
}
export type ExpenseList = { rows: ListedExpense[]; /** How many stand there, and what they come to in øre. */ sums: Record<ExpenseState, { count: number; amount: number }> }
type Row = Omit<ListedExpense, 'onDay' | 'since'> & { onDay: string; since: string }

const columns = Prisma.sql`e.id::text, e.number, e.volunteer_id::text AS "volunteerId", access.volunteer_number(e.volunteer_id) AS volunteer, (SELECT v.first_name || ' ' || v.last_name FROM volunteer v WHERE v.id = e.volunteer_id) AS name, e.kind, e.on_day::text AS "onDay", e.metres, e.amount, s.state, s.on_day::text AS since,
  (SELECT coalesce(array_agg(o.number ORDER BY o.number), '{}') FROM volunteer_expense o WHERE o.id <> e.id AND o.volunteer_id = e.volunteer_id AND o.kind = e.kind AND o.on_day = e.on_day AND o.amount = e.amount AND NOT EXISTS (SELECT 1 FROM volunteer_expense_step r WHERE r.expense_id = o.id AND r.state = 'refused')) AS twins`
const read = (row: Row): ListedExpense => ({ ...row, onDay: toDay(row.onDay), since: toDay(row.since) })

/** One state of the queue, the oldest first (of what is done with the newest), and what stands in each: the number and the list are of one moment. Two statements. */
export function listExpenses(actor: Actor, { state, page }: ExpenseView): Promise<ExpenseList> {
  return readAs(actor, 'expense.read', async ({ tx, shown }) => {
    const sums = await tx.$queryRaw<{ state: ExpenseState; count: number; amount: number }[]>`SELECT s.state, count(*)::int AS count, sum(e.amount)::int AS amount FROM volunteer_expense e ${newest} GROUP BY 1`
    const order = state === 'sent' || state === 'approved' ? Prisma.sql`s.on_day, e.number` : Prisma.sql`s.on_day DESC, e.number DESC`
    const rows = await tx.$queryRaw<Row[]>`SELECT ${columns} FROM volunteer_expense e ${newest} WHERE s.state = ${state} ORDER BY ${order} LIMIT ${EXPENSES_PAGE} OFFSET ${(page - 1) * EXPENSES_PAGE}`
    shown({ action: 'volunteer.expenses-listed', details: { state, shown: rows.length } })
    return { rows: rows.map(read), sums: Object.fromEntries(expenseStates.map((one) => [one, sums.find((sum) => sum.state === one) ?? { count: 0, amount: 0 }])) as ExpenseList['sums'] }
  })
}

export type ExpenseStep = { number: number; state: ExpenseState; onDay: Day; reason: string | null; by: string | null }
export type OpenExpense = ListedExpense & { purpose: string; receipt: string | null; /** Sent with it; `mime` null for who may not open it. */ file: { mime: string | null } | null; /** Øre a kilometre, from which day, and where it is from. */ rate: Rate | null; steps: ExpenseStep[]; /** What the reader may do with it, the matrix aside. */ next: ExpenseState[]; wroteIt: boolean }

/** One expense with its reckoning and what became of it. Null where there is none for the reader. One statement. */
export function openExpense(actor: Actor, id: string): Promise<OpenExpense | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'expense.read', async ({ tx, shown }) => {
    type Raw = Row & { purpose: string; receipt: string | null; file: OpenExpense['file']; perKm: number | null; rateFrom: string | null; rateSource: string | null; enteredBy: string | null; steps: (Omit<ExpenseStep, 'onDay'> & { onDay: string })[] }
    const [row] = await tx.$queryRaw<Raw[]>`SELECT ${columns}, e.purpose, e.receipt, (SELECT jsonb_build_object('mime', f.mime) FROM expense_receipt r LEFT JOIN stored_file f ON f.id = r.file_id WHERE r.expense_id = e.id) AS file, e.per_km AS "perKm", e.rate_from::text AS "rateFrom", e.rate_source AS "rateSource", e.entered_by::text AS "enteredBy",
        (SELECT jsonb_agg(jsonb_build_object('number', p.number, 'state', p.state, 'onDay', p.on_day, 'reason', p.reason, 'by', u.name) ORDER BY p.number) FROM volunteer_expense_step p LEFT JOIN app_user u ON u.id = p.recorded_by WHERE p.expense_id = e.id) AS steps
      FROM volunteer_expense e ${newest} WHERE e.id = ${id}::uuid`
    if (!row) return null
    shown({ kind: 'VIEW', action: 'volunteer.expense-viewed', details: { volunteer: row.volunteerId, expense: id } })
    const { perKm, rateFrom, rateSource, enteredBy, steps, ...rest } = row
    const wroteIt = enteredBy === actor.userId
    return { ...read(rest as Row), purpose: row.purpose, receipt: row.receipt, file: row.file, rate: perKm !== null && rateFrom !== null && rateSource !== null ? { kind: row.kind, perKm, validFrom: toDay(rateFrom), source: rateSource } : null, steps: steps.map((step) => ({ ...step, onDay: toDay(step.onDay) })), next: nextStates(row.state, wroteIt), wroteIt }
  })
}

/** The receipt itself, as it is kept. Null where there is none for the reader. */
export function expenseReceipt(actor: Actor, expenseId: string): Promise<{ bytes: Uint8Array; mime: string; name: string } | null> {
  if (!z.uuid().safeParse(expenseId).success) return Promise.resolve(null)
  return readAs(actor, 'volunteer.read', async ({ tx, shown }) => {
    const found = await tx.expenseReceipt.findFirst({ where: { expenseId }, select: { file: { select: { bytes: true, mime: true, name: true } }, expense: { select: { volunteerId: true } } } })
    if (!found) return null
    shown({ kind: 'VIEW', action: 'volunteer.receipt-opened', details: { volunteer: found.expense.volunteerId, expense: expenseId } })
    return found.file
  })
}

export type VolunteerExpenses = { volunteer: { id: string; number: number; name: string }; rows: ListedExpense[]; rates: Rate[] }
/** Everything a volunteer has laid out, the newest first, with the rates there are. Null where there is none for the reader. Three statements. */
export function expensesOf(actor: Actor, volunteerId: string): Promise<VolunteerExpenses | null> {
  if (!z.uuid().safeParse(volunteerId).success) return Promise.resolve(null)
  return readAs(actor, 'expense.record', async ({ tx, shown }) => {
    const [volunteer] = await tx.$queryRaw<VolunteerExpenses['volunteer'][]>`SELECT v.id::text, v.number, v.first_name || ' ' || v.last_name AS name FROM volunteer v WHERE v.id = ${volunteerId}::uuid`
    if (!volunteer) return null
    const rows = await tx.$queryRaw<Row[]>`SELECT ${columns} FROM volunteer_expense e ${newest} WHERE e.volunteer_id = ${volunteerId}::uuid ORDER BY e.on_day DESC, e.number DESC`
    shown({ kind: 'VIEW', action: 'volunteer.expenses-of', details: { volunteer: volunteerId } })
    return { volunteer, rows: rows.map(read), rates: await readRates(tx) }
  })
}
