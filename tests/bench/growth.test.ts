import { expect, test } from 'vitest'
import { randomFrom } from './letters-data'
import { growthPerLetter } from './growth'

const MIB = 2 ** 20

/** Forty thousand letters, a sample every ten, with the collector's saw of 20 MiB on top. */
function samples(seed: number, rss: (letters: number) => number) {
  const random = randomFrom(seed)
  return Array.from({ length: 4_000 }, (_, at) => ({ letters: 10_000 + at * 10, rss: 500 * MIB + rss(at * 10) + random() * 20 * MIB }))
}

test.each([1, 2, 3])('a leak of 1,000 bytes per letter is found (seed %i)', (seed) => {
  expect(growthPerLetter(samples(seed, (letters) => letters * 1_000))).toBeGreaterThan(900)
})

test.each([1, 2, 3])('one step of 15 MiB is no growth (seed %i)', (seed) => {
  expect(Math.abs(growthPerLetter(samples(seed, (letters) => (letters < 22_000 ? 0 : 15 * MIB))))).toBeLessThan(100)
})

test('steps that go on are growth', () => {
  expect(growthPerLetter(samples(1, (letters) => Math.floor(letters / 4_000) * 4 * MIB))).toBeGreaterThan(800)
})
