import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { amountOf, nextStates, rateOn, reckon } from './rules'

const day = toDay
const rates = [{ kind: 'car', validFrom: day('2026-01-01'), perKm: 394, source: 'b' }, { kind: 'car', validFrom: day('2025-01-01'), perKm: 381, source: 'a' }, { kind: 'cycle', validFrom: day('2026-01-01'), perKm: 64, source: 'c' }]

describe('what an expense comes to', () => {
  it('is counted by the rate of its own day, whatever holds today', () => {
    expect(reckon({ kind: 'car', onDay: day('2025-12-31'), metres: 12_500, paid: null }, rates)).toEqual({ amount: 4763, rate: rates[1] })
    expect(reckon({ kind: 'car', onDay: day('2026-01-01'), metres: 12_500, paid: null }, rates)).toEqual({ amount: 4925, rate: rates[0] })
    expect(reckon({ kind: 'cycle', onDay: day('2026-05-01'), metres: 3_000, paid: null }, rates)?.amount).toBe(192)
  })

  it('is nothing before the first rate, and what the receipt says of what has one', () => {
    expect(rateOn(rates, 'cycle', day('2025-12-31'))).toBeNull()
    expect(reckon({ kind: 'cycle', onDay: day('2025-12-31'), metres: 3_000, paid: null }, rates)).toBeNull()
    expect(reckon({ kind: 'public', onDay: day('2026-05-01'), metres: null, paid: 4800 }, rates)).toEqual({ amount: 4800, rate: null })
    expect(reckon({ kind: 'other', onDay: day('2026-05-01'), metres: null, paid: null }, rates)).toBeNull()
  })

  it('is rounded to the nearest øre, half of one upwards', () => {
    expect([amountOf(1_250, 394), amountOf(100, 394), amountOf(100, 395)]).toEqual([493, 39, 40])
  })
})

describe('what comes next', () => {
  it('is never approved by who wrote it, and paid once', () => {
    expect(nextStates('sent', false)).toEqual(['approved', 'refused'])
    expect(nextStates('sent', true)).toEqual(['refused'])
    expect(nextStates('approved', true)).toEqual(['paid'])
    expect([nextStates('paid', false), nextStates('refused', false)]).toEqual([[], []])
  })
})
