/** Seeded random numbers (mulberry32), so that a failing case can be made again from its seed. */
export type Random = {
  next: () => number
  int: (below: number) => number
  pick: <T>(list: readonly T[]) => T
  chance: (share: number) => boolean
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (below: number) => Math.floor(next() * below)
  return { next, int, pick: (list) => list[int(list.length)] as (typeof list)[number], chance: (share) => next() < share }
}
