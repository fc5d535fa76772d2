import { randomFrom } from '@/tests/support/random'
import type { Figure } from './figure'

const WANTED = 500
const SMALL = 24
const LANES = 6
const MINUTES = 60

/** What happens how often, and in which forms. */
const share = [
  ['killed', 'log', 5], ['killed', 'quick', 2], ['offline', 'log', 2], ['sentOffline', 'log', 2], ['sentOffline', 'quick', 1], ['sentOffline', 'goal', 1], ['sentOffline', 'profile', 1],
  ['expired', 'log', 2], ['expired', 'quick', 1], ['expired', 'goal', 1], ['expired', 'profile', 1], ['twoTabs', 'log', 2], ['conflict', 'profile', 2],
] as const
const deck = share.flatMap(([how, where, times]) => Array.from({ length: times }, () => [how, where] as const))

const figure: Figure = {
  bound: '≥ 500 interruptions while typing: 0 texts lost',
  database: true,
  async figure({ ownerUrl, seed, small, log }) {
    const { startDemoWeb } = await import('../demo-web')
    const { Typist, places } = await import('../typing')
    const { interruptions } = await import('../interruptions')
    const web = await startDemoWeb(ownerUrl)
    try {
      // In nobody else's hands: whoever opens them is asked for no reason first.
      const { rows } = await web.db.query<{ id: string }>(`SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL JOIN veteran_profile v ON v.person_id = p.id
        WHERE p.protection = 'P0' AND p.merged_into_id IS NULL AND p.died_on IS NULL AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id) ORDER BY p.id LIMIT ${WANTED}`)
      const wanted = small ? SMALL : WANTED
      // What is still on its way when a window is gone may be kept after the next has begun: each has a person of their own.
      if (rows.length < wanted) throw new Error(`The demo has ${rows.length} veterans in nobody's hands, and ${wanted} are needed`)
      const lost: string[] = []
      let next = 0
      let done = 0
      const end = Date.now() + MINUTES * 60_000
      const counts = new Map<string, number>()
      await Promise.all(Array.from({ length: LANES }, async () => {
        for (let nth = next++; nth < wanted && Date.now() < end; nth = next++) {
          const random = randomFrom(seed * 100_003 + nth)
          const [how, where] = small ? deck[nth % deck.length]! : random.pick(deck)
          const typist = new Typist(web, random, places[where], rows[nth]?.id ?? '', 'koordinator@demo.invalid')
          const found = await interruptions[how](typist, random, web).catch((error: Error) => `could not be done: ${error.message.slice(0, 300)}`)
          await typist.leave()
          done++
          counts.set(`${how} ${places[where].name}`, (counts.get(`${how} ${places[where].name}`) ?? 0) + 1)
          if (found) lost.push(`${how} in ${places[where].name}, ${nth}: ${found}`)
        }
      }))
      log([...counts].map(([what, n]) => `${what} ${n}`).join(', '))
      return { value: `${done - lost.length} of ${done}`, ok: lost.length === 0 && done >= wanted, details: lost.slice(0, 40) }
    } finally {
      await web.stop()
    }
  },
}
export default figure
