import { describe, expect, it } from 'vitest'
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

it('a plan that breaks a rule is told of', () => {
  expect(broken(options.slice(1), options, room)).toEqual([])
  expect(broken([options[0]!, options[1]!], options, room)).toEqual(['a was given more than one'])
  expect(broken([options[0]!, options[2]!], options, room)).toEqual(['x was given more than there is room for'])
  expect(broken([{ wanting: 'b', helping: 'y', score: 1 }], options, room)).toEqual(['b and y were no option'])
})
