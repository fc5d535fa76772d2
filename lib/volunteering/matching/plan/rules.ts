import type { Day } from '@/lib/platform/day'
import { barriers, type Between, type HardRule, type Helping, leftOut, places, questions, type Wanting } from '../rules'
import { MOST_TOTAL, score } from '../score/rules'

/** A pair that no hard rule forbids, and how well it fits. */
export type Option = { wanting: string; helping: string; score: number }
/** Of a volunteer: places and questions left, whichever is fewer. */
export type Room = ReadonlyMap<string, number>
export type Pairs = readonly Option[]
/** Two requests for meetings nobody can be at both of, with the way there and back: one volunteer is not given both. */
export type Apart = readonly (readonly [string, string])[]
/** Everybody who waits, every volunteer as they are for a role, and what lies between two of them. */
export type Known = { waiting: readonly Wanting[]; helpers: (role: string) => readonly Helping[]; between: (wanting: Wanting, helping: Helping) => Between; /** By request: whom the citizen chose. */ wishes?: ReadonlyMap<string, string> }
export type Open = { options: Option[]; room: Room; /** By request: whom the rules left out, counted by the first. */ closed: ReadonlyMap<string, { rule: HardRule; count: number }[]> }

/** Every pair the rules leave open, with its score. What no rule forbids and nothing else may stand in a plan; whoever has chosen somebody is given that one or nobody, as long as no rule forbids it. */
export function openPairs({ waiting, helpers, between, wishes }: Known, today: Day): Open {
  const [options, room, closed]: [Option[], Map<string, number>, Map<string, { rule: HardRule; count: number }[]>] = [[], new Map(), new Map()]
  for (const wanting of waiting) {
    const judged = helpers(wanting.role).map((helping) => ({ helping, forbidden: barriers(wanting, helping, between(wanting, helping)) }))
    closed.set(wanting.id, leftOut(judged.map(({ forbidden }) => forbidden)))
    const free = judged.filter(({ forbidden }) => forbidden.length === 0)
    const chosen = free.filter(({ helping }) => helping.id === wishes?.get(wanting.id))
    for (const { helping } of chosen.length > 0 ? chosen : free) {
      options.push({ wanting: wanting.id, helping: helping.id, score: score(wanting, helping, today).total })
      room.set(helping.id, Math.min(places(helping), questions(helping)))
    }
  }
  return { options, room, closed }
}
export type Sum = { people: number; /** Of the scores. */ total: number }

export const sumOf = (pairs: Pairs): Sum => ({ people: pairs.length, total: Math.round(pairs.reduce((sum, { score }) => sum + score, 0) * 10) / 10 })

/** Nobody is left out for the sake of how well others fit: one more person outweighs every score together. */
export const weightOf = ({ score }: Option, people: number): number => MOST_TOTAL * people + 1 + score

/** One at a time, as it is done by hand: whoever has waited longest takes the best there is. `turn`: the requests, the longest waiting first. */
export function oneAtATime(options: readonly Option[], room: Room, turn: readonly string[], apart: Apart = []): Pairs {
  const left = new Map(room)
  const given = new Map<string, string>()
  const away = (wanting: string, helping: string) => apart.some(([one, other]) => (one === wanting && given.get(other) === helping) || (other === wanting && given.get(one) === helping))
  const by = Map.groupBy(options, ({ wanting }) => wanting)
  return turn.flatMap((wanting) => {
    const best = (by.get(wanting) ?? []).filter(({ helping }) => (left.get(helping) ?? 0) > 0 && !away(wanting, helping)).toSorted((a, b) => b.score - a.score || a.helping.localeCompare(b.helping))[0]
    if (!best) return []
    left.set(best.helping, (left.get(best.helping) ?? 0) - 1)
    given.set(wanting, best.helping)
    return [best]
  })
}

/** What a plan must never do: give somebody two, give a volunteer more than they have room for or two meetings at once, or make up a pair. Sentences for a fault, none when it holds. */
export function broken(pairs: Pairs, options: readonly Option[], room: Room, apart: Apart = []): string[] {
  const by = new Map(pairs.map(({ wanting, helping }) => [wanting, helping]))
  const known = new Set(options.map(({ wanting, helping }) => `${wanting} ${helping}`))
  const times = (ids: readonly string[], most: (id: string) => number) => [...Map.groupBy(ids, (id) => id)].filter(([id, all]) => all.length > most(id)).map(([id]) => id)
  return [
    ...pairs.filter(({ wanting, helping }) => !known.has(`${wanting} ${helping}`)).map(({ wanting, helping }) => `${wanting} and ${helping} were no option`),
    ...times(pairs.map(({ wanting }) => wanting), () => 1).map((id) => `${id} was given more than one`),
    ...times(pairs.map(({ helping }) => helping), (id) => room.get(id) ?? 0).map((id) => `${id} was given more than there is room for`),
    ...apart.filter(([one, other]) => by.has(one) && by.get(one) === by.get(other)).map(([one, other]) => `${by.get(one)} was given ${one} and ${other}, which lie across each other`),
  ]
}

/** The part and the page that are looked at: of what there is, whatever the address says. Who was asked is on no page any more, and the last page may be gone with them. */
export function planPage<T>(parts: Record<'given' | 'left', readonly T[]>, view: { tab: 'given' | 'left'; page: number }, size: number): { tab: 'given' | 'left'; page: number; part: T[] } {
  const tab = parts.given.length === 0 || (view.tab === 'left' && parts.left.length > 0) ? 'left' : 'given'
  const page = Math.min(view.page, Math.max(1, Math.ceil(parts[tab].length / size)))
  return { tab, page, part: parts[tab].slice((page - 1) * size, page * size) }
}
