/** Seeded random numbers (mulberry32): the demo municipality is the same people on every machine. */
export type Random = {
  next: () => number
  /** 0 … below − 1 */
  int: (below: number) => number
  /** Both ends included. */
  between: (low: number, high: number) => number
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** One of the pairs [value, weight]. */
  weighted: <T>(pairs: readonly (readonly [T, number])[]) => T
  shuffled: <T>(list: readonly T[]) => T[]
  /** A UUID of version 4, also from the seed. */
  uuid: () => string
}

/** Each noun draws from a stream of its own, so that one more relative does not give every veteran a new name. */
export function randomFor(noun: string, seed = 2017): Random {
  let state = [...noun].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16_777_619), seed ^ 0x811c9dc5) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return withDraws(next)
}

function withDraws(next: () => number): Random {
  const int = (below: number) => Math.floor(next() * below)
  const pick = <T>(list: readonly T[]) => list[int(list.length)] as T
  const weighted = <T>(pairs: readonly (readonly [T, number])[]) => {
    let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of pairs) if ((left -= weight) < 0) return value
    return pairs[pairs.length - 1]![0]
  }
  const shuffled = <T>(list: readonly T[]) => list.map((item) => [next(), item] as const).sort((a, b) => a[0] - b[0]).map(([, item]) => item)
  const hex = (length: number) => Array.from({ length }, () => int(16).toString(16)).join('')
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[int(4)]}${hex(3)}-${hex(12)}`
  return { next, int, between: (low, high) => low + int(high - low + 1), chance: (share) => next() < share, pick, weighted, shuffled, uuid }
}
