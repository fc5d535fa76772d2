import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { offersFor, publicationOf } from './rules'

describe('publication', () => {
  const today = toDay('2028-02-29')
  it.each([
    [null, null, 'draft'],
    [null, '2028-12-31', 'draft'],
    ['2028-02-29', null, 'published'],
    ['2028-03-01', null, 'planned'],
    ['2028-01-01', '2028-02-29', 'published'],
    ['2028-01-01', '2028-02-28', 'ended'],
  ] as const)('from %s to %s is %s', (from, to, state) => {
    expect(publicationOf({ publishedFrom: from && toDay(from), publishedTo: to && toDay(to) }, today)).toBe(state)
  })
})

it('offers are found by group and need; children’s are relatives’ too', () => {
  const offers = [
    { id: 1, audience: ['veteran'], needs: ['work'] },
    { id: 2, audience: ['veteran', 'relative'], needs: ['family'] },
    { id: 3, audience: ['child'], needs: ['family'] },
  ]
  const ids = (...wanted: [Parameters<typeof offersFor>[1], Parameters<typeof offersFor>[2]]) => offersFor(offers, ...wanted).map((offer) => offer.id)
  expect([ids(null, null), ids('veteran', null), ids('relative', null), ids('child', 'family'), ids('veteran', 'work'), ids(null, 'body')]).toEqual([[1, 2, 3], [1, 2], [2, 3], [3], [1], []])
})
