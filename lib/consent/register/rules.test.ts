import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { longestEnd, readRecipient, stateOf, usualEnd } from './rules'

const d = (text: string) => text as Day

describe('when a consent holds', () => {
  const given = { givenOn: d('2026-03-01'), expiresOn: d('2027-02-28'), withdrawnOn: null }
  it.each([['2026-02-28', 'coming'], ['2026-03-01', 'live'], ['2027-02-28', 'live'], ['2027-03-01', 'expired']])('on %s it is %s', (today, state) => expect(stateOf(given, d(today))).toBe(state))
  it('is over the moment it is withdrawn, also before its first day', () => {
    expect(stateOf({ ...given, withdrawnOn: d('2026-05-01') }, d('2026-05-01'))).toBe('withdrawn')
    expect(stateOf({ ...given, withdrawnOn: d('2026-02-01') }, d('2026-02-02'))).toBe('withdrawn')
  })
})

it('ends the day before the same day a year on, also from 29 February', () => {
  expect([usualEnd(d('2026-11-21')), usualEnd(d('2024-02-29')), longestEnd(d('2024-02-29'))]).toEqual(['2027-11-20', '2025-02-27', '2026-02-28'])
})

it('reads a recipient, and takes no name for an answer that needs one', () => {
  expect([readRecipient('unit:a', ''), readRecipient('partner:b', ''), readRecipient('other', 'Gitte'), readRecipient('other', ''), readRecipient('unit:', ''), readRecipient('', 'Gitte')]).toEqual([{ unitId: 'a' }, { partnerId: 'b' }, { name: 'Gitte' }, null, null, null])
})
