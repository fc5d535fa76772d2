import { describe, expect, it } from 'vitest'
import { randomFrom } from '@/tests/support/random'
import { broken, oneAtATime, type Option, sumOf } from './rules'
import { bestPlan } from './solver'

const options: Option[] = [{ wanting: 'a', helping: 'x', score: 90 }, { wanting: 'a', helping: 'y', score: 10 }, { wanting: 'b', helping: 'x', score: 20 }]
const room = new Map([['x', 1], ['y', 1]])

describe('the plan', () => {
  it('leaves nobody out for the sake of a better fit, even of one better than all together, where taking the best one at a time does', async () => {
    expect(sumOf(oneAtATime(options, room, ['a', 'b']))).toEqual({ people: 1, total: 90 })
    expect(await bestPlan(options, room)).toEqual([options[1], options[2]])
  })

  it('gives a volunteer as many as there is room for, and nothing where there is none', async () => {
    expect(sumOf(await bestPlan(options, new Map([['x', 2]])))).toEqual({ people: 2, total: 110 })
    expect(await bestPlan(options, new Map([['x', 0]]))).toEqual([])
    expect(await bestPlan([], room)).toEqual([])
  })

  it('prefers what fits best where as many get somebody', async () => {
    const other: Option[] = [{ wanting: 'a', helping: 'x', score: 10.5 }, { wanting: 'a', helping: 'y', score: 10.4 }]
    expect(await bestPlan(other, room)).toEqual([other[0]])
  })
})

describe('meetings that lie across each other', () => {
  const meetings: Option[] = [{ wanting: 'a', helping: 'x', score: 90 }, { wanting: 'b', helping: 'x', score: 80 }, { wanting: 'b', helping: 'y', score: 10 }, { wanting: 'c', helping: 'x', score: 20 }]
  const many = new Map([['x', 3], ['y', 1]])
  const apart = [['a', 'b']] as const

  it('are not given to one, and nobody is left out who need not be', async () => {
    expect(await bestPlan(meetings, many)).toEqual([meetings[0], meetings[1], meetings[3]])
    expect(await bestPlan(meetings, many, apart)).toEqual([meetings[0], meetings[2], meetings[3]])
    expect(oneAtATime(meetings, many, ['a', 'b', 'c'], apart)).toEqual([meetings[0], meetings[2], meetings[3]])
    expect(oneAtATime(meetings, many, ['b', 'a', 'c'], apart)).toEqual([meetings[1], meetings[3]])
  })

  it('given to one are told of', () => expect(broken([meetings[0]!, meetings[1]!], meetings, many, apart)).toEqual(['x was given a and b, which lie across each other']))

  it('are as many and as good as can be, whatever the wishes', async () => {
    const random = randomFrom(7)
    for (let nth = 0; nth < 60; nth++) {
      const [people, helpers] = [['a', 'b', 'c', 'd'], ['x', 'y', 'z']]
      const all = people.flatMap((wanting) => helpers.filter(() => random.chance(0.6)).map((helping) => ({ wanting, helping, score: random.int(100) })))
      const roomy = new Map(helpers.map((one) => [one, random.int(3)]))
      const pairs = people.flatMap((one, at) => people.slice(at + 1).filter(() => random.chance(0.4)).map((other) => [one, other] as const))
      const sets = people.reduce<Option[][]>((plans, wanting) => plans.flatMap((plan) => [plan, ...all.filter((one) => one.wanting === wanting).map((one) => [...plan, one])]), [[]]).filter((plan) => broken(plan, all, roomy, pairs).length === 0)
      const best = sets.map(sumOf).reduce((one, other) => (other.people > one.people || (other.people === one.people && other.total > one.total) ? other : one))
      expect(sumOf(await bestPlan(all, roomy, pairs))).toEqual(best)
    }
  })
})

it('a plan that breaks a rule is told of', () => {
  expect(broken(options.slice(1), options, room)).toEqual([])
  expect(broken([options[0]!, options[1]!], options, room)).toEqual(['a was given more than one'])
  expect(broken([options[0]!, options[2]!], options, room)).toEqual(['x was given more than there is room for'])
  expect(broken([{ wanting: 'b', helping: 'y', score: 1 }], options, room)).toEqual(['b and y were no option'])
})
