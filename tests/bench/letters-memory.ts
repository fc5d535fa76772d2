import { createLetterRenderer } from '@/lib/messaging/letters/render'
import { mergeLetter } from '@/lib/messaging/letters/merge'
import { benchLetter, randomFrom } from './letters-data'

export type LettersMemory = { n: number; warmMiB: number; endMiB: number; peakMiB: number; growthPerLetter: number }

const MIB = 1024 * 1024

/**
 * Resident memory over `n` renders. Growth is the slope in bytes per letter of the second half against the first fifth's end: the
 * engine fills its caches in the beginning, and a leak goes on. Every letter is different, so nothing is served from a cache.
 */
export async function measureLettersMemory({ n, seed }: { n: number; seed: number }): Promise<LettersMemory> {
  const random = randomFrom(seed)
  const renderer = createLetterRenderer()
  const warmAt = Math.floor(n / 5)
  const lows: number[] = []
  let [warm, peak] = [0, 0]
  for (let count = 1; count <= n; count++) {
    const { template, data } = benchLetter(random)
    renderer.renderLetter(mergeLetter(template, data))
    if (count % 50 !== 0 && count !== n) continue
    // Buffers are freed by the garbage collector, which needs a turn of the event loop to be told.
    await new Promise((resolve) => setImmediate(resolve))
    const { rss } = process.memoryUsage()
    peak = Math.max(peak, rss)
    if (count <= warmAt) warm = Math.max(warm, rss)
    else lows.push(rss)
  }
  renderer.close()
  const end = Math.min(...lows.slice(-5))
  return { n, warmMiB: warm / MIB, endMiB: end / MIB, peakMiB: peak / MIB, growthPerLetter: (end - warm) / (n - warmAt) }
}
