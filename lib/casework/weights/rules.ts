/** How much work a case is beside the others: decided by whoever has it, by a glance and not by points. */
export const weights = ['light', 'ordinary', 'heavy'] as const
export type CaseWeight = (typeof weights)[number]

/** In ordinary cases. Two light ones are one, and a heavy one is two: coarse on purpose, because a finer number would say more than anybody knows. */
export const WEIGHS: Record<CaseWeight, number> = { light: 0.5, ordinary: 1, heavy: 2 }

/** Open cases by weight. Those on hold and in aftercare are told beside and weigh nothing: nobody works on them from day to day. */
export type Load = Record<CaseWeight, number> & { held: number; aftercare: number }
export const noLoad: Load = { light: 0, ordinary: 0, heavy: 0, held: 0, aftercare: 0 }

/** How many cases are open, and how much they weigh together, in ordinary cases. */
export function caseloadWeight(load: Record<CaseWeight, number>): { open: number; weight: number } {
  return { open: load.light + load.ordinary + load.heavy, weight: weights.reduce((sum, one) => sum + load[one] * WEIGHS[one], 0) }
}

/** Against what the unit means for one: within it, more cases than that, or as many as it may be but heavier. Null: the unit has not said. */
export type Standing = 'within' | 'cases' | 'weight'
export function against(load: Record<CaseWeight, number>, limit: number | null): Standing | null {
  const { open, weight } = caseloadWeight(load)
  return limit === null ? null : open > limit ? 'cases' : weight > limit ? 'weight' : 'within'
}

/** The load with one case more, or one less. */
export const withCase = <L extends Record<CaseWeight, number>>(load: L, weight: CaseWeight, by: 1 | -1 = 1): L => ({ ...load, [weight]: load[weight] + by })
