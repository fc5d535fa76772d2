import type { Day } from '@/lib/platform/day'

/** Whose judgement a measurement is. */
export const raters = ['citizen', 'together', 'caseworker', 'mentor'] as const
export type Rater = (typeof raters)[number]
/** Why a measurement is taken back: codes, because its values must not stand in the words. */
export const takeBackReasons = ['mistake', 'twice', 'wrong-person'] as const
export type TakeBackReason = (typeof takeBackReasons)[number]

export type Anchor = { value: number; da: string; en: string }
export type Dimension = { code: string; nameDa: string; nameEn: string; retired: boolean }
export type Scale = {
  code: string; nameDa: string; nameEn: string; aboutDa: string; aboutEn: string
  lowest: number; highest: number; better: 'higher' | 'lower'
  /** The value that means "as at the start", where the scale itself is about change. */
  start: number | null
  /** How far one must have come before the next step. */
  gate: number | null
  /** The smallest change worth speaking of, in steps. */
  noise: number
  anchors: Anchor[]; retired: boolean; /** Its versions have this in common. */ series: string; dimensions: Dimension[]
}
/** One of the person's own lines under a dimension. */
export type Aim = { id: string; dimension: string; text: string; addedOn: Day; endedOn: Day | null }
export type Rated = { dimension: string; /** Null: the dimension itself. */ aim: string | null; /** Null: not rated. */ rating: number | null; words: string | null }
export type Measured = { id: string; scale: string; on: Day; by: Rater; values: Rated[] }
/** One point of a curve; without a rating it is a gap. */
export type Point = { on: Day; by: Rater; rating: number | null }

/** Every value of a scale, lowest first. */
export function steps({ lowest, highest }: Pick<Scale, 'lowest' | 'highest'>): number[] {
  return Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at)
}

/**
 * The points of one line, oldest first, from its first rating on: what was asked and not rated, and what was not asked, are gaps alike. `measured`: of the
 * line's scale, oldest first.
 */
export function pointsOf(measured: readonly Measured[], dimension: string, aim: string | null): Point[] {
  const points = measured.map(({ on, by, values }) => ({ on, by, rating: values.find((one) => one.dimension === dimension && one.aim === aim)?.rating ?? null }))
  const first = points.findIndex(({ rating }) => rating !== null)
  const last = points.findLastIndex(({ rating }) => rating !== null)
  return first === -1 ? [] : points.slice(first, last + 1)
}

/** The pieces of a curve that hang together: of one rater, without a gap. A rating alone is a piece of one. */
export function piecesOf(points: readonly Point[]): { by: Rater; points: { on: Day; rating: number }[] }[] {
  return raters.flatMap((by) => {
    const pieces: { by: Rater; points: { on: Day; rating: number }[] }[] = []
    let open = false
    for (const point of points.filter((one) => one.by === by)) {
      if (point.rating === null) { open = false; continue }
      if (!open) pieces.push({ by, points: [] })
      open = true
      pieces.at(-1)?.points.push({ on: point.on, rating: point.rating })
    }
    return pieces
  })
}

export type Change = { kind: 'better' | 'worse' | 'same' | 'unclear'; from: number; to: number; /** Null: since the start the scale itself counts from. */ since: Day | null; on: Day; by: Rater }

/**
 * From the first rating to the last, by the same rater: two people’s judgements are not a change. Of several raters the one who rated last, among those who rated
 * twice; one who rated once takes nothing away from that. On a scale that is itself about change the start is its own. Null where there is nothing to compare with.
 * `unclear`: smaller than what the scale can tell.
 */
export function changeOf({ better, noise, start }: Pick<Scale, 'better' | 'noise' | 'start'>, points: readonly Point[]): Change | null {
  const rated = points.filter((point): point is Point & { rating: number } => point.rating !== null)
  const before = (at: number) => (start === null ? rated.slice(0, at).find(({ by }) => by === rated[at]?.by) : { rating: start, on: null })
  const at = rated.findLastIndex((_, nth) => before(nth) !== undefined)
  const [first, last] = [at === -1 ? undefined : before(at), rated[at]]
  if (!first || !last) return null
  const step = (last.rating - first.rating) * (better === 'higher' ? 1 : -1)
  const kind = step === 0 ? 'same' : Math.abs(step) < noise ? 'unclear' : step > 0 ? 'better' : 'worse'
  return { kind, from: first.rating, to: last.rating, since: first.on, on: last.on, by: last.by }
}

