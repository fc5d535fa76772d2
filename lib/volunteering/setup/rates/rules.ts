import type { Day } from '@/lib/platform/day'
import type { Rate } from '../../expenses/rules'

/** `version`: counted up when one that is coming is corrected. */
export type KeptRate = Rate & { version: number }
/** Of a rate as a page showed it, in a field of its form: what is corrected is what was seen. */
export const markOf = ({ kind, validFrom, version }: Pick<KeptRate, 'kind' | 'validFrom' | 'version'>) => `${kind}:${validFrom}:${version}`

/** Øre as the form has them in kroner, '3,94'. */
export const asTyped = (perKm: number) => (perKm / 100).toFixed(2).replace('.', ',')

export const rateKinds = ['car', 'cycle'] as const
export type RateKind = (typeof rateKinds)[number]

export type RateState = 'past' | 'now' | 'coming'
/** Of a rate among those of its kind: it holds until the next begins. */
export function rateState(rate: Rate, all: readonly Rate[], today: Day): RateState {
  if (rate.validFrom > today) return 'coming'
  return all.some((other) => other.kind === rate.kind && other.validFrom > rate.validFrom && other.validFrom <= today) ? 'past' : 'now'
}

/** 'replace': the one that is coming from the same day. 'before': an earlier or present one would be written over, or another begin behind it. */
export function rateFits({ kind, validFrom }: Pick<Rate, 'kind' | 'validFrom'>, all: readonly Rate[], today: Day): 'add' | 'replace' | 'before' {
  const mine = all.filter((rate) => rate.kind === kind)
  if (mine.some((rate) => rate.validFrom === validFrom)) return validFrom > today ? 'replace' : 'before'
  return mine.some((rate) => rate.validFrom > validFrom) ? 'before' : 'add'
}
