import { figureRunAddsUp } from '../run-adds-up'
import type { Figure } from './figure'

const populations = 4000

const figure: Figure = {
  bound: '0 violations',
  database: false,
  async figure({ seed, log }) {
    const { violations, runs, counts } = figureRunAddsUp({ populations, seed })
    for (const line of violations.slice(0, 20)) log(line)
    log(`${runs} runs, ${counts.people} people, ${counts.events} events, ${counts.sent} letters; closing refused ${counts.closesRefused} and allowed ${counts.closesAllowed} times`)
    // A figure over nothing proves nothing.
    const enough = runs >= 2000 && counts.sent > 0 && counts.closesRefused > 0 && counts.closesAllowed > 0
    return { value: `${violations.length} violations in ${runs} populations`, ok: violations.length === 0 && enough }
  },
}
export default figure
