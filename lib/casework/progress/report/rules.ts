import type { Day } from '@/lib/platform/day'
import type { Measured } from '../rules'

/** What an overview is about: of the period, on the scale (null: all), and nothing that was taken back. */
export function selected<M extends Measured & { takenBack: unknown }>(measured: readonly M[], { from, scale }: { from: Day | null; scale: string | null }): M[] {
  return measured.filter((one) => one.takenBack === null && (scale === null || one.scale === scale) && (from === null || one.on >= from))
}