/** Whether the last rating has come as far as the scale asks before the next step; null where it asks nothing or nothing was rated. */
export function gateOf({ better, gate }: Pick<Scale, 'better' | 'gate'>, points: readonly Point[]): { open: boolean; at: number } | null {
  const at = points.findLast(({ rating }) => rating !== null)?.rating ?? null
  if (gate === null || at === null) return null
  return { open: better === 'lower' ? at <= gate : at >= gate, at }
}

export type ThenNow = { dimension: string; then: number | null; now: number | null }

/** Each dimension at its first rating and at its last, by the same rater (or since the start, where the scale counts from there). */
export function thenAndNow(scale: Scale, measured: readonly Measured[]): ThenNow[] {
  return dimensionsOf(scale, measured).map(({ code }) => {
    const points = pointsOf(measured, code, null)
    const change = changeOf(scale, points)
    return { dimension: code, then: change?.from ?? null, now: change?.to ?? points.findLast(({ rating }) => rating !== null)?.rating ?? null }
  })
}

/** What is asked now, and what was rated before and is no longer asked. */
export function dimensionsOf({ dimensions }: Pick<Scale, 'dimensions'>, measured: readonly Measured[]): Dimension[] {
  return dimensions.filter(({ code, retired }) => !retired || measured.some(({ values }) => values.some((one) => one.dimension === code && one.rating !== null)))
}

/** The measurements of one scale, oldest first; of one day in the order they were written. */
export function ofScale<M extends Measured>(measured: readonly M[], scale: string): M[] {
  return measured.filter((one) => one.scale === scale)
}

export type AimLine = { id: string; /** Null: it stands on another record since a merge was undone. */ aim: Aim | null; points: Point[] }
export type DimensionLine = { dimension: Dimension; points: Point[]; aims: AimLine[] }

/** What is drawn of a scale: its dimensions in order, each with the person's own lines under it (those that are measured, and those that were). */
export function linesOf(scale: Scale, measured: readonly Measured[], aims: readonly Aim[]): DimensionLine[] {
  const used = measured.flatMap(({ values }) => values.flatMap(({ dimension, aim }) => (aim === null ? [] : [{ dimension, aim }])))
  return dimensionsOf(scale, measured).map((dimension) => {
    const known = aims.filter((aim) => aim.dimension === dimension.code)
    const strange = [...new Set(used.filter((one) => one.dimension === dimension.code && !known.some(({ id }) => id === one.aim)).map(({ aim }) => aim))]
    const ids = [...known.map(({ id }) => id), ...strange]
    return { dimension, points: pointsOf(measured, dimension.code, null), aims: ids.map((id) => ({ id, aim: known.find((aim) => aim.id === id) ?? null, points: pointsOf(measured, dimension.code, id) })) }
  })
}

/** From the first measurement to the last; null when there is none. */
export function windowOf(measured: readonly Measured[]): { from: Day; to: Day } | null {
  const [first, last] = [measured[0], measured.at(-1)]
  return first && last ? { from: first.on, to: last.on } : null
}

/** The scale a page opens with: the one asked for, else the one measured on last, as it is asked today. */
export function scaleToShow(scales: readonly Scale[], measured: readonly Measured[], asked: string | null, usual: string | null = null): Scale | null {
  const find = (code: string | null | undefined) => scales.find((one) => one.code === code) ?? null
  const today = (scale: Scale | null) => (scale && scales.find(({ series, retired }) => series === scale.series && !retired)) ?? scale
  return find(asked) ?? today(find(measured.at(-1)?.scale)) ?? find(usual)
}
