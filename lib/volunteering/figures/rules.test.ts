import { describe, expect, it } from 'vitest'
import { type Cell, cellOf, kindOf, partsOf, share, shareOfKnown } from './rules'

const cell = (division: string, part: string, n: number | null): Cell => ({ division, part, n, of: null, middle: null, most: null, total: null })

describe('figures of volunteers', () => {
  it('say none of a part nobody is in, and keep back what is kept back', () => {
    expect(cellOf([cell('role', 'mentor', null)], 'role', 'mentor').n).toBeNull()
    expect(cellOf([], 'wait').n).toBe(0)
    expect([share(null, 10), share(3, 0), share(199, 200), share(200, 200)]).toEqual([null, null, 99, 100])
  })

  it('never count who has not said as no, and tell a share only where every part of it is told', () => {
    const all = [cell('background', 'other', 6), cell('background', 'danish', 14), cell('background', 'unknown', 80)]
    expect(shareOfKnown(all, 'background', 'other')).toEqual({ n: 6, of: 20, unknown: 80 })
    expect(shareOfKnown([...all.slice(0, 2), cell('background', 'unknown', null)], 'background', 'other')).toBeNull()
  })

  it('stand in the order of the municipality’s list, and those told as one last', () => {
    expect(partsOf([cell('role', 'others', 7), cell('role', 'b', 6), cell('wait-role', 'a', 9), cell('area', 'x', 1), cell('role', 'zz', 5)], ['role', 'wait-role'], ['a', 'b'])).toEqual(['a', 'b', 'zz', 'others'])
  })

  it('open rows, but never of what somebody said of their background', () => {
    expect(['wait-area', 'held', 'free-role', 'asked', 'met', 'logged', 'meeting-own'].map(kindOf)).toEqual(['request', 'match', 'volunteer', 'volunteer', 'volunteer', 'match', null])
    for (const division of ['background', 'area-other', 'year-other', 'area-danish', 'year-danish', 'age-other', 'drop']) expect(kindOf(division)).toBeNull()
  })
})
