import { describe, expect, it, test } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { mayBeLifted, stateOf } from './rules'

const day = (text: string) => text as Day
const ground = { basis: 'OWN' as const, level: 'P1' as const, toDay: null as Day | null, liftedOn: null as Day | null }

test.each([
  [null, null, 'holds'],
  ['2028-02-29', null, 'holds'],
  ['2028-02-28', null, 'due'],
  ['2028-02-28', '2028-02-29', 'lifted'],
])('stated until %s, lifted %s: %s on 29 February', (toDay, liftedOn, state) => {
  expect(stateOf({ toDay: toDay as Day | null, liftedOn: liftedOn as Day | null }, day('2028-02-29'))).toBe(state)
})

describe('lifting', () => {
  const today = day('2026-11-21')
  it('takes the clearance for what it opens', () => {
    expect([mayBeLifted(ground, today, []), mayBeLifted(ground, today, ['SHIELDED']), mayBeLifted(ground, today, ['PROTECTED_ADDRESS'])]).toEqual([false, false, true])
    expect([mayBeLifted({ ...ground, level: 'P3' }, today, ['PROTECTED_ADDRESS']), mayBeLifted({ ...ground, level: 'P3' }, today, ['SHIELDED'])]).toEqual([false, true])
  })
  it('waits for a household to be one no more', () => {
    const inherited = { ...ground, basis: 'HOUSEHOLD' as const }
    expect([mayBeLifted(inherited, today, ['PROTECTED_ADDRESS']), mayBeLifted({ ...inherited, toDay: day('2026-11-20') }, today, ['PROTECTED_ADDRESS'])]).toEqual([false, true])
  })
})
