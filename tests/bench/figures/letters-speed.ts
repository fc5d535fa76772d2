import { measureLettersFiling } from '../letters-filing'
import { measureLettersSpeed } from '../letters-speed'
import type { Figure } from './figure'

const figure: Figure = {
  bound: '560 letters, PDF + MeMo + filing: ≤ 3 × the PDF engine alone',
  database: true,
  async figure({ seed, ownerUrl, log }) {
    // Once for everything that is loaded and compiled the first time.
    await measureLettersFiling({ n: 40, seed: seed + 1, ownerUrl })
    const run = await measureLettersFiling({ n: 560, seed, ownerUrl })
    const bare = await measureLettersSpeed({ n: 560, seed })
    log(`a whole run: ${(run.oursMs / 1000).toFixed(1)} s for ${run.sent} of ${run.letters} letters, the engine alone ${(run.engineMs / 1000).toFixed(1)} s`)
    log(`PDF and message in memory: ${bare.ratio.toFixed(2)} ×; reading all 560 back ${(bare.readBackMs / 1000).toFixed(1)} s`)
    return { value: `${run.ratio.toFixed(2)} × (${(run.oursMs / 1000).toFixed(1)} s)`, ok: run.ratio <= 3 && run.sent === run.letters }
  },
}
export default figure
