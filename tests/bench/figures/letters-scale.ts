import { measureLettersScale } from '../letters-scale'
import type { Figure } from './figure'

/** Less than a letter's own text: what is left of 50,000 letters at this slope is a few MiB. */
const GROWTH_BYTES = 500

const figure: Figure = {
  bound: '50,000 letters in one run: ≤ 1 GiB, no growth per letter',
  database: true,
  async figure({ seed, ownerUrl, log }) {
    const { letters, sent, seconds, peakMiB, growthPerLetter } = await measureLettersScale({ n: 50_000, seed, ownerUrl, log })
    log(`${sent} of ${letters} sent in ${seconds.toFixed(0)} s, ${(letters / seconds).toFixed(0)} letters a second`)
    const value = `peak ${peakMiB.toFixed(0)} MiB, ${growthPerLetter.toFixed(0)} bytes per letter`
    return { value, ok: sent === letters && peakMiB <= 1024 && growthPerLetter <= GROWTH_BYTES }
  },
}
export default figure
