import { type Day } from '@/lib/platform/day'

/** By own car or by bicycle, both by the kilometre; with bus, train or taxi; anything else that was agreed. */
export const expenseKinds = ['car', 'cycle', 'public', 'other'] as const
export type ExpenseKind = (typeof expenseKinds)[number]
export const expenseStates = ['sent', 'approved', 'refused', 'paid'] as const
export type ExpenseState = (typeof expenseStates)[number]

/** `perKm` in øre. It holds from its day until the next of its kind. */
export type Rate = { kind: string; validFrom: Day; perKm: number; source: string }
export const byKilometre = (kind: ExpenseKind): kind is 'car' | 'cycle' => kind === 'car' || kind === 'cycle'

/** The rate that held on a day; null before the first. */
export function rateOn(rates: readonly Rate[], kind: ExpenseKind, day: Day): Rate | null {
  return rates.filter((rate) => rate.kind === kind && rate.validFrom <= day).reduce<Rate | null>((best, rate) => (best === null || rate.validFrom > best.validFrom ? rate : best), null)
}

/** Øre, to the nearest. */
export const amountOf = (metres: number, perKm: number): number => Math.round((metres * perKm) / 1000)

export type Claim = { kind: ExpenseKind; onDay: Day; /** Of what is paid by the kilometre. */ metres: number | null; /** Øre, of what has a receipt. */ paid: number | null }
/** What an expense comes to, in øre, and the rate it was counted by; null where there was no rate that day. */
export function reckon(claim: Claim, rates: readonly Rate[]): { amount: number; rate: Rate | null } | null {
  if (!byKilometre(claim.kind)) return claim.paid === null ? null : { amount: claim.paid, rate: null }
  const rate = rateOn(rates, claim.kind, claim.onDay)
  return rate === null || claim.metres === null ? null : { amount: amountOf(claim.metres, rate.perKm), rate }
}

/** How long afterwards an expense can be sent: the accounts of the year before last are closed. Months. */
export const LATEST_MONTHS = 12

/** What can come next, and of whom: nobody approves what they wrote themselves. */
export function nextStates(state: ExpenseState, wroteIt: boolean): ExpenseState[] {
  return state === 'sent' ? (wroteIt ? ['refused'] : ['approved', 'refused']) : state === 'approved' ? ['paid'] : []
}
