import { describe, expect, it } from 'vitest'
import { codeOf, goOn, sampleOf } from './rules'
import { personToReasonFor } from './needed'

const person = '019a0000-0000-7000-8000-000000000001'

describe('after the reason', () => {
  it.each([
    [`/people/${person}/timeline`, `/people/${person}/timeline`],
    ['/outreach/letters/019a0000-0000-7000-8000-0000000000aa', '/outreach/letters/019a0000-0000-7000-8000-0000000000aa'],
    ['//evil.example/people/', `/people/${person}`],
    ['https://evil.example', `/people/${person}`],
    ['/people/../sign-out', `/people/${person}`],
    [`/people/${person}/reason`, `/people/${person}`],
    ['/admin', `/people/${person}`],
    [undefined, `/people/${person}`],
  ])('%s leads to %s', (to, expected) => {
    expect(goOn(person, to)).toBe(expected)
  })
})

describe('the sample', () => {
  it('has one of every day, and about one in ten of a long one', () => {
    expect(sampleOf(['a'], () => 0.99)).toEqual(['a'])
    expect(sampleOf([], () => 0)).toEqual([])
    const ids = Array.from({ length: 1000 }, (_, at) => String(at))
    expect(sampleOf(ids, (id) => Number(id) / 1000)).toHaveLength(100)
  })

  it('is the same however often it is drawn, in whatever order', () => {
    const draw = (id: string) => ({ a: 0.5, b: 0.05, c: 0.3 })[id] ?? 1
    expect(sampleOf(['a', 'b', 'c'], draw)).toEqual(['b'])
    expect(sampleOf(['c', 'b', 'a'], draw)).toEqual(['b'])
  })
})

it('a code is told from words', () => {
  expect([codeOf('covering'), codeOf('other: Naboen ringede'), codeOf('coverings'), codeOf('Borgeren ringede')]).toEqual(['covering', 'other', null, null])
})

it('only the refusal of the log asks for a reason', () => {
  expect(personToReasonFor(new Error(`ERROR: A reason is needed to open ${person} CONTEXT`))).toBe(person)
  expect([personToReasonFor(new Error('The session has ended')), personToReasonFor('A reason'), personToReasonFor(undefined)]).toEqual([null, null, null])
})
