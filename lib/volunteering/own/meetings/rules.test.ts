import { expect, it } from 'vitest'
import { summed } from './rules'

it('counts meetings, days they did not meet, and hours', () => {
  expect(summed([{ met: true, minutes: 90 }, { met: false, minutes: null }, { met: true, minutes: 60 }])).toEqual({ met: 2, not: 1, hours: 2.5 })
  expect(summed([])).toEqual({ met: 0, not: 0, hours: 0 })
})
