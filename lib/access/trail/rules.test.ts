import { describe, expect, it } from 'vitest'
import { momentsOf, readFilter, trailHref } from './rules'
import { toDay } from '@/lib/platform/day'

const person = '019a0000-0000-7000-8000-000000000001'

describe('the search in the log', () => {
  it('takes what it understands and names the rest', () => {
    expect(readFilter({ person, kind: 'VIEW', from: '2026-02-29', to: '2026-03-01', before: '7' })).toEqual({ person, kind: 'VIEW', to: '2026-03-01', before: 7, wrong: ['from'] })
    expect(readFilter({ person: "' OR 1=1", kind: 'view', user: ['a', 'b'] })).toEqual({ wrong: ['person', 'kind'] })
    expect(readFilter({ 'from.day': '29', 'from.month': '2', 'from.year': '2028', 'to.day': '', 'to.month': '', 'to.year': '' })).toEqual({ from: '2028-02-29', wrong: [] })
    expect(readFilter({ 'to.day': '31', 'to.month': '4', 'to.year': '2026' })).toEqual({ wrong: ['to'] })
    expect(readFilter({})).toEqual({ wrong: [] })
  })

  it('covers a whole Danish day when the clocks change', () => {
    const spring = momentsOf({ from: toDay('2026-03-29'), to: toDay('2026-03-29') })
    expect([spring.from?.toISOString(), spring.until?.toISOString()]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
    const autumn = momentsOf({ from: toDay('2026-10-25'), to: toDay('2026-10-25') })
    expect([autumn.from?.toISOString(), autumn.until?.toISOString()]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
    expect(momentsOf({})).toEqual({ from: null, until: null })
  })

  it('keeps the search when it goes on to older rows', () => {
    expect(trailHref(readFilter({ person, kind: 'LIST' }), { before: '40' })).toBe(`/audit?person=${person}&kind=LIST&before=40`)
    expect(trailHref(readFilter({}))).toBe('/audit')
  })
})
