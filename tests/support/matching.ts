import { type Between, type Cause, causes, type Helping, NOTHING_BETWEEN, type Spoken, stateOf, type Wanting } from '@/lib/volunteering/matching/rules'
import { type Level, levels, times } from '@/lib/volunteering/volunteers/rules'
import { addDays, type Day } from '@/lib/platform/day'
import { type Random, randomFrom } from './random'

/** Late in the evening of a leap day: what counts days must not mind. */
export const TODAY: Day = '2028-02-29' as Day
const tongues = ['da', 'en', 'ar', 'uk', 'ti']
const areas = ['midt', 'nord', 'syd', 'vest']
const experience = ['deployment', 'flight', 'addiction', 'unemployment', 'divorce']
const roles = ['mentor', 'companion']

const some = <T>(random: Random, all: readonly T[], share = 0.4): T[] => all.filter(() => random.chance(share))
const asked = <T>(random: Random, make: () => T): T | null => (random.chance(0.85) ? make() : null)
const spoken = (random: Random): Spoken => some(random, tongues).map((language) => ({ language, level: random.pick<Level>(levels) }))

export const wanting = (random: Random, id: string): Wanting => ({
  id, role: random.pick(roles), since: addDays(TODAY, -random.int(300)), consent: random.chance(0.9), protected: random.chance(0.08),
  languages: asked(random, () => spoken(random)), times: asked(random, () => some(random, times, 0.2)), areas: asked(random, () => some(random, areas)), challenges: asked(random, () => some(random, experience)),
  ages: random.chance(0.3) ? { from: 20 + random.int(30), to: 50 + random.int(30) } : null,
})

export const helping = (random: Random, id: string): Helping => ({
  id, roles: some(random, roles, 0.7), active: random.chance(0.9), lacks: random.chance(0.1) ? ['criminal-record'] : [], running: random.int(3), asked: random.int(2), capacity: random.int(5),
  askedThisMonth: random.int(3), monthlyLimit: random.chance(0.4) ? random.int(4) : null, agreementLapsed: random.chance(0.05),
  languages: asked(random, () => spoken(random)), times: asked(random, () => some(random, times, 0.2)), areas: asked(random, () => some(random, areas)), experience: asked(random, () => some(random, experience)),
  age: asked(random, () => 18 + random.int(60)), lastAskedOn: asked(random, () => addDays(TODAY, -random.int(200))),
})

/** Mostly nothing. A pair that was turned down was so as they are now, or as one of them was before. */
export function between(random: Random, one: Wanting, other: Helping): Between {
  const turnedDown = random.chance(0.1) ? [random.pick<Cause>(causes)].map((cause) => ({ cause, state: random.chance(0.5) ? stateOf(cause, one, other) : 'as it was before' })) : []
  return { ...NOTHING_BETWEEN, family: random.chance(0.02), household: random.chance(0.02), staff: random.chance(0.02), matched: random.chance(0.03), booked: random.chance(0.05) ? null : random.chance(0.04), turnedDown }
}

export type World = { waiting: Wanting[]; helpers: Helping[]; between: (one: Wanting, other: Helping) => Between }
export function world(seed: number, people: number, volunteers: number): World {
  const random = randomFrom(seed)
  const waiting = Array.from({ length: people }, (_, at) => wanting(random, `w${at}`))
  const helpers = Array.from({ length: volunteers }, (_, at) => helping(random, `h${at}`))
  const known = new Map(waiting.flatMap((one) => helpers.map((other) => [`${one.id} ${other.id}`, between(random, one, other)] as const)))
  return { waiting, helpers, between: (one, other) => known.get(`${one.id} ${other.id}`) ?? NOTHING_BETWEEN }
}
