import { expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { rateFits, rateState } from './rules'

const rate = (kind: string, validFrom: string) => ({ kind, validFrom: toDay(validFrom), perKm: 394, source: 'x' })
const all = [rate('car', '2025-01-01'), rate('car', '2026-01-01'), rate('car', '2027-01-01'), rate('cycle', '2025-01-01')]
const today = toDay('2026-11-22')

it('a rate holds from its day until the next of its kind', () => {
  expect(all.map((one) => rateState(one, all, today))).toEqual(['past', 'now', 'coming', 'now'])
  expect(rateState(rate('car', '2027-01-01'), all, toDay('2027-01-01'))).toBe('now')
})

it('a new one begins behind those there are, and only one that is coming is written over', () => {
  const fits = (kind: string, from: string, on = today) => rateFits({ kind, validFrom: toDay(from) }, all, on)
  expect([fits('car', '2027-01-02'), fits('cycle', '2026-03-01'), fits('car', '2027-01-01'), fits('car', '2026-06-01'), fits('car', '2026-01-01'), fits('cycle', '2025-01-01')]).toEqual(['add', 'add', 'replace', 'before', 'before', 'before'])
  expect(fits('car', '2027-01-01', toDay('2027-01-01'))).toBe('before')
})
