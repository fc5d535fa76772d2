import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { words } from '../volunteers/schema'
import { byKilometre, expenseKinds, expenseStates } from './rules'

/** '12,5' and '12.5' alike; undefined where it is neither. A dot before three digits is of the thousands in kroner ('1.048,50'), and no kilometres at all. */
const asNumber = (typed: string, thousands: boolean): number => (/^\d{1,6}([.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(',', '.')) : thousands && /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(typed) ? Number(typed.replaceAll('.', '').replace(',', '.')) : NaN)
/** As the smallest unit: metres, øre. Null where nothing was typed. */
const number = (times: number, most: number, message: string, thousands = false) => z.string().trim().default('').transform((typed, context) => {
  const value = typed === '' ? null : Math.round(asNumber(typed, thousands) * times)
  if (value !== null && !(value > 0 && value <= most)) context.addIssue({ code: 'custom', message })
  return value
})

/** What somebody has laid out. By the kilometre the amount is never typed; anything else asks for what the receipt says. */
export const claimFields = {
  kind: z.enum(expenseKinds, 'expenses.error.kind'), ...dayParts('on'), km: number(1000, 2_000_000, 'expenses.error.km'), amount: number(100, 1_000_000, 'expenses.error.amount', true),
  purpose: z.string().trim().min(1, 'expenses.error.purpose').max(300, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr'),
}
/** On paper the receipt is described, and kept where it says; or it stands beside as a file, which no schema reads. */
export const expenseFields = { ...claimFields, receipt: words(300) }
export function readClaim(input: z.output<z.ZodObject<typeof claimFields>>, context: z.RefinementCtx) {
  const { kind, km, amount, purpose } = input
  const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
  const lacks = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  const distance = byKilometre(kind)
  if (distance && (km === null || km < 100)) lacks('km', 'expenses.error.km')
  if (!distance && amount === null) lacks('amount', 'expenses.error.amount')
  return onDay ? { kind, onDay, metres: distance ? km : null, paid: distance ? null : amount, purpose } : z.NEVER
}
export const readExpense = ({ receipt, ...input }: z.output<z.ZodObject<typeof expenseFields>>, context: z.RefinementCtx) => ({ ...readClaim(input, context), receipt })
export const enterExpenseInput = z.object({ ...expenseFields, volunteerId: z.uuid() }).transform((input, context) => ({ volunteerId: input.volunteerId, expense: readExpense(input, context) }))
export type ExpenseInput = z.output<typeof enterExpenseInput>['expense']

export const receiptInput = z.object({ expenseId: z.uuid() })
export const approveExpenseInput = z.object({ expenseId: z.uuid() })
export const refuseExpenseInput = z.object({ expenseId: z.uuid(), reason: z.string().trim().min(1, 'expenses.error.reason').max(500, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr') })
export const payExpenseInput = z.object({ expenseId: z.uuid(), ...dayParts('on') }).transform((input, context) => {
  const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
  return onDay ? { expenseId: input.expenseId, onDay } : z.NEVER
})

/** What an address may ask of the queue; anything else is as if it were not there. */
export const expenseView = z.object({ state: z.enum(expenseStates).catch('sent').default('sent'), page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
export type ExpenseView = z.output<typeof expenseView>
