import { bare, difference, sameParts } from './compare'
import type { Ground } from './ground'
import { inParallel, type Answer } from './http'
import { ownWords } from './fields'
import { targets } from './people'
import type { Pair } from './route-probes'

export type Verdict = { probes: number; asked: number; leaks: string[]; differing: string[]; /** Answered with a fault of our own. */ faults: string[]; /** Forms turned away because the page does not carry them: nobody was asked anything. */ unread: string[]; statuses: Map<number, number> }

const TRIES = 3

/** Sends every pair and says where hidden and nothing were told apart, and where a word of the hidden stood in the answer. */
export async function judge(ground: Ground, pairs: readonly Pair[], log: (line: string) => void): Promise<Verdict> {
  const verdict: Verdict = { probes: 0, asked: 0, leaks: [], differing: [], faults: [], unread: [], statuses: new Map() }
  const known = new Map<string, { nothing: string }>()
  let next = Date.now() + 30_000
  await inParallel(pairs, 6, async (pair) => {
    const answer = await ground.send(pair.probe)
    verdict.probes++
    verdict.statuses.set(answer.status, (verdict.statuses.get(answer.status) ?? 0) + 1)
    if (answer.status >= 500) verdict.faults.push(`${pair.what}: answers ${answer.status}`)
    if (answer.status === 409) verdict.unread.push(`${pair.what}: sent to a page without it`)
    const leak = await leaked(ground, pair, answer)
    if (leak) verdict.leaks.push(`${pair.what}: ${leak}`)
    const apart = await told(ground, pair, answer, verdict, known)
    if (apart) verdict.differing.push(`${pair.what}: ${apart}`)
    if (Date.now() > next) {
      next = Date.now() + 30_000
      log(`${verdict.probes} of ${pairs.length}: ${verdict.leaks.length} leaks, ${verdict.differing.length} told apart`)
    }
  })
  return verdict
}

/** A page holds things that change by themselves (a clock, a count): what differs once is asked again beside a fresh nothing. */
async function told(ground: Ground, pair: Pair, first: Answer, verdict: Verdict, known: Map<string, { nothing: string }>): Promise<string | null> {
  const mine = bare(first, pair.echoed)
  const key = pair.what.replace(/: .*$/, '')
  const former = known.get(key)
  if (former && former.nothing === mine) return null
  let apart: string | null = null
  for (let nth = 0; nth < TRIES; nth++) {
    const about = pair.nothing()
    const answer = await ground.send(about.probe)
    // What was sent may stand on the page whatever is sent: a list to choose from. So it is taken out of both.
    const echoed = [...pair.echoed, ...about.echoed]
    const [again, nothing] = [nth === 0 ? first : await ground.send(pair.probe), answer].map((one) => bare(one, echoed)) as [string, string]
    verdict.asked += nth === 0 ? 1 : 2
    apart = sameParts(again, nothing) ? null : difference(again, nothing)
    if (!apart) {
      known.set(key, { nothing: bare(answer, about.echoed) })
      return null
    }
  }
  return apart
}

async function leaked(ground: Ground, { what, subject, nothing, onPage }: Pair, answer: Answer): Promise<string | null> {
  const words = (one: Answer) => ground.world.planter.find(one.body.toString('latin1') + JSON.stringify(one.headers)).filter((planted) => targets.some(({ id, reachedBy }) => id === planted.person && !reachedBy.includes(subject.key)) && !ownWords(/ (lib\/\S*)/.exec(what)?.[1] ?? '', subject, planted))
  const found = words(answer)
  const anyway = found.length > 0 && onPage ? new Set(words(await ground.send(nothing().probe)).map(({ table, column, person }) => `${table}.${column} ${person}`)) : new Set()
  const hidden = found.find(({ table, column, person }) => !anyway.has(`${table}.${column} ${person}`))
  return hidden ? `${hidden.table}.${hidden.column} of ${targets.find(({ id }) => id === hidden.person)?.key}` : null
}
