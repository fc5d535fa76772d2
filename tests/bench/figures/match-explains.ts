import { isDeepStrictEqual } from 'node:util'
import { barriers, type Between, type Field, type Helping, type Wanting } from '@/lib/volunteering/matching/rules'
import { reasons, score } from '@/lib/volunteering/matching/score/rules'
import { between, helping, TODAY, wanting } from '@/tests/support/matching'
import { type Random, randomFrom } from '@/tests/support/random'
import type { Figure } from './figure'

const WORLDS = 3000
const TRIES = 40
type Pair = { wanting: Wanting; helping: Helping; between: Between }
/** What is told of a pair: each line and each barrier, with the fields it says it was read from. */
type Told = { key: string; fields: readonly Field[]; said: unknown }

function told(pair: Pair): Told[] {
  const { parts } = score(pair.wanting, pair.helping, TODAY)
  return [
    ...parts.map((line) => ({ key: `line ${line.name}`, fields: line.fields, said: [line.fit, line.points, line.common] })),
    ...barriers(pair.wanting, pair.helping, pair.between).map((one) => ({ key: `barrier ${one.rule}`, fields: one.fields, said: one.of })),
  ]
}
const names = ({ of, field }: Field) => `${of}.${field}`
/** The same pair, with one field as another pair has it. */
const changed = (pair: Pair, { of, field }: Field, other: Pair): Pair => ({ ...pair, [of]: { ...pair[of], [field]: (other[of] as Record<string, unknown>)[field] } })
const changedAll = (pair: Pair, fields: readonly Field[], other: Pair): Pair => fields.reduce((now, field) => changed(now, field, other), pair)
const fieldsOf = (pair: Pair): Field[] => (['wanting', 'helping', 'between'] as const).flatMap((of) => Object.keys(pair[of]).filter((field) => field !== 'id').map((field) => ({ of, field })))

function draw(random: Random): Pair {
  const [one, other] = [wanting(random, 'w'), helping(random, 'h')]
  return { wanting: one, helping: other, between: between(random, one, other) }
}
/** Fields that decide whether what the pair was turned down for still holds: read through what was remembered of them. */
const remembered = ['languages', 'times', 'areas', 'experience', 'challenges']
const role = ['wanting.role']

const figure: Figure = {
  bound: '100 % of reasons and barriers traced to a field, and every field that decides is told, both ways',
  database: false,
  async figure({ seed, small, log }) {
    const random = randomFrom(seed)
    const worlds = small ? 300 : WORLDS
    const faults = new Set<string>()
    let [traced, decided] = [0, 0]
    for (let nth = 0; nth < worlds; nth++) {
      const pair = draw(random)
      const now = told(pair)
      // From a reason to its fields: it has some, each is there, and one of them as somebody else has it changes what is said; or all of them, where what is unknown on both sides stays so.
      for (const { key, fields, said } of now) {
        traced++
        if (fields.length === 0 || fields.some(({ of, field }) => !(field in pair[of]))) faults.add(`${key} names no field`)
        const saidOf = (other: Pair) => told(other).find((one) => one.key === key)?.said
        const moves = Array.from({ length: TRIES }, () => draw(random)).some((other) => [...fields.map((field) => changed(pair, field, other)), changedAll(pair, fields, other)].some((then) => !isDeepStrictEqual(saidOf(then), said)))
        if (!moves) faults.add(`${key} does not come from ${fields.map(names).join()}`)
      }
      // From a field to what it decides: nothing changes but what names it.
      const other = draw(random)
      for (const field of fieldsOf(pair)) {
        decided++
        const then = told(changed(pair, field, other))
        for (const { key } of [...now, ...then]) {
          const [before, after] = [now, then].map((all) => all.find((one) => one.key === key))
          if (isDeepStrictEqual(before?.said, after?.said)) continue
          const named = [...(before?.fields ?? []), ...(after?.fields ?? [])].map(names)
          const known = named.includes(names(field)) || (key === 'barrier turned-down' && remembered.includes(field.field)) || (key === 'barrier role' && role.includes(names(field)))
          if (!known) faults.add(`${names(field)} changes ${key}, which does not name it`)
        }
      }
      // What is said in short stands in the comparison.
      const full = score(pair.wanting, pair.helping, TODAY)
      const short = reasons(full)
      for (const one of [...short.for, ...(short.against ? [short.against] : [])]) if (!full.parts.includes(one)) faults.add(`${one.name} is said and not compared`)
      if (short.for.length > 3) faults.add('more than three reasons')
    }
    log(`${traced} reasons and barriers, ${decided} fields changed`)
    return { value: `${faults.size} untraced of ${traced} reasons and ${decided} fields`, ok: faults.size === 0 && traced > worlds, details: [...faults].slice(0, 30) }
  },
}
export default figure
