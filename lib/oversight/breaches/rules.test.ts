import { describe, expect, it } from 'vitest'
import { formatMoment } from '@/lib/platform/dates'
import { momentAt, toDay } from '@/lib/platform/day'
import { clockRuns, hoursLeft, isLate, notifyBy, stateOf } from './rules'

const at = (day: string, hour: number, minute = 0) => momentAt(toDay(day), hour, minute)

describe('the 72 hours', () => {
  it.each([
    ['an ordinary week', at('2026-11-17', 10), '20. november 2026 kl. 10.00'],
    ['over a weekend and Christmas', at('2026-12-23', 23, 30), '26. december 2026 kl. 23.30'],
    ['the night the clocks go forward', at('2026-03-27', 23, 30), '31. marts 2026 kl. 00.30'],
    ['the night they go back', at('2026-10-24', 10), '27. oktober 2026 kl. 09.00'],
    ['over 29 February', at('2028-02-28', 12), '2. marts 2028 kl. 12.00'],
  ])('are real hours, shown in Danish time: %s', (_, aware, shown) => {
    expect(notifyBy(aware).getTime() - aware.getTime()).toBe(72 * 3_600_000)
    expect(formatMoment(notifyBy(aware), 'da')).toBe(shown)
  })

  it('are counted down in whole hours that never flatter', () => {
    const aware = at('2026-03-27', 23, 30)
    expect([hoursLeft(aware, aware), hoursLeft(aware, new Date(aware.getTime() + 1)), hoursLeft(aware, at('2026-03-30', 23, 30)), hoursLeft(aware, at('2026-03-31', 0, 30)), hoursLeft(aware, at('2026-03-31', 0, 31))]).toEqual([72, 71, 1, 0, -1])
    expect([isLate(aware, at('2026-03-31', 0, 30)), isLate(aware, at('2026-03-31', 0, 31))]).toEqual([false, true])
  })

  it('stop when the authority knows or there is no risk', () => {
    const now = new Date()
    expect([clockRuns({ risk: null, authorityToldAt: null, closedAt: null }), clockRuns({ risk: 'NONE', authorityToldAt: null, closedAt: null }), clockRuns({ risk: 'HIGH', authorityToldAt: now, closedAt: null })]).toEqual([true, false, false])
  })
})

it('each step follows from the assessment', () => {
  const facts = { awareAt: new Date(), risk: null, authorityToldAt: null, peopleToldOn: null, closedAt: null }
  const now = new Date()
  expect([stateOf(facts), stateOf({ ...facts, risk: 'NONE' }), stateOf({ ...facts, risk: 'RISK' }), stateOf({ ...facts, risk: 'RISK', authorityToldAt: now }), stateOf({ ...facts, risk: 'HIGH', authorityToldAt: now }), stateOf({ ...facts, risk: 'HIGH', authorityToldAt: now, peopleToldOn: now }), stateOf({ ...facts, closedAt: now })])
    .toEqual(['assess', 'close', 'notify', 'close', 'tell', 'close', 'closed'])
})
