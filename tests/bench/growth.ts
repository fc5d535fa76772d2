/** Memory of the process after so many letters. Bytes. */
export type Sample = { letters: number; rss: number }

/** The lowest of so many letters: what the collector has left over, not what happened to stand in the heap. */
const WINDOW = 1_000

/**
 * Bytes per letter, by least squares over the lowest of each window, with one step allowed where it explains most: an allocator that
 * takes one more block from the system is no leak, and a line through everything would read it as one. Steps that go on are growth.
 */
export function growthPerLetter(samples: readonly Sample[]): number {
  const points = floors(samples)
  const fits = points.map((_, at) => slopeOf([points.slice(0, at), points.slice(at)]))
  return fits.reduce((best, one) => (one.unexplained < best.unexplained ? one : best), { slope: Number.NaN, unexplained: Infinity }).slope
}

function floors(samples: readonly Sample[]): Sample[] {
  const lowest = new Map<number, Sample>()
  for (const one of samples) {
    const window = Math.floor(one.letters / WINDOW)
    if (one.rss < (lowest.get(window)?.rss ?? Infinity)) lowest.set(window, one)
  }
  return [...lowest.values()]
}

/** One slope for parts that stand at levels of their own. */
function slopeOf(parts: readonly (readonly Sample[])[]): { slope: number; unexplained: number } {
  const centred = parts.flatMap((part) => {
    const [x, y] = [mean(part.map(({ letters }) => letters)), mean(part.map(({ rss }) => rss))]
    return part.map(({ letters, rss }) => ({ x: letters - x, y: rss - y }))
  })
  const sum = (of: (one: { x: number; y: number }) => number) => centred.reduce((total, one) => total + of(one), 0)
  const slope = sum(({ x, y }) => x * y) / sum(({ x }) => x * x)
  return { slope, unexplained: sum(({ x, y }) => (y - slope * x) ** 2) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
