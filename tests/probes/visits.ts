import type { Ground } from './ground'
import { type Answer, inParallel, type Probe } from './http'
import { type Subject, subjects } from './people'
import type { Planted } from './planter'
import { builtRoutes } from './routes'
import { ask, type Manner, manners, statesOf, type Surface } from './surfaces'
import { wordsOfAnswer } from './words'

export type Visit = { surface: Surface; manner: Manner; answer: Answer; /** Whose words stood in the answer, and which. */ found: Planted[]; /** Whom the log names for this visit, and how many rows it got. */ logged: Set<string>; rows: number }

/** A page with many filters has more states than are worth seeing. */
const STATES = 60
/** The whole page already holds what the browser's script is sent for it. Asked for by itself, so many times by each asker of each route, it shows that both roads end at the same place. */
const BY_SCRIPT = 4

/** So many sessions of one asker go through the register at the same time. */
export const LANES = 3

/** Whom the log has named since the last look, for what was done in this session. Its visits follow each other, so it is the last visit's. */
async function loggedFor(ground: Ground, session: string | null, since: bigint): Promise<{ people: Set<string>; count: number; upTo: bigint }> {
  const { rows } = await ground.db.query<{ seq: string; person: string | null; others: string[] | null }>(
    `SELECT e.seq, e.person_id AS person, (SELECT array_agg(s.person_id) FROM audit_subject s WHERE s.event_id = e.id) AS others FROM audit_event e
     WHERE e.seq > $1 AND e.session_id IS NOT DISTINCT FROM $2::uuid AND (e.session_id IS NOT NULL OR e.actor_user_id IS NULL) ORDER BY e.seq`, [since, session])
  return { people: new Set(rows.flatMap(({ person, others }) => [...(person ? [person] : []), ...(others ?? [])])), count: rows.length, upTo: BigInt(rows.at(-1)?.seq ?? since) }
}

/** One asker in a session of their own: what the log says of it was done by nobody else. */
export class Visitor {
  private constructor(private readonly ground: Ground, readonly subject: Subject, private readonly cookie: Record<string, string>, private readonly session: string | null, private seen: bigint) {}

  static async of(ground: Ground, subject: Subject): Promise<Visitor> {
    const { cookie, session } = await ground.freshSession(subject)
    const seen = BigInt((await ground.db.query('SELECT coalesce(max(seq), 0) AS seq FROM audit_event')).rows[0].seq)
    return new Visitor(ground, subject, cookie, session, seen)
  }

  /** One question, what of anybody's stood in the answer, and whom the log names for it. */
  async visit(surface: Surface, manner: Manner, probe: Probe = ask(this.ground, surface, manner)): Promise<Visit> {
    const answer = await this.ground.send({ ...probe, headers: { ...probe.headers, ...this.cookie } })
    const { people, count, upTo } = await loggedFor(this.ground, this.session, this.seen)
    this.seen = upTo
    return { surface, manner, answer, found: this.ground.world.planter.find(await wordsOfAnswer(answer)), logged: people, rows: count }
  }
}

/** Everybody goes through all of it, in a few sessions at once; what a page links to of itself is visited too. */
export async function visitAll(ground: Ground, all: readonly Surface[], each: (visit: Visit) => void, log: (line: string) => void, further = true): Promise<number> {
  let count = 0
  const routes = builtRoutes()
  await inParallel(subjects, 4, async (subject) => {
    const queue = all.filter((one) => one.subject.key === subject.key)
    const known = new Set(queue.map(({ address }) => address))
    const states = new Map<string, number>()
    const byScript = new Map<string, number>()
    // Without a session nothing tells one visitor from another: they come one by one.
    await inParallel(Array.from({ length: subject.email ? LANES : 1 }), LANES, async () => {
      const visitor = await Visitor.of(ground, subject)
      for (let surface = queue.shift(); surface; surface = queue.shift()) await visitFully(visitor, surface)
    })
    log(`${subject.key}: ${known.size} addresses`)
    async function visitFully(visitor: Visitor, surface: Surface): Promise<void> {
      const nth = byScript.get(surface.route.path) ?? 0
      byScript.set(surface.route.path, nth + 1)
      for (const manner of nth < BY_SCRIPT ? manners : manners.slice(0, 1)) {
        const visit = await visitor.visit(surface, manner)
        count++
        each(visit)
        if (!further || manner !== 'page' || visit.answer.status !== 200 || !visit.answer.headers['content-type']?.startsWith('text/html')) continue
        for (const address of statesOf(surface, visit.answer.body.toString())) {
          // A file of a list is a route of its own, and does not share the number of states with the list.
          const route = routes.find(({ path }) => path === address.split('?')[0]) ?? surface.route
          const reached = states.get(route.path) ?? 0
          if (known.has(address) || reached >= STATES) continue
          known.add(address)
          states.set(route.path, reached + 1)
          queue.push({ ...surface, address, route })
        }
      }
    }
  })
  return count
}
